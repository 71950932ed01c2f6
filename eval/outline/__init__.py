"""How often outlines are read as a person reads them, on labelled documents."""
