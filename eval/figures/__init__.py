"""Figures of reports as a reader finds them, and how many of them the ledger has, and has right."""
