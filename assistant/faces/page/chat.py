"""The page, of Gradio's own components and events: conversation, data, notices, and the source.

No `gr.HTML` and no `js=`: the browser runs both by `eval`, which the content security policy of
the server forbids. The scripts of ours are files.
"""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.faces.downloads import Downloads
from assistant.faces.page import views
from assistant.faces.page.conversation import Conversation
from assistant.faces.page.explore import ExploreTab
from assistant.faces.page.history import History
from assistant.faces.page.notices import NoticesTab
from assistant.faces.page.source import SourcePanel
from assistant.faces.page.taking import Taking
from assistant.faces.page.talk import Talk
from assistant.faces.page.wording import CHINESE, Wording, wording_for

LANGUAGES = [("中文", "zh"), ("English", "en")]
Updates = list[Any]


class ChatPage:
    """The components of the page and what happens between them.

    :param workers: how many questions are answered at once.
    """

    def __init__(self, assistant: Assistant, downloads: Downloads, workers: int = 8) -> None:
        self.assistant = assistant
        self._downloads, self._workers = downloads, workers
        with gr.Blocks(title="科问 kewen", analytics_enabled=False, fill_width=True) as self.blocks:
            self._lay_out(CHINESE)
            self._connect()

    def _lay_out(self, wording: Wording) -> None:
        self.history = History(self.assistant, wording)
        with gr.Row(elem_id="top"):
            self.heading = gr.Markdown(views.heading(wording), elem_id="heading")
            with gr.Column(elem_id="corner", scale=0, min_width=200):
                self.language = gr.Radio(
                    LANGUAGES, value="zh", show_label=False, container=False, elem_id="language"
                )
                self.holdings = gr.Markdown(elem_id="holdings")
        with gr.Row(elem_id="main"):
            with gr.Column(elem_id="left", scale=3, min_width=320):
                self._lay_out_tabs(wording)
            with gr.Column(elem_id="right", scale=2, min_width=320):
                self.source = self.talk.source = SourcePanel(self.assistant, wording)
        # page.js writes here what was chosen, and presses Enter.
        self.link = gr.Textbox(visible="hidden", container=False, elem_id="link")
        self.again = gr.Textbox(visible="hidden", container=False, elem_id="again")
        self.taking = Taking(self._downloads)

    def _lay_out_tabs(self, wording: Wording) -> None:
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab(wording.talk, id="talk", elem_id="tab-talk") as self.talk_tab:
                self.talk = Talk(self.assistant, wording, self.history, self._workers)
            with gr.Tab(wording.explore, id="explore", elem_id="tab-explore") as self.explore_tab:
                self.explore = ExploreTab(self.assistant)
            with gr.Tab(wording.notices, id="notices", elem_id="tab-notices") as self.notices_tab:
                self.notices = NoticesTab(self.assistant)

    def _connect(self) -> None:
        """Connect the events; only what answers questions is queued.

        Gradio's client closes the stream of the queue when an event ends, and with it loses one
        that is just being queued: a question asked while the page greets would go unanswered.
        """
        self._connect_asking()
        self._connect_history()
        self._connect_source()
        self._connect_rating()
        self.language.input(
            self.speak, [self.talk.conversation, self.language], self._worded, **quiet("speak")
        )
        greeted = [self.holdings, *self.talk.chips.inputs]
        self.blocks.load(self.greet, [self.language], greeted, **quiet("greet"))
        # What there is may have changed on another tab.
        for event in (self.talk_tab.select, self.notices.came_in.submit):
            event(self.greet, [self.language], greeted, **quiet("greet-again"))
        kept = [self.history.shelf, self.language]
        self.blocks.load(self.talk.resume, kept, self.talk.answered, **quiet("resume"))
        self.explore.connect(self.blocks, self.language, self.explore_tab)
        self.notices.connect(self.blocks, self.language)

    @property
    def _state(self) -> list[Any]:
        return [self.talk.conversation, self.history.shelf, self.language]

    def _connect_asking(self) -> None:
        talk, answered = self.talk, self.talk.answered
        asked: list[Any] = [
            event(talk.ask, [text, *self._state], answered, **queued("ask"))
            for event, text in (
                (talk.question.submit, talk.question),
                (talk.send.click, talk.question),
                *((button.click, button) for button in talk.suggestions.buttons),
            )
        ]
        asked += [
            event(talk.redo, [*talk.chips.inputs, *self._state], answered, **queued("redo"))
            for chip in talk.chips.inputs
            # What is typed and not chosen is told when the chip is left.
            for event in (chip.input, chip.blur)
        ]
        asked.append(
            self.again.submit(
                self.ask_again, [self.again, *self._state], answered, **queued("again")
            )
        )
        stopped = [talk.chat, talk.question, talk.send, talk.stop, talk.remark]
        told = [talk.question, talk.conversation, self.language]
        talk.stop.click(talk.stopped, told, stopped, cancels=asked, **quiet("stop"))

    def _connect_history(self) -> None:
        history, talk = self.history, self.talk
        history.words.change(
            history.search, [history.words, history.shelf], history.shown, **quiet("search-history")
        )
        history.listed.input(
            talk.open,
            [history.listed, history.shelf, self.language],
            talk.answered,
            **queued("open"),
        )
        history.restart.click(
            talk.start_again, [history.shelf, self.language], talk.answered, **quiet("restart")
        )
        history.forget.click(talk.forget, self._state, talk.answered, **quiet("forget"))
        talked = [talk.conversation, self.language]
        for button, take in (
            (history.markdown, self.taking.take_markdown),
            (history.word, self.taking.take_word),
        ):
            button.click(take, talked, self.taking.taken, **quiet("take"))

    def _connect_source(self) -> None:
        state = [self.talk.conversation, self.language]
        for event, choice in (
            (self.source.citations.input, self.source.citations),
            (self.link.submit, self.link),
        ):
            event(self.source.show, [choice, *state], self.source.shown, **quiet("show"))
        self.taking.command.submit(
            self.taking.take_rows,
            [self.taking.command, self.talk.conversation],
            self.taking.taken,
            **quiet("take-rows"),
        )

    def _connect_rating(self) -> None:
        talk, rating = self.talk, self.talk.rating
        state = [talk.conversation, self.language]
        talk.chat.like(rating.rate, state, rating.shown, **quiet("rate"))
        corrected = [rating.turn, rating.category, rating.correction, *state]
        for event in (rating.send.click, rating.correction.submit):
            event(rating.correct, corrected, rating.shown, **quiet("correct"))
        talk.conversation.change(rating.put_away, None, rating.shown, **quiet("put-away"))

    def ask_again(
        self, turn: str, conversation: Conversation, shelf: object, language: str
    ) -> Iterator[Updates]:
        """Answer the question of a turn again."""
        if turn.isascii() and turn.isdigit():
            yield from self.talk.retry(int(turn[:6]), conversation, shelf, language)

    def greet(self, language: str) -> Updates:
        """Say what there is, or why there is nothing, and what chips may hold."""
        return [views.holdings(self.assistant, wording_for(language)), *self.talk.chips.offer()]

    def speak(self, conversation: Conversation, language: str) -> Updates:
        """Change the language of the page; answers stay in that of their question."""
        wording = wording_for(language)
        empty = self.source.show("", conversation, language)[1:] if not conversation.turns else []
        return [
            views.heading(wording),
            views.holdings(self.assistant, wording),
            *(gr.update(label=name) for name in (wording.talk, wording.explore, wording.notices)),
            *self.talk.spoken(wording),
            *self.talk.suggestions.show(conversation, wording),
            *self.history.spoken(wording),
            *self.source.spoken(wording),
            *(empty or [gr.skip()]),
            *self.explore.spoken(language),
            *self.notices.spoken(language),
        ]

    @property
    def _worded(self) -> list[Any]:
        """Return what `speak` changes, in its order."""
        return [
            self.heading,
            self.holdings,
            self.talk_tab,
            self.explore_tab,
            self.notices_tab,
            *self.talk.worded,
            *self.talk.suggestions.shown,
            *self.history.worded,
            *self.source.worded,
            self.source.source,
            *self.explore.worded,
            *self.notices.worded,
        ]


def quiet(name: str) -> dict[str, Any]:
    """Return how an event is set up: no overlay while it runs, no queue, not part of Gradio's API."""
    return queued(name) | {"queue": False}


def queued(name: str) -> dict[str, Any]:
    """Return how an event that may take long is set up."""
    return {"show_progress": "hidden", "api_visibility": "private", "api_name": name, "queue": True}
