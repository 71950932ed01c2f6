"""The figures of the outline benchmark, over documents and over all their headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.measures.intervals import Figure, figure
from eval.outline.judging import Judgement, f1

LOWEST = 0.95


@dataclass(frozen=True, slots=True)
class Figures:
    """Of all headings together (micro), and of the documents one by one (macro, with interval)."""

    headings: int
    precision: float
    recall: float
    f1: float
    by_document: Figure
    levels: float
    words: float
    items: int
    items_f1: float
    inside: int
    inside_found: int


def figures(judgements: Sequence[Judgement]) -> Figures:
    """Return the figures of at least one document.

    :raises ValueError: if there is none.
    """
    right = [pair for each in judgements for pair in each.right]
    missed = sum(len(each.missed) for each in judgements)
    in_vain = sum(len(each.in_vain) for each in judgements)
    items_right = sum(each.items_right for each in judgements)
    items_missed = sum(each.items_missed for each in judgements)
    return Figures(
        headings=len(right) + missed,
        precision=_share(len(right), len(right) + in_vain),
        recall=_share(len(right), len(right) + missed),
        f1=f1(len(right), missed, in_vain),
        by_document=figure([each.f1 for each in judgements]),
        levels=_share(sum(pair.same_level for pair in right), len(right)),
        words=_share(sum(pair.same_words for pair in right), len(right)),
        items=items_right + items_missed,
        items_f1=f1(items_right, items_missed, sum(each.items_in_vain for each in judgements)),
        inside=sum(len(each.gold.inside or ()) for each in judgements),
        inside_found=sum(each.inside_found for each in judgements),
    )


def misses(found: Figures, slack: float = 0.0) -> list[str]:
    """Return a sentence for each figure below what is asked: boundary F1 and the levels."""
    asked = (("boundary F1", found.f1), ("the accuracy of the levels", found.levels))
    least = LOWEST - slack
    return [f"{name} is {value:.3f}, expected {least:g}" for name, value in asked if value < least]


def worst(judgements: Sequence[Judgement], count: int) -> list[Judgement]:
    """Return the documents with the lowest F1, then with the most levels wrong."""
    return sorted(judgements, key=lambda each: (each.f1, _right_levels(each)))[:count]


def _right_levels(judgement: Judgement) -> float:
    return _share(sum(pair.same_level for pair in judgement.right), len(judgement.right))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
