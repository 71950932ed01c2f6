"""Runs of the day that the gates compare with: scores by question, without the answers."""
