"""One notice on the page: what was understood of it, and fields in which it can be corrected."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.faces.page import views
from assistant.faces.page.errors import error_in_words
from assistant.faces.page.notices.correcting import CORRECTED, corrected, taken_back, written
from assistant.faces.page.notices.links import chosen_by
from assistant.faces.page.notices.understood import field_name, notice_html
from assistant.faces.page.notices.wording import TabWording, wording_for
from corpus.errors import KewenError

Updates = list[Any]
_NO_FIELD = gr.update(value="", interactive=False)
_HIDDEN = gr.update(visible=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change to a notice: whether it is kept, and the sentence that says so."""

    notice_id: str = ""
    is_kept: bool = False
    said: str = ""


class Detail:
    """The fields of the notice that was chosen, with what takes a correction and takes it back."""

    def __init__(self, assistant: Assistant, wording: TabWording) -> None:
        self.assistant = assistant
        self.chosen = gr.State("")
        self.outcome = gr.State(Outcome())
        # Whether the next press deletes.
        self.armed = gr.State(False)
        with gr.Column(visible=False, elem_id="notices-detail") as self.panel:
            with gr.Row(elem_classes="part"):
                self.back = gr.Button(wording.back, size="sm", scale=0, min_width=100)
                self.remove = gr.Button(
                    wording.remove, size="sm", scale=0, min_width=120, elem_id="notices-remove"
                )
            self.facts = gr.Markdown(latex_delimiters=[], elem_id="notices-facts")
            with gr.Column(elem_id="notices-correction"):
                self.label = gr.Markdown(views.label(wording.correct))
                self.hint = gr.Markdown(views.note(wording.correct_hint))
                with gr.Row():
                    self.fields, self.back_to_read = self._lay_out_fields(wording)
                with gr.Row():
                    self.save = gr.Button(wording.save, size="sm", scale=0, min_width=96)
                    self.note = gr.Markdown(elem_id="notices-saved")

    @property
    def shown(self) -> list[Any]:
        """What `show` changes."""
        return [self.chosen, self.facts, *self.fields, *self.back_to_read, self.note, *self.arming]

    @property
    def arming(self) -> list[Any]:
        """What `arm` and `disarm` change."""
        return [self.armed, self.remove]

    @property
    def worded(self) -> list[Any]:
        """What changes with the language besides what `show` changes, in the order of `spoken`."""
        return [self.back, self.label, self.hint, self.save]

    def spoken(self, wording: TabWording) -> Updates:
        """Return the words of another language."""
        return [
            wording.back,
            views.label(wording.correct),
            views.note(wording.correct_hint),
            wording.save,
        ]

    def show(self, link: str, language: str, note: str = "") -> Updates:
        """Show the notice of a link or an id, or say why it cannot be shown."""
        wording, notice_id = wording_for(language), chosen_by(link)
        disarmed = self.disarm(language)
        try:
            notice = self.assistant.notice(notice_id)
            titles = {each.notice_id: each.title for each in self.assistant.notices()}
            correction = self.assistant.correction(notice_id)
        except KewenError as error:
            said = views.failure(error_in_words(error, wording.language))
            return [notice_id, said, *[_NO_FIELD] * 3, *[_HIDDEN] * 3, note, *disarmed]
        fields = [
            gr.update(value=text, label=field_name(field, wording), interactive=True)
            for field, text in zip(CORRECTED, written(notice), strict=True)
        ]
        buttons = [
            gr.update(value=wording.take_back, visible=getattr(correction, field) is not None)
            for field in CORRECTED
        ]
        facts = notice_html(notice, titles, wording)
        return [notice_id, facts, *fields, *buttons, note, *disarmed]

    def correct(self, chosen: str, title: str, place: str, years: str, language: str) -> Outcome:
        """Keep what the fields now say; return what became of that."""
        wording = wording_for(language)
        try:
            before = self.assistant.correction(chosen)
            after = corrected(self.assistant.notice(chosen), before, title, place, years)
            if after == before:
                return Outcome(chosen, True, wording.unchanged)
            self.assistant.correct(chosen, after)
        except KewenError as error:
            return Outcome(chosen, False, error_in_words(error, wording.language))
        return Outcome(chosen, True, wording.saved)

    def take_back(self, field: str, chosen: str, language: str) -> Outcome:
        """Let one field be again as it was read; return what became of that."""
        wording = wording_for(language)
        try:
            self.assistant.correct(chosen, taken_back(self.assistant.correction(chosen), field))
        except KewenError as error:
            return Outcome(chosen, False, error_in_words(error, wording.language))
        return Outcome(chosen, True, wording.taken_back)

    def settle(self, outcome: Outcome, chosen: str, language: str) -> Updates:
        """Show what became of a change, unless another notice was chosen meanwhile.

        What was written stays in the fields where it could not be kept.
        """
        if outcome.notice_id != chosen:
            return [gr.skip()] * len(self.shown)
        if outcome.is_kept:
            return self.show(chosen, language, views.note(outcome.said))
        skipped = [gr.skip()] * (len(self.shown) - 1 - len(self.arming))
        return [*skipped, views.failure(outcome.said), *self.disarm(language)]

    def say_at_it(self, language: str) -> str:
        """Return what is said while a change is being made."""
        return views.note(wording_for(language).working)

    def arm(self, language: str) -> Updates:
        """Ask once more before a notice is deleted."""
        return [True, gr.update(value=wording_for(language).confirm, variant="stop")]

    def disarm(self, language: str) -> Updates:
        """Ask no more."""
        return [False, gr.update(value=wording_for(language).remove, variant="secondary")]

    def _lay_out_fields(self, wording: TabWording) -> tuple[list[gr.Textbox], list[gr.Button]]:
        fields, buttons = [], []
        for field, scale in zip(CORRECTED, (3, 2, 1), strict=True):
            with gr.Column(scale=scale, min_width=150):
                fields.append(
                    gr.Textbox(
                        label=field_name(field, wording),
                        placeholder=wording.years_hint if field == "plan_years" else None,
                        lines=1,
                        max_lines=1,
                        max_length=300,
                        elem_id=f"notices-field-{field}",
                    )
                )
                buttons.append(
                    gr.Button(wording.take_back, size="sm", visible=False, min_width=72, scale=0)
                )
        return fields, buttons
