"""What the commands print on stdout."""

import json
import unicodedata
from collections.abc import Sequence
from typing import Any

from corpus.notice import Years
from corpus.plain import to_plain


def print_json(value: Any) -> None:  # noqa: ANN401 - any of our types
    """Print one JSON document."""
    print(json.dumps(to_plain(value), ensure_ascii=False, indent=2))


def print_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print columns; a Han character takes two places on a terminal."""
    lines = [list(header), *([_cell(value) for value in row] for row in rows)]
    widths = [max(_width(line[i]) for line in lines) for i in range(len(header))]
    for number, line in enumerate(lines):
        print(
            "  ".join(
                _padded(cell, width) for cell, width in zip(line, widths, strict=True)
            ).rstrip()
        )
        if number == 0:
            print("  ".join("-" * width for width in widths))


def shown(name: str) -> str:
    """Return a name with what would steer the terminal written out."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in name
    )


def _cell(value: object) -> str:
    if isinstance(value, tuple) and not isinstance(value, Years):
        value = "、".join(value)
    return "" if value is None else " ".join(str(value).split())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
