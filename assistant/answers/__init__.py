"""Evidence in, an answer out."""
