"""The figures and the worst documents as lines for a terminal."""

from collections.abc import Iterator, Sequence

from eval.outline.figures import Figures
from eval.outline.judging import Judgement

FIRST_DIFFERENCES = 6
SHOWN = 40


def figures(found: Figures) -> Iterator[str]:
    """Yield the lines of the figures."""
    macro = found.by_document
    interval = f"[{macro.low:.3f}, {macro.high:.3f}]"
    shares = f"precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}"
    yield f"boundaries     {shares}  ({found.headings} headings)"
    yield f"by document    F1 {macro.mean:.3f}  95 % interval {interval}  ({macro.questions} documents)"
    yield f"levels         {found.levels:.3f} of the boundaries found"
    yield f"heading words  {found.words:.3f} of the boundaries found"
    yield f"items          F1 {found.items_f1:.3f}  ({found.items} items)"
    if found.inside:
        inside = f"{found.inside_found} of {found.inside} sub-headings inside paragraphs"
        yield f"inside         {inside} are read, counted in no figure above"


def names(judgements: Sequence[Judgement]) -> Iterator[str]:
    """Yield a line for each document: its name, F1, and how many levels are wrong."""
    for each in judgements:
        wrong = sum(not pair.same_level for pair in each.right)
        yield (
            f"{each.gold.id:<28} F1 {each.f1:.3f}  missed {len(each.missed)}  "
            f"in vain {len(each.in_vain)}  levels wrong {wrong}"
        )


def details(judgement: Judgement) -> list[str]:
    """Return the first differences of a document in the order of its text."""
    missed = [(h.start, f"missed   {h.level} {h.words[:SHOWN]}") for h in judgement.missed]
    vain = [(h.start, f"in vain  {h.level} {_one_line(h.words)}") for h in judgement.in_vain]
    levels = [
        (p.gold.start, f"level    {p.read.level} for {p.gold.level} {p.gold.words[:SHOWN]}")
        for p in judgement.right
        if not p.same_level
    ]
    words = [
        (p.gold.start, f"words    {_one_line(p.read.words)} for {p.gold.words[:SHOWN]}")
        for p in judgement.right
        if not p.same_words
    ]
    found = sorted([*missed, *vain, *levels]) or sorted(words)
    return [f"    {line}" for _, line in found[:FIRST_DIFFERENCES]]


def _one_line(words: str) -> str:
    return " ".join(words.split())[:SHOWN]
