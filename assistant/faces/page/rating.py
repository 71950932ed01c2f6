"""Thumbs on answers, and what was wrong where a thumb goes down."""

from typing import Any

import gradio as gr

from assistant.answers.answer import Answer
from assistant.assistant import Assistant
from assistant.faces.page import views
from assistant.faces.page.conversation import Conversation
from assistant.faces.page.wording import Wording, wording_for
from assistant.feedback import Category, Verdict
from corpus.errors import KewenError

LIKE, DISLIKE = "Like", "Dislike"

Updates = list[Any]


class Rating:
    """A thumb keeps the answer with the verdict; one that is down asks what would have been right."""

    def __init__(self, assistant: Assistant, wording: Wording) -> None:
        self.assistant = assistant
        self.turn = gr.State(0)
        with gr.Column(visible=False, elem_id="rating") as self.panel:
            self.prompt = gr.Markdown(views.label(wording.what_is_wrong))
            self.category = gr.Radio(
                wording.categories, label=wording.category, container=False, show_label=False
            )
            with gr.Row():
                self.correction = gr.Textbox(
                    label=wording.what_is_wrong,
                    placeholder=wording.correction,
                    show_label=False,
                    container=False,
                    max_length=2_000,
                    lines=1,
                    max_lines=4,
                    elem_id="correction",
                    scale=1,
                )
                self.send = gr.Button(wording.send_correction, scale=0, min_width=88)
        self.note = gr.Markdown(elem_id="rated")

    @property
    def worded(self) -> list[Any]:
        """What changes with the language, in the order of `spoken`."""
        return [self.prompt, self.category, self.correction, self.send, self.note]

    def spoken(self, wording: Wording) -> Updates:
        """Return the words of another language."""
        return [
            views.label(wording.what_is_wrong),
            gr.update(choices=wording.categories, label=wording.category),
            gr.update(placeholder=wording.correction, label=wording.what_is_wrong),
            wording.send_correction,
            "",
        ]

    @property
    def shown(self) -> list[Any]:
        """What `rate`, `correct` and `put_away` change."""
        return [self.turn, self.panel, self.category, self.correction, self.note]

    def rate(self, conversation: Conversation, language: str, thumb: gr.LikeData) -> Updates:
        """Keep a thumb; below one that is down, ask what was wrong."""
        index = thumb.index if isinstance(thumb.index, int) else thumb.index[0]
        turn = index // 2 + 1
        note = self._keep(turn, "up" if thumb.liked is True else "down", conversation, language)
        asks = thumb.liked is not True and note == wording_for(language).kept
        return [turn, gr.update(visible=asks), None, "", views.note(note)]

    def correct(
        self,
        turn: int,
        category: Category | None,
        correction: str,
        conversation: Conversation,
        language: str,
    ) -> Updates:
        """Keep what was wrong beside the thumb that was kept before."""
        note = self._keep(turn, "down", conversation, language, category, correction)
        return [0, gr.update(visible=False), None, "", views.note(note)]

    def put_away(self) -> Updates:
        """Ask no more what was wrong: another question was asked."""
        return [0, gr.update(visible=False), None, "", ""]

    def _keep(
        self,
        turn: int,
        verdict: Verdict,
        conversation: Conversation,
        language: str,
        category: Category | None = None,
        correction: str = "",
    ) -> str:
        wording = wording_for(language)
        if not 0 < turn <= conversation.turns:
            return wording.not_kept
        exchange = conversation.exchanges[turn - 1]
        if not isinstance(exchange.outcome, Answer):
            return wording.not_kept
        try:
            self.assistant.feedback(
                exchange.question,
                verdict,
                correction=correction,
                category=category,
                answer=exchange.outcome,
                history=conversation.before(turn).history(),
            )
        except KewenError as error:
            return str(error)
        return wording.kept
