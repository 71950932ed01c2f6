"""Section passages beside fixed-size splitting: `python -m eval.benchmarks.passages [--data DATA]`.

All cut the same cleaned text and are searched by the same encoder, keyword index and fusion: section
passages under their title and headings, the recursive splitter's pieces as they are and, which is
more than splitters give, under the title too. The splitter cuts once at the same greatest size, and
once so that its pieces are as many, and so as large on average, as the section passages. A passage
is right if it holds the gold quote of a development question, or most of it. `--data` adds reports
as distractors.
"""

import argparse
import json
import lzma
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import log2
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import outline, passages
from corpus.cleaning import Line, lines
from corpus.sentences import Span
from embeddings.archive.searchable import Searchable
from embeddings.encoder import Encoder
from embeddings.loading import load_encoder
from eval.comparison import randomisation_test
from eval.gold.questions import Question, read_questions
from eval.retrieval.searching import Searcher

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "eval/questions/five-notices.dev.jsonl"
REPORTS = "gov_reports.jsonl.xz"
SEED = 20160506
MOST = 0.8


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be cut, and the title under which its pieces are searched."""

    notice_id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What is retrieved: ``text[start:end]`` of a document, found under `words`."""

    notice_id: str
    start: int
    end: int
    words: str


Cutting = Callable[[Document], Iterator[Piece]]


def by_sections(document: Document) -> Iterator[Piece]:
    """Yield the passages of kewen."""
    found = lines(document.text)
    body = [line for line in found if line.kind == "body"]
    parts = outline.sections(document.text, body, None)
    for p in passages.passages(document.notice_id, document.text, found, parts):
        words = "\n".join((document.title, *p.section_path, p.text))
        yield Piece(p.notice_id, p.start, p.end, words)


def by_size(characters: int) -> Cutting:
    """Return what the recursive splitter makes of cleaned text, without looking at sections."""

    def cut(document: Document) -> Iterator[Piece]:
        for block in _blocks(lines(document.text)):
            for start, end in passages.split(document.text, block, characters):
                yield Piece(document.notice_id, start, end, document.text[start:end])

    return cut


def titled(cut: Cutting) -> Cutting:
    """Return the same cut with each piece under the title of its notice."""

    def under_title(document: Document) -> Iterator[Piece]:
        for piece in cut(document):
            yield replace(piece, words=f"{document.title}\n{piece.words}")

    return under_title


def cuts(documents: Sequence[Document]) -> Iterator[tuple[str, Cutting]]:
    """Yield the ways of cutting that are compared, ours first."""
    yield "sections", by_sections
    count = sum(1 for document in documents for _ in by_sections(document))
    for characters in (passages.PASSAGE_CHARACTERS, as_many(documents, count)):
        yield f"size {characters}", by_size(characters)
        yield f"size {characters} + title", titled(by_size(characters))


def as_many(documents: Sequence[Document], count: int) -> int:
    """Return the size at which the splitter makes about so many pieces, to 10 characters."""

    def distance(characters: int) -> int:
        cut = by_size(characters)
        return abs(sum(1 for document in documents for _ in cut(document)) - count)

    return min(range(100, passages.PASSAGE_CHARACTERS + 1, 10), key=distance)


def _blocks(found: Sequence[Line]) -> Iterator[Span]:
    for is_body, run in groupby(found, key=lambda line: line.kind == "body"):
        block = list(run)
        if is_body:
            yield Span(block[0].start, block[-1].end)


@dataclass(frozen=True, slots=True)
class Gold:
    """Where a quote stands, each place as good as another."""

    notice_id: str
    places: tuple[Span, ...]

    def in_piece(self, piece: Piece) -> bool:
        """Return whether the piece holds most of the quote."""
        return piece.notice_id == self.notice_id and any(
            min(piece.end, end) - max(piece.start, start) >= MOST * (end - start)
            for start, end in self.places
        )


