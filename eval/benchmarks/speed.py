"""Speed and memory on government reports beside LangChain + FAISS, in one run.

`python -m eval.benchmarks.speed --data DATA [--reports 16 160 640 2589] [--write docs/benchmarks.md]`

For each number of reports kewen indexes them (outline, figures and tasks included) and is asked the
questions of `eval/questions/reports.*`; for the largest, LangChain splits and embeds the same files
with the same encoder, and is asked the same questions, by vectors alone. With `--txtai PYTHON` and
`--chroma PYTHON`, the Pythons of environments with these, they are given the same pieces. Every step is
a process of its own.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from corpus.errors import UsageError
from embeddings.archive.generation import Generation
from eval.benchmarks.cold_start import KEWEN, PEER, seconds
from eval.benchmarks.processes import Measured, run_measured
from eval.benchmarks.reports import REPORTS, load, write
from eval.benchmarks.tables import Tables, print_and_keep

SIZES = (16, 160, 640, 2589)
QUESTIONS = ("reports.dev.jsonl", "reports.test.jsonl")
# Of these so many are asked of every program alike before the time is taken.
WARMING, ASKED_BEFORE = ("five-notices.dev.jsonl",), 60
WARM = (sys.executable, "-m", "eval.benchmarks.warm")
SCALE_HEADER = (
    "| reports | passages | index s | passages/s | memory MiB | on disk MiB | open s "
    "| search p50 ms | p99 | answer p50 ms | p99 |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
)
PEER_HEADER = (
    "| program | indexing s | memory MiB | search p50 ms | p99 ms | memory asked MiB | cold s |",
    "|---|---|---|---|---|---|---|",
)
ROOT = Path(__file__).parents[2]
OTHERS = str(Path(__file__).with_name("others.py"))
HOW = {"txtai": "hybrid", "chroma": "vectors"}


class Tried(NamedTuple):
    """What indexing and asking took one program; `times` as `eval.benchmarks.warm` prints them."""

    indexing: Measured
    asking: Measured
    times: dict[str, Any]

    def at(self, which: str, percent: int) -> float:
        """Return a percentile of the milliseconds of each search or answer."""
        return float(statistics.quantiles(self.times[which], n=100)[percent - 1])


def questions(sets: Sequence[str] = QUESTIONS) -> list[str]:
    """Return the questions of the sets that stand alone."""
    lines = [
        json.loads(line)
        for name in sets
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


def program_row(name: str, tried: Tried, cold: float | None, ours: Tried) -> str:
    """Return the row of one program; in brackets, what kewen takes of that."""
    pairs = (
        (tried.indexing.seconds, ours.indexing.seconds),
        (tried.indexing.peak_mib, ours.indexing.peak_mib),
        (tried.at("search", 50), ours.at("search", 50)),
        (tried.at("search", 99), ours.at("search", 99)),
        (tried.asking.peak_mib, ours.asking.peak_mib),
    )
    cells = [f"{theirs:,.1f} ({own / theirs:.2f})" for theirs, own in pairs]
    return f"| {' | '.join([name, *cells, f'{cold:.2f}' if cold else ''])} |"


def compare(
    data: Path, sizes: Sequence[int], others: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """Return the table of sizes and the table beside the others, as Markdown.

    :param others: by program of `eval.benchmarks.others`, the Python of its environment.
    :raises UsageError: if the folder does not hold the reports.
    """
    if not (data / REPORTS).is_file():
        raise UsageError(
            f"There is no {REPORTS} in {data}. Give the folder that holds it with --data."
        )
    scale, beside = list(SCALE_HEADER), list(PEER_HEADER)
    for size in sorted(sizes):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "reports").mkdir()
            count = len(write(load(data, size), folder / "reports", titled=True))
            (folder / "questions").write_text("\n".join(questions()), encoding="utf-8")
            before = questions(WARMING)[:ASKED_BEFORE]
            (folder / "others").write_text("\n".join(before), encoding="utf-8")
            ours = _kewen(folder)
            scale.append(scale_row(count, folder / "kewen", ours))
            sys.stderr.write(f"{scale[-1]}\n")
            if size == max(sizes):
                for row in _beside(folder, ours, others):
                    beside.append(row)
                    sys.stderr.write(f"{row}\n")
    return scale, beside


def _kewen(folder: Path) -> Tried:
    own = str(folder / "kewen")
    index = [*KEWEN, "index", str(folder / "reports"), "--data", own]
    return tried(index, [*WARM, own, str(folder / "questions"), str(folder / "others")])


def _beside(folder: Path, ours: Tried, others: Mapping[str, str]) -> Iterator[str]:
    own, store = (str(folder / name) for name in ("kewen", "langchain"))
    asked = [str(folder / name) for name in ("questions", "others")]
    question = ours.times["answered"]
    yield program_row("kewen", ours, seconds([*KEWEN, "ask", question, "--data", own]), ours)
    theirs = tried([*PEER, "index", store, str(folder / "reports")], [*PEER, "time", store, *asked])
    cold = seconds([*PEER, "ask", store, question])
    yield program_row("LangChain + FAISS, vectors", theirs, cold, ours)
    if others:
        run_measured([*PEER, "pieces", str(folder / "reports"), str(folder / "pieces")])
    for program, python in others.items():
        command = [
            "env",
            f"PYTHONPATH={ROOT}",
            "ALLOW_RESOLVE_TRANSFORM=True",
            python,
            OTHERS,
            program,
        ]
        store = str(folder / program)
        theirs = tried(
            [*command, "index", store, str(folder / "pieces")], [*command, "time", store, *asked]
        )
        yield program_row(f"{program}, {HOW[program]}", theirs, None, ours)


def main() -> int:
    """Print, and perhaps keep, both tables."""
    parser = argparse.ArgumentParser(description="Speed and memory beside LangChain + FAISS.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--reports", type=int, nargs="+", default=SIZES, help="how many reports")
    for program in HOW:
        parser.add_argument(f"--{program}", help=f"the Python of an environment with {program}")
    parser.add_argument("--write", type=Path, help="Markdown file with sections `scale` and `peer`")
    arguments = parser.parse_args()
    others = {name: getattr(arguments, name) for name in HOW if getattr(arguments, name)}

    def tables() -> Tables:
        scale, beside = compare(arguments.data, arguments.reports, others)
        return {"scale": scale, "peer": beside}

    return print_and_keep(tables, arguments.write)


if __name__ == "__main__":
    sys.exit(main())
