"""The figures and answers of a run as one HTML page that loads nothing.

Questions and answers are text from outside: every one is escaped.
"""

from html import escape

from eval.comparison import Comparison
from eval.evaluation import Evaluation
from eval.gold.questions import Question
from eval.judging.scoring import MEASURES, Score, shown
from eval.judging.summary import Figures
from eval.measures import Figure
from eval.report.table import gate_line
from eval.running.reply import Reply

STYLE = """
body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; color: #1f2933; background: #fff; }
main { max-width: 1100px; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid #d9dee4; text-align: left; }
td { font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
.track { fill: #e6eaee; }
.mean { fill: #5b87b5; }
.interval { stroke: #1f2933; stroke-width: 2; }
details { border-bottom: 1px solid #d9dee4; padding: .3rem 0; }
.wrong summary { color: #a3241f; }
pre { white-space: pre-wrap; background: #f5f7f9; padding: .5rem; }
"""


def page(done: Evaluation) -> str:
    """Return the page."""
    parts = zip(done.questions, done.replies, done.scores, strict=True)
    body = [
        f"<h1>Evaluation of {done.summary.questions} questions</h1>",
        f"<p>{escape(gate_line(done))}</p>" if done.misses is not None else "",
        "<h2>Overall</h2>",
        _bars(done.summary.overall),
        _latency(done),
        "<h2>By type</h2>",
        _types(done.summary.by_type),
        _comparison(done.comparison) if done.comparison else "",
        "".join(f"<p>{escape(str(fault))}</p>" for fault in done.faults),
        "<h2>Questions</h2>",
        *(_question(*part) for part in parts),
    ]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>kewen: evaluation</title><style>{STYLE}</style></head>"
        f"<body><main>{''.join(body)}</main></body></html>\n"
    )


def _bars(figures: Figures) -> str:
    rows = (
        f"<tr><th scope=row>{MEASURES[key]}</th><td>{_bar(figure)}</td>"
        f"<td>{figure.mean:.3f}</td><td>{figure.low:.3f} to {figure.high:.3f}</td>"
        f"<td>{figure.questions}</td></tr>"
        for key, figure in figures.items()
    )
    head = "<th>Measure</th><th></th><th>Mean</th><th>95 % interval</th><th>Questions</th>"
    return f"<table><tr>{head}</tr>{''.join(rows)}</table>"


def _bar(figure: Figure) -> str:
    low, mean, high = (200 * value for value in (figure.low, figure.mean, figure.high))
    return (
        '<svg width="204" height="14" role="img" aria-hidden="true">'
        '<rect class="track" width="200" height="14" />'
        f'<rect class="mean" width="{mean:.1f}" height="14" />'
        f'<line class="interval" x1="{low:.1f}" x2="{high:.1f}" y1="7" y2="7" /></svg>'
    )


def _latency(done: Evaluation) -> str:
    latency = done.summary.latency_ms
    return f"<p>Latency p50 {latency.p50:.0f} ms, p99 {latency.p99:.0f} ms</p>" if latency else ""


def _types(by_type: dict[str, Figures]) -> str:
    head = "".join(f"<th>{name}</th>" for name in MEASURES.values())
    rows = []
    for name, figures in by_type.items():
        cells = (figures.get(key) for key in MEASURES)
        means = "".join(f"<td>{cell.mean:.2f}</td>" if cell else "<td>–</td>" for cell in cells)
        rows.append(f"<tr><th scope=row>{escape(name)}</th>{means}</tr>")
    return f'<div class="wide"><table><tr><th>Type</th>{head}</tr>{"".join(rows)}</table></div>'


def _comparison(found: Comparison) -> str:
    return (
        "<h2>Against the earlier run</h2>"
        f"<p>Better: {escape(', '.join(found.better) or 'none')}</p>"
        f"<p>Worse: {escape(', '.join(found.worse) or 'none')}</p>"
    )


def _question(question: Question, reply: Reply, score: Score) -> str:
    right = score.values["answer_accuracy"] == 1
    expected = " · ".join(question.unanswerable or question.contains + question.quotes)
    got = shown(reply.answer) if reply.answer else reply.error or "no answer"
    quotes = "".join(
        f"<li>{escape(citation.notice_id)}: {escape(citation.quote)}</li>"
        for citation in (reply.answer.citations if reply.answer else ())
    )
    return (
        f'<details class="{"right" if right else "wrong"}"><summary>'
        f"{'✓' if right else '✗'} {escape(question.id)} {escape(question.question)}</summary>"
        f"<h3>Expected</h3><p>{escape(expected)}</p><h3>Answer</h3><pre>{escape(got)}</pre>"
        f"<ol>{quotes}</ol></details>"
    )
