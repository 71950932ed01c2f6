"""The chat page, of Gradio's own components and events.

No `gr.HTML` and no `js=`: the browser runs both by `eval`, which the content security policy of
the server forbids. The one script of ours is `page.js`, a file.
"""

import os
from pathlib import Path
from typing import Any

# Gradio reads this when it is imported.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio as gr
from fastapi import FastAPI

from assistant.answers.answer import Answer
from assistant.assistant import Assistant
from assistant.faces.page import views
from assistant.faces.page.conversation import Conversation
from assistant.faces.page.rating import DISLIKE, LIKE, Rating
from assistant.faces.page.wording import CHINESE, Wording, wording_for
from assistant.settings import Settings
from corpus.errors import KewenError

FOLDER = Path(__file__).parent
SCRIPT = "/page.js"
FONTS = ["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "system-ui", "sans-serif"]
MONOSPACED = ["ui-monospace", "Consolas", "monospace"]
LANGUAGES = [("中文", "zh"), ("English", "en")]
SESSION_SECONDS = 3600
MOST_WAITING = 64
Updates = list[Any]


def mount_page(app: FastAPI, assistant: Assistant, settings: Settings) -> None:
    """Put the page at the root of an application."""
    page = ChatPage(assistant).blocks
    page.queue(
        api_open=False, max_size=MOST_WAITING, default_concurrency_limit=settings.concurrency
    )
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        server_name=settings.host,
        server_port=settings.port,
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        mcp_server=False,
        theme=gr.themes.Base(primary_hue="blue", font=FONTS, font_mono=MONOSPACED),
        css_paths=FOLDER / "style.css",
        head=f'<script src="{SCRIPT}" defer></script>',
    )


