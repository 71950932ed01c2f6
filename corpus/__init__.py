"""Understanding official documents: a file in, a `Notice` with all that is in it out."""
