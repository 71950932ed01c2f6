"""Every government report read as a file: `python -m eval.benchmarks.reports --data DATA [--limit N]`.

Each record of `gov_reports.jsonl.xz` is written out as a file called by a running number, so that
its name gives nothing away, and is understood in two processes at once. What is printed: failures;
how often the place is the given region and the years planned for are the given year; every
disagreement with what was read, from where and by which rule; and passages per second beside those
of the recursive splitter, measured on the same texts in the same run.

A disagreement in which the record is at fault is listed with the reason in `reports_reviewed.tsv`;
it is printed apart and never counted as agreement.
"""

import argparse
import csv
import json
import lzma
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from corpus import passages
from corpus.notice import Notice, Reading, Years
from corpus.reading import read
from corpus.sentences import Span
from corpus.understanding import understand

REPORTS = "gov_reports.jsonl.xz"
REVIEWED = Path(__file__).with_name("reports_reviewed.tsv")
FIELDS = ("region", "year")
NATION = "全国"
SEED = 20160506
PROCESSES = 2
FROM_TEXT = 60


@dataclass(frozen=True, slots=True)
class Record:
    """What the data set says of a report; `kind` is the group it is filed under."""

    id: str
    kind: str
    region: str
    year: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read of one report: a field's value, and where and how it was read."""

    region: str
    year: str
    how: dict[str, str]
    passages: int
    seconds: float
    pieces: int
    splitting_seconds: float
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field that was read otherwise than the record has it."""

    record: Record
    field: str
    given: str
    read: str
    how: str


def load(data: Path, limit: int | None = None) -> list[Record]:
    """Return the records, or a random sample of them, always the same.

    :raises FileNotFoundError: if the folder does not hold the reports.
    """
    with lzma.open(data / REPORTS, "rt", encoding="utf-8") as file:
        entries = [json.loads(line) for line in file]
    if limit is not None and limit < len(entries):
        entries = random.Random(SEED).sample(entries, limit)
    return [
        Record(e["id"], e["kind"], e["region"], e["year"], e["title"] or "", e["text"])
        for e in entries
    ]


def write(records: Sequence[Record], folder: Path, *, titled: bool) -> list[Path]:
    """Write each record to a file called by its number, under its title if that is wanted."""
    paths = []
    for number, record in enumerate(records):
        path = folder / f"{number}.txt"
        text = f"{record.title}\n\n{record.text}" if titled else record.text
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def look_at(path: Path) -> Seen:
    """Return what is understood of a file, and how long that and splitting it took."""
    started = time.perf_counter()
    try:
        notice = understand(path, path.stem)
    except Exception as error:
        return Seen("", "", {}, 0, 0.0, 0, 0.0, f"{type(error).__name__}: {error}")
    understood = time.perf_counter()
    # The splitter's side of the work: reading the file and cutting its text.
    text = read(path).text
    pieces = len(list(passages.split(text, Span(0, len(text)))))
    split = time.perf_counter()
    return Seen(
        region=notice.place.name if notice.place else NATION,
        year=str(notice.plan_years or ""),
        how={"region": _how(notice, "place"), "year": _how(notice, "plan_years")},
        passages=len(notice.passages),
        seconds=understood - started,
        pieces=pieces,
        splitting_seconds=split - understood,
    )


def _how(notice: Notice, field: str) -> str:
    """Return where a field was read and by which rule."""
    for reading in notice.readings:
        if reading.field == field:
            return f"{reading.rule}, {reading.confidence:.2f}: {_quoted(notice, reading)}"
    return "; ".join(notice.warnings) or f"{notice.title!r}"


def _quoted(notice: Notice, reading: Reading) -> str:
    if reading.start is None or reading.end is None:
        return "not from the text"
    return repr(notice.text[reading.start : min(reading.end, reading.start + FROM_TEXT)])


def disagreements(records: Sequence[Record], seen: Sequence[Seen]) -> list[Disagreement]:
    """Return every field that was read otherwise than it was given."""
    found = []
    for record, one in zip(records, seen, strict=True):
        for field, given, value in (
            ("region", record.region, one.region),
            ("year", str(Years(record.year, record.year)), one.year),
        ):
            if value != given and one.failure is None:
                found.append(Disagreement(record, field, given, value, one.how[field]))
    return found


def reviewed(file: Path = REVIEWED) -> dict[tuple[str, str], str]:
    """Return the reasons by record and field."""
    with file.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return {(row["id"], row["field"]): row["reason"] for row in rows}


def summary(records: Sequence[Record], found: Sequence[Disagreement], failures: int) -> str:
    """Return the agreement by kind and overall, with how many disagreements are the record's."""
    reasons = reviewed()
    kinds = sorted({record.kind for record in records})
    lines = [f"{'':<24}{'reports':>8}{'region':>9}{'year':>9}{'reviewed: record at fault':>28}"]
    for kind in [*kinds, ""]:
        of_kind = [record for record in records if kind in ("", record.kind)]
        against = [d for d in found if kind in ("", d.record.kind)]
        shares = [1 - sum(d.field == f for d in against) / len(of_kind) for f in FIELDS]
        at_fault = [
            sum((d.record.id, d.field) in reasons for d in against if d.field == f) for f in FIELDS
        ]
        counts = f"region {at_fault[0]}, year {at_fault[1]}"
        name = kind.removeprefix("政府工作报告-") or "all"
        lines.append(
            f"{name:<{24 - _wide(name)}}{len(of_kind):>8}{shares[0]:>9.2%}{shares[1]:>9.2%}{counts:>28}"
        )
    return "\n".join([f"{failures} failures", *lines])


