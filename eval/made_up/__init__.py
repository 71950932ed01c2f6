"""Made-up notices whose figures are known: coverage answers over hundreds of them, with traps."""
