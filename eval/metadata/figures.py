"""Accuracy per field, over all fields, and by layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.measures.intervals import Figure, figure
from eval.metadata.gold import FIELDS
from eval.metadata.judging import Judgement

# What issue 3 asks for.
MINIMUM = {
    "place": 0.95,
    "plan_years": 0.95,
    "issued_on": 0.95,
    "document_number": 0.95,
    "title": 0.90,
    "issuer": 0.90,
}


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Figures over documents; `stated` of a field counts only those that say something of it."""

    fields: Mapping[str, Figure]
    stated: Mapping[str, Figure]
    overall: Figure


def accuracy(judgements: Sequence[Judgement]) -> Accuracy:
    """Return the accuracy of each field and the mean over fields, a document counting once.

    :raises ValueError: if there are no judgements.
    """
    documents: dict[str, list[float]] = {}
    for judgement in judgements:
        documents.setdefault(judgement.gold.id, []).append(float(judgement.is_right))
    stated = {field: _values(judgements, field, stated=True) for field in FIELDS}
    return Accuracy(
        {field: figure(_values(judgements, field)) for field in FIELDS},
        {field: figure(values) for field, values in stated.items() if values},
        figure([sum(values) / len(values) for values in documents.values()]),
    )


def by_layout(judgements: Sequence[Judgement]) -> dict[str, Accuracy]:
    """Return the accuracy on the documents of each layout."""
    layouts = sorted({judgement.gold.layout for judgement in judgements})
    return {
        layout: accuracy([each for each in judgements if each.gold.layout == layout])
        for layout in layouts
    }


def misses(found: Accuracy, slack: float = 0.0) -> list[str]:
    """Return a sentence for each field that is read less often right than it must be."""
    bounds = {field: least - slack for field, least in MINIMUM.items()}
    return [
        f"{field} is right in {found.fields[field].mean:.3f} of the documents, expected {least:g}"
        for field, least in bounds.items()
        if found.fields[field].mean < least
    ]


def _values(judgements: Sequence[Judgement], field: str, *, stated: bool = False) -> list[float]:
    return [
        float(each.is_right)
        for each in judgements
        if each.field == field and (each.expected is not None or not stated)
    ]
