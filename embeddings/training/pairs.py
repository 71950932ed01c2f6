"""Readers that turn public documents into pairs of a query and the passage that answers it."""

import hashlib
import json
import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from embeddings.training.paragraphs import (
    LONGEST,
    SHORTEST,
    cut_at_sentences,
    read_paragraphs,
    split_first_sentence,
)

PairKind = Literal[
    "heading", "sentence", "keywords", "article", "question",
    "asked", "gloss", "term", "english", "everyday",
]  # fmt: skip
Record = dict[str, Any]
HELD_OUT_SHARE = 0.05
_ARTICLES_PER_LAW = 3
_PASSAGES_PER_HEADING = 3
_ARTICLE = re.compile(r"^(第[一二三四五六七八九十百零]+条)\s+(.+)$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A query and a passage that answers it; `group` is what is held out together."""

    query: str
    passage: str
    kind: PairKind
    group: str


def read_records(path: Path) -> Iterator[Record]:
    """Yield the objects of an xz-compressed file that holds one JSON object per line."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def is_held_out(group: str, share: float = HELD_OUT_SHARE) -> bool:
    """Return whether a group belongs to the development set: the same answer on every machine."""
    digest = hashlib.sha256(group.encode()).digest()
    return int.from_bytes(digest[:4], "big") < share * 2**32


def report_pairs(records: Iterable[Record]) -> Iterator[Pair]:
    """Yield heading → paragraph and first sentence → rest of paragraph, grouped by region."""
    for record in records:
        used: Counter[str] = Counter()
        for paragraph in read_paragraphs(record["text"]):
            used[paragraph.heading] += 1
            if len(paragraph.heading) >= 6 and used[paragraph.heading] <= _PASSAGES_PER_HEADING:
                yield Pair(paragraph.heading, paragraph.text, "heading", record["region"])
            if halves := split_first_sentence(paragraph.text):
                yield Pair(*halves, "sentence", record["region"])


def law_pairs(records: Iterable[Record]) -> Iterator[Pair]:
    """Yield title and article number → article, at most three a law, grouped by title.

    Three, because the number stands nowhere in the text: what can be learnt is the law's subject.
    """
    for record in records:
        articles = [found for line in record["text"].split("\n") if (found := _ARTICLE.match(line))]
        long_ones = [found for found in articles if SHORTEST <= len(found[2]) <= LONGEST]
        step = max(1, len(long_ones) // _ARTICLES_PER_LAW)
        for found in long_ones[::step][:_ARTICLES_PER_LAW]:
            yield Pair(f"{record['title']}{found[1]}", found[2], "article", record["title"])
        for found in long_ones:
            if halves := split_first_sentence(found[2]):
                yield Pair(*halves, "sentence", record["title"])


def question_pairs(questions: Iterable[Record], passages: Iterable[Record]) -> Iterator[Pair]:
    """Yield question → the piece of the passage that holds the answer, grouped by its title.

    A question is left out if no piece holds the whole answer.
    """
    by_id = {passage["pid"]: passage for passage in passages}
    for question in questions:
        passage = by_id[question["pid"]]
        for piece in cut_at_sentences(passage["text"], LONGEST):
            if question["answers"][0] in piece:
                yield Pair(question["question"], piece, "question", passage["title"])
                break


def drop_common_queries(pairs: Iterable[Pair], most: int = 12) -> list[Pair]:
    """Return the pairs without repeats and without queries too common to mean one passage."""
    unique = list(dict.fromkeys(pairs))
    often = Counter(pair.query for pair in unique)
    return [pair for pair in unique if often[pair.query] <= most]
