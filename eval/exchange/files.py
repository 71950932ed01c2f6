"""Question sets from and to files, whatever their format."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from corpus.errors import UsageError
from corpus.notice import Notice
from corpus.plain import to_plain
from eval.exchange.beir import write_beir
from eval.exchange.retrieval import RetrievalSet
from eval.exchange.squad import read_squad, squad_of
from eval.exchange.tables import read_table, table_of
from eval.exchange.trec import qrels_lines
from eval.gold.locating import Notices, locate
from eval.gold.questions import Question, QuestionSet, read_questions

Format = Literal["jsonl", "csv", "squad", "beir", "trec"]
TABLES = (".csv", ".tsv")


def read_set(path: Path, notices: Callable[[], Sequence[Notice]]) -> QuestionSet:
    """Read a question set by its suffix: .csv or .tsv a table, .json SQuAD, else JSON lines.

    :param notices: the notices of the index, which SQuAD's contexts are looked for in.
    :raises UsageError: if the file cannot be used.
    """
    suffix = path.suffix.lower()
    if suffix in TABLES:
        return read_table(path)
    return read_squad(path, notices()) if suffix == ".json" else read_questions(path)


def write_set(path: Path, form: Format, questions: Sequence[Question], notices: Notices) -> int:
    """Write questions in a format; a BEIR folder, or qrels of TREC, over the passages of the notices.

    :returns: how many questions the format could hold.
    :raises UsageError: if the format is none of these.
    """
    writers: dict[Format, Callable[[], None]] = {
        "jsonl": lambda: _write(path, "".join(map(_line, questions))),
        "csv": lambda: _write(path, table_of(questions)),
        "squad": lambda: _write(path, json.dumps(squad_of(questions, notices), ensure_ascii=False)),
        "beir": lambda: write_beir(path, collection(questions, notices)),
        "trec": lambda: _write(path, "".join(qrels_lines(judgements(questions, notices)))),
    }
    if form not in writers:
        raise UsageError(f"The format is {form!r}. There are: {', '.join(writers)}.")
    writers[form]()
    return len(_held(form, questions, notices))


def _held(form: Format, questions: Sequence[Question], notices: Notices) -> Sequence[object]:
    if form == "squad":
        articles = squad_of(questions, notices)["data"]
        return [qa for article in articles for p in article["paragraphs"] for qa in p["qas"]]
    if form in ("beir", "trec"):
        return list(judgements(questions, notices))
    return questions


def collection(questions: Sequence[Question], notices: Notices) -> RetrievalSet:
    """Return the passages of the notices as documents and the questions with quotes as queries."""
    documents = {
        passage.passage_id: (" ".join((notice.title, *passage.section_path)), passage.text)
        for notice in notices.values()
        for passage in notice.passages
    }
    qrels = judgements(questions, notices)
    queries = {question.id: question.question for question in questions if question.id in qrels}
    return RetrievalSet(documents, queries, qrels)


def judgements(questions: Sequence[Question], notices: Notices) -> dict[str, dict[str, int]]:
    """Return which passages answer which question, for questions with quotes."""
    return {
        question.id: dict(locate(question, notices).relevant)
        for question in questions
        if question.quotes
    }


def _line(question: Question) -> str:
    plain = to_plain(question)
    kept = {name: value for name, value in plain.items() if name != "line" and value}
    if question.unanswerable:
        kept["unanswerable"] = "|".join(question.unanswerable)
    if question.rows:
        kept["rows"] = [{n: v for n, v in row.items() if v} for row in plain["rows"]]
    return json.dumps(kept, ensure_ascii=False) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
