"""How good each leg of the search is: `python -m eval.benchmarks.quality FOLDER [FOLDER ...]`.

The folders are BEIR folders; `python -m eval.benchmarks.reading` and `python -m eval.paraphrase` write
some. Keywords, vectors and both together search the same index; `--write` keeps the table in a file.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from assistant.retrieval.legs import Legs
from embeddings.archive.searchable import Searchable
from embeddings.encoder import Encoder
from embeddings.loading import load_encoder
from eval.benchmarks.tables import Tables, print_and_keep
from eval.exchange.beir import read_beir
from eval.exchange.retrieval import RetrievalSet
from eval.measures import Figure, run_of
from eval.retrieval.ranked import ranked
from eval.retrieval.searching import Searcher

LEGS: tuple[Legs, ...] = ("keywords", "vectors", "hybrid")
MEASURES = ("recall_at_1", "recall_at_5", "recall_at_10", "ndcg_at_10")
TOP_K = 100
HEADER = (
    "| set | queries among documents | leg | Recall@1 | Recall@5 | Recall@10 | nDCG@10 |",
    "|---|---|---|---|---|---|---|",
)


class Row(NamedTuple):
    """What one leg reaches on one set."""

    name: str
    size: str
    leg: Legs
    figures: list[Figure]

    @property
    def markdown(self) -> str:
        """The row of the table."""
        cells = (f"{figure.mean:.3f}" for figure in self.figures)
        return f"| {self.name} | {self.size} | {self.leg} | {' | '.join(cells)} |"


def rows(name: str, found: RetrievalSet, encoder: Encoder) -> Iterator[Row]:
    """Yield what each leg reaches on a set, searched in the same index."""
    names = list(found.documents)
    searcher = Searcher([Searchable(*document) for document in found.documents.values()], encoder)
    qrels = {query: dict(grades) for query, grades in found.qrels.items()}
    size = f"{len(found.queries):,} / {len(names):,}"
    for leg in LEGS:
        rankings = {
            query: [names[row] for row in searcher.search(text, TOP_K, leg)]
            for query, text in found.queries.items()
        }
        measured = ranked(qrels, run_of(rankings), None).overall
        yield Row(name, size, leg, [measured[measure] for measure in MEASURES])


def main() -> int:
    """Print, and perhaps keep, the table."""
    parser = argparse.ArgumentParser(description="Keywords, vectors and both on BEIR folders.")
    parser.add_argument("folders", type=Path, nargs="+", help="BEIR folders")
    parser.add_argument("--encoder", help="name or folder of another encoder")
    parser.add_argument(
        "--write", type=Path, help="Markdown file whose section `quality` is replaced"
    )
    arguments = parser.parse_args()

    def tables() -> Tables:
        encoder = load_encoder(arguments.encoder or "")
        lines = [
            row.markdown
            for folder in arguments.folders
            for row in rows(folder.name, read_beir(folder), encoder)
        ]
        return {"quality": [*HEADER, *lines]}

    return print_and_keep(tables, arguments.write)


if __name__ == "__main__":
    sys.exit(main())
