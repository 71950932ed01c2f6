"""Everyday questions about regions and laws that no model of the project was trained on."""
