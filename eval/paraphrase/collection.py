"""The paraphrase benchmark: questions in everyday words among the passages of held-out documents.

`questions.tsv` holds the part (dev or test, by region or law), where the answering passage stands in
the public data, and the question. The texts are read from the data again.
"""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple

from corpus.errors import UsageError
from embeddings.training.pairs import Record, is_held_out, read_records
from embeddings.training.paragraphs import read_paragraphs
from embeddings.training.questions import group_of, name_of
from embeddings.training.sources import LAWS, REPORTS
from eval.exchange.retrieval import RetrievalSet

Part = Literal["dev", "test"]
PARTS: tuple[Part, ...] = ("dev", "test")
QUESTIONS = "questions.tsv"
# Shorter ones say too little to be asked about; of longer ones, the question is about a part.
SHORTEST, LONGEST = 60, 300
FIRST_YEAR = 2008


class Question(NamedTuple):
    """A question and the stretch of a record that answers it."""

    part: str
    file: str
    record: str
    start: int
    end: int
    text: str


def questions() -> list[Question]:
    """Return the questions of both parts."""
    text = (files("eval.paraphrase") / QUESTIONS).read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return [
        Question(part, file, record, int(start), int(end), asked)
        for part, file, record, start, end, asked in lines
    ]


def collection(data: Path, part: Part) -> RetrievalSet:
    """Return the questions of a part and all passages of the held-out documents.

    Of passages with the same text the first one is kept.

    :raises UsageError: if the data lacks a file or the passage of a question.
    """
    documents: dict[str, tuple[str, str]] = {}
    by_text: dict[str, str] = {}
    places: dict[tuple[str, str], Record] = {}
    for file, record in _held_out(data):
        places[file, name_of(record)] = record
        for number, paragraph in enumerate(read_paragraphs(record["text"])):
            if SHORTEST <= len(paragraph.text) <= LONGEST and paragraph.text not in by_text:
                by_text[paragraph.text] = f"{name_of(record)}#{number}"
                title = f"{record['title']}\n{paragraph.heading}"
                documents[by_text[paragraph.text]] = (title.strip(), paragraph.text)
    asked = [question for question in questions() if question.part == part]
    qrels = {f"{part}-{n}": {_answer(q, places, by_text): 1} for n, q in enumerate(asked, 1)}
    return RetrievalSet(documents, {f"{part}-{n}": q.text for n, q in enumerate(asked, 1)}, qrels)


def _held_out(data: Path) -> Iterator[tuple[str, Record]]:
    for file in (REPORTS, *LAWS):
        if not (data / file).is_file():
            message = f"The benchmark needs {file}, and {data} does not hold it."
            raise UsageError(f"{message} Give --data the folder of the public data.")
        for record in read_records(data / file):
            if (
                is_held_out(group_of(record))
                and int(record.get("year") or FIRST_YEAR) >= FIRST_YEAR
            ):
                yield file, record


def _answer(
    question: Question, places: dict[tuple[str, str], Record], by_text: dict[str, str]
) -> str:
    record = places.get((question.file, question.record))
    found = by_text.get(record["text"][question.start : question.end]) if record else None
    if found is None:
        place = f"{question.file} {question.record} {question.start}-{question.end}"
        raise UsageError(f"The data does not hold the passage {place}: it is of another edition.")
    return found
