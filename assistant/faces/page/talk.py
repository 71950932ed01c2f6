"""The conversation: questions in, answers as they come, what was understood to be changed."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWorking
from typing import Any

import gradio as gr

from assistant.answers.answer import Answer
from assistant.assistant import Assistant
from assistant.faces.page import views
from assistant.faces.page.chips import Chips, understood
from assistant.faces.page.conversation import Conversation, Exchange
from assistant.faces.page.errors import error_in_words
from assistant.faces.page.history import History
from assistant.faces.page.kept import Shelf, new_key
from assistant.faces.page.rating import DISLIKE, LIKE, Rating
from assistant.faces.page.source import SourcePanel
from assistant.faces.page.suggestions import Suggestions
from assistant.faces.page.wording import Wording, wording_for
from assistant.question.understood import Understood
from assistant.settings import MAX_QUESTION
from corpus.errors import KewenError

# An answer that is there this soon needs no word that it is coming.
PATIENCE = 0.15
SESSION_SECONDS = 3600
Updates = list[Any]


class Talk:
    """The conversation and what stands below it; history and source change with it."""

    def __init__(
        self, assistant: Assistant, wording: Wording, history: History, workers: int
    ) -> None:
        self.assistant = assistant
        self.history = history
        self.source: SourcePanel  # Laid out after the conversation, beside which it stands.
        self._workers = ThreadPoolExecutor(workers, thread_name_prefix="answer")
        self.conversation = gr.State(Conversation(), time_to_live=SESSION_SECONDS)
        self.tools = gr.Markdown(views.tools(wording), elem_id="talk-tools")
        self.chat = gr.Chatbot(
            label=wording.talk,
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
        self.remark = gr.Markdown(elem_id="remark")
        self.rating = Rating(assistant, wording)
        self.chips = Chips(assistant, wording)
        self.suggestions = Suggestions(assistant, wording)
        self._lay_out_question(wording)

    def _lay_out_question(self, wording: Wording) -> None:
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
                # Until the conversation of before is shown, which would take the place of an answer.
                interactive=False,
            )
            self.send = gr.Button(
                wording.send, variant="primary", scale=0, min_width=88, elem_id="send"
            )
            self.stop = gr.Button(
                wording.stop, visible=False, scale=0, min_width=88, elem_id="stop"
            )

    @property
    def answered(self) -> list[Any]:
        """Return what an answer changes, in the order of `_after`."""
        return [
            self.conversation,
            self.history.shelf,
            *self._shown,
            *self.chips.shown,
            *self.suggestions.shown,
            *self.history.shown,
            *self.source.shown,
        ]

    @property
    def _shown(self) -> list[Any]:
        return [self.chat, self.question, self.send, self.stop, self.remark]

    @property
    def worded(self) -> list[Any]:
        """What changes with the language, in the order of `spoken`."""
        own = [self.tools, self.chat, self.question, self.send, self.stop]
        return [*own, *self.rating.worded, *self.chips.worded]

    def spoken(self, wording: Wording) -> Updates:
        """Return the words of another language; answers stay in that of their question."""
        return [
            views.tools(wording),
            gr.update(placeholder=views.hint(wording.empty), label=wording.talk),
            gr.update(placeholder=wording.ask_here, label=wording.ask_here),
            wording.send,
            wording.stop,
            *self.rating.spoken(wording),
            *self.chips.spoken(wording),
        ]

    def ask(
        self,
        question: str,
        conversation: Conversation,
        shelf: object,
        language: str,
    ) -> Iterator[Updates]:
        """Answer a question and show its first citation."""
        if question := question.strip():
            yield from self._exchange(question, None, conversation, shelf, language)

    def redo(
        self,
        *said: Any,  # noqa: ANN401 - the values of chips, and the state
    ) -> Iterator[Updates]:
        """Answer the last question anew, understood as the chips have it, if that is another way."""
        *chips, conversation, shelf, language = said
        last, answer = conversation.last, conversation.answer(conversation.turns)
        if last is None:
            return
        try:
            meant: Understood | KewenError = understood(*chips)
        except KewenError as error:
            meant = error
        # Gradio tells some changes twice, and that a chip was left without being changed.
        if answer is not None and meant in (answer.understood, last.understood):
            return
        before = conversation.before(conversation.turns)
        yield from self._exchange(last.question, meant, before, shelf, language)

    def retry(
        self,
        turn: int,
        conversation: Conversation,
        shelf: object,
        language: str,
    ) -> Iterator[Updates]:
        """Answer a question of the conversation again; what came after it is gone."""
        if 0 < turn <= conversation.turns:
            again, before = conversation.exchanges[turn - 1], conversation.before(turn)
            yield from self._exchange(again.question, again.understood, before, shelf, language)

    def _exchange(
        self,
        question: str,
        meant: Understood | KewenError | None,
        conversation: Conversation,
        shelf: object,
        language: str,
    ) -> Iterator[Updates]:
        if isinstance(meant, KewenError):
            exchange = Exchange(question, error_in_words(meant, wording_for(language).language))
        else:
            asking = self._workers.submit(self._answer, question, conversation, meant, language)
            yield from self._waiting(asking, question, conversation, language)
            exchange = Exchange(question, asking.result(), meant)
        conversation = conversation.with_exchange(exchange)
        if not conversation.key:
            conversation = Conversation(conversation.exchanges, new_key())
        kept = self.history.keep(shelf, conversation)
        yield self._after(conversation, kept, language)

    def _waiting(
        self,
        asking: "Future[Answer | str]",
        question: str,
        conversation: Conversation,
        language: str,
    ) -> Iterator[Updates]:
        """Show the question while its answer takes longer than a moment."""
        try:
            asking.result(PATIENCE)
        except StillWorking:
            wording = wording_for(language)
            messages = conversation.messages(wording, waiting=question)
            shown = [messages, "", gr.update(visible=False), gr.update(visible=True), ""]
            updates = [gr.skip() for _ in self.answered]
            updates[2 : 2 + len(shown)] = shown
            yield updates

    def _answer(
        self,
        question: str,
        conversation: Conversation,
        meant: Understood | None,
        language: str,
    ) -> Answer | str:
        try:
            return self.assistant.ask(question, conversation.history(), understood=meant)
        except KewenError as error:
            return error_in_words(error, wording_for(language).language)

    def _after(
        self, conversation: Conversation, shelf: Shelf, language: str, remark: str = ""
    ) -> Updates:
        """Return everything as it is to be seen, whatever was seen before."""
        wording = wording_for(language)
        choices = conversation.choices(conversation.turns)
        first = choices[0][1] if choices else ""
        return [
            conversation,
            shelf.to_plain(),
            conversation.messages(wording),
            gr.update(value="", interactive=True),
            gr.update(visible=True),
            gr.update(visible=False),
            remark,
            *self.chips.show(conversation),
            *self.suggestions.show(conversation, wording),
            *self.history.show(shelf),
            *self.source.show(first, conversation, language),
        ]

    def stopped(self, question: str, conversation: Conversation, language: str) -> Updates:
        """Give up a question that is being answered; what is typed since stays."""
        wording = wording_for(language)
        seen = [conversation.messages(wording), question[:MAX_QUESTION]]
        return [
            *seen, gr.update(visible=True), gr.update(visible=False), views.note(wording.stopped)
        ]  # fmt: skip

    def start_again(self, shelf: object, language: str) -> Updates:
        """Begin a new conversation; the one before stays in the list."""
        return self._after(Conversation(), Shelf.from_plain(shelf).closed(), language)

    def forget(
        self,
        conversation: Conversation,
        shelf: object,
        language: str,
    ) -> Updates:
        """Delete the conversation from the browser and begin a new one."""
        rest = Shelf.from_plain(shelf).without(conversation.key)
        return self._after(Conversation(), rest.closed(), language)

    def open(self, key: str, shelf: object, language: str) -> Updates:
        """Open a kept conversation: its questions are answered from the notices as they are."""
        known = Shelf.from_plain(shelf)
        kept = known.find(key or "")
        if kept is None:
            return self._after(Conversation(), known.closed(), language)
        conversation = Conversation(key=kept.key)
        for asked in kept.asked:
            outcome = self._answer(asked.question, conversation, asked.understood, language)
            again = Exchange(asked.question, outcome, asked.understood)
            conversation = conversation.with_exchange(again)
        remark = self.history.remark(kept, language)
        shelf = known.put(conversation, self.history.index)
        return self._after(conversation, shelf, language, remark)

    def resume(self, shelf: object, language: str) -> Updates:
        """Open the conversation that was open when the page was left."""
        return self.open(Shelf.from_plain(shelf).current, shelf, language)
