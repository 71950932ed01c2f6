"""The outline that is read of a notice, against what people read: `python -m eval.outline`."""
