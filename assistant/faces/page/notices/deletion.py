"""The bar that says which notice was deleted, with what brings it back."""

from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.faces.page import views
from assistant.faces.page.errors import error_in_words
from assistant.faces.page.notices.wording import TabWording, wording_for
from corpus.errors import KewenError

MOST_REMEMBERED = 20

Updates = list[Any]
# Ids and titles of the notices that this visitor deleted, the last one last.
Deleted = tuple[tuple[str, str], ...]


class Deletion:
    """Deletes a notice, and restores the one deleted last."""

    def __init__(self, assistant: Assistant, wording: TabWording) -> None:
        self.assistant = assistant
        self.deleted = gr.State(())
        with gr.Row(visible=False, elem_id="notices-deleted") as self.bar:
            self.note = gr.Markdown()
            self.undo = gr.Button(wording.undo, size="sm", scale=0, min_width=72)

    @property
    def shown(self) -> list[Any]:
        """What `delete` and `restore` change."""
        return [self.deleted, self.bar, self.note, self.undo]

    @property
    def worded(self) -> list[Any]:
        """What changes with the language, in the order of `spoken`."""
        return [self.undo]

    def spoken(self, wording: TabWording) -> Updates:
        """Return the words of another language."""
        return [wording.undo]

    def delete(self, notice_id: str, deleted: Deleted, language: str) -> tuple[bool, Updates]:
        """Delete a notice; return whether it is gone, and the bar that says so or why not."""
        wording = wording_for(language)
        try:
            title = self.assistant.notice(notice_id).title
            self.assistant.remove(notice_id)
        except KewenError as error:
            return False, self._failed(deleted, error, wording)
        deleted = (*deleted, (notice_id, title))[-MOST_REMEMBERED:]
        return True, self._offer(deleted, wording)

    def restore(self, deleted: Deleted, language: str) -> Updates:
        """Bring back the notice deleted last, and offer the one deleted before it."""
        wording = wording_for(language)
        if not deleted:
            return [(), gr.update(visible=False), "", gr.update(visible=False)]
        *before, (notice_id, title) = deleted
        try:
            self.assistant.restore(notice_id)
        except KewenError as error:
            return self._failed(deleted, error, wording)
        if before:
            return self._offer(tuple(before), wording)
        said = views.note(wording.restored.format(title=title))
        return [(), gr.update(visible=True), said, gr.update(visible=False)]

    def say_at_it(self, language: str) -> Updates:
        """Return what is said while a notice is being restored."""
        return [views.note(wording_for(language).working), gr.update(visible=False)]

    def _offer(self, deleted: Deleted, wording: TabWording) -> Updates:
        said = views.note(wording.deleted.format(title=deleted[-1][1]))
        return [deleted, gr.update(visible=True), said, gr.update(visible=True)]

    def _failed(self, deleted: Deleted, error: KewenError, wording: TabWording) -> Updates:
        said = views.failure(error_in_words(error, wording.language))
        return [deleted, gr.update(visible=True), said, gr.update(visible=bool(deleted))]
