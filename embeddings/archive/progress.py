"""How far an ingestion is."""

from collections.abc import Callable

# Called with the stage ("read", "encode" or "write"), how much of it is done, and how much it is.
Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """Say nothing."""
