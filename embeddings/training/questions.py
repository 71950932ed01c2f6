"""Everyday questions, written by reading, with the passage of the public data that each is about.

`questions.tsv` holds offsets and no text of the data: the passages are read from it again.
"""

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from corpus.errors import UsageError
from embeddings.training.pairs import Pair, Record, is_held_out, read_records
from embeddings.training.paragraphs import read_paragraphs

QUESTIONS = "questions.tsv"


class Asked(NamedTuple):
    """A question, the passage that answers it, and what stands above that."""

    question: str
    passage: str
    head: str


class Place(NamedTuple):
    """A stretch of a record, and the question about it."""

    start: int
    end: int
    question: str


def asked_pairs(data: Path) -> Iterator[Pair]:
    """Yield question → passage; every other passage has its title and heading above it.

    :raises UsageError: as `written_questions`.
    """
    for number, asked in enumerate(written_questions(data)):
        passage = f"{asked.head}\n{asked.passage}" if number % 2 else asked.passage
        yield Pair(asked.question, passage, "asked", asked.head)


def written_questions(data: Path) -> list[Asked]:
    """Return the questions with their passages.

    :raises UsageError: if a record is missing or a question is about a held-out one.
    """
    places: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for file, name, start, end, question in _lines():
        places[file][name].append(Place(int(start), int(end), question))
    found: list[Asked] = []
    for file, wanted in places.items():
        for record in read_records(data / file):
            if of_record := wanted.pop(name_of(record), None):
                found.extend(_of_record(record, of_record))
        if wanted:
            raise UsageError(f"{data / file} lacks the record {next(iter(wanted))}.")
    return found


def _lines() -> Iterator[list[str]]:
    text = (files("embeddings.training") / QUESTIONS).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


def _of_record(record: Record, places: list[Place]) -> Iterator[Asked]:
    if is_held_out(group_of(record)):
        raise UsageError(f"{name_of(record)} is held out and must not be learnt from.")
    heads = {p.text: f"{record['title']}\n{p.heading}" for p in read_paragraphs(record["text"])}
    for start, end, question in places:
        passage = record["text"][start:end]
        yield Asked(question, passage, heads.get(passage, str(record["title"])))


def name_of(record: Record) -> str:
    """Return what a record is called in `questions.tsv`."""
    return str(record.get("id") or record["title"])


def group_of(record: Record) -> str:
    """Return what is held out together: a region, or one law."""
    return str(record.get("region") or record["title"])
