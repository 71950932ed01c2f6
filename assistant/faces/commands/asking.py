"""`kewen search` and `kewen ask`."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.answers.answer import Answer
from assistant.assistant import Assistant
from assistant.faces.commands.opening import filters_of, opened, say
from assistant.faces.commands.printing import print_json
from assistant.faces.rendering.labels import labels_for
from corpus.errors import UsageError


def search(args: argparse.Namespace) -> int:
    """Print scored passages."""
    with opened(args) as assistant:
        passages = assistant.search(args.query, args.top_k, filters_of(args))
    if args.json:
        print_json({"passages": passages})
    for passage in [] if args.json else passages:
        where = " › ".join(passage.section_path)
        print(f"{passage.score:.4f}  {passage.place or ''} {passage.title}  {where}")
        print(f"        {' '.join(passage.text.split())}\n")
    return 0 if passages else 1


def ask(args: argparse.Namespace) -> int:
    """Print an answer, or write one for each question of a file."""
    if args.batch:
        return _batch(args)
    if not args.question:
        raise UsageError("No question was given. Write it after `kewen ask`, in quotation marks.")
    history = _history(args.history) if args.history else []
    with opened(args) as assistant:
        answer = assistant.ask(args.question, history, filters_of(args))
    if args.json:
        print_json(answer)
    else:
        _print(answer)
    return 0 if answer.status == "answered" else 1


def _print(answer: Answer) -> None:
    print(answer.text)
    for citation in answer.citations:
        where = labels_for(answer.language).place_of(citation)
        facts = [citation.issuer, citation.document_number, citation.issued_on, *where]
        known = "，".join(str(fact) for fact in facts if fact)
        print(f"\n[{citation.marker}] {citation.title} {known}")
        if citation.section_path:
            print("    " + " › ".join(citation.section_path))
        print(f"    「{citation.quote}」")


def _history(path: Path) -> list[Any]:
    turns = _loaded(_text(path), str(path))
    if not isinstance(turns, list):
        raise UsageError(
            f'{path} holds {type(turns).__name__}. Give a JSON list of {{"role", "content"}}.'
        )
    return turns


def _batch(args: argparse.Namespace) -> int:
    """Answer every line; a line that is no question gets an error and stops nothing."""
    lines = [line for line in _text(args.batch).splitlines() if line.strip()]
    out = args.output.open("w", encoding="utf-8") if args.output else sys.stdout
    failed = 0
    try:
        with opened(args) as assistant:
            for result in _answers(assistant, lines, args):
                failed += "error" in result
                out.write(json.dumps(result, ensure_ascii=False) + "\n")
    finally:
        if args.output:
            out.close()
    say(f"{len(lines) - failed} of {len(lines)} questions were answered.")
    return 0 if failed == 0 else 2


def _answers(
    assistant: Assistant, lines: list[str], args: argparse.Namespace
) -> Iterator[dict[str, Any]]:
    filters = filters_of(args)
    for number, line in enumerate(lines, start=1):
        item: Any = {}
        try:
            item = _loaded(line, f"line {number}")
            question = _question(item, number)
            answer = assistant.ask(question, item.get("history") or [], filters)
            yield {**({"id": item["id"]} if "id" in item else {}), **answer.to_dict()}
        except UsageError as error:
            say(f"Line {number}: {error}")
            known = item if isinstance(item, dict) else {}
            yield {
                "id": known.get("id", number),
                "question": known.get("question"),
                "error": str(error),
            }


def _question(item: Any, number: int) -> str:  # noqa: ANN401 - any JSON
    if not isinstance(item, dict) or not isinstance(item.get("question"), str):
        raise UsageError(f'Line {number} has no question. Give {{"id": …, "question": "…"}}.')
    return str(item["question"])


def _loaded(text: str, name: str) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageError(f"{name} is not JSON ({error}). Correct it.") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}). Give a UTF-8 text file.") from error
