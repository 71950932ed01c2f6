"""The figures and the disagreements as lines for a terminal."""

from collections.abc import Iterator, Sequence

from eval.measures.intervals import Figure
from eval.metadata.figures import Accuracy
from eval.metadata.gold import FIELDS
from eval.metadata.judging import Judgement


def figures(found: Accuracy) -> Iterator[str]:
    """Yield a line for each field and one for all."""
    yield f"{'Field':<17}{'accuracy':>9}  95 % interval     n   where the document says it"
    for field in FIELDS:
        stated = found.stated.get(field)
        said = f"{stated.mean:.3f}  n={stated.questions}" if stated else "–"
        yield f"{_line(field, found.fields[field])}   {said}"
    yield _line("all fields", found.overall)


def layouts(found: dict[str, Accuracy]) -> Iterator[str]:
    """Yield a line for each field with its accuracy in each layout."""
    yield f"{'':<17}" + "".join(f"{layout:>12}" for layout in found)
    counts = "".join(f"{each.overall.questions:>12}" for each in found.values())
    yield f"{'documents':<17}{counts}"
    for field in FIELDS:
        cells = "".join(f"{each.fields[field].mean:>12.3f}" for each in found.values())
        yield f"{field:<17}{cells}"
    means = "".join(f"{each.overall.mean:>12.3f}" for each in found.values())
    yield f"{'all fields':<17}{means}"


def disagreements(judgements: Sequence[Judgement]) -> Iterator[str]:
    """Yield three lines for each field that was not read as a person reads it."""
    for each in judgements:
        if not each.is_right:
            how = f"  ({each.reading.rule})" if each.reading else ""
            yield f"{each.gold.id}: {each.field}"
            yield f"    says  {each.expected or '–'}"
            yield f"    read  {each.read or '–'}{how}"


def _line(name: str, found: Figure) -> str:
    interval = f"[{found.low:.3f}, {found.high:.3f}]"
    return f"{name:<17}{found.mean:>9.3f}  {interval:<14} {found.questions:>4}"
