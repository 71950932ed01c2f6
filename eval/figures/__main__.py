"""The ledger against labelled clauses: `python -m eval.figures --data DATA [--part dev|test] [--gate]`.

Every report that a clause is from is understood whole. Printed are precision and recall of figures,
how many of those found are of the right kind, action, number and unit; for the development part
also what is missed and invented. The test part is for figures only.
"""

import argparse
import json
import lzma
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from corpus.errors import UsageError
from corpus.notice import Target
from corpus.understanding import understand_text
from eval.figures.gold import Clause, Part, clauses
from eval.figures.matching import Matched, action_class, is_written_so, matched
from eval.measures import figure

REPORTS = "gov_reports.jsonl.xz"
ASKED = {"precision": 0.92, "recall": 0.88, "kind": 0.92, "action": 0.90, "value": 0.97}

Judged = list[tuple[Clause, Matched]]


def judged(wanted: Sequence[Clause], data: Path) -> Judged:
    """Return what the ledger has of each clause.

    :raises UsageError: if the data cannot be read, or a text is not the one that was labelled.
    """
    found = []
    for record, text, title in _records(data, {clause.record for clause in wanted}):
        mine = [clause for clause in wanted if clause.record == record]
        if sha256(text.encode("utf-8")).hexdigest() != mine[0].sha256:
            raise UsageError(f"The record {record!r} is not the one that was labelled.")
        # Reports are read as files are: under their title.
        above = f"{title}\n\n"
        notice = understand_text(above + text, "report", source=record, sha256="")
        found += [(c, matched(c.figures, _inside(notice.targets, c, len(above)))) for c in mine]
    return found


def _inside(targets: Sequence[Target], clause: Clause, shift: int) -> list[Target]:
    first, last = clause.start + shift, clause.end + shift
    return [t for t in targets if first <= t.start < last or t.start <= first < t.end]


def _records(data: Path, ids: set[str]) -> Iterator[tuple[str, str, str]]:
    try:
        with lzma.open(data / REPORTS, "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                if record["id"] in ids:
                    yield record["id"], record["text"], record["title"] or ""
    except (OSError, lzma.LZMAError, ValueError) as error:
        raise UsageError(
            f"The public data cannot be read ({error}). Give --data the folder that holds it."
        ) from error


def measures(found: Judged) -> dict[str, list[float]]:
    """Return the values behind each measure, one a figure."""
    pairs = [pair for _, each in found for pair in each.pairs]
    missed = sum(len(each.missed) for _, each in found)
    invented = sum(len(each.invented) for _, each in found)
    return {
        "precision": [1.0] * len(pairs) + [0.0] * invented,
        "recall": [1.0] * len(pairs) + [0.0] * missed,
        "kind": [float(wanted.kind == target.kind) for wanted, target in pairs],
        "action": [float(wanted.action == action_class(target)) for wanted, target in pairs],
        "value": [float(is_written_so(wanted, target)) for wanted, target in pairs],
    }


def main() -> int:
    """Print the table; 1 with --gate if a measure is below what is asked."""
    arguments = _arguments()
    below = False
    for part in arguments.parts:
        wanted = clauses(part)
        try:
            found = judged(wanted, arguments.data)
        except UsageError as error:
            sys.stderr.write(f"{error}\n")
            return 2
        sys.stdout.write(
            f"{part}: {len(wanted)} clauses, {len({c.record for c in wanted})} reports\n"
        )
        for name, values in measures(found).items():
            got = figure(values)
            below |= got.mean < ASKED[name]
            sys.stdout.write(
                f"{name:<10} {got.mean:.3f}  [{got.low:.3f}, {got.high:.3f}]  n={got.questions}"
                f"  asked {ASKED[name]}\n"
            )
        if part == "dev":
            sys.stdout.writelines(_faults(found))
    return int(arguments.gate and below)


def _faults(found: Judged) -> Iterator[str]:
    for clause, each in found:
        for wanted in each.missed:
            yield f"{clause.id} missed    {wanted.indicator} {wanted.value} {wanted.kind}\n"
        for target in each.invented:
            yield f"{clause.id} invented  {target.indicator} {target.value}: {target.quote[:60]}\n"
        for wanted, target in each.pairs:
            if wanted.kind != target.kind:
                yield f"{clause.id} kind      {target.kind}, not {wanted.kind}: {target.quote[:60]}\n"
            if wanted.action != action_class(target):
                yield f"{clause.id} action    {target.action}, not {wanted.action}: {target.quote[:60]}\n"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The ledger of figures against labelled clauses.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--part", dest="parts", choices=("dev", "test"), action="append")
    parser.add_argument("--gate", action="store_true", help="1 if a measure is below what is asked")
    arguments = parser.parse_args()
    parts: list[Part] = arguments.parts or ["dev", "test"]
    arguments.parts = parts
    return arguments


if __name__ == "__main__":
    sys.exit(main())
