"""The ledgers on the page: chosen by controls, shown as tables whose figures lead to their source."""

from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.exploring.holdings import NOTHING, holdings
from assistant.faces.page import views
from assistant.faces.page.errors import error_in_words
from assistant.faces.page.explore.asked import asked, view_of
from assistant.faces.page.explore.controls import Changes, Controls, Updates
from assistant.faces.page.explore.pane import Pane, Source
from assistant.faces.page.explore.panes import pane_of
from assistant.faces.page.explore.wording import VIEWS, words_for
from corpus.errors import KewenError


class ExploreTab:
    """Lays its components out where it is made; `connect` makes them work."""

    def __init__(self, assistant: Assistant, language: str = "zh") -> None:
        self.assistant = assistant
        words = words_for(language)
        self.page = gr.State(0)
        with gr.Column(elem_id="explore"):
            self.controls = Controls(words)
            self.content = gr.Markdown(latex_delimiters=[], elem_id="explore-content")
            with gr.Row(elem_id="explore-pages"):
                self.before = _button(words.before, "explore-before")
                self.after = _button(words.after, "explore-after")

    def connect(self, blocks: gr.Blocks, language: gr.Radio, tab: gr.Tab | None = None) -> None:
        """Connect the events, none of which is queued.

        :param tab: where the components are in one, the view is read when it is chosen, not before.
        """
        asked_for = [language, *self.controls.asked]
        turned = [self.page, *asked_for]
        filters = self.controls.filters.values()
        begins = blocks.load if tab is None else tab.select
        begins(self.fill, asked_for, self.all, **_quiet("explore"))
        # Whoever changes the language of the page has the words from `spoken`.
        language.input(self.first, asked_for, self.shown, **_quiet("explore-in"))
        gr.on(
            [self.controls.view.input, *(control.input for control in filters)],
            self.first,
            asked_for,
            self.shown,
            # What was chosen last is what is shown.
            trigger_mode="always_last",
            **_quiet("explore-show"),
        )
        self.before.click(self.back, turned, self.shown, **_quiet("explore-before"))
        self.after.click(self.forward, turned, self.shown, **_quiet("explore-after"))
        self.controls.clear.click(
            self.clear, [language, self.controls.view], self.shown, **_quiet("explore-clear")
        )

    @property
    def worded(self) -> list[Any]:
        """What changes with the language, in the order of `spoken`."""
        return [*self.controls.worded, self.before, self.after]

    def spoken(self, language: str) -> Updates:
        """Return the words of a language, and what there is to choose from in it."""
        words = words_for(language)
        try:
            held = holdings(self.assistant.generation.tables)
        except KewenError:
            # The view says what is wrong.
            held = NOTHING
        pages = gr.update(value=words.before), gr.update(value=words.after)
        return [*self.controls.spoken(held, words), *pages]

    @property
    def shown(self) -> list[Any]:
        """What a view changes."""
        filters = self.controls.filters.values()
        changed = self.controls.view, self.content, self.page, self.before, self.after
        return [*changed, *filters]

    @property
    def all(self) -> list[Any]:
        """What `fill` changes."""
        return [self.controls.clear, *self.shown]

    def fill(self, language: str, *values: object) -> Changes:
        """Return the words of a language, what there is to choose from, and the view.

        :param values: those of `Controls.asked`, here and in what follows.
        """
        words = dict(zip(self.worded, self.spoken(language), strict=True))
        return _merged(words, self.first(language, *values))

    def first(self, language: str, *values: object) -> Changes:
        """Return the first page of the view that the controls ask for."""
        return self.view(0, language, *values)

    def back(self, page: int, language: str, *values: object) -> Changes:
        """Return the page before."""
        return self.view(page - 1, language, *values)

    def forward(self, page: int, language: str, *values: object) -> Changes:
        """Return the page after."""
        return self.view(page + 1, language, *values)

    def clear(self, language: str, view: str) -> Changes:
        """Empty the filters, and return the view."""
        empty = self.controls.cleared
        values = [view, *(empty[control] for control in self.controls.asked[1:])]
        emptied = {control: gr.update(value=value) for control, value in empty.items()}
        return _merged(emptied, self.first(language, *values))

    def view(self, page: int, language: str, *values: object) -> Changes:
        """Return a page of the view that the controls ask for."""
        words = words_for(language)
        try:
            wanted, pane = pane_of(Source(self.assistant), asked(page, *values), words)
        except KewenError as error:
            said = views.failure(error_in_words(error, words.language))
            wanted, pane = view_of(values[0]) or VIEWS[0], Pane(said)
        return {
            self.controls.view: gr.update(value=wanted),
            self.content: pane.content,
            self.page: pane.page,
            self.before: gr.update(visible=pane.page > 0),
            self.after: gr.update(visible=pane.has_more),
            **self.controls.shown(wanted, pane.measures, pane.measure),
        }


def _merged(first: Changes, second: Changes) -> Changes:
    """Return both changes of each component; of two of the same property the second counts."""
    both = {key: {**first[key], **second[key]} for key in first.keys() & second.keys()}
    return {**first, **second, **both}


def _button(text: str, name: str) -> gr.Button:
    return gr.Button(text, size="sm", scale=0, min_width=96, visible=False, elem_id=name)


def _quiet(name: str) -> dict[str, Any]:
    """Return how every event is set up: not queued, no overlay, not part of Gradio's API."""
    return {
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
        "api_name": name,
    }
