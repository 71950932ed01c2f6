"""Question sets and where their gold stands in the notices."""