def scores(golds: Sequence[Gold], ranking: Sequence[Piece]) -> dict[str, float]:
    """Return Recall@1, Recall@5 and nDCG@10 of a ranking; a quote found again gains nothing."""
    ranks = [
        next((rank for rank, piece in enumerate(ranking, 1) if gold.in_piece(piece)), None)
        for gold in golds
    ]
    found = [rank for rank in ranks if rank is not None]
    ideal = sum(1 / log2(rank + 1) for rank in range(1, len(golds) + 1))
    gained = sum(1 / log2(rank + 1) for rank in found if rank <= 10)
    return {
        "Recall@1": sum(rank == 1 for rank in found) / len(golds),
        "Recall@5": sum(rank <= 5 for rank in found) / len(golds),
        "nDCG@10": min(1.0, gained / ideal),
    }


def golds_of(question: Question, texts: dict[str, str]) -> list[Gold]:
    """Return where the quotes of a question stand."""
    found = []
    for quote in question.quotes:
        for notice_id in question.notices:
            places = tuple(_places(texts[notice_id], quote))
            if places:
                found.append(Gold(notice_id, places))
                break
    return found


def _places(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote)
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _notices() -> list[Document]:
    folder = ROOT / "corpus" / "notices"
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    return [Document(name, _title(text), text) for name, text in texts.items()]


def _title(text: str) -> str:
    first = next(line for line in lines(text) if line.kind == "body")
    return text[first.start : first.end]


def _distractors(data: Path | None, count: int) -> list[Document]:
    if data is None:
        return []
    with lzma.open(data / REPORTS, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    chosen = random.Random(SEED).sample(records, count)
    return [Document(r["id"], f"{r['region']}{r['title'] or ''}", r["text"]) for r in chosen]


Asked = tuple[Question, list[Gold]]


def _questions(texts: dict[str, str]) -> list[Asked]:
    asked = [q for q in read_questions(QUESTIONS).questions if q.quotes and not q.history]
    return [(question, golds) for question in asked if (golds := golds_of(question, texts))]


Measured = dict[str, NDArray[np.float64]]


def measured(asked: Sequence[Asked], pieces: Sequence[Piece], encoder: Encoder) -> Measured:
    """Return each measure for each question."""
    searcher = Searcher([Searchable("", piece.words) for piece in pieces], encoder)
    found = [
        scores(golds, [pieces[row] for row in searcher.search(question.question, 10)])
        for question, golds in asked
    ]
    return {measure: np.array([each[measure] for each in found]) for measure in found[0]}


def main() -> None:
    """Print the table, and for each way of splitting how likely it differs by chance."""
    arguments = _arguments()
    documents = _notices() + _distractors(arguments.data, arguments.reports)
    asked = _questions({document.notice_id: document.text for document in documents})
    encoder = load_encoder()
    ours: Measured = {}
    print(f"{len(asked)} questions, {len(documents)} documents")
    print(f"{'cut by':<18}{'pieces':>8}{'mean':>6}{'Recall@1':>10}{'Recall@5':>10}{'nDCG@10':>10}")
    for name, cut in cuts(documents):
        pieces = [piece for document in documents for piece in cut(document)]
        found = measured(asked, pieces, encoder)
        size = sum(piece.end - piece.start for piece in pieces) / len(pieces)
        print(
            f"{name:<18}{len(pieces):>8}{size:>6.0f}{_row(values.mean() for values in found.values())}"
        )
        ours = ours or found
        if found is not ours:
            p_values = (randomisation_test(ours[measure] - found[measure]) for measure in found)
            print(f"{'  p':<32}{_row(p_values)}")


def _row(values: Iterable[float]) -> str:
    return "".join(f"{value:>10.3f}" for value in values)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Section passages beside fixed-size splitting.")
    parser.add_argument("--data", type=Path, help="folder of the public data: adds distractors")
    parser.add_argument("--reports", type=int, default=300, help="how many reports are added")
    return parser.parse_args()


if __name__ == "__main__":
    main()
