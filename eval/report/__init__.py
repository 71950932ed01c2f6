"""What a run leaves behind: a table, figures, answers and a page."""
