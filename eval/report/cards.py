"""One question as a reader sees it: the verdict, the answer, the gold, and what went wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.answer import Answer, Citation
from assistant.faces.rendering.answers import answer_html
from assistant.faces.rendering.escaping import Html, element, joined
from eval.gold.locating import Gold
from eval.gold.questions import Question
from eval.gold.rows import GoldRow
from eval.gold.spans import Span
from eval.judging.diagnosis import Diagnosis
from eval.judging.scoring import Score
from eval.report.labels import measure_name
from eval.report.wording import FAILURES, both
from eval.running.reply import Reply

SIGNS: dict[str, str] = {"right": "✓", "flawed": "△", "wrong": "✗"}
LONG = 300


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known of one question; `number` is its place in the run."""

    number: int
    question: Question
    gold: Gold
    reply: Reply
    score: Score
    diagnosis: Diagnosis

    @property
    def anchor(self) -> str:
        """The id of its card on the page."""
        return f"q{self.number}"


def card(case: Case, type_class: str) -> Html:
    """Return the folded card of a question; one that is wrong is open about why at once."""
    question, verdict = case.question, case.diagnosis.verdict
    heading = element(
        "summary",
        element("span", SIGNS[verdict], " ", both(f"{verdict}_verdict"), class_="verdict"),
        question.question,
        element("span", question.id, class_="id"),
        element("div", *_why(case), class_="soft") if verdict != "right" else "",
    )
    inside = element("div", *_inside(case), class_="inside")
    folded = element("details", heading, inside, class_=verdict)
    return element("article", folded, id=case.anchor, class_=f"question is-{verdict} {type_class}")


def _why(case: Case) -> Iterator[Html]:
    found = case.diagnosis
    if found.failure:
        yield element("div", FAILURES[found.failure].html())
    if found.unsaid and found.verdict == "wrong":
        yield element("div", both("unsaid", what="；".join(found.unsaid)))
    if found.forbidden:
        yield element("div", both("forbidden", what="；".join(found.forbidden)))
    if case.question.quotes:
        where = both("rank", rank=found.rank) if found.rank else both("no_rank")
        yield element("div", where)


def _inside(case: Case) -> Iterator[Html]:
    question, reply = case.question, case.reply
    if question.history:
        turns = (f"{turn['role']}: {turn['content']}" for turn in question.history)
        yield element("h3", both("history"))
        yield element("div", *(element("p", turn) for turn in turns), class_="box")
    gold = element("div", element("h3", both("gold")), *_gold(case))
    answered = element("div", element("h3", both("answer")), answer(reply, case.number))
    yield element("div", answered, gold, class_="two")
    if reply.answer and reply.answer.citations:
        yield element("h3", both("citations"))
        yield element("ol", *_citations(case, reply.answer.citations))
    yield element("h3", both("scores"))
    yield element("p", *_scores(case), class_="soft")


def answer(reply: Reply | None, number: int) -> Html:
    """Return an answer as the chat page shows it; what went wrong where there is none."""
    if reply is None:
        return element("div", both("unkept"), class_="box")
    if reply.answer is None:
        return element("div", both("no_answer", error=reply.error or ""), class_="box")
    return element("div", answer_html(reply.answer, number, citations=False), class_="box")


def sources(found: Answer | None) -> Html:
    """Return the citations of an answer in a short list."""
    cited = found.citations if found else ()
    items = (
        element("li", f"{c.notice_id} {c.start}–{c.end}: ", _shortened(c.quote)) for c in cited
    )
    return element("ol", *items)


def _gold(case: Case) -> Iterator[Html]:
    question = case.question
    if question.unanswerable:
        yield element("p", both("refused", reasons=" / ".join(question.unanswerable)))
    for name, wanted in (("contains", question.contains), ("excludes", question.excludes)):
        if wanted:
            yield element("p", both(name), "：", "；".join(wanted))
    if question.quotes:
        yield element("p", both("quotes"))
        yield element("ul", *_quotes(case))
    if question.rows:
        yield element("p", both("rows"))
        yield element("ul", *(element("li", *_row(row)) for row in question.rows))


def _quotes(case: Case) -> Iterator[Html]:
    for quote, places in zip(case.question.quotes, case.gold.quotes, strict=True):
        met = quote not in case.diagnosis.uncited
        tag = element(
            "span", both("met" if met else "unmet"), class_=f"tag {'good' if met else 'bad'}"
        )
        first = places[0] if places else None
        where = f" {first.notice_id} {first.start}–{first.end} " if first else " "
        yield element(
            "li", element("q", _shortened(quote)), element("span", where, class_="soft"), tag
        )


def _row(row: GoldRow) -> Iterator[object]:
    parts = (row.place, row.year, row.finding, row.value, row.deadline, row.responsible)
    yield " · ".join(str(part) for part in parts if part is not None)
    if row.optional:
        yield joined([" ", element("span", both("optional"), class_="tag soft")])


def _citations(case: Case, citations: Sequence[Citation]) -> Iterator[Html]:
    places = [*case.gold.rows, *(place for quote in case.gold.quotes for place in quote)]
    for citation in citations:
        span = Span(citation.notice_id, citation.start, citation.end)
        at_gold = any(span.meets(place) for place in places)
        kind = "good" if at_gold else "soft"
        tag = element("span", both("at_gold" if at_gold else "elsewhere"), class_=f"tag {kind}")
        where = " › ".join((citation.title or citation.notice_id, *citation.section_path[-2:]))
        head = element("div", where, f" [{citation.start}–{citation.end}] ", tag, class_="soft")
        anchor = f"cite-{case.number}-{citation.marker}"
        yield element("li", head, element("blockquote", _shortened(citation.quote)), id=anchor)


def _scores(case: Case) -> Iterator[object]:
    shown = (joined([measure_name(n), f" {value:.2f}"]) for n, value in case.score.values.items())
    yield joined(shown, " · ")
    yield f" · {case.reply.latency_ms:.0f} ms"
    if case.reply.answer and case.reply.answer.confidence is not None:
        yield joined([" · ", both("confidence"), f" {case.reply.answer.confidence:.2f}"])


def _shortened(text: str) -> Html:
    """Return a text, a long one folded behind its beginning."""
    if len(text) <= LONG:
        return joined([text])
    summary = element("summary", text[:LONG], "…")
    return element("details", summary, text)
