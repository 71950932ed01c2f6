"""Tables that a command keeps in a Markdown file, between two comments."""

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import UsageError


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
