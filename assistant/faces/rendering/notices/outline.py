"""The outline of a notice as a nested list of links."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answers.answer import Language
from assistant.faces.rendering.escaping import Html, element
from assistant.faces.rendering.notices.entries import Entry, entries
from assistant.faces.rendering.notices.marking import Marked
from assistant.faces.rendering.notices.wording import wording_for
from corpus.notice import Notice

# From so many headings on, what stands below the second level is folded.
LONG = 40
FOLDED_FROM = 2


def outline_html(
    notice: Notice,
    language: Language,
    link: Callable[[Entry], str],
    *,
    spans: Sequence[Marked] = (),
) -> Html:
    """Return the outline; empty for a notice without headings.

    :param link: gives the address of a heading.
    :param spans: the cited stretches; the headings above them are marked.
    """
    found = entries(notice)
    if not found:
        return Html()
    listed = _Listed(found, link, spans, is_long=len(found) > LONG)
    words = wording_for(language)
    return element("nav", listed.whole(), class_="outline", aria_label=words.outline)


@dataclass(slots=True)
class _Listed:
    """Makes the list from the first heading to the last; `_at` is the next one."""

    found: Sequence[Entry]
    link: Callable[[Entry], str]
    spans: Sequence[Marked]
    is_long: bool
    _at: int = 0

    def whole(self) -> Html:
        """Return the list of all headings."""
        return self._list(above=0, depth=1)

    def _list(self, above: int, depth: int) -> Html:
        """Return the list of the headings that follow and are lower than the level above."""
        items = []
        while self._at < len(self.found) and self.found[self._at].level > above:
            items.append(self._item(depth))
        return element("ul", *items)

    def _item(self, depth: int) -> Html:
        entry = self.found[self._at]
        self._at += 1
        held = entry.holds(self.spans)
        link = element("a", entry.title, href=self.link(entry), class_="holds" if held else None)
        if self._at >= len(self.found) or self.found[self._at].level <= entry.level:
            return element("li", link)
        below = self._list(entry.level, depth + 1)
        if self.is_long and depth >= FOLDED_FROM:
            return element("li", _folded(link, below, is_open=held))
        return element("li", link, below)


def _folded(link: Html, below: Html, *, is_open: bool) -> Html:
    return element("details", element("summary", link), below, open="open" if is_open else None)
