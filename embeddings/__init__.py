"""Encoders, the vector and keyword indexes, and the archive that keeps them together."""
