"""The list of the notices on the page: what is looked for, and a page of what was found."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.faces.page import views as page_views
from assistant.faces.page.errors import error_in_words
from assistant.faces.page.notices import views
from assistant.faces.page.notices.selecting import Wanted, places_in, select, years_in
from assistant.faces.page.notices.wording import TabWording, wording_for
from corpus.errors import KewenError
from embeddings.archive.records import NoticeSummary

Updates = list[Any]


class Listing:
    """A search box, filters by place and years, the table, and buttons from page to page."""

    def __init__(self, assistant: Assistant, wording: TabWording) -> None:
        self.assistant = assistant
        self.page = gr.State(1)
        with gr.Row(elem_id="notices-filters"):
            self.words = gr.Textbox(
                label=wording.search,
                show_label=False,
                container=False,
                placeholder=wording.search,
                lines=1,
                max_lines=1,
                max_length=200,
                scale=3,
                min_width=180,
                elem_id="notices-search",
            )
            self.place = _choice(wording.place, wording.any_place, "notices-place")
            self.years = _choice(wording.years, wording.any_year, "notices-years")
        with gr.Row(elem_id="notices-paging"):
            self.count = gr.Markdown(elem_id="notices-count")
            self.previous = gr.Button(wording.previous, size="sm", scale=0, min_width=72)
            self.next = gr.Button(wording.next, size="sm", scale=0, min_width=72)
        self.table = gr.Markdown(latex_delimiters=[], elem_id="notices-list")

    @property
    def wanted(self) -> list[Any]:
        """What `find`, `refresh` and the turning of pages take, before the language."""
        return [self.words, self.place, self.years, self.page]

    @property
    def found(self) -> list[Any]:
        """What `find` and the turning of pages change."""
        return [self.page, self.count, self.table, self.previous, self.next]

    @property
    def shown(self) -> list[Any]:
        """What `refresh` changes."""
        return [self.place, self.years, *self.found]

    @property
    def worded(self) -> list[Any]:
        """What changes with the language besides what `refresh` changes, in the order of `spoken`."""
        return [self.words]

    def spoken(self, wording: TabWording) -> Updates:
        """Return the words of another language."""
        return [gr.update(placeholder=wording.search, label=wording.search)]

    def find(self, words: str, place: str, years: str, page: int, language: str) -> Updates:
        """Show the first page of what is looked for; the page that was shown does not matter."""
        return self._show(Wanted(words or "", place or "", years or "", 1), language)

    def go_back(self, words: str, place: str, years: str, page: int, language: str) -> Updates:
        """Show the page before."""
        return self._show(Wanted(words or "", place or "", years or "", page - 1), language)

    def go_on(self, words: str, place: str, years: str, page: int, language: str) -> Updates:
        """Show the next page."""
        return self._show(Wanted(words or "", place or "", years or "", page + 1), language)

    def refresh(self, words: str, place: str, years: str, page: int, language: str) -> Updates:
        """Show the same page of what there is now, and what may be chosen."""
        wording = wording_for(language)
        shown = self._show(Wanted(words or "", place or "", years or "", page), language)
        try:
            notices = self.assistant.notices()
        except KewenError:
            return [gr.skip(), gr.skip(), *shown]
        return [
            _choices(wording.place, wording.any_place, places_in(notices)),
            _choices(wording.years, wording.any_year, years_in(notices)),
            *shown,
        ]

    def titles(self) -> dict[str, str]:
        """Return the titles of all notices, by id.

        :raises KewenError: if the index cannot be read.
        """
        return _titles(self.assistant.notices())

    def _show(self, wanted: Wanted, language: str) -> Updates:
        wording = wording_for(language)
        try:
            notices = self.assistant.notices()
            selection = select(notices, wanted)
        except KewenError as error:
            said = page_views.failure(error_in_words(error, wording.language))
            return [1, said, "", *_turning(wording, 1, 1)]
        return [
            selection.page,
            views.counted(selection, wording),
            views.list_html(selection, _titles(notices), wording),
            *_turning(wording, selection.page, selection.pages),
        ]


def _choice(label: str, everything: str, elem_id: str) -> gr.Dropdown:
    # What is typed need not be among the choices: 江苏, 2016–2018.
    return gr.Dropdown(
        [(everything, "")],
        value="",
        label=label,
        show_label=False,
        container=False,
        allow_custom_value=True,
        scale=2,
        min_width=120,
        elem_id=elem_id,
    )


def _choices(label: str, everything: str, values: Sequence[object]) -> Any:  # noqa: ANN401
    named = [(str(value), str(value)) for value in values]
    return gr.update(choices=[(everything, ""), *named], label=label)


def _turning(wording: TabWording, page: int, pages: int) -> Updates:
    return [
        gr.update(value=wording.previous, visible=pages > 1, interactive=page > 1),
        gr.update(value=wording.next, visible=pages > 1, interactive=page < pages),
    ]


def _titles(notices: Sequence[NoticeSummary]) -> dict[str, str]:
    return {notice.notice_id: notice.title for notice in notices}
