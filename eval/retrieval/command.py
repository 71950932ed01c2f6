"""`kewen eval --beir DIR` and `kewen eval --qrels FILE --run FILE`: retrieval alone."""

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy as np
from tqdm import tqdm

from corpus.errors import UsageError
from corpus.plain import to_plain
from embeddings.archive.searchable import Searchable
from embeddings.encoder import Encoder
from eval.comparison import Comparison
from eval.exchange.beir import read_beir
from eval.exchange.retrieval import RetrievalSet
from eval.exchange.trec import Qrels, Run, name_of, qrels_lines, read_qrels, read_run, run_lines
from eval.gate import Gate, check
from eval.judging.scoring import MEASURES
from eval.judging.summary import Latency, Summary
from eval.measures import run_of
from eval.retrieval.ranked import Ranked, changes, ranked
from eval.retrieval.searching import Searcher

TOP_K = 100


def evaluate_beir(
    folder: Path, encoder: Encoder, split: str | None = None
) -> tuple[Qrels, Run, Latency]:
    """Search a BEIR folder with kewen's keywords and vectors.

    :raises UsageError: if the folder cannot be used.
    """
    found = _named(read_beir(folder, split))
    if not found.documents or not found.queries:
        raise UsageError(f"{folder} holds no documents or no judged queries.")
    sys.stderr.write(f"Indexing {len(found.documents):,} documents.\n")
    texts = [Searchable(*document) for document in found.documents.values()]
    rankings, times = _searched(found, Searcher(texts, encoder), list(found.documents))
    qrels = {question: dict(grades) for question, grades in found.qrels.items()}
    p50, p99 = np.percentile(times, [50, 99])
    return qrels, run_of(rankings), Latency(float(p50), float(p99))


def _named(found: RetrievalSet) -> RetrievalSet:
    """Return the set under ids that a TREC file can hold, so that what is written reads back."""
    for kind, ids in (("documents", found.documents), ("queries", found.queries)):
        if len({name_of(name) for name in ids}) < len(ids):
            raise UsageError(f"Two {kind} have ids that differ in white space only. Rename one.")
    return RetrievalSet(
        {name_of(name): document for name, document in found.documents.items()},
        {name_of(name): query for name, query in found.queries.items()},
        {
            name_of(query): {name_of(name): grade for name, grade in grades.items()}
            for query, grades in found.qrels.items()
        },
    )


Rankings = dict[str, list[str]]


def _searched(
    found: RetrievalSet, searcher: Searcher, names: list[str]
) -> tuple[Rankings, list[float]]:
    rankings: Rankings = {}
    times = []
    for question, text in tqdm(
        found.queries.items(), desc="Queries", unit="query", file=sys.stderr, leave=False
    ):
        started = perf_counter()
        rankings[question] = [names[row] for row in searcher.search(text, TOP_K)]
        times.append(1000 * (perf_counter() - started))
    return rankings, times


def run_beir(
    folder: Path,
    encoder: Encoder,
    *,
    split: str | None = None,
    against: Path | None = None,
    report: Path | None = None,
    gate: Gate | None = None,
    as_json: bool = False,
) -> int:
    """Search a BEIR folder, print the measures, and return the exit status."""
    # The files are read first, so that a wrong one is known before the collection is searched.
    before = _before(against, gate)
    qrels, run, latency = evaluate_beir(folder, encoder, split)
    return _told(qrels, run, latency, before, report, gate, as_json=as_json)


def run_trec(
    qrels: Path,
    run: Path,
    *,
    against: Path | None = None,
    report: Path | None = None,
    gate: Gate | None = None,
    as_json: bool = False,
) -> int:
    """Measure a TREC run by qrels, print the measures, and return the exit status."""
    judged = read_qrels(qrels)
    if not judged:
        raise UsageError(f"{qrels} judges nothing. A line is: question 0 passage grade.")
    before = _before(against, gate)
    return _told(judged, read_run(run), None, before, report, gate, as_json=as_json)


def _before(against: Path | None, gate: Gate | None) -> Run | None:
    """Return the earlier run; what the gate asks of it is checked."""
    if gate and gate.turned_wrong is not None:
        raise UsageError(
            "The gate counts questions that turned wrong (turned_wrong), and a ranking is neither "
            "right nor wrong. Give thresholds and regressions."
        )
    if gate and gate.compares and not against:
        raise UsageError("The gate compares with an earlier run. Give one: --against RUN.")
    return read_run(against / "run.trec" if against.is_dir() else against) if against else None


def _told(
    qrels: Qrels,
    run: Run,
    latency: Latency | None,
    before: Run | None,
    report: Path | None,
    gate: Gate | None,
    *,
    as_json: bool,
) -> int:
    found = ranked(qrels, run, latency)
    if before is not None:
        found = replace(found, changes=changes(found, ranked(qrels, before)))
    misses = _misses(found, gate) if gate else []
    figures = to_plain(found) | {"gate_misses": misses if gate else None}
    text = json.dumps(figures, ensure_ascii=False, indent=2) + "\n"
    sys.stdout.write(text if as_json else "\n".join(_lines(found)) + "\n")
    for miss in misses:
        sys.stderr.write(f"Gate: {miss}.\n")
    if report:
        _write(report, text, qrels, run, found)
    return int(bool(misses))


def _misses(found: Ranked, gate: Gate) -> list[str]:
    summary = Summary(found.questions, dict(found.overall), {}, found.latency_ms)
    comparison = Comparison(found.questions, found.changes, (), (), (), (), {})
    return [str(miss) for miss in check(summary, gate, comparison)]


def _lines(found: Ranked) -> Iterable[str]:
    yield f"{found.questions} judged queries, mean with 95 % interval"
    yield ""
    for name, value in found.overall.items():
        yield f"{MEASURES[name]:<12} {value.mean:.3f}  [{value.low:.3f}, {value.high:.3f}]"
    if found.latency_ms:
        yield f"{'Latency':<12} p50 {found.latency_ms.p50:.1f} ms, p99 {found.latency_ms.p99:.1f} ms"
    for change in found.changes:
        yield (
            f"{MEASURES[change.measure]:<12} {change.before:.3f} → {change.after:.3f}  "
            f"{change.difference:+.3f}  p = {change.p_value:.4f}"
        )


def _write(folder: Path, figures: str, qrels: Qrels, run: Run, found: Ranked) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "metrics.json").write_text(figures, encoding="utf-8")
    (folder / "qrels.trec").write_text("".join(qrels_lines(qrels)), encoding="utf-8")
    (folder / "run.trec").write_text("".join(run_lines(run)), encoding="utf-8")
    (folder / "report.md").write_text("\n".join(_markdown(found)) + "\n", encoding="utf-8")


def _markdown(found: Ranked) -> Iterable[str]:
    yield f"# Retrieval, {found.questions} judged queries"
    yield ""
    yield "| measure | value |"
    yield "|---|---|"
    for name, value in found.overall.items():
        yield f"| {MEASURES[name]} | {value.mean:.3f} [{value.low:.3f}, {value.high:.3f}] |"
