"""The everyday questions about reports, asked of the whole of kewen.

`python -m eval.paraphrase.asked --data DATA [--part dev|test]` reads the reports of a part, asks each
question of the place and year it is about and of the year before, which the report reviews, and
prints how many answers cite the passage that answers, how many cite another, and how many are
refused, by what the answer rests on. Another passage may answer as well: it is not read.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from assistant import Assistant, Filters, Settings
from assistant.answers.answer import Answer
from assistant.indexing import build_index
from corpus.errors import UsageError
from embeddings.training.pairs import read_records
from embeddings.training.questions import name_of
from embeddings.training.sources import REPORTS
from eval.paraphrase.collection import PARTS, Part, Question, questions

Reply = tuple[Question, Answer, bool]


def replies(data: Path, part: Part) -> Iterator[Reply]:
    """Yield each question about a report with its answer, and whether it cites what answers.

    :raises UsageError: if the data lacks the reports.
    """
    wanted = [q for q in questions() if q.part == part and q.file == REPORTS]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        starts = _written(data, {question.record for question in wanted}, folder / "reports")
        settings = Settings(data=folder / "data")
        build_index(settings, [folder / "reports"])
        with closing(Assistant.open(settings)) as kewen:
            by_id = {notice.notice_id: notice for notice in kewen.notices()}
            for question in wanted:
                notice_id, shift = starts[question.record]
                notice = by_id[notice_id]
                years = notice.plan_years
                asked = Filters(
                    [notice.place.full_name] if notice.place else [],
                    years.first - 1 if years else None,
                    years.last if years else None,
                )
                answer = kewen.ask(question.text, filters=asked)
                first, last = question.start + shift, question.end + shift
                right = any(
                    c.notice_id == notice_id and c.start < last and first < c.end
                    for c in answer.citations
                )
                yield question, answer, right and answer.status == "answered"


def _written(data: Path, records: set[str], folder: Path) -> dict[str, tuple[str, int]]:
    """Write the reports; return by record the id of its notice and where its text begins in it."""
    if not (data / REPORTS).is_file():
        raise UsageError(
            f"There is no {REPORTS} in {data}. Give the folder that holds it with --data."
        )
    folder.mkdir()
    found: dict[str, tuple[str, int]] = {}
    for record in read_records(data / REPORTS):
        if name_of(record) in records:
            notice_id, above = f"report-{len(found)}", f"{record['title']}\n\n"
            text = f"{above}{record['text']}"
            (folder / f"{notice_id}.txt").write_text(text, encoding="utf-8")
            found[name_of(record)] = notice_id, len(above)
    if missing := records - set(found):
        raise UsageError(f"{data / REPORTS} lacks {len(missing)} of the reports asked about.")
    return found


def table(of: list[Reply]) -> list[str]:
    """Return what came of the questions, a line for each way they were answered."""
    ways = Counter((answer.reason or answer.basis or answer.kind, right) for _, answer, right in of)
    answered = [right for _, answer, right in of if answer.status == "answered"]
    lines = [
        f"{len(of)} questions: {sum(answered)} answered with the passage that answers, "
        f"{len(answered) - sum(answered)} with another, {len(of) - len(answered)} refused"
    ]
    for way in sorted({way for way, _ in ways}):
        lines.append(f"  {way:15} {ways[way, True]:4} right {ways[way, False]:4} not")
    return lines


def main() -> int:
    """Print the table of a part."""
    parser = argparse.ArgumentParser(description="Everyday questions asked of reports.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--part", choices=PARTS, default="dev")
    arguments = parser.parse_args()
    try:
        sys.stdout.write("\n".join(table(list(replies(arguments.data, arguments.part)))) + "\n")
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
