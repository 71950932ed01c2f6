"""Which reports the question sets are over, and their texts, made again from the public data."""

import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from corpus.errors import UsageError

REPORTS = "gov_reports.jsonl.xz"


@dataclass(frozen=True, slots=True)
class Report:
    """A report by the id of its notice and of its record, and the text the questions are about."""

    notice_id: str
    part: str
    region: str
    year: int
    characters: int
    sha256: str
    record: str


def reports() -> list[Report]:
    """Return the reports in the order of the list."""
    text = (files("eval.reports") / "records.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return [Report(n, part, where, int(y), int(c), s, r) for n, part, where, y, c, s, r in rows]


def rebuilt(wanted: Sequence[Report], data: Path) -> Iterator[tuple[Report, str]]:
    """Yield each report with its text: its title, and what the record holds under it.

    :raises UsageError: if the data cannot be read, or a text is not the one that was asked about.
    """
    records = _records(data / REPORTS, {report.record for report in wanted})
    for report in wanted:
        text = records.get(report.record, "")
        if sha256(text.encode("utf-8")).hexdigest() != report.sha256:
            raise UsageError(
                f"The record {report.record!r} of {data / REPORTS} is not the one that the questions "
                f"are about. Use the public data of the day they were written."
            )
        yield report, text


def _records(path: Path, ids: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    try:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                if record["id"] in ids:
                    found[record["id"]] = f"{record['title']}\n\n{record['text']}"
    except (OSError, lzma.LZMAError, ValueError, KeyError) as error:
        raise UsageError(
            f"The public data {path} cannot be read ({error}). Give --data the folder that holds it."
        ) from error
    return found
