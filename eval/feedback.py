"""What people said of answers, as draft questions for a person to review.

A draft holds what is known: of an answer that was called right its quotes, figures and rows; of a
correction the names and numbers in it, with the sentence of a notice that says them. What is not
known is left empty and said in `todo`. A draft is no question yet: `kewen eval` refuses it until
somebody takes `draft` away.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.answers.answer import Answer
from assistant.assistant import Assistant
from assistant.feedback import Feedback, FeedbackStore
from corpus.errors import UsageError
from corpus.figures.quantities import quantities
from corpus.notice import Notice
from corpus.sentences import sentences, statements
from eval.gold.spans import Span
from eval.measures import says
from eval.running.reply import answer_of

NAME = re.compile(r"[《“「]([^》”」\n]{2,60})[》”」]")
TYPES = {"coverage": "coverage", "comparison": "comparison", "tasks": "tasks", "listing": "listing"}
Entry = dict[str, Any]


def drafts(said: Sequence[Feedback], notices: Sequence[Notice]) -> list[Entry]:
    """Return a draft for each question that was judged, in the order in which it was first asked.

    :param said: oldest first; of one question the last word counts, and one that goes back on an
        earlier one is told in `todo`.
    """
    by_question: dict[str, list[Feedback]] = {}
    for each in said:
        key = json.dumps([each.question, list(each.history)], ensure_ascii=False)
        by_question.setdefault(key, []).append(each)
    return [
        _draft(number, group, notices) for number, group in enumerate(by_question.values(), start=1)
    ]


def _draft(number: int, said: Sequence[Feedback], notices: Sequence[Notice]) -> Entry:
    last = said[-1]
    # A correction that was written counts until another is: a bare thumb repeats the verdict.
    written = [f for f in said if f.correction] if last.verdict == "down" else []
    answer = answer_of(last.answer)
    judged = written[-1] if written else last
    gold = _praised(answer) if last.verdict == "up" else _corrected(answer, judged, notices)
    todo = list(gold.pop("todo"))
    if len({each.verdict for each in said}) > 1:
        todo.insert(0, "It was called right and wrong: decide which.")
    kind = "unanswerable" if gold.get("unanswerable") else TYPES.get(answer.kind, "lookup")
    entry: Entry = {
        "id": f"feedback-{number:03}",
        "type": "follow-up" if last.history else kind,
        "question": last.question,
        "draft": True,
        "todo": todo or ["Read it against the notice once more."],
        **({"history": [dict(turn) for turn in last.history]} if last.history else {}),
        **gold,
        "from": [_source(each) for each in said],
    }
    return entry


def _source(each: Feedback) -> Entry:
    return {
        "feedback": each.id,
        "created_at": each.created_at,
        "verdict": each.verdict,
        "category": each.category,
        "correction": each.correction,
        "answered": each.answer.get("text", ""),
    }


def _praised(answer: Answer) -> Entry:
    """Return the gold of an answer that was called right: what it says and cites."""
    if answer.status == "not_found":
        return {"unanswerable": answer.reason, "todo": []}
    cited = {citation.marker: citation for citation in answer.citations}
    figures = [row.value for row in answer.rows if row.value and row.finding != "silent"]
    rows = [
        {
            "place": row.place,
            "year": row.year,
            "finding": row.finding,
            **({"value": row.value} if row.value else {}),
            **({"quote": cited[row.citation].quote} if row.citation in cited else {}),
        }
        for row in answer.rows
        if row.place and row.year
    ]
    todo = [] if figures else ["Say in contains what a right answer says."]
    return {
        "notices": list(dict.fromkeys(citation.notice_id for citation in answer.citations)),
        "quotes": [citation.quote for citation in answer.citations],
        "contains": list(dict.fromkeys(figures)),
        **({"rows": rows} if rows and answer.kind != "lookup" else {}),
        "todo": todo,
    }


def _corrected(answer: Answer, said: Feedback, notices: Sequence[Notice]) -> Entry:
    """Return the gold of a correction: what it says, and where a notice says so."""
    if said.category == "should_refuse":
        return {"unanswerable": "notice_silent", "todo": ["Check the reason of the refusal."]}
    wanted = list(_named(said.correction or ""))
    wrong = [row.value for row in answer.rows if row.value and not _in(row.value, wanted)]
    found = _stated(wanted, answer, notices)
    todo = [] if wanted else ["Say in contains what a right answer says."]
    if not found:
        todo.append("Find the sentence that says so, for quotes and notices.")
    return {
        "notices": [span.notice_id for span, _ in found],
        "quotes": [quote for _, quote in found],
        "contains": wanted,
        "excludes": list(dict.fromkeys(wrong)) if wanted else [],
        "todo": todo,
    }


def _named(correction: str) -> Iterator[str]:
    """Yield the figures with their units and the quoted names of a correction, each once."""
    figures = [correction[q.start : q.end] for q in quantities(correction)]
    yield from dict.fromkeys([*figures, *NAME.findall(correction)])


def _in(value: str, wanted: Sequence[str]) -> bool:
    return any(says(value, each) for each in wanted)


def _stated(
    wanted: Sequence[str], answer: Answer, notices: Sequence[Notice]
) -> list[tuple[Span, str]]:
    """Return the first stretch that says all that is wanted: a citation, a clause, a sentence.

    Of a notice that the answer is about, before any other.
    """
    if not wanted:
        return []
    for cited in answer.citations:
        if all(says(cited.quote, each) for each in wanted):
            return [(Span(cited.notice_id, cited.start, cited.end), cited.quote)]
    near = {row.notice_id for row in answer.rows} | {c.notice_id for c in answer.citations}
    for notice in sorted(notices, key=lambda notice: notice.notice_id not in near):
        for cut in (statements, sentences):
            for section in notice.sections:
                for place in cut(notice.text, section.start, section.end):
                    quote = notice.text[place.start : place.end]
                    if all(says(quote, each) for each in wanted):
                        return [(Span(notice.notice_id, place.start, place.end), quote)]
    return []


def write_drafts(assistant: Assistant, output: Path) -> int:
    """Write a draft for each judged question, say what is left to do, and return 1 if there is none.

    :raises UsageError: if the file exists: it may have been worked on.
    """
    if output.exists():
        raise UsageError(f"{output} exists and may have been worked on. Give another --output.")
    said = FeedbackStore(assistant.settings.data).all()
    if not said:
        sys.stderr.write(
            f"There is no feedback in {assistant.settings.data} yet. "
            "Judge answers on the chat page, or by POST /api/v1/feedback.\n"
        )
        return 1
    notices = [assistant.notice(each.notice_id) for each in assistant.notices()]
    found = drafts(said, notices)
    lines = (json.dumps(entry, ensure_ascii=False) + "\n" for entry in found)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("".join(lines), encoding="utf-8")
    counts = {verdict: sum(f.verdict == verdict for f in said) for verdict in ("up", "down")}
    sys.stderr.write(
        f"Wrote {len(found)} drafts of {counts['up']} thumbs up and {counts['down']} down to {output}. "
        "Do what stands in todo of each, then take draft away.\n"
    )
    return 0
