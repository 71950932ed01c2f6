"""Query in, scored passages out."""
