"""What a question means: years, places, terms, and what is asked for."""
