"""Speed and memory on government reports beside LangChain + FAISS, in one run.

`python -m eval.benchmarks.speed --data DATA [--reports 16 160 640 2589] [--write docs/benchmarks.md]`

For each number of reports kewen indexes them (outline, figures and tasks included) and is asked the
questions of `eval/questions/reports.*`; for the largest, LangChain splits and embeds the same files
with the same encoder, and is asked the same questions, by vectors alone. Every step is a process of
its own.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from corpus.errors import KewenError
from embeddings.archive.generation import Generation
from eval.benchmarks.cold_start import KEWEN, PEER, seconds
from eval.benchmarks.processes import Measured, run_measured
from eval.benchmarks.reports import load, write
from eval.benchmarks.tables import write_section

SIZES = (16, 160, 640, 2589)
QUESTIONS = ("reports.dev.jsonl", "reports.test.jsonl")
WARM = (sys.executable, "-m", "eval.benchmarks.warm")
SCALE_HEADER = (
    "| reports | passages | index s | passages/s | memory MiB | on disk MiB | open s "
    "| search p50 ms | p99 | answer p50 ms | p99 |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
)
PEER_HEADER = ("| | kewen | LangChain + FAISS | ratio |", "|---|---|---|---|")


class Tried(NamedTuple):
    """What indexing and asking took one program; `times` as `eval.benchmarks.warm` prints them."""

    indexing: Measured
    asking: Measured
    times: dict[str, Any]

    def at(self, which: str, percent: int) -> float:
        """Return a percentile of the milliseconds of each search or answer."""
        return float(statistics.quantiles(self.times[which], n=100)[percent - 1])


def questions() -> list[str]:
    """Return the questions over reports that stand alone."""
    lines = [
        json.loads(line)
        for name in QUESTIONS
        for line in (files("eval") / "questions" / name).read_text(encoding="utf-8").splitlines()
    ]
    return [line["question"] for line in lines if not line.get("history")]


def tried(index: Sequence[str], ask: Sequence[str]) -> Tried:
    """Run both commands.

    :raises subprocess.CalledProcessError: if one fails.
    """
    indexing, asking = run_measured(index), run_measured(ask)
    return Tried(indexing, asking, json.loads(asking.output))


def scale_row(reports: int, data: Path, ours: Tried) -> str:
    """Return the row of one size."""
    with Generation.open(data / "index") as generation:
        passages = generation.manifest.counts.passages
    disk = sum(path.stat().st_size for path in data.rglob("*") if path.is_file()) / 2**20
    rate = passages / ours.indexing.seconds
    cells = (
        f"{reports:,} | {passages:,} | {ours.indexing.seconds:.1f} | {rate:,.0f}",
        f"{ours.indexing.peak_mib:,.0f} | {disk:,.0f} | {ours.times['open']:.2f}",
        *(f"{ours.at(which, percent):.1f}" for which in ("search", "ask") for percent in (50, 99)),
    )
    return f"| {' | '.join(cells)} |"


def peer_rows(ours: Tried, theirs: Tried, cold: tuple[float, float]) -> list[str]:
    """Return the rows that hold both side by side."""
    pairs = {
        "indexing, s": (ours.indexing.seconds, theirs.indexing.seconds),
        "most memory while indexing, MiB": (ours.indexing.peak_mib, theirs.indexing.peak_mib),
        "search p50, ms (hybrid and filtered; vectors alone)": (
            ours.at("search", 50),
            theirs.at("search", 50),
        ),
        "search p99, ms": (ours.at("search", 99), theirs.at("search", 99)),
        "most memory while asking, MiB": (ours.asking.peak_mib, theirs.asking.peak_mib),
        "one question in a new process, s (cited answer; passages)": cold,
    }
    return [f"| {name} | {a:.2f} | {b:.2f} | {a / b:.2f} |" for name, (a, b) in pairs.items()]


def compare(data: Path, sizes: Sequence[int]) -> tuple[list[str], list[str]]:
    """Return the table of sizes and the table beside the peer, as Markdown.

    :raises FileNotFoundError: if the folder does not hold the reports.
    """
    asked = questions()
    scale, beside = list(SCALE_HEADER), list(PEER_HEADER)
    for size in sorted(sizes):
        with tempfile.TemporaryDirectory() as name:
            folder, reports = Path(name), Path(name, "reports")
            reports.mkdir()
            count = len(write(load(data, size), reports, titled=True))
            list_of, store, own = folder / "questions", str(folder / "store"), folder / "kewen"
            list_of.write_text("\n".join(asked), encoding="utf-8")
            ours = tried(
                [*KEWEN, "index", str(reports), "--data", str(own)], [*WARM, str(own), str(list_of)]
            )
            scale.append(scale_row(count, own, ours))
            sys.stderr.write(f"{scale[-1]}\n")
            if size == max(sizes):
                theirs = tried(
                    [*PEER, "index", store, str(reports)], [*PEER, "time", store, str(list_of)]
                )
                question = ours.times["answered"]
                cold = (
                    seconds([*KEWEN, "ask", question, "--data", str(own)]),
                    seconds([*PEER, "ask", store, question]),
                )
                beside.extend(peer_rows(ours, theirs, cold))
    return scale, beside


def main() -> int:
    """Print, and perhaps keep, both tables."""
    parser = argparse.ArgumentParser(description="Speed and memory beside LangChain + FAISS.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--reports", type=int, nargs="+", default=SIZES, help="how many reports")
    parser.add_argument("--write", type=Path, help="Markdown file with sections `scale` and `peer`")
    arguments = parser.parse_args()
    try:
        scale, beside = compare(arguments.data, arguments.reports)
        sys.stdout.write("\n".join([*scale, "", *beside, ""]))
        if arguments.write:
            write_section(arguments.write, "scale", scale)
            write_section(arguments.write, "peer", beside)
    except KewenError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main())
