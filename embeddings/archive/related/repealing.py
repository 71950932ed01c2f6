"""Which notices of an archive others say they repeal."""

from collections.abc import Iterator, Sequence

from corpus.repeals import Repeal
from embeddings.archive.related.editions import Edition, bare_name


def repealed(
    editions: Sequence[Edition], repeals: Sequence[Sequence[Repeal]]
) -> Iterator[tuple[int, int]]:
    """Yield the index of each notice that is repealed with that of the one that says so.

    A document number says which is meant; a title only for a notice of the same place or issuer.
    """
    by_number: dict[str, list[int]] = {}
    by_name: dict[str, list[int]] = {}
    for index, edition in enumerate(editions):
        by_number.setdefault(edition.number, []).append(index)
        by_name.setdefault(edition.name, []).append(index)
    for newer, named in enumerate(repeals):
        for repeal in named:
            meant = _by_number(repeal, by_number) or _by_name(repeal, by_name)
            for older in meant:
                strict = bool(repeal.document_number) and editions[older].number != ""
                if _may_repeal(editions[newer], editions[older], by_title=not strict):
                    yield older, newer


def _by_number(repeal: Repeal, by_number: dict[str, list[int]]) -> list[int]:
    """Find a number; the name of the organ before it has no start (原海科〔2015〕3号)."""
    written = repeal.document_number or ""
    starts = range(max(0, written.find("〔")))
    return next((by_number[written[s:]] for s in starts if written[s:] in by_number), [])


def _by_name(repeal: Repeal, by_name: dict[str, list[int]]) -> list[int]:
    return by_name.get(bare_name(repeal.title), []) if repeal.title else []


def _may_repeal(newer: Edition, older: Edition, *, by_title: bool) -> bool:
    if newer is older or newer.order(older) < 0:
        return False
    if newer.number and newer.number == older.number:
        return False
    of_one = newer.place == older.place != "" or newer.issuer == older.issuer != ""
    return of_one or not by_title
