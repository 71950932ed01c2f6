"""The note under the title of a law or report (题注): when it was passed, by whom, and what changed it."""

import re
from collections.abc import Iterator

from corpus.cleaning import Line
from corpus.metadata.layout import Layout

DONE = re.compile("通过|批准|公布|发布|颁布|制定|修正|修订|修改|施行")
# Without brackets a note may take several lines; a line of it opens so and is no sentence.
OPENS = re.compile(
    r"[（(]?(?:(?:19|20)\d{2}\s?年|根据|[^。\n]{0,30}第[一二三四五六七八九十]{1,4}届)"
)
HEAD_LINES = 8
LONGEST = 500


def is_note(words: str) -> bool:
    """Return whether a line of the head is a note, or a line of one."""
    if len(words) > LONGEST or not DONE.search(words):
        return False
    in_brackets = words.startswith(("（", "(")) and words.endswith(("）", ")"))
    return in_brackets or bool(OPENS.match(words) and DONE.search(words[-6:]) and "。" not in words)


def note_lines(layout: Layout) -> Iterator[Line]:
    """Yield the lines of the note."""
    for line in layout.body[:HEAD_LINES]:
        if is_note(layout.written(line)):
            yield line
