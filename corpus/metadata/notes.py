"""The note under the title of a law or report (题注): when it was passed, by whom, and what changed it."""

import re
from collections.abc import Iterator

from corpus.metadata.layout import Layout
from corpus.sentences import Span

DONE = re.compile("通过|批准|公布|发布|颁布|印发|制定|修正|修订|修改|施行")
# Without brackets a note may take several lines; a line of it opens so and is no sentence.
OPENS = re.compile(
    r"[（(]?(?:(?:19|20)\d{2}\s?年|根据|[^。\n]{0,30}第[一二三四五六七八九十]{1,4}届)"
)
HEAD_LINES = 8
LONGEST = 500
LINES_OF_NOTE = 6


def is_note(words: str) -> bool:
    """Return whether a line of the head is a note, or a line of one."""
    if len(words) > LONGEST or not DONE.search(words):
        return False
    in_brackets = words.startswith(("（", "(")) and words.endswith(("）", ")"))
    return in_brackets or bool(OPENS.match(words) and DONE.search(words[-6:]) and "。" not in words)


def notes(layout: Layout) -> Iterator[Span]:
    """Yield each line of the note, or the lines that one pair of brackets holds together."""
    index, latest = 0, HEAD_LINES
    while index < min(latest, len(layout.body)):
        last = _closing(layout, index)
        span = Span(layout.body[index].start, layout.body[last].end)
        if is_note(layout.text[span.start : span.end].lstrip("# ")):
            yield span
            latest = max(latest, last + 2)
            index = last
        index += 1


def _closing(layout: Layout, index: int) -> int:
    """Return the line that closes the bracket which a line opens with; the line itself else."""
    if not layout.written(layout.body[index]).startswith(("（", "(")):
        return index
    depth = 0
    for last in range(index, min(index + LINES_OF_NOTE, len(layout.body))):
        words = layout.written(layout.body[last])
        depth += sum(map(words.count, "（(")) - sum(map(words.count, "）)"))
        if depth <= 0:
            return last
    return index
