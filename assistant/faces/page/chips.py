"""What the last question was understood to ask, as chips; a chip changed asks again."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.exploring.holdings import holdings
from assistant.faces.page import views
from assistant.faces.page.conversation import Conversation
from assistant.faces.page.wording import Wording
from assistant.question.understood import Understood
from corpus.errors import KewenError, UsageError

MOST_INDICATORS = 300
Updates = list[Any]


class Chips:
    """Places, years and indicators of the last answer, each to be removed, changed or added to."""

    def __init__(self, assistant: Assistant, wording: Wording) -> None:
        self.assistant = assistant
        with gr.Row(visible=False, elem_id="chips") as self.row:
            self.label = gr.Markdown(views.label(wording.understood), elem_id="chips-label")
            self.places = _chips(wording.places, "chips-places", scale=3)
            self.first = _choice(wording.year_from, "chips-from")
            self.last = _choice(wording.year_to, "chips-to")
            self.indicators = _chips(wording.indicators, "chips-indicators", scale=4)

    @property
    def inputs(self) -> list[Any]:
        """What `understood` takes."""
        return [self.places, self.first, self.last, self.indicators]

    @property
    def shown(self) -> list[Any]:
        """What `show` changes."""
        return [self.row, *self.inputs]

    @property
    def worded(self) -> list[Any]:
        """What changes with the language, in the order of `spoken`."""
        return [self.label, *self.inputs]

    def spoken(self, wording: Wording) -> Updates:
        """Return the words of another language."""
        labels = (wording.places, wording.year_from, wording.year_to, wording.indicators)
        return [views.label(wording.understood), *(gr.update(label=label) for label in labels)]

    def offer(self) -> Updates:
        """Return what there is to choose from, for `inputs`."""
        try:
            held = holdings(self.assistant.generation.tables)
        except KewenError:
            return [gr.skip()] * 4
        years = [str(year) for year in held.years]
        indicators = [name for name, _ in held.indicators[:MOST_INDICATORS]]
        choices = ([place.name for place in held.places], years, years, indicators)
        return [gr.update(choices=list(dict.fromkeys(each))) for each in choices]

    def show(self, conversation: Conversation) -> Updates:
        """Show how the last question was understood; nothing where it was not answered at all."""
        answer = conversation.answer(conversation.turns)
        if answer is None or answer.kind == "small_talk":
            return [gr.update(visible=False), *[gr.skip()] * 4]
        meant = answer.understood
        years = (str(year) if year else None for year in (meant.year_from, meant.year_to))
        values = (list(meant.places), *years, list(meant.indicators))
        return [gr.update(visible=True), *(gr.update(value=value) for value in values)]


def understood(
    places: Sequence[str], first: str | None, last: str | None, indicators: Sequence[str]
) -> Understood:
    """Return what the chips say.

    :raises UsageError: if a year is none.
    """
    return Understood(tuple(places), _year(first), _year(last), tuple(indicators))


def _year(written: str | None) -> int | None:
    text = (written or "").strip()
    year = text.removesuffix("年")
    if not text:
        return None
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise UsageError(f"The year is {text!r:.20}. Write it as 2016.")
    return int(year)


def _chips(label: str, elem_id: str, scale: int) -> gr.Dropdown:
    return gr.Dropdown(
        [],
        value=[],
        multiselect=True,
        allow_custom_value=True,
        label=label,
        elem_id=elem_id,
        scale=scale,
        min_width=150,
    )


def _choice(label: str, elem_id: str) -> gr.Dropdown:
    return gr.Dropdown(
        [],
        value=None,
        allow_custom_value=True,
        label=label,
        elem_id=elem_id,
        scale=1,
        min_width=92,
    )
