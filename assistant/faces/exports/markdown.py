"""A conversation as Markdown (CommonMark with the tables of GitHub); what it holds stays text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.faces.exports.blocks import Block, Grid, Heading, Paragraph, Run
from assistant.faces.exports.contents import blocks
from assistant.faces.exports.transcript import Transcript

# Signs that mean something anywhere in a line. Angle brackets become entities, which also programs
# that know no escapes of theirs show as text.
MEANINGFUL = str.maketrans(
    {sign: f"\\{sign}" for sign in "\\`*_{}[]#|~$@^"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)
# Addresses that GitHub's Markdown makes links of by itself.
ADDRESS = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=www)\.", re.IGNORECASE)
# What makes a line a list, a heading, or a rule when the line begins with it.
BEGINNING = re.compile(r"[-+](?=\s|$)|-(?=[-\s]*$)|=(?==*\s*$)|\d{1,9}(?=[.)](?:\s|$))")
BREAK = "\\\n"


def to_markdown(transcript: Transcript) -> str:
    """Return the conversation as one document."""
    written = list(blocks(transcript))
    lines = [_written(block) for block in written]
    gaps = ["\n" if _is_item(a) and _is_item(b) else "\n\n" for a, b in pairwise(written)]
    return "".join(part for pair in zip(lines, [*gaps, "\n"], strict=True) for part in pair)


def escaped(text: str) -> str:
    """Return a text without line breaks as Markdown that shows exactly that text."""
    return ADDRESS.sub(lambda match: f"\\{match[0]}", text.translate(MEANINGFUL))


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.look == "item"


def _written(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {_line([Run(block.text)])}"
    if isinstance(block, Grid):
        return "\n".join(_grid(block))
    line = _line(block.runs)
    if block.look == "quote":
        return "> " + line.replace(BREAK, f"{BREAK}> ")
    return f"- {line}" if block.look == "item" else line


def _grid(grid: Grid) -> Iterator[str]:
    if grid.caption:
        yield _line([Run(grid.caption)]) + "\n"
    yield _cells(escaped(heading) for heading in grid.headings)
    yield _cells("---" for _ in grid.headings)
    for row in grid.rows:
        yield _cells(_inline(runs) for runs in row)


def _cells(texts: Iterator[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _line(runs: Sequence[Run]) -> str:
    """Return runs as the content of a block, in which no line begins another block."""
    lines = (line.strip() for line in _inline(runs).split("\n"))
    return BREAK.join(_begun(line) for line in lines if line)


def _begun(line: str) -> str:
    match = BEGINNING.match(line)
    if not match:
        return line
    digits = match[0] if match[0].isdigit() else ""
    return f"{digits}\\{line[len(digits) :]}"


def _inline(runs: Sequence[Run]) -> str:
    return "".join(
        _run(run, before, after)
        for before, run, after in zip([None, *runs], runs, [*runs[1:], None], strict=False)
    )


def _run(run: Run, before: Run | None, after: Run | None) -> str:
    if run.marker:
        return run.text
    text = escaped(run.text)
    if before and before.marker and text.startswith(("(", ":")):
        # [1](…) would be a link, [1]: … the definition of one.
        text = f"\\{text}"
    return f"**{text}**" if run.strong and _may_be_strong(run.text, before, after) else text


def _may_be_strong(text: str, before: Run | None, after: Run | None) -> bool:
    """Return whether both ends of `**text**` are recognised (CommonMark, 6.2: flanking)."""
    opens = text[0].isalnum() or not (before and before.text[-1].isalnum())
    closes = text[-1].isalnum() or not (after and after.text[0].isalnum())
    return opens and closes and text == text.strip()
