"""Lookups of what was achieved: `python -m eval.figures.lookups --data DATA [--part dev|test]`.

Each labelled figure of a review is asked for by the place and the year before the report, in which it
was achieved: 2015年苏州的研发经费占比 stands in the report of 2016. All reports that were labelled are
indexed, so that other years and places are there to be mistaken for it.
"""

import argparse
import json
import lzma
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.assistant import Assistant
from assistant.indexing import build_index
from assistant.settings import Settings
from corpus.errors import UsageError
from eval.figures.gold import ActionClass, Clause, Labelled, Part, clauses
from eval.measures import figure, says

REPORTS = "gov_reports.jsonl.xz"
# What was reached over several years, or is only expected, is no figure of the year before.
OTHER_TIMES = re.compile(
    r"年均|五年|累计|[“\"]?十[一二三四五]五|是20\d{2}年|预计|前三季度|20\d{2}年的"
)
# Reports filed under the year that they review, as `eval/benchmarks/reports_reviewed.tsv` has them.
FILED_LATE = frozenset({"四川省"})
ASKING: dict[ActionClass, tuple[str, ...]] = {
    "level": ("{y}年{p}的{i}是多少？", "{p}{y}年{i}达到多少？"),
    "new": ("{y}年{p}{i}多少{u}？", "{p}{y}年的{i}有多少{u}？"),
    "rate": ("{p}{y}年{i}增长了多少？", "{y}年{p}的{i}增速是多少？"),
    "share": ("{y}年{p}的{i}是多少？", "{p}{y}年{i}为多少？"),
}
NEW = "新增"


@dataclass(frozen=True, slots=True)
class Lookup:
    """A question about the year before a report, and the figure that answers it."""

    id: str
    question: str
    wanted: str


def lookups(wanted: Sequence[Clause], records: dict[str, tuple[str, int, str]]) -> Iterator[Lookup]:
    """Yield a question for each clause that tells of the year before, about its first such figure.

    :param records: record to region, year and text.
    """
    for clause in wanted:
        region, year, text = records[clause.record]
        if region in FILED_LATE:
            continue
        words = text[clause.start : clause.end]
        told = [f for f in clause.figures if f.kind == "achieved" and f.action in ASKING]
        if not told or OTHER_TIMES.search(words):
            continue
        yield _lookup(clause.id, told[0], region, year - 1)


def _lookup(id_: str, told: Labelled, region: str, year: int) -> Lookup:
    phrases = ASKING[told.action]
    phrase = phrases[int(sha256(id_.encode()).hexdigest(), 16) % len(phrases)]
    name = told.indicator
    if told.action == "new" and not name.startswith(("城镇新增", NEW)):
        name = NEW + name
    unit = told.value[-1] if told.action == "new" else ""
    question = phrase.format(y=year, p=region, i=name, u=unit)
    return Lookup(id_, question, told.value)


def read(data: Path, ids: set[str]) -> dict[str, tuple[str, int, str, str]]:
    """Return record to region, year, text and title.

    :raises UsageError: if the data cannot be read.
    """
    found = {}
    try:
        with lzma.open(data / REPORTS, "rt", encoding="utf-8") as file:
            for line in file:
                r = json.loads(line)
                if r["id"] in ids:
                    found[r["id"]] = (r["region"], r["year"], r["text"], r["title"] or "")
    except (OSError, lzma.LZMAError, ValueError) as error:
        raise UsageError(f"The public data cannot be read ({error}). Give --data.") from error
    return found


def main() -> int:
    """Index the reports, ask, and print how many answers say the figure."""
    parser = argparse.ArgumentParser(description="Lookups of what was achieved.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--part", dest="parts", choices=("dev", "test"), action="append")
    arguments = parser.parse_args()
    parts: list[Part] = arguments.parts or ["dev", "test"]
    every = [*clauses("dev"), *clauses("test")]
    held = read(arguments.data, {clause.record for clause in every})
    with TemporaryDirectory() as folder:
        source = Path(folder) / "reports"
        source.mkdir()
        for number, (_, _, text, title) in enumerate(held.values()):
            path = source / f"report-{number:03}.txt"
            path.write_text(f"{title}\n\n{text}", encoding="utf-8")
        settings = Settings(data=Path(folder) / "data")
        build_index(settings, [source])
        records = {name: each[:3] for name, each in held.items()}
        with Assistant.open(settings) as assistant:
            for part in parts:
                sys.stdout.writelines(_printed(assistant, part, records))
    return 0


def _printed(
    assistant: Assistant, part: Part, records: dict[str, tuple[str, int, str]]
) -> Iterator[str]:
    right, wrong = [], []
    for lookup in lookups(clauses(part), records):
        answer = assistant.ask(lookup.question)
        said = answer.status == "answered" and says(answer.text, lookup.wanted)
        right.append(float(said))
        if not said:
            wrong.append(f"{lookup.id} {lookup.question} {lookup.wanted}: {answer.text[:90]!r}\n")
    got = figure(right)
    yield f"{part}: {len(right)} lookups, {got.mean:.3f} right [{got.low:.3f}, {got.high:.3f}]\n"
    if part == "dev":
        yield from wrong


if __name__ == "__main__":
    sys.exit(main())
