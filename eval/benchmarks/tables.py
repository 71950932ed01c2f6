"""Tables that a command keeps in a Markdown file, between two comments."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from corpus.errors import KewenError, UsageError

Tables = Mapping[str, Sequence[str]]


def print_and_keep(make: Callable[[], Tables], page: Path | None) -> int:
    """Print tables, keep each in the section of its name if a page is given; return the exit status."""
    try:
        tables = make()
        sys.stdout.write("\n\n".join("\n".join(lines) for lines in tables.values()) + "\n")
        for name, lines in tables.items():
            if page:
                write_section(page, name, lines)
    except KewenError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_status
    return 0


def write_section(path: Path, name: str, lines: Sequence[str]) -> None:
    """Replace what stands between `<!-- name -->` and `<!-- /name -->` by lines.

    :raises UsageError: if the file does not hold both.
    """
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise UsageError(f"{path} has no section between {begin} and {end}. Add the two lines.")
    body = "\n".join(lines)
    path.write_text(f"{before}{begin}\n{body}\n{end}{after}", encoding="utf-8")
