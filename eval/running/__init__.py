"""Questions through an assistant."""
