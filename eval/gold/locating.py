"""Where the gold of a question stands in the notices."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from corpus.notice import Notice
from eval.gold.questions import Fault, Question, QuestionSet
from eval.gold.rows import GoldRow
from eval.gold.spans import Span, occurrences

Notices = Mapping[str, Notice]


@dataclass(frozen=True, slots=True)
class Gold:
    """For each gold quote all places where it stands, and the passages that hold one of them.

    A quote that a notice repeats is found by citing any of its occurrences. `rows` is where the
    gold rows may be cited from.
    """

    quotes: tuple[tuple[Span, ...], ...]
    rows: tuple[Span, ...]
    relevant: Mapping[str, int]


def locate(question: Question, notices: Notices) -> Gold:
    """Return where the gold quotes of a question stand."""
    about = [notices[notice_id] for notice_id in question.notices]
    quotes = question.spans or tuple(
        tuple(span for notice in about for span in occurrences(quote, notice))
        for quote in question.quotes
    )
    spans = [span for quote in quotes for span in quote]
    relevant = {passage: 1 for notice in about for passage in _passages(notice, spans)}
    return Gold(quotes, tuple(_row_spans(question, about)), relevant)


def places_of(row: GoldRow, notice: Notice) -> list[Span]:
    """Return where a row may be cited from in a notice: its spans, else every place of its quote."""
    if row.spans:
        return [span for span in row.spans if span.notice_id == notice.notice_id]
    return occurrences(row.quote, notice) if row.quote else []


def _row_spans(question: Question, about: Iterable[Notice]) -> list[Span]:
    return [
        span
        for notice in about
        for row in question.rows
        if row.spans or row.place == notice.place_name
        for span in places_of(row, notice)
    ]


def _passages(notice: Notice, spans: Iterable[Span]) -> list[str]:
    wanted = [span for span in spans if span.notice_id == notice.notice_id]
    return [
        passage.passage_id
        for passage in notice.passages
        if any(Span(notice.notice_id, passage.start, passage.end).meets(span) for span in wanted)
    ]


def keep_verbatim(questions: QuestionSet, notices: Notices) -> QuestionSet:
    """Return the set without the questions whose gold is not in the notices, which become faults.

    Quotes that only their spans name are read from the notices.
    """
    faults = {question.id: _fault(question, notices) for question in questions.questions}
    return QuestionSet(
        tuple(_read(q, notices) for q in questions.questions if faults[q.id] is None),
        questions.faults + tuple(fault for fault in faults.values() if fault),
    )


def _read(question: Question, notices: Notices) -> Question:
    def read(spans: Sequence[Span]) -> str:
        return spans[0].read_in(notices[spans[0].notice_id]) or ""

    quotes = question.quotes or tuple(map(read, question.spans))
    rows = (replace(r, quote=read(r.spans)) if r.spans else r for r in question.rows)
    return replace(question, quotes=quotes, rows=tuple(rows))


def _fault(question: Question, notices: Notices) -> Fault | None:
    for notice_id in question.notices:
        if notice_id not in notices:
            return Fault(question.line, "notices", f"a notice of the index, not {notice_id!r}")
    texts = [notices[notice_id].text for notice_id in question.notices]
    rows = tuple(row.quote for row in question.rows if row.quote)
    for quote in question.quotes + rows:
        if not any(quote in text for text in texts):
            return Fault(question.line, "quotes", f"text that stands in the notices, not {quote!r}")
    placed = [*zip_longest(question.quotes, question.spans)]
    placed += [(row.quote, row.spans) for row in question.rows]
    for wanted, spans in placed:
        for span in spans or ():
            if reason := _misplaced(span, wanted, question, notices):
                return Fault(question.line, "spans", f"{reason}, not {list(span)!r}")
    return None


def _misplaced(span: Span, quote: str | None, question: Question, notices: Notices) -> str | None:
    if span.notice_id not in question.notices:
        return "places in the notices of the question"
    text = span.read_in(notices[span.notice_id])
    if text is None:
        return "offsets inside the text of the notice"
    return f"the place of {quote!r}" if quote is not None and text != quote else None
