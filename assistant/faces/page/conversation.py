"""A conversation: what was asked and answered, and which citation is being read."""

import re
from dataclasses import dataclass, replace

from assistant.answers.answer import Answer, Citation
from assistant.faces.page.wording import Wording
from assistant.faces.rendering import Html, answer_html, element
from assistant.question.understood import Understood
from assistant.settings import MAX_HISTORY

MAX_EXCHANGES = 50
CHOICE = re.compile(r"#?cite-(\d{1,6})-(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, or with the sentence that says why there is none.

    `understood` is what the reader said the question means, None where it was left to kewen.
    """

    question: str
    outcome: Answer | str
    understood: Understood | None = None

    @property
    def text(self) -> str:
        """The answer as plain text, as a follow-up question sees it."""
        return self.outcome.text if isinstance(self.outcome, Answer) else self.outcome

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the answer."""
        return self.outcome.citations if isinstance(self.outcome, Answer) else ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """Exchanges, oldest first; `key` is what it is kept under in the browser, empty while it is new."""

    exchanges: tuple[Exchange, ...] = ()
    key: str = ""

    @property
    def turns(self) -> int:
        """How many exchanges there are."""
        return len(self.exchanges)

    @property
    def last(self) -> Exchange | None:
        """The exchange that is newest."""
        return self.exchanges[-1] if self.exchanges else None

    def with_exchange(self, exchange: Exchange) -> "Conversation":
        """Return the conversation with one exchange more; the oldest goes when there are too many."""
        return replace(self, exchanges=(*self.exchanges, exchange)[-MAX_EXCHANGES:])

    def before(self, turn: int) -> "Conversation":
        """Return the conversation as it was before an exchange."""
        return replace(self, exchanges=self.exchanges[: max(turn - 1, 0)])

    def answer(self, turn: int) -> Answer | None:
        """Return the answer of an exchange, None if there is none."""
        outcome = self.exchanges[turn - 1].outcome if 0 < turn <= self.turns else None
        return outcome if isinstance(outcome, Answer) else None

    def history(self) -> list[dict[str, str]]:
        """Return the turns that `ask` takes: no errors, and no more than it may be given."""
        turns = []
        for exchange in self.exchanges:
            if isinstance(exchange.outcome, Answer):
                turns.append({"role": "user", "content": _asked(exchange)})
                turns.append({"role": "assistant", "content": exchange.text})
        return turns[-MAX_HISTORY:]

    def messages(self, wording: Wording, waiting: str = "") -> list[dict[str, str]]:
        """Return the messages that the page shows, as HTML in which all text is escaped.

        :param waiting: a question that is being answered.
        """
        shown = []
        for turn, exchange in enumerate(self.exchanges, start=1):
            shown.append(_said("user", element("p", exchange.question)))
            shown.append(_said("assistant", _outcome(exchange, turn, wording)))
        if waiting:
            shown.append(_said("user", element("p", waiting)))
            shown.append(_said("assistant", element("p", wording.waiting, class_="waiting")))
        return shown

    def choices(self, turn: int) -> list[tuple[str, str]]:
        """Return label and value of each citation of an answer."""
        citations = self.exchanges[turn - 1].citations if 0 < turn <= self.turns else ()
        return [(_label(citation), f"cite-{turn}-{citation.marker}") for citation in citations]

    def find(self, choice: str) -> tuple[int, Citation] | None:
        """Return the turn and the citation of a value of `choices` or of a link, if there is one."""
        match = CHOICE.fullmatch(choice)
        turn, marker = (int(match[1]), int(match[2])) if match else (0, 0)
        if not 0 < turn <= self.turns:
            return None
        citations = self.exchanges[turn - 1].citations
        return next(((turn, c) for c in citations if c.marker == marker), None)


def _asked(exchange: Exchange) -> str:
    """Return a question as a follow-up is to see it: as the reader changed it."""
    answer = exchange.outcome
    changed = exchange.understood is not None and isinstance(answer, Answer)
    return answer.standalone_question if changed else exchange.question  # type: ignore[union-attr]


def _said(role: str, content: Html) -> dict[str, str]:
    return {"role": role, "content": content}


def _outcome(exchange: Exchange, turn: int, wording: Wording) -> Html:
    if isinstance(exchange.outcome, Answer):
        return answer_html(exchange.outcome, turn, citations=False, tools=True)
    return element(
        "div", element("strong", wording.error), element("p", exchange.outcome), class_="failure"
    )


def _label(citation: Citation) -> str:
    year = citation.issued_on.year if citation.issued_on else None
    named = " ".join(str(part) for part in (citation.place, year) if part)
    return f"{citation.marker} {named or citation.title}"
