"""What is read of the head of a notice, against what people read: `python -m eval.metadata`."""