class ChatPage:
    """The components of the page and what happens between them."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        with gr.Blocks(title="科问 kewen", analytics_enabled=False, fill_width=True) as self.blocks:
            self._lay_out(CHINESE)
            self._connect()

    def _lay_out(self, wording: Wording) -> None:
        self.conversation = gr.State(Conversation(), time_to_live=SESSION_SECONDS)
        with gr.Row(elem_id="top"):
            self.heading = gr.Markdown(views.heading(wording), elem_id="heading")
            with gr.Column(elem_id="corner", scale=0, min_width=200):
                self.language = gr.Radio(
                    LANGUAGES, value="zh", show_label=False, container=False, elem_id="language"
                )
                self.holdings = gr.Markdown(elem_id="holdings")
        with gr.Row(elem_id="main"):
            with gr.Column(elem_id="left", scale=3, min_width=320):
                self._lay_out_conversation(wording)
            with gr.Column(elem_id="right", scale=2, min_width=320):
                self._lay_out_source(wording)

    def _lay_out_conversation(self, wording: Wording) -> None:
        with gr.Row(elem_classes="part"):
            self.chat_label = gr.Markdown(views.label(wording.conversation))
            self.restart = gr.Button(
                wording.restart, size="sm", scale=0, min_width=80, elem_id="restart"
            )
        self.chat = gr.Chatbot(
            label=wording.conversation,
            show_label=False,
            container=False,
            height=None,
            elem_id="chat",
            layout="bubble",
            buttons=[],
            feedback_options=(LIKE, DISLIKE),
            latex_delimiters=[],
            allow_tags=False,
            group_consecutive_messages=False,
            autoscroll=False,
            placeholder=views.hint(wording.empty),
        )
        self.rating = Rating(self.assistant, wording)
        with gr.Row(elem_id="ask"):
            self.question = gr.Textbox(
                label=wording.ask_here,
                show_label=False,
                container=False,
                placeholder=wording.ask_here,
                lines=1,
                max_lines=4,
                elem_id="question",
                scale=1,
            )
            self.send = gr.Button(
                wording.send, variant="primary", scale=0, min_width=88, elem_id="send"
            )
        with gr.Column(elem_id="examples") as self.suggestions:
            self.try_these = gr.Markdown(views.label(wording.try_these))
            with gr.Row():
                self.examples = [
                    gr.Button(text, size="sm", min_width=80) for text in wording.examples
                ]

    def _lay_out_source(self, wording: Wording) -> None:
        with gr.Row(elem_classes="part"):
            self.source_label = gr.Markdown(views.label(wording.source))
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
        # page.js writes here which [1] of an answer was chosen, and presses Enter.
        self.link = gr.Textbox(visible="hidden", container=False, elem_id="link")

    def _connect(self) -> None:
        """Connect the events; only `ask` is queued.

        Gradio's client closes the stream of the queue when an event ends, and with it loses one
        that is just being queued: a question asked while the page greets would go unanswered.
        """
        state = [self.conversation, self.language]
        shown = [self.citations, self.source]
        answered = [self.conversation, self.chat, self.question, self.suggestions, *shown]
        for event, text in (
            (self.question.submit, self.question),
            (self.send.click, self.question),
            *((example.click, example) for example in self.examples),
        ):
            event(self.ask, [text, *state], answered, queue=True, **_quiet("ask"))
        self.citations.input(
            self.show, [self.citations, *state], shown, queue=False, **_quiet("show")
        )
        self.link.submit(self.show, [self.link, *state], shown, queue=False, **_quiet("show"))
        rating = self.rating
        self.chat.like(rating.rate, state, rating.shown, queue=False, **_quiet("rate"))
        corrected = [rating.turn, rating.category, rating.correction, *state]
        for event in (rating.send.click, rating.correction.submit):
            event(rating.correct, corrected, rating.shown, queue=False, **_quiet("correct"))
        self.conversation.change(
            rating.put_away, None, rating.shown, queue=False, **_quiet("put-away")
        )
        self.restart.click(
            self.start_again, [self.language], answered, queue=False, **_quiet("restart")
        )
        self.language.input(self.speak, state, self._worded(), queue=False, **_quiet("speak"))
        self.blocks.load(
            self.greet, [self.language], [self.holdings], queue=False, **_quiet("greet")
        )

    def ask(self, question: str, conversation: Conversation, language: str) -> Updates:
        """Answer a question and show its first citation."""
        question = question.strip()
        if not question:
            return [gr.skip()] * 6
        conversation = conversation.with_exchange(question, self._answer(question, conversation))
        wording = wording_for(language)
        choices = conversation.choices(conversation.turns)
        first = choices[0][1] if choices else ""
        messages = conversation.messages(wording)
        shown = self.show(first, conversation, language)
        return [conversation, messages, "", gr.update(visible=False), *shown]

    def _answer(self, question: str, conversation: Conversation) -> Answer | str:
        try:
            return self.assistant.ask(question, conversation.history())
        except KewenError as error:
            return str(error)

    def show(self, choice: str, conversation: Conversation, language: str) -> Updates:
        """Show the source of a citation, with the other citations of its answer to choose from."""
        wording = wording_for(language)
        found = conversation.find(choice)
        if found is None:
            empty = wording.no_citation if conversation.turns else wording.no_source
            return [gr.update(choices=[], value=None, visible=False), views.hint(empty)]
        turn, citation = found
        choices = gr.update(choices=conversation.choices(turn), value=choice, visible=True)
        return [choices, views.source(self.assistant, citation, wording)]

    def start_again(self, language: str) -> Updates:
        """Forget the conversation."""
        shown = self.show("", Conversation(), language)
        return [Conversation(), [], "", gr.update(visible=True), *shown]

    def greet(self, language: str) -> str:
        """Say what there is, or why there is nothing."""
        return views.holdings(self.assistant, wording_for(language))

    def speak(self, conversation: Conversation, language: str) -> Updates:
        """Change the language of the page; answers stay in that of their question."""
        wording = wording_for(language)
        empty = [] if conversation.turns else self.show("", conversation, language)[1:]
        return [
            views.heading(wording),
            views.holdings(self.assistant, wording),
            gr.update(placeholder=views.hint(wording.empty), label=wording.conversation),
            gr.update(placeholder=wording.ask_here, label=wording.ask_here),
            wording.send,
            views.label(wording.conversation),
            views.label(wording.try_these),
            wording.restart,
            views.label(wording.source),
            gr.update(label=wording.choose),
            *(empty or [gr.skip()]),
            *self.rating.spoken(wording),
            *wording.examples,
        ]

    def _worded(self) -> list[Any]:
        """Return what `speak` changes, in its order."""
        return [
            self.heading,
            self.holdings,
            self.chat,
            self.question,
            self.send,
            self.chat_label,
            self.try_these,
            self.restart,
            self.source_label,
            self.citations,
            self.source,
            *self.rating.worded,
            *self.examples,
        ]


def _quiet(name: str) -> dict[str, Any]:
    """Return how every event is set up: no overlay while it runs, not part of Gradio's API."""
    return {"show_progress": "hidden", "api_visibility": "private", "api_name": name}
