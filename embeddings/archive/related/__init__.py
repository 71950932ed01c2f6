"""Which notices of an archive are the same, versions of one another, or repeal each other."""
