"""SQuAD files (Rajpurkar et al. 2016, 2018), the layout that CMRC and many others have too.

A context is looked for in the notices of the index, whatever its white space; the answers become
what a right answer says, and the sentence around the first of them the words it rests on, in every
notice that holds the context.
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

    The number of a fault is that of the question in the file; a paragraph without questions that
    can be read counts as one.

    :raises UsageError: if the file cannot be read as SQuAD.
    """
    texts = [_Closed.of(notice) for notice in notices]
    questions: dict[str, Question] = {}
    faults = []
    for number, (context, entry) in enumerate(_entries(path), start=1):
        try:
            if not isinstance(context, str) or not isinstance(entry, dict):
                raise GoldFault("qas", "a context, and questions that are JSON objects")
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

    def find(self, wanted: str) -> int | None:
        """Return where the closed text reads so, whatever the white space; None if it does not."""
        closed = "".join(wanted.split())
        at = self.text.find(closed) if closed else -1
        return at if at >= 0 else None

    def sentence(self, at: int, context: str, answer: str, start: int) -> Span:
        """Return the sentence of a context found `at` that holds the answer; if none, the context.

        :param start: how many characters of the context come before the answer, closed up.
        """
        whole, last = self.notice.text, at + len("".join(context.split())) - 1
        begin, end = self.places[at], self.places[last] + 1
        place = self.places[min(at + start, last)]
        for sentence in sentences(whole, begin, end):
            closed = "".join(whole[sentence.start : sentence.end].split())
            if sentence.start <= place < sentence.end and "".join(answer.split()) in closed:
                return Span(self.notice.notice_id, sentence.start, sentence.end)
        return Span(self.notice.notice_id, begin, end)


def _entries(path: Path) -> Iterator[tuple[object, object]]:
    """Yield each question as the file has it, with its context; None where there is none."""
    try:
        articles = json.loads(path.read_text(encoding="utf-8-sig"))["data"]
        paragraphs = [paragraph for article in articles for paragraph in article["paragraphs"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(
            f"{path} cannot be read as SQuAD ({type(error).__name__}: {error}). Expected: "
            '{"data": [{"paragraphs": [{"context": …, "qas": [{"id": …, "question": …, "answers": …}]}]}]}.'
        ) from error
    for paragraph in paragraphs:
        held = paragraph if isinstance(paragraph, dict) else {}
        entries = held.get("qas")
        for entry in entries if isinstance(entries, list) else [None]:
            yield held.get("context"), entry


def _entry(context: str, entry: Mapping[str, Any], texts: Sequence[_Closed]) -> dict[str, Any]:
    name = entry.get("id")
    found = {
        "id": str(name) if isinstance(name, int) else name,
        "type": TYPE,
        "question": entry.get("question"),
    }
    places = [(text, at) for text in texts if (at := text.find(context)) is not None]
    if not places:
        raise GoldFault(
            "context", f"a context that a notice of the index holds, not {context[:40]!r}…"
        )
    found["notices"] = [text.notice.notice_id for text, _ in places]
    if entry.get("is_impossible"):
        return found | {"unanswerable": "notice_silent"}
    said = _answers(entry)
    start = _start(context, entry["answers"][0], said[0])
    # A | in an answer would read as an alternative.
    alternatives = dict.fromkeys(text.replace("|", "｜") for text in said)
    quoted = [list(text.sentence(at, context, said[0], start)) for text, at in places]
    return found | {"contains": ["|".join(alternatives)], "spans": [quoted]}


def _answers(entry: Mapping[str, Any]) -> list[str]:
    answers = entry.get("answers")
    if not isinstance(answers, list) or not answers:
        raise GoldFault("answers", f"a list of answers, received {answers!r}")
    said = [a.get("text") if isinstance(a, dict) else a for a in answers]
    texts = [text.strip() for text in said if isinstance(text, str) and text.strip()]
    if len(texts) < len(answers):
        raise GoldFault("answers", f"answers with a text, received {answers!r}")
    return texts


def _start(context: str, answer: object, said: str) -> int:
    """Return how many characters of the context, white space aside, come before an answer.

    That is where `answer_start` says, if the context reads so there, else where the answer comes
    first: CMRC and others count in other units or give none.
    """
    given = answer.get("answer_start") if isinstance(answer, dict) else None
    if type(given) is not int or given < 0 or not context[given:].lstrip().startswith(said):
        given = context.find(said)
    return len("".join(context[: max(given, 0)].split()))


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
