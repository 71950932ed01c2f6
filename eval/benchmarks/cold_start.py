"""How long a question takes from a cold start, beside LangChain + FAISS: `make benchmark`.

Each question is asked in a new process, the two programs in turn, so that a machine that gets
slower slows both. What is printed is the median and the ratio of the pairs.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

QUESTIONS = (
    "which districts set 高新技术企业 targets in 2016–2018?",
    "海曙区怎样帮没有抵押的中小企业拿到贷款？",
)
RUNS = 7
KEWEN = (
    sys.executable,
    "-c",
    "import sys; from assistant.faces.commands import main; sys.exit(main())",
)
PEER = (sys.executable, "-W", "ignore", "-m", "eval.benchmarks.peer")


def seconds(command: Sequence[str]) -> float:
    """Return how long a command takes from start to end.

    :raises subprocess.CalledProcessError: if it fails.
    """
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    """Build both indexes, ask in turn, print the table."""
    with tempfile.TemporaryDirectory() as folder:
        data, store = str(Path(folder, "kewen")), str(Path(folder, "store"))
        subprocess.run([*KEWEN, "index", "--data", data], check=True, capture_output=True)
        subprocess.run([*PEER, "index", store], check=True, capture_output=True)
        print(f"{RUNS} cold starts each, in turn; median seconds")
        print(f"{'kewen ask':>10}{'LangChain':>12}{'ratio':>8}  question")
        for question in QUESTIONS:
            _compare([*KEWEN, "ask", question, "--data", data], [*PEER, "ask", store, question])


def _compare(ours: Sequence[str], theirs: Sequence[str]) -> None:
    seconds(ours), seconds(theirs)
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(RUNS)]
    own, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"{own:>10.2f}{peer:>12.2f}{ratio:>8.2f}  {ours[-3]}")


if __name__ == "__main__":
    main()
