"""What is said where nothing is left: which filter leaves nothing."""

from collections.abc import Callable, Iterable, Iterator

from assistant.exploring.filters import LedgerFilters, why_empty
from assistant.exploring.holdings import holdings
from assistant.exploring.ledgers import MOST_COUNTED, count_figures
from assistant.faces.page.explore.wording import Words
from assistant.faces.rendering import Html, element
from embeddings.archive.tables import Tables

MOST_SIMILAR = 6
Counting = Callable[[LedgerFilters], int]


def no_figures(tables: Tables, filters: LedgerFilters, words: Words) -> Html:
    """Return that no figure matches, because of which filters, and which indicators are meant perhaps."""
    if not filters.used:
        return _hint([words.no_figures])
    sentences = list(_sentences(filters, lambda some: count_figures(tables, some).number, words))
    similar = _similar(tables, filters.indicator) if filters.indicator else []
    if similar:
        sentences.append(words.similar.format(names=words.between.join(similar)))
    return _hint([words.none, *sentences])


def no_tasks(filters: LedgerFilters, count: Counting, words: Words) -> Html:
    """Return that no task matches, and because of which filters.

    :param count: how many tasks some filters leave.
    """
    if not count(LedgerFilters()):
        return _hint([words.no_tasks])
    return _hint([words.none, *_sentences(filters, count, words)])


def _sentences(filters: LedgerFilters, count: Counting, words: Words) -> Iterator[str]:
    why = why_empty(filters, count)
    for name in why.unmatched:
        yield words.unmatched.format(name=words.filters[name], value=_value(filters, name, words))
    for name, number in why.without:
        more = "+" if number == MOST_COUNTED else ""
        yield words.without.format(name=words.filters[name], count=f"{number:,}{more}")


def _similar(tables: Tables, indicator: str) -> list[str]:
    """Return the indicators whose names hold this one, the commonest first."""
    common = [name for name, _ in holdings(tables).indicators if indicator in name]
    found = dict.fromkeys([*common, *tables.indicators_holding([indicator])])
    return [name for name in found if name != indicator][:MOST_SIMILAR]


def _value(filters: LedgerFilters, name: str, words: Words) -> str:
    if name == "places":
        return words.between.join(filters.places)
    if name == "years":
        first, last = filters.year_from, filters.year_to
        return str(first) if first == last else f"{first or '…'}–{last or '…'}"
    if name == "kind":
        return words.target if filters.kind == "target" else words.achieved
    return str(getattr(filters, name))


def _hint(sentences: Iterable[str]) -> Html:
    return element("div", *(element("p", line) for line in sentences), class_="hint")
