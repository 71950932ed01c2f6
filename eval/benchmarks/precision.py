"""What a smaller or quicker store of vectors loses: `python -m eval.benchmarks.precision INDEX`.

INDEX is a data folder. Its passages are encoded again, for it keeps their vectors in half precision,
and searched in single and half precision, in 8 bit and over an HNSW graph, for the questions of
`eval.benchmarks.speed`. What is printed: milliseconds, the share of the ten best by the exact search
in single precision that are found, MiB.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from assistant import Assistant
from embeddings.archive.searchable import searchable
from embeddings.encoder import Vectors
from eval.benchmarks.speed import questions

TOP_K = 10
LINKS, EF_CONSTRUCTION, EF_SEARCH = 32, 80, 400
TRAINED_ON, ROWS_AT_ONCE = 20_000, 5_000


def stores(dimension: int) -> Iterator[tuple[str, Any]]:
    """Yield the stores by name, the exact one first."""
    inner = faiss.METRIC_INNER_PRODUCT
    yield "single precision", faiss.IndexFlatIP(dimension)
    for name, kind in (("half precision", "QT_fp16"), ("8 bit", "QT_8bit")):
        quantizer = getattr(faiss.ScalarQuantizer, kind)
        yield name, faiss.IndexScalarQuantizer(dimension, quantizer, inner)
    # The stubs of FAISS describe its C++ signatures, not the Python ones.
    make: Any = faiss.IndexHNSWSQ
    graph = make(dimension, faiss.ScalarQuantizer.QT_fp16, LINKS, inner)
    graph.hnsw.efConstruction, graph.hnsw.efSearch = EF_CONSTRUCTION, EF_SEARCH
    yield "HNSW graph", graph


def searched(index: Any, asked: Vectors) -> tuple[float, NDArray[np.int64]]:  # noqa: ANN401
    """Return the median milliseconds of a search, and the rows found for each question."""
    faiss.omp_set_num_threads(1)
    rows, took = [], []
    for query in asked:
        begin = time.perf_counter()
        rows.append(index.search(query[None], TOP_K)[1][0])
        took.append(time.perf_counter() - begin)
    return float(np.median(took)) * 1000, np.array(rows)


def table(vectors: Vectors, asked: Vectors) -> Iterator[str]:
    """Yield the rows of the table, as Markdown."""
    yield "| vectors | p50 ms | of the ten best | MiB |"
    yield "|---|---|---|---|"
    best: NDArray[np.int64] | None = None
    for name, index in stores(vectors.shape[1]):
        index.train(vectors[:: max(1, len(vectors) // TRAINED_ON)])
        index.add(vectors)
        took, rows = searched(index, asked)
        best = rows if best is None else best
        same = np.mean([len(set(a) & set(b)) / TOP_K for a, b in zip(best, rows, strict=True)])
        size = len(faiss.serialize_index(index)) / 2**20
        yield f"| {name} | {took:.2f} | {same:.3f} | {size:,.0f} |"


def _encoded(kewen: Assistant) -> Iterator[Vectors]:
    tables = kewen.generation.tables
    titles = {notice.notice_id: notice.title for notice in tables.notices()}
    for first in range(0, kewen.generation.vectors.size, ROWS_AT_ONCE):
        last = min(first + ROWS_AT_ONCE, kewen.generation.vectors.size)
        passages = tables.passages(range(first, last))
        texts = [searchable(titles[p.notice_id], p).text for p in passages]
        yield kewen.encoder.encode_passages(texts)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What smaller stores of vectors lose.")
    parser.add_argument("index", type=Path, help="a data folder")
    with Assistant.open(parser.parse_args().index, build=False) as kewen:
        vectors = np.concatenate(list(_encoded(kewen)))
        asked = np.stack([kewen.encoder.encode_query(question) for question in questions()])
    for line in table(vectors, asked):
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
