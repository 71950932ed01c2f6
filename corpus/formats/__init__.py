"""One reader for each family of file formats, and the sandbox that they run in."""
