"""Questions to press: what can be asked of these notices, then what could be asked next."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.faces.page import views
from assistant.faces.page.conversation import Conversation
from assistant.faces.page.wording import Wording
from corpus.errors import KewenError

MOST = 6
Updates = list[Any]


class Suggestions:
    """A row of buttons, each a question."""

    def __init__(self, assistant: Assistant, wording: Wording) -> None:
        self.assistant = assistant
        with gr.Column(elem_id="examples", visible=False) as self.panel:
            self.label = gr.Markdown(views.label(wording.try_these))
            with gr.Row():
                self.buttons = [
                    gr.Button("", size="sm", min_width=80, visible=False) for _ in range(MOST)
                ]

    @property
    def shown(self) -> list[Any]:
        """What `show` changes."""
        return [self.panel, self.label, *self.buttons]

    def show(self, conversation: Conversation, wording: Wording) -> Updates:
        """Show what could be asked after the last answer, or at first."""
        try:
            return self._shown(conversation, wording)
        except KewenError:
            # The page says elsewhere why nothing can be read.
            return self._offered("", ())

    def _shown(self, conversation: Conversation, wording: Wording) -> Updates:
        if not conversation.turns:
            return self._offered(wording.try_these, self.assistant.examples(wording.language))
        answer = conversation.answer(conversation.turns)
        return self._offered(wording.go_on, self.assistant.suggest(answer) if answer else ())

    def _offered(self, label: str, questions: Sequence[str]) -> Updates:
        offered = questions[:MOST]
        missing = MOST - len(offered)
        return [
            gr.update(visible=bool(offered)),
            views.label(label),
            *(gr.update(value=question, visible=True) for question in offered),
            *[gr.update(visible=False)] * missing,
        ]
