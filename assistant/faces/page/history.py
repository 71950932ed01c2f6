"""The conversations that the browser keeps: to open, to search, to delete, to take away."""

from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.faces.page import views
from assistant.faces.page.conversation import Conversation
from assistant.faces.page.kept import Kept, Shelf
from assistant.faces.page.wording import Wording, wording_for
from corpus.errors import KewenError

STORAGE = "kewen.conversations"
# Gradio scrambles what it keeps; a secret of each start would make it unreadable after the next.
SECRET = "kewen"
LONGEST_TITLE = 40
Updates = list[Any]


class History:
    """A list of conversations at the side, kept by the browser and nowhere else."""

    def __init__(self, assistant: Assistant, wording: Wording) -> None:
        self.assistant = assistant
        self.shelf = gr.BrowserState(Shelf().to_plain(), storage_key=STORAGE, secret=SECRET)
        with gr.Sidebar(open=False, width=300, elem_id="history") as self.panel:
            self.label = gr.Markdown(views.label(wording.history))
            self.restart = gr.Button(wording.restart, size="sm", elem_id="restart")
            self.words = gr.Textbox(
                placeholder=wording.search_history,
                label=wording.search_history,
                show_label=False,
                container=False,
                max_length=100,
                elem_id="history-words",
            )
            self.listed = gr.Radio(
                [], label=wording.history, show_label=False, container=False, elem_id="history-list"
            )
            self.none = gr.Markdown(views.note(wording.no_history))
            with gr.Column(elem_id="history-tools"):
                self.markdown = gr.Button(wording.take_markdown, size="sm", elem_id="take-markdown")
                self.word = gr.Button(wording.take_word, size="sm", elem_id="take-word")
                self.forget = gr.Button(wording.forget, size="sm", elem_id="forget")

    @property
    def shown(self) -> list[Any]:
        """What `show` changes."""
        return [self.listed, self.none]

    @property
    def worded(self) -> list[Any]:
        """What changes with the language, in the order of `spoken`."""
        return [
            self.label, self.restart, self.words, self.listed, self.none,
            self.markdown, self.word, self.forget,
        ]  # fmt: skip

    def spoken(self, wording: Wording) -> Updates:
        """Return the words of another language."""
        return [
            views.label(wording.history),
            wording.restart,
            gr.update(placeholder=wording.search_history, label=wording.search_history),
            gr.update(label=wording.history),
            views.note(wording.no_history),
            wording.take_markdown,
            wording.take_word,
            wording.forget,
        ]

    def show(self, shelf: Shelf, words: str = "") -> Updates:
        """List the conversations that hold all of the words, the open one chosen."""
        found = [kept for kept in shelf.conversations if kept.holds(words)]
        choices = [(_titled(kept.title), kept.key) for kept in found]
        current = shelf.current if any(kept.key == shelf.current for kept in found) else None
        return [
            gr.update(choices=choices, value=current),
            gr.update(visible=not shelf.conversations),
        ]

    def search(self, words: str, plain: object) -> Updates:
        """List what holds the words that are being typed."""
        return self.show(Shelf.from_plain(plain), words)

    def keep(self, plain: object, conversation: Conversation) -> Shelf:
        """Return the shelf with the conversation on it."""
        return Shelf.from_plain(plain).put(conversation, self.index)

    @property
    def index(self) -> str:
        """The content of the archive in use; empty where there is none."""
        try:
            return self.assistant.generation.manifest.content_hash
        except KewenError:
            return ""

    def remark(self, kept: Kept, language: str) -> str:
        """Return what is to be said where the archive has changed since a conversation."""
        if kept.index in ("", self.index):
            return ""
        return views.note(wording_for(language).changed_since)


def _titled(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
