"""From the text of an answer to runs: bold, and markers with the numbers of the whole document."""

import re
from collections.abc import Iterator

from assistant.answers.answer import Answer
from assistant.faces.exports.blocks import Run, Runs, marker
from assistant.faces.exports.transcript import Numbering
from assistant.faces.rendering.answers import INLINE
from assistant.faces.rendering.plain import one_line

MARKER = re.compile(r"\[\d")


class Inline:
    """Reads the text of one answer."""

    def __init__(self, answer: Answer, numbering: Numbering) -> None:
        self._numbers = {cited.marker: numbering.number(cited) for cited in answer.citations}
        self._pattern = _pattern(answer)

    def runs(self, text: str) -> Runs:
        """Return the runs of a line; a marker that belongs to no citation is text."""
        return tuple(self._runs(text, strong=False))

    def _runs(self, text: str, *, strong: bool) -> Iterator[Run]:
        position = 0
        for match in self._pattern.finditer(text):
            yield from _text(text[position : match.start()], strong=strong)
            yield from self._found(match, strong=strong)
            position = match.end()
        yield from _text(text[position:], strong=strong)

    def _found(self, match: re.Match[str], *, strong: bool) -> Iterator[Run]:
        found = match.groupdict()
        number = self._numbers.get(int(found["marker"] or 0))
        if found["strong"]:
            yield from self._runs(found["strong"], strong=True)
        elif number is None:
            yield Run(match[0], strong)
        else:
            yield marker(number)


def _pattern(answer: Answer) -> re.Pattern[str]:
    """Return what to look for; a quote that has brackets of its own is passed over whole."""
    quotes = {one_line(c.quote) for c in answer.citations if MARKER.search(c.quote)}
    longest_first = sorted(quotes, key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, longest_first), INLINE.pattern]))


def _text(text: str, *, strong: bool) -> Iterator[Run]:
    if text:
        yield Run(text, strong)
