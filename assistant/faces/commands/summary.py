"""What `kewen index` says at the end, in lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.faces.commands.printing import shown
from corpus.notice import Related

if TYPE_CHECKING:
    from embeddings.archive.ingestion import IngestReport

MOST_NAMES = 10


def summary(report: "IngestReport") -> Iterator[str]:
    """Yield the lines: counts with up to ten names, each rejected file, what is related to what."""
    for what in ("added", "updated", "unchanged", "removed"):
        yield _counted(what, getattr(report, what), named=what != "unchanged")
    yield f"rejected: {len(report.rejected)}"
    yield from (f"  {shown(r.path)}: {r.reason}" for r in report.rejected)
    if report.passed_over:
        yield _passed_over(report.passed_over)
    yield from _related(report.related)


def relation_line(notice_id: str, related: Related) -> str:
    """Return one relation as a sentence of the notice it belongs to."""
    other = related.notice_id
    if related.kind == "duplicate":
        return f"{notice_id} says the same as {other}"
    if related.newer is None:
        return f"{notice_id} is another version of {other} ({related.similarity:.0%} the same)"
    newer = related.newer == notice_id
    if related.kind == "repeals":
        return f"{notice_id} {'repeals' if newer else 'is repealed by'} {other}"
    order = "a newer" if newer else "an older"
    return f"{notice_id} is {order} version of {other} ({related.similarity:.0%} the same)"


def relation_lines(related: Mapping[str, tuple[Related, ...]]) -> list[str]:
    """Return a line for each pair: of two notices that name each other, from the newer's side."""
    pairs: dict[frozenset[str], tuple[str, Related]] = {}
    for name, others in related.items():
        for one in others:
            pair = frozenset((name, one.notice_id))
            if pair not in pairs or one.newer == name:
                pairs[pair] = (name, one)
    return [relation_line(shown(name), one) for name, one in pairs.values()]


def _counted(what: str, names: Sequence[str], *, named: bool) -> str:
    few = named and 0 < len(names) <= MOST_NAMES
    return f"{what}: {len(names)}" + (f" ({', '.join(map(shown, names))})" if few else "")


def _passed_over(by_suffix: Mapping[str, int]) -> str:
    listed = ", ".join(f"{shown(s) or 'no suffix'} {n}" for s, n in by_suffix.items())
    return f"passed over, of a kind that is not read: {sum(by_suffix.values())} ({listed})"


def _related(related: Mapping[str, tuple[Related, ...]]) -> Iterator[str]:
    lines = relation_lines(related)
    if lines:
        yield f"related: {len(lines)}"
    yield from (f"  {line}" for line in lines[:MOST_NAMES])
    if len(lines) > MOST_NAMES:
        yield f"  … and {len(lines) - MOST_NAMES} more: see `kewen notices`"
