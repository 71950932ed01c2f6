"""Quantified statements: what is counted, what happens to it, by how much, for which year."""
