"""Which notices of an archive are the same, versions of one another, or repeal each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.notice import Related, Relation
from embeddings.archive.records import NoticeSummary
from embeddings.archive.related.differences import difference
from embeddings.archive.related.editions import Edition, edition_of
from embeddings.archive.related.likeness import Pairs, candidates, grouped, likeness
from embeddings.archive.related.repealing import repealed
from embeddings.archive.related.sketches import BINS, Codes, Sketch, bins_of

# Two yearly reports of one city share up to a fifth of their pieces; see tests and the measuring.
ALIKE = 0.5
ALIKE_UNDER_ONE_TITLE = 0.3


@dataclass(frozen=True, slots=True)
class _Known:
    """A notice as it is compared."""

    summary: NoticeSummary
    sketch: Sketch
    edition: Edition


def relations(
    notices: Sequence[tuple[NoticeSummary, Sketch]], letters: Callable[[str], str]
) -> Mapping[str, tuple[Related, ...]]:
    """Return what is related to each notice, by id; nothing for most.

    :param letters: gives the letters of the body of a notice; asked only for those much alike.
    """
    known = [_Known(summary, sketch, edition_of(summary)) for summary, sketch in notices]
    rows = [bins_of(k.sketch) if k.sketch.bins else _own(n) for n, k in enumerate(known)]
    bins = np.array(rows, np.uint32).reshape(-1, BINS)
    found: dict[tuple[str, str], Related] = {}
    for first, second in sorted(_to_compare(known, bins)):
        share = likeness(bins[first], bins[second])
        if kind := _kind(known[first], known[second], share, letters):
            _relate(found, known[first], known[second], kind, share)
    told = repealed([k.edition for k in known], [k.sketch.repeals for k in known])
    for older, newer in told:
        share = likeness(bins[older], bins[newer])
        _relate(found, known[older], known[newer], "repeals", share, newer=known[newer])
    return _by_notice(found)


def _own(number: int) -> Codes:
    """Return a MinHash that no other notice has, for a notice without text."""
    return np.arange(BINS, dtype=np.uint32) + np.uint32(number * BINS)


def _to_compare(known: Sequence[_Known], bins: Codes) -> Pairs:
    same_title = grouped([k.edition.key or number for number, k in enumerate(known)])
    return candidates(bins) | grouped([k.sketch.digest for k in known]) | same_title


def _kind(
    first: _Known, second: _Known, share: float, letters: Callable[[str], str]
) -> Relation | None:
    if first.sketch.digest == second.sketch.digest:
        return "duplicate"
    of_one = first.edition.is_of(second.edition)
    if share < (ALIKE_UNDER_ONE_TITLE if of_one else ALIKE):
        return None
    apart = difference(*(letters(k.summary.notice_id) for k in (first, second)))
    if apart.is_furniture or (apart.is_small and not first.edition.differs(second.edition)):
        return "duplicate"
    if of_one and not first.edition.is_of_another_year(second.edition):
        return "version"
    return None


def _relate(
    found: dict[tuple[str, str], Related],
    first: _Known,
    second: _Known,
    kind: Relation,
    share: float,
    newer: _Known | None = None,
) -> None:
    newest = newer or _newer(first, second)
    name = newest.summary.notice_id if newest else None
    ids = (first.summary.notice_id, second.summary.notice_id)
    for one, other in (ids, ids[::-1]):
        found[one, other] = Related(kind, other, round(share, 2), name)


def _newer(first: _Known, second: _Known) -> _Known | None:
    order = first.edition.order(second.edition)
    return None if order == 0 else second if order < 0 else first


def _by_notice(found: Mapping[tuple[str, str], Related]) -> Mapping[str, tuple[Related, ...]]:
    related: dict[str, tuple[Related, ...]] = {}
    for one, other in sorted(found):
        related[one] = (*related.get(one, ()), found[one, other])
    return related
