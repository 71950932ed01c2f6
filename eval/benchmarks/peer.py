"""The peer of the speed benchmarks: the same notices through LangChain and its FAISS store.

Run as ``python -m eval.benchmarks.peer index STORE [NOTICES]`` once and then
``python -m eval.benchmarks.peer ask STORE QUESTION``, or ``time STORE QUESTIONS`` with a file of
questions, which prints a JSON object like that of `eval.benchmarks.warm`. It uses kewen's own
shipped vectors, read without torch, so that what is compared is the path around the encoder and not the encoder.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from langchain_community.vectorstores import FAISS
from langchain_core.embeddings import Embeddings

from embeddings.loading import load_encoder
from eval.benchmarks.warm import milliseconds

NOTICES = Path(__file__).parents[2] / "corpus" / "notices"


class StaticEmbeddings(Embeddings):
    """kewen's encoder as LangChain asks for it."""

    def __init__(self) -> None:
        self._encoder = load_encoder()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a vector for each text."""
        return [[float(value) for value in row] for row in self._encoder.encode_passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return [float(value) for value in self._encoder.encode_query(text)]


def pieces(notices: Path) -> list[str]:
    """Return the texts of a folder split at a fixed size, as LangChain's tutorials do."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=400, chunk_overlap=0)
    texts = (path.read_text(encoding="utf-8") for path in sorted(notices.glob("*.txt")))
    return [" ".join(piece.split()) for text in texts for piece in splitter.split_text(text)]


def index(folder: Path, notices: Path = NOTICES) -> None:
    """Save a store of the pieces of the notices."""
    store = FAISS.from_texts(pieces(notices), StaticEmbeddings())
    store.save_local(str(folder))


def ask(folder: Path, question: str) -> None:
    """Print the four nearest passages; LangChain has nothing that would answer without a model."""
    store = FAISS.load_local(str(folder), StaticEmbeddings(), allow_dangerous_deserialization=True)
    for document in store.similarity_search(question, k=4):
        sys.stdout.write(document.page_content + "\n\n")


def time_questions(folder: Path, questions: Sequence[str], others: Sequence[str]) -> None:
    """Print how long opening and each search of the nearest ten takes, by vectors alone."""
    started = time.perf_counter()
    store = FAISS.load_local(str(folder), StaticEmbeddings(), allow_dangerous_deserialization=True)
    opened = time.perf_counter() - started
    store.similarity_search(questions[0], k=10)
    first = time.perf_counter() - started
    for question in others:
        store.similarity_search(question, k=10)
    found = [milliseconds(lambda q=q: store.similarity_search(q, k=10)) for q in questions]  # type: ignore[misc]
    sys.stdout.write(json.dumps({"open": opened, "first": first, "search": found}))


def main(arguments: Sequence[str]) -> None:
    """Index, ask, time, or write the pieces of a folder, one a line."""
    command, folder, *rest = arguments
    if command == "index":
        index(Path(folder), *map(Path, rest))
    elif command == "ask":
        ask(Path(folder), *rest)
    elif command == "pieces":
        Path(rest[0]).write_text("\n".join(pieces(Path(folder))), encoding="utf-8")
    else:
        time_questions(
            Path(folder), *(Path(f).read_text(encoding="utf-8").splitlines() for f in rest)
        )


if __name__ == "__main__":
    main(sys.argv[1:])
