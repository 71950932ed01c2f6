"""What each part of the assistant is worth: the same questions with one part left out."""