def _wide(text: str) -> int:
    return sum(not char.isascii() for char in text)


def speeds(seen: Iterable[Seen]) -> str:
    """Return passages per second of understanding and of splitting, and their ratio."""
    seen = list(seen)
    own = sum(s.passages for s in seen) / max(sum(s.seconds for s in seen), 1e-9)
    peer = sum(s.pieces for s in seen) / max(sum(s.splitting_seconds for s in seen), 1e-9)
    return (
        f"passages a second of one core: {own:,.0f} understood (title, place, years, outline, passages, "
        f"figures, tasks); {peer:,.0f} by the recursive splitter alone; ratio {own / peer:.3f}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the comparison; return 1 where a file could not be understood, 2 without the data."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help=f"the folder with {REPORTS}")
    parser.add_argument("--limit", type=int, help="read only so many, chosen at random")
    parser.add_argument(
        "--titled", action="store_true", help="write the given title above each text"
    )
    args = parser.parse_args(arguments)
    if not (args.data / REPORTS).is_file():
        print(
            f"There is no {REPORTS} in {args.data}. Give the folder that holds it with --data.",
            file=sys.stderr,
        )
        return 2
    records = load(args.data, args.limit)
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(PROCESSES) as pool:
        paths = write(records, Path(folder), titled=args.titled)
        started = time.perf_counter()
        seen = list(pool.map(look_at, paths, chunksize=8))
        elapsed = time.perf_counter() - started
    return _print(records, seen, elapsed)


def _print(records: Sequence[Record], seen: Sequence[Seen], elapsed: float) -> int:
    found, reasons = disagreements(records, seen), reviewed()
    failed = [(r, s.failure) for r, s in zip(records, seen, strict=True) if s.failure]
    for record, failure in failed:
        print(f"FAILED {record.id}: {failure}")
    ordered = sorted(found, key=lambda d: ((d.record.id, d.field) in reasons, d.field, d.record.id))
    for d in ordered:
        reason = reasons.get((d.record.id, d.field))
        note = f"  [reviewed: {reason}]" if reason else ""
        print(
            f"{d.field} {d.record.id}: given {d.given}, read {d.read or 'nothing'} from {d.how}{note}"
        )
    print(summary(records, found, len(failed)))
    print(f"{speeds(seen)}; {len(records)} reports in {elapsed:.0f} s on {PROCESSES} cores")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
