"""What can be typed after `kewen`."""

import argparse
from collections.abc import Callable
from pathlib import Path

Run = Callable[[argparse.Namespace], int]


def parser(commands: dict[str, Run]) -> argparse.ArgumentParser:
    """Return the parser; each command's `run` is taken from `commands` by its name."""
    top = argparse.ArgumentParser(
        prog="kewen", description="Cited, complete, offline answers over policy notices."
    )
    shared = _shared()
    below = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        command = below.add_parser(name, parents=[shared], help=summary, description=summary)
        command.set_defaults(run=commands[name])
        return command

    _indexing(add)
    _asking(add)
    _ledgers(add)
    _notices(add)
    _evaluation(add)
    _serving(add)
    return top


Add = Callable[[str, str], argparse.ArgumentParser]


def _shared() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, help="the data folder (default ./kewen-data)")
    shared.add_argument(
        "--encoder", help="kewen-static-2, a folder, or a sentence-transformers model"
    )
    shared.add_argument("--json", action="store_true", help="print one JSON document on stdout")
    shared.add_argument("--debug", action="store_true", help="show tracebacks")
    return shared


def _filters(command: argparse.ArgumentParser) -> None:
    command.add_argument("--place", action="append", default=[], help="a place; may be given again")
    command.add_argument("--year-from", type=int, help="first year")
    command.add_argument("--year-to", type=int, help="last year")
    command.add_argument("--issuer", help="a part of the issuer's name")


def _indexing(add: Add) -> None:
    index = add("index", "read files and folders into the index (default: the shipped notices)")
    index.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    index.add_argument("--prune", action="store_true", help="remove notices whose file is gone")
    index.add_argument("--rebuild", action="store_true", help="read and encode everything again")
    remove = add("remove", "remove a notice from the index")
    remove.add_argument("notice_id")


def _asking(add: Add) -> None:
    search = add("search", "find passages")
    search.add_argument("query")
    search.add_argument("--top-k", type=int, default=10, help="how many (1 to 50)")
    _filters(search)
    ask = add("ask", "answer a question, or with --batch many")
    ask.add_argument("question", nargs="?")
    ask.add_argument("--history", type=Path, metavar="FILE.json", help="earlier turns, a JSON list")
    ask.add_argument(
        "--batch", type=Path, metavar="IN.jsonl", help="one {id, question, history} a line"
    )
    ask.add_argument(
        "--output", type=Path, metavar="OUT.jsonl", help="one Answer a line, same order"
    )
    _filters(ask)


def _ledgers(add: Add) -> None:
    targets = add("targets", "list the figures of the notices")
    targets.add_argument("--indicator", help="in any of its written forms, Chinese or English")
    targets.add_argument("--kind", choices=("target", "achieved"))
    tasks = add("tasks", "list the tasks with responsible units and deadlines")
    tasks.add_argument("--responsible", help="a part of an office's name")
    tasks.add_argument("--due-before", metavar="DAY", help="a day such as 2015-06-30")
    for ledger in (targets, tasks):
        _filters(ledger)
        ledger.add_argument("--format", choices=("table", "json", "csv", "xlsx"), default="table")
        ledger.add_argument(
            "--output", type=Path, metavar="FILE", help="where to write (xlsx needs it)"
        )


def _notices(add: Add) -> None:
    add("notices", "list the notices")
    show = add("show", "show a notice with its outline")
    show.add_argument("notice_id")
    correct = add("correct", "set what was read wrongly of a notice; its figures follow")
    correct.add_argument("notice_id")
    correct.add_argument("--title")
    correct.add_argument("--place", help="a name that means one place, such as 上海市普陀区")
    correct.add_argument("--years", help="those it plans for: 2016 or 2016-2018")
    correct.add_argument("--as-read", action="store_true", help="take back all that was set before")


def _evaluation(add: Add) -> None:
    evaluate = add("eval", "evaluate against a question set, or a retrieval alone")
    evaluate.add_argument(
        "questions", nargs="?", type=Path, metavar="QUESTIONS", help=".jsonl, .csv or SQuAD .json"
    )
    evaluate.add_argument(
        "--against", type=Path, metavar="RUN", help="compare with an earlier report"
    )
    evaluate.add_argument("--report", type=Path, metavar="DIR", help="where to write the report")
    evaluate.add_argument(
        "--gate", type=Path, metavar="FILE.toml", help="thresholds that must be met"
    )
    evaluate.add_argument(
        "--markdown", action="store_true", help="print the measures as a Markdown table"
    )
    evaluate.add_argument("--sample", type=int, metavar="N", help="ask N of the questions only")
    evaluate.add_argument(
        "--workers", type=int, default=1, metavar="N", help="threads that ask (default 1)"
    )
    evaluate.add_argument(
        "--resume", action="store_true", help="go on with the run that --report DIR was left with"
    )
    evaluate.add_argument(
        "--ablate",
        nargs="*",
        metavar="PART",
        help="measure what each part is worth, or these parts",
    )
    evaluate.add_argument(
        "--notices",
        nargs="+",
        type=Path,
        default=[],
        metavar="PATH",
        help="what --ablate indexes (default: the shipped notices)",
    )
    _exchange(evaluate)


def _exchange(evaluate: argparse.ArgumentParser) -> None:
    evaluate.add_argument("--beir", type=Path, metavar="DIR", help="search a BEIR folder")
    evaluate.add_argument("--split", metavar="NAME", help="its qrels (default test, else dev)")
    evaluate.add_argument("--qrels", type=Path, metavar="FILE", help="TREC judgements of --run")
    evaluate.add_argument(
        "--run", type=Path, dest="run_file", metavar="FILE", help="a TREC run to measure"
    )
    evaluate.add_argument(
        "--export",
        choices=("jsonl", "csv", "squad", "beir", "trec"),
        help="write the questions in this format to --output instead of asking them",
    )
    evaluate.add_argument(
        "--from-feedback",
        action="store_true",
        help="write thumbs and corrections as draft questions to --output",
    )
    evaluate.add_argument("--output", type=Path, metavar="PATH", help="where to write them")


def _serving(add: Add) -> None:
    serve = add("serve", "serve the chat page and the REST API")
    serve.add_argument("--host", help="default 127.0.0.1")
    serve.add_argument("--port", type=int, help="default 7860")
    add("doctor", "check the installation, the model and the index")
