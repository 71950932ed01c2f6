"""How long kewen takes once it is open: `python -m eval.benchmarks.warm DATA QUESTIONS OTHERS`.

Prints a JSON object: seconds to open and answer the first question; milliseconds of each search
(hybrid, filtered by the places and years that the question names) and of each answer; a question that
is answered.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant import Assistant
from assistant.question.analysis import analyse


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def main(arguments: Sequence[str]) -> None:
    """Open, warm up with other questions, search and ask all."""
    questions, others = (Path(a).read_text(encoding="utf-8").splitlines() for a in arguments[1:])
    started = time.perf_counter()
    with Assistant.open(arguments[0], build=False) as kewen:
        opened = time.perf_counter() - started
        kewen.ask(questions[0])
        first = time.perf_counter() - started
        for question in others:
            kewen.search(question)
        filters = [analyse(question).filters for question in questions]
        found = {
            "open": opened,
            "first": first,
            "search": [
                milliseconds(lambda q=q, f=f: kewen.search(q, filters=f))  # type: ignore[misc]
                for q, f in zip(questions, filters, strict=True)
            ],
            "answered": next(
                (q for q in questions if kewen.ask(q).status == "answered"), questions[0]
            ),
            "ask": [milliseconds(lambda q=q: kewen.ask(q)) for q in questions],  # type: ignore[misc]
        }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
