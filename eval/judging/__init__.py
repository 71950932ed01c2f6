"""Replies against the gold: scores, what went wrong, figures."""
