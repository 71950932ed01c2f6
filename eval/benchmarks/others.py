"""txtai and Chroma over pieces of text, each run by the Python of an environment of its own.

`PYTHON eval/benchmarks/others.py txtai|chroma index STORE PIECES`, then `… time STORE QUESTIONS`; both
files hold one text a line, and the folder of kewen stands in `PYTHONPATH`. They use kewen's encoder.
What is printed is like that of `eval.benchmarks.warm`.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.loading import load_encoder

TOP_K = 10
BATCH = 5_000
Search = Callable[[str], object]


def txtai_index(store: Path, pieces: Sequence[str]) -> None:
    """Index with keywords and vectors."""
    from txtai import Embeddings

    found = Embeddings(method="external", transform=_transform(), hybrid=True, content=True)
    found.index((number, piece, None) for number, piece in enumerate(pieces))
    found.save(str(store))


def txtai_open(store: Path) -> Search:
    """Return its hybrid search."""
    from txtai import Embeddings

    found = Embeddings()
    found.load(str(store), config={"transform": _transform()})
    return lambda question: found.search(question, TOP_K)


def _transform() -> Callable[[list[str]], Any]:
    encoder = load_encoder()

    def transform(texts: list[str]) -> NDArray[np.float32]:
        rows = encoder.encode_passages(texts)
        # txtai divides by the length of a vector, which is zero where no piece of a text is known.
        rows[~rows.any(axis=1), 0] = 1.0
        return rows

    return transform


def chroma_index(store: Path, pieces: Sequence[str]) -> None:
    """Index vectors and texts."""
    encoder, found = load_encoder(), _chroma(store)
    for start in range(0, len(pieces), BATCH):
        batch = pieces[start : start + BATCH]
        names = [str(start + number) for number in range(len(batch))]
        found.add(ids=names, embeddings=encoder.encode_passages(batch), documents=list(batch))


def chroma_open(store: Path) -> Search:
    """Return its search by vectors."""
    encoder, found = load_encoder(), _chroma(store)
    return lambda question: found.query(
        query_embeddings=[encoder.encode_query(question)], n_results=TOP_K
    )


def _chroma(store: Path) -> Any:  # noqa: ANN401 - of another environment
    import chromadb

    client = chromadb.PersistentClient(str(store), chromadb.Settings(anonymized_telemetry=False))
    return client.get_or_create_collection("pieces", metadata={"hnsw:space": "cosine"})


PROGRAMS = {"txtai": (txtai_index, txtai_open), "chroma": (chroma_index, chroma_open)}


def main(arguments: Sequence[str]) -> None:
    """Index or time."""
    program, command, store, *paths = arguments
    index, opened = PROGRAMS[program]
    lines, *more = (Path(path).read_text(encoding="utf-8").splitlines() for path in paths)
    if command == "index":
        index(Path(store), lines)
        return
    started = time.perf_counter()
    search = opened(Path(store))
    open_seconds = time.perf_counter() - started
    search(lines[0])
    found: dict[str, Any] = {"open": open_seconds, "first": time.perf_counter() - started}
    for question in more[0]:
        search(question)
    found["search"] = []
    for question in lines:
        started = time.perf_counter()
        search(question)
        found["search"].append((time.perf_counter() - started) * 1000)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
