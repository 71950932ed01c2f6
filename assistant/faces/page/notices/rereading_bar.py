"""The button that reads all files again, and how far that is."""

from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.faces.page import views
from assistant.faces.page.errors import error_in_words
from assistant.faces.page.notices.rereading import Rereading, State
from assistant.faces.page.notices.wording import TabWording, wording_for
from assistant.faces.rendering import Html, element, joined
from corpus.errors import KewenError

SECONDS_BETWEEN_LOOKS = 0.7

Updates = list[Any]


class RereadingBar:
    """Starts it for one visitor; what it says is the same for all who look."""

    def __init__(self, assistant: Assistant, wording: TabWording) -> None:
        self.assistant = assistant
        self.rereading = Rereading(assistant)
        with gr.Row(elem_id="notices-rereading"):
            self.button = gr.Button(wording.reread, size="sm", scale=0, min_width=150)
            self.progress = gr.Markdown(elem_id="notices-progress")
        self.timer = gr.Timer(SECONDS_BETWEEN_LOOKS, active=False)

    @property
    def is_running(self) -> bool:
        """Whether the files are being read again."""
        return self.rereading.state.is_running

    @property
    def shown(self) -> list[Any]:
        """What `start` and `look` change."""
        return [self.progress, self.timer]

    @property
    def worded(self) -> list[Any]:
        """What changes with the language, in the order of `spoken`."""
        return [self.button]

    def spoken(self, wording: TabWording) -> Updates:
        """Return the words of another language."""
        return [wording.reread]

    def start(self, language: str) -> Updates:
        """Begin to read the files again; where that goes on already, or there are none, say so."""
        wording = wording_for(language)
        try:
            # Of an archive that holds none the shipped notices would be read.
            if not self.assistant.notices():
                return [views.note(wording.nothing_to_reread), gr.update(active=False)]
        except KewenError as error:
            said = views.failure(error_in_words(error, wording.language))
            return [said, gr.update(active=False)]
        began = self.rereading.start()
        progress, timer = self.look(language)
        already = [] if began else [views.note(wording.already)]
        return [joined([*already, progress]), timer]

    def look(self, language: str) -> Updates:
        """Return how far it is, and whether to look again."""
        state = self.rereading.state
        return [state_html(state, wording_for(language)), gr.update(active=state.is_running)]


def state_html(state: State, wording: TabWording) -> Html:
    """Return how far it is, or how it ended; nothing if it never began."""
    if state.is_running:
        return joined([_bar(state), views.note(_stage(state, wording))])
    if state.error is not None:
        reason = error_in_words(state.error, wording.language)
        return views.failure(wording.reread_failed.format(reason=reason))
    if state.report is not None:
        return views.note(_outcome(state, wording))
    return Html()


def _bar(state: State) -> Html:
    share = state.done / state.total if state.total else 0.0
    filled = element("div", style=f"width: {share:.0%}", class_="filled")
    return element("div", filled, class_="progress-bar")


def _stage(state: State, wording: TabWording) -> str:
    stage = wording.stages.get(state.stage, state.stage)
    return wording.rereading.format(stage=stage, done=state.done, total=state.total)


def _outcome(state: State, wording: TabWording) -> str:
    assert state.report is not None
    counts = {
        name: len(getattr(state.report, name)) for name in ("updated", "unchanged", "rejected")
    }
    return wording.reread_done.format(**counts)
