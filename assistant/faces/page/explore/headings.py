"""What stands above a view: how much there is, what is not shown, and the downloads."""

from collections.abc import Iterable

from assistant.exploring.ledgers import Count
from assistant.exploring.years import Shown
from assistant.faces.page.explore import parts
from assistant.faces.page.explore.pane import Window
from assistant.faces.page.explore.wording import Words
from assistant.faces.rendering import Html, element
from corpus.notice import Years


def heading(facts: Iterable[object], links: Html) -> Html:
    """Return the line of facts with the downloads at its end."""
    return element("div", parts.facts(facts), links, class_="explore-heading")


def counted(count: Count, words: Words) -> str:
    """Return how many there are."""
    written = f"{count.number:,}"
    return (words.rows if count.is_exact else words.many_rows).format(rows=written)


def shown(window: Window, words: Words) -> str:
    """Return which of them are shown; empty where all are."""
    if not window.page and not window.has_more:
        return ""
    return words.shown.format(first=window.first, last=window.last)


def left_out(years: Shown, words: Words) -> str:
    """Return how many figures are about years that are not shown; empty where there are none."""
    if not years.left_out:
        return ""
    named = Years(years.left_out[0], years.left_out[-1])
    return words.left_out.format(years=named, figures=f"{years.figures:,}")
