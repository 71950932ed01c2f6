"""A conversation: what was asked and answered, and which citation is being read."""

import re
from dataclasses import dataclass, replace

from assistant.answers.answer import Answer, Citation
from assistant.faces.page.wording import Wording
from assistant.faces.rendering import Html, answer_html, element
from assistant.settings import MAX_HISTORY

MAX_EXCHANGES = 50
CHOICE = re.compile(r"#?cite-(\d{1,6})-(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, or with the sentence that says why there is none."""

    question: str
    outcome: Answer | str

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
    """Exchanges, oldest first."""

    exchanges: tuple[Exchange, ...] = ()

    @property
    def turns(self) -> int:
        """How many exchanges there are."""
        return len(self.exchanges)

    def with_exchange(self, question: str, outcome: Answer | str) -> "Conversation":
        """Return the conversation with one exchange more; the oldest goes when there are too many."""
        kept = (*self.exchanges, Exchange(question, outcome))[-MAX_EXCHANGES:]
        return replace(self, exchanges=kept)

    def before(self, turn: int) -> "Conversation":
        """Return the conversation as it was before an exchange."""
        return replace(self, exchanges=self.exchanges[: turn - 1])

    def history(self) -> list[dict[str, str]]:
        """Return the turns that `ask` takes: no errors, and no more than it may be given."""
        turns = []
        for exchange in self.exchanges:
            if isinstance(exchange.outcome, Answer):
                turns.append({"role": "user", "content": exchange.question})
                turns.append({"role": "assistant", "content": exchange.text})
        return turns[-MAX_HISTORY:]

    def messages(self, wording: Wording) -> list[dict[str, str]]:
        """Return the messages that the page shows, as HTML in which all text is escaped."""
        shown = []
        for turn, exchange in enumerate(self.exchanges, start=1):
            shown.append({"role": "user", "content": element("p", exchange.question)})
            shown.append({"role": "assistant", "content": _outcome(exchange, turn, wording)})
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


def _outcome(exchange: Exchange, turn: int, wording: Wording) -> Html:
    if isinstance(exchange.outcome, Answer):
        return answer_html(exchange.outcome, turn, citations=False)
    return element(
        "div", element("strong", wording.error), element("p", exchange.outcome), class_="failure"
    )


def _label(citation: Citation) -> str:
    year = citation.issued_on.year if citation.issued_on else None
    named = " ".join(str(part) for part in (citation.place, year) if part)
    return f"{citation.marker} {named or citation.title}"
