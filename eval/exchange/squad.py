"""SQuAD files (Rajpurkar et al. 2016, 2018), the layout that CMRC and many others have too.

A context is looked for in the notices of the index, whatever its white space; the answers become
what a right answer says, and the sentence around the first of them the words it rests on.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from corpus.notice import Notice, Passage
from corpus.sentences import sentences
from eval.gold.fields import GoldFault
from eval.gold.locating import Notices, locate
from eval.gold.questions import Fault, Question, QuestionSet, question_of
from eval.gold.spans import Span

TYPE = "lookup"
VERSION = "v2.0"


def read_squad(path: Path, notices: Sequence[Notice]) -> QuestionSet:
    """Return the questions of a SQuAD file; one whose context no notice holds becomes a fault.

    The number of a fault is that of the question in the file.

    :raises UsageError: if the file cannot be read as SQuAD.
    """
    texts = [_Closed.of(notice) for notice in notices]
    questions: dict[str, Question] = {}
    faults = []
    for number, (context, entry) in enumerate(_entries(path), start=1):
        try:
            question = question_of(number, _entry(context, entry, texts))
            if question.id in questions:
                raise GoldFault("id", f"an id of its own, {question.id!r} came before")
            questions[question.id] = question
        except GoldFault as fault:
            faults.append(Fault(number, fault.field, fault.expected))
    return QuestionSet(tuple(questions.values()), tuple(faults))


@dataclass(frozen=True, slots=True)
class _Closed:
    """A text without white space, and where each of its characters stands in the notice."""

    notice: Notice
    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, notice: Notice) -> "_Closed":
        places = tuple(n for n, char in enumerate(notice.text) if not char.isspace())
        return cls(notice, "".join(notice.text[n] for n in places), places)

    def find(self, wanted: str, start: int = 0, end: int | None = None) -> Span | None:
        """Return where the notice reads so, whatever the white space; `start` and `end` as closed up."""
        closed = "".join(wanted.split())
        at = self.text.find(closed, start, end) if closed else -1
        if at < 0:
            return None
        last = self.places[at + len(closed) - 1]
        return Span(self.notice.notice_id, self.places[at], last + 1)


def _entries(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        articles = json.loads(path.read_text(encoding="utf-8-sig"))["data"]
        yield from (
            (str(paragraph["context"]), entry)
            for article in articles
            for paragraph in article["paragraphs"]
            for entry in paragraph["qas"]
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{path} cannot be read as SQuAD ({type(error).__name__}: {error}). Expected: "
            '{"data": [{"paragraphs": [{"context": …, "qas": [{"id": …, "question": …, "answers": …}]}]}]}.'
        ) from error


def _entry(context: str, entry: Mapping[str, Any], texts: Sequence[_Closed]) -> dict[str, Any]:
    found = {"id": str(entry.get("id", "")), "type": TYPE, "question": entry.get("question")}
    if entry.get("is_impossible"):
        return found | {"unanswerable": "notice_silent"}
    said = _answers(entry)
    for text in texts:
        span = text.find(context)
        if span:
            quoted = _sentence(text, span, said[0])
            notice_id = text.notice.notice_id
            return found | {
                "notices": [notice_id],
                "contains": ["|".join(said)],
                "spans": [[list(quoted)]],
            }
    raise GoldFault("context", f"a context that a notice of the index holds, not {context[:40]!r}…")


def _answers(entry: Mapping[str, Any]) -> list[str]:
    answers = entry.get("answers")
    if not isinstance(answers, list) or not answers:
        raise GoldFault("answers", f"a list of answers, received {answers!r}")
    said = [str(a.get("text", "") if isinstance(a, dict) else a).strip() for a in answers]
    if not all(said):
        raise GoldFault("answers", f"answers with a text, received {answers!r}")
    # A | in an answer would read as an alternative.
    return list(dict.fromkeys(text.replace("|", "｜") for text in said))


def _sentence(text: _Closed, context: Span, answer: str) -> Span:
    """Return the sentence of the context that holds the answer; the context if none does whole."""
    whole = text.notice.text
    for sentence in sentences(whole, context.start, context.end):
        if "".join(answer.split()) in "".join(whole[sentence.start : sentence.end].split()):
            return Span(context.notice_id, sentence.start, sentence.end)
    return context


def squad_of(questions: Sequence[Question], notices: Notices) -> dict[str, Any]:
    """Return questions as SQuAD 2.0: passages as contexts, gold quotes as answers.

    A question without an answer stands under the first passage of the notices.
    """
    by_passage: dict[str, tuple[Passage, list[dict[str, Any]]]] = {}
    first = next((p for notice in notices.values() for p in notice.passages), None)
    for question in questions:
        held = _held(question, notices)
        passage, answers = held if held else (first, [])
        if passage is None or not (held or question.unanswerable):
            continue
        entry = {
            "id": question.id,
            "question": question.question,
            "answers": answers,
            "is_impossible": bool(question.unanswerable),
        }
        by_passage.setdefault(passage.passage_id, (passage, []))[1].append(entry)
    articles = [
        {
            "title": notices[passage.notice_id].title,
            "paragraphs": [{"context": passage.text, "qas": entries}],
        }
        for passage, entries in by_passage.values()
    ]
    return {"version": VERSION, "data": articles}


def _held(question: Question, notices: Notices) -> tuple[Passage, list[dict[str, Any]]] | None:
    """Return the passage that holds most gold quotes whole, with the quotes as answers in it."""
    if not question.quotes:
        return None
    spans = [place for quote in locate(question, notices).quotes for place in quote]
    passages = [p for name in question.notices for p in notices[name].passages]

    def inside(passage: Passage) -> list[Span]:
        return [
            s
            for s in spans
            if s.notice_id == passage.notice_id
            and passage.start <= s.start
            and s.end <= passage.end
        ]

    best = max(passages, key=lambda passage: len(inside(passage)), default=None)
    if best is None or not inside(best):
        return None
    answers = [
        {
            "text": best.text[s.start - best.start : s.end - best.start],
            "answer_start": s.start - best.start,
        }
        for s in inside(best)
    ]
    return best, answers
