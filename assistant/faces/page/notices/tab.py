"""The notices tab: files in, the list, what was understood of each, deletion with undo.

Files are sent by `notices.js` to REST, as the server takes no uploads by way of Gradio.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.events import Dependency

from assistant.assistant import Assistant
from assistant.faces.page.notices.correcting import CORRECTED
from assistant.faces.page.notices.deletion import Deleted, Deletion
from assistant.faces.page.notices.detail import Detail, Outcome
from assistant.faces.page.notices.listing import Listing
from assistant.faces.page.notices.rereading_bar import RereadingBar
from assistant.faces.page.notices.wording import wording_for
from assistant.faces.page.notices.zone import zone_html

FOLDER = Path(__file__).parent
STYLE = FOLDER / "notices.css"
SCRIPT = FOLDER / "notices.js"

Updates = list[Any]


class NoticesTab:
    """Lays its components out where it is made; `connect` brings them to life."""

    def __init__(self, assistant: Assistant, language: str = "zh") -> None:
        self.assistant = assistant
        wording = wording_for(language)
        with gr.Column(elem_id="notices"):
            self.zone = gr.Markdown(zone_html(wording.language), elem_id="notices-files")
            self.deletion = Deletion(assistant, wording)
            with gr.Column(elem_id="notices-all") as self.list_panel:
                self.listing = Listing(assistant, wording)
                self.rereading = RereadingBar(assistant, wording)
            self.detail = Detail(assistant, wording)
            # notices.js writes here which notice was chosen, and that files came in.
            self.link = gr.Textbox(visible="hidden", container=False, elem_id="notice-link")
            self.came_in = gr.Textbox(visible="hidden", container=False, elem_id="notices-refresh")

    @property
    def worded(self) -> list[Any]:
        """What changes with the language by itself, in the order of `spoken`."""
        parts = (self.deletion, self.listing, self.rereading, self.detail)
        return [self.zone, *(component for part in parts for component in part.worded)]

    def spoken(self, language: str) -> Updates:
        """Return the words of another language; `connect` sees to the list and the notice."""
        wording = wording_for(language)
        parts = (self.deletion, self.listing, self.rereading, self.detail)
        said = [update for part in parts for update in part.spoken(wording)]
        return [zone_html(wording.language), *said]

    def connect(self, blocks: gr.Blocks, language: gr.Radio) -> None:
        """Connect the events, inside the context of the blocks; none of them is queued."""
        self._connect_list(blocks, language)
        self._connect_choice(language)
        self._connect_changes(language)
        self._connect_rereading(blocks, language)

    @property
    def panels(self) -> list[Any]:
        """Of these one is seen: the list, or the notice that was chosen."""
        return [self.list_panel, self.detail.panel]

    def choose(self, link: str, language: str) -> Updates:
        """Show what was understood of the notice of a link in place of the list."""
        return [*_panels(chosen=True), *self.detail.show(link, language)]

    def go_back(self) -> Updates:
        """Show the list again."""
        return _panels(chosen=False)

    def speak_of(self, chosen: str, language: str) -> Updates:
        """Show the notice that is chosen, if one is, in another language."""
        if not chosen:
            return [gr.skip()] * len(self.detail.shown)
        return self.detail.show(chosen, language)

    def delete(self, chosen: str, armed: bool, deleted: Deleted, language: str) -> Updates:
        """Delete the notice that is chosen if the question whether to was put before; else put it."""
        if not armed:
            skipped = [gr.skip()] * (len(self.panels) + len(self.deletion.shown))
            return ["", *self.detail.arm(language), *skipped]
        is_gone, bar = self.deletion.delete(chosen, deleted, language)
        return ["", *self.detail.disarm(language), *_panels(chosen=not is_gone), *bar]

    def say_deleting(self, armed: bool, language: str) -> str:
        """Return what is said while a notice is being deleted."""
        return self.detail.say_at_it(language) if armed else ""

    def look(self, words: str, place: str, years: str, page: int, language: str) -> Updates:
        """Show how far the reading of all files is, and what there is once it is done."""
        looked = self.rereading.look(language)
        if self.rereading.is_running:
            return [*looked, *[gr.skip()] * len(self.listing.shown)]
        return [*looked, *self.listing.refresh(words, place, years, page, language)]

    def _connect_list(self, blocks: gr.Blocks, language: gr.Radio) -> None:
        listing = self.listing
        wanted = [*listing.wanted, language]
        # What an input method or the clipboard writes is a change, but no input to Gradio.
        for event in (listing.words.change, listing.place.input, listing.years.input):
            event(listing.find, wanted, listing.found, trigger_mode="always_last", **_quiet("find"))
        listing.previous.click(listing.go_back, wanted, listing.found, **_quiet("previous"))
        listing.next.click(listing.go_on, wanted, listing.found, **_quiet("next"))
        for event in (blocks.load, language.input, self.came_in.submit):
            event(listing.refresh, wanted, listing.shown, **_quiet("refresh"))

    def _connect_choice(self, language: gr.Radio) -> None:
        detail = self.detail
        self.link.submit(
            self.choose, [self.link, language], [*self.panels, *detail.shown], **_quiet("choose")
        )
        detail.back.click(self.go_back, None, self.panels, **_quiet("back"))
        language.input(self.speak_of, [detail.chosen, language], detail.shown, **_quiet("speak-of"))

    def _connect_changes(self, language: gr.Radio) -> None:
        """Connect what writes the index, which takes minutes where there are very many notices.

        First it is said that it is at it, then it is done, then the list shows what there is.
        """
        detail, deletion = self.detail, self.deletion
        written = [detail.chosen, *detail.fields, language]
        for event in (detail.save.click, *(field.submit for field in detail.fields)):
            self._correct(event, detail.correct, written, language)
        for name, button in zip(CORRECTED, detail.back_to_read, strict=True):
            taking_back = partial(detail.take_back, name)
            self._correct(button.click, taking_back, [detail.chosen, language], language)
        deleted = [detail.note, *detail.arming, *self.panels, *deletion.shown]
        told = detail.remove.click(
            self.say_deleting, [detail.armed, language], [detail.note], **_quiet("deleting")
        )
        inputs = [detail.chosen, detail.armed, deletion.deleted, language]
        self._refresh(told.then(self.delete, inputs, deleted, **_quiet("delete")), language)
        told = deletion.undo.click(
            deletion.say_at_it, [language], [deletion.note, deletion.undo], **_quiet("restoring")
        )
        inputs = [deletion.deleted, language]
        done = told.then(deletion.restore, inputs, deletion.shown, **_quiet("restore"))
        self._refresh(done, language)

    def _correct(
        self,
        event: Callable[..., Dependency],
        change: Callable[..., Outcome],
        inputs: list[Any],
        language: gr.Radio,
    ) -> None:
        detail = self.detail
        settled = [detail.outcome, detail.chosen, language]
        done = (
            event(detail.say_at_it, [language], [detail.note], **_quiet("correcting"))
            .then(change, inputs, [detail.outcome], **_quiet("correct"))
            .then(detail.settle, settled, detail.shown, **_quiet("settle"))
        )
        self._refresh(done, language)

    def _refresh(self, done: Dependency, language: gr.Radio) -> None:
        listing = self.listing
        wanted = [*listing.wanted, language]
        done.then(listing.refresh, wanted, listing.shown, **_quiet("changed"))

    def _connect_rereading(self, blocks: gr.Blocks, language: gr.Radio) -> None:
        bar, listing = self.rereading, self.listing
        wanted = [*listing.wanted, language]
        bar.button.click(bar.start, [language], bar.shown, **_quiet("reread"))
        for event in (blocks.load, language.input):
            event(bar.look, [language], bar.shown, **_quiet("look"))
        bar.timer.tick(self.look, wanted, [*bar.shown, *listing.shown], **_quiet("tick"))


def _panels(*, chosen: bool) -> Updates:
    return [gr.update(visible="hidden" if chosen else True), gr.update(visible=chosen)]


def _quiet(name: str) -> dict[str, Any]:
    """Return how every event is set up: at once, no overlay while it runs, not part of the API."""
    return {
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
        "api_name": f"notices-{name}",
    }
