"""The source panel: the notice in full, the cited sentence marked, the way to the next one."""

from typing import Any

import gradio as gr

from assistant.answers.answer import Citation
from assistant.answers.citations import citation_at
from assistant.assistant import Assistant
from assistant.faces.page import views
from assistant.faces.page.conversation import Conversation
from assistant.faces.page.errors import error_in_words
from assistant.faces.page.wording import Wording, wording_for
from assistant.faces.rendering import Html, element
from assistant.faces.rendering.labels import labels_for
from assistant.faces.rendering.links import Span, opened
from assistant.faces.rendering.notices import Marked, panel_html
from assistant.faces.rendering.references import formatted_reference
from assistant.retrieval.library import Document
from corpus.errors import KewenError
from corpus.notice import Notice
from embeddings.archive.records import summary_of

Updates = list[Any]


class SourcePanel:
    """Shows the source of a citation of an answer, or of a figure or notice of the other tabs."""

    def __init__(self, assistant: Assistant, wording: Wording) -> None:
        self.assistant = assistant
        with gr.Row(elem_classes="part"):
            self.label = gr.Markdown(views.label(wording.source))
        self.citations = gr.Radio(
            [],
            label=wording.choose,
            show_label=False,
            container=False,
            visible=False,
            elem_id="citations",
        )
        self.source = gr.Markdown(
            views.hint(wording.no_source), latex_delimiters=[], elem_id="source"
        )

    @property
    def shown(self) -> list[Any]:
        """What `show` changes."""
        return [self.citations, self.source]

    @property
    def worded(self) -> list[Any]:
        """What changes with the language, in the order of `spoken`."""
        return [self.label, self.citations]

    def spoken(self, wording: Wording) -> Updates:
        """Return the words of another language; what is being read stays."""
        return [views.label(wording.source), gr.update(label=wording.choose)]

    def show(self, choice: str, conversation: Conversation, language: str) -> Updates:
        """Show what a citation or a link leads to, and the other citations of its answer."""
        wording = wording_for(language)
        if span := opened(choice):
            return [_no_choices(), self._opened(span, wording)]
        found = conversation.find(choice)
        if found is None:
            empty = wording.no_citation if conversation.turns else wording.no_source
            return [_no_choices(), views.hint(empty)]
        turn, citation = found
        choices = gr.update(choices=conversation.choices(turn), value=choice, visible=True)
        return [choices, self._cited(conversation, turn, citation, wording)]

    def _cited(
        self, conversation: Conversation, turn: int, citation: Citation, wording: Wording
    ) -> Html:
        try:
            notice = self.assistant.notice(citation.notice_id)
        except KewenError as error:
            return views.failure(error_in_words(error, wording.language))
        all_of_them = conversation.exchanges[turn - 1].citations
        others = [Marked(c.start, c.end) for c in all_of_them if c.notice_id == notice.notice_id]
        tools = _tools(citation, wording, all_of_them.index(citation) + 1, len(all_of_them))
        return self._panel(notice, citation, others, tools, wording)

    def _opened(self, span: Span, wording: Wording) -> Html:
        try:
            notice = self.assistant.notice(span.notice_id)
        except KewenError as error:
            return views.failure(error_in_words(error, wording.language))
        start = min(span.start, len(notice.text) - 1)
        end = min(max(span.end, start + 1), len(notice.text))
        document = Document(summary_of(notice), notice.text, notice.sections, (), notice.pages)
        citation = citation_at(document, start, end, 0)
        # What only opens a notice marks nothing in it.
        marks = [] if span.end <= span.start else [Marked(start, end)]
        return self._panel(notice, citation, marks, _tools(citation, wording), wording)

    def _panel(
        self,
        notice: Notice,
        citation: Citation,
        others: list[Marked],
        tools: Html,
        wording: Wording,
    ) -> Html:
        # An index that changed since the answer may hold another text.
        held = notice.text[citation.start : citation.end] == citation.quote
        span = Marked(citation.start, citation.end) if held and others else Marked(0, 0)
        inside = [other for other in others if other.end <= len(notice.text)] if held else []
        related = {one.notice_id for one in notice.related}
        names = {n.notice_id: n.title for n in self.assistant.notices() if n.notice_id in related}
        panel = panel_html(notice, span, wording.language, others=inside, names=names)
        return element("div", tools, panel, class_="source")


def _no_choices() -> Any:  # noqa: ANN401 - what Gradio takes
    return gr.update(choices=[], value=None, visible=False)


def _tools(citation: Citation, wording: Wording, number: int = 1, count: int = 1) -> Html:
    """Return the way to the other citations, and the reference with what copies it."""
    ways = (
        element("a", wording.previous, class_="act", href="#previous"),
        element("span", f"{number} / {count}"),
        element("a", wording.following, class_="act", href="#following"),
    )
    looks_back = labels_for(wording.language).looks_back(citation)
    copy = element("a", wording.copy_reference, class_="act", href="#copy-reference")
    return element(
        "div",
        element("p", *(ways if count > 1 else ()), copy, class_="source-ways"),
        element("p", formatted_reference(citation, wording.language), class_="source-reference"),
        element("p", looks_back, class_="source-role") if looks_back else "",
        class_="source-tools",
    )
