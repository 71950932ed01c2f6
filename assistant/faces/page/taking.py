"""Taking things away: the rows of an answer, the whole conversation, as files."""

import re
from datetime import UTC, datetime
from typing import Any

import gradio as gr

from assistant.answers.answer import Answer
from assistant.faces.downloads import Downloads
from assistant.faces.exports import Exported, Transcript, to_docx, to_markdown
from assistant.faces.page import views
from assistant.faces.page.conversation import Conversation
from assistant.faces.page.wording import wording_for
from assistant.faces.rendering import element
from assistant.faces.spreadsheets import rows_to_csv, rows_to_xlsx
from corpus.errors import KewenError

COMMAND = re.compile(r"(csv|xlsx)-(\d{1,6})")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_NAME = 40


class Taking:
    """Offers files; a link to the newest appears where `page.js` finds and follows it."""

    def __init__(self, downloads: Downloads) -> None:
        self._downloads = downloads
        # page.js writes here which rows are wanted, and presses Enter.
        self.command = gr.Textbox(visible="hidden", container=False, elem_id="take")
        self.taken = gr.Markdown(elem_id="taken")

    def take_rows(self, command: str, conversation: Conversation) -> str:
        """Offer the rows of an answer as a file."""
        match = COMMAND.fullmatch(command)
        answer = conversation.answer(int(match[2])) if match else None
        if match is None or answer is None:
            return ""
        return self._offered(
            f"{_named(answer.question)}.{match[1]}", *_spreadsheet(match[1], answer)
        )

    def take_markdown(self, conversation: Conversation, language: str) -> str:
        """Offer the conversation as Markdown."""
        if not conversation.turns:
            return views.note(wording_for(language).nothing_to_take)
        transcript = _transcript(conversation, language)
        name = f"{_named(transcript.title)}.md"
        return self._offered(name, "text/markdown; charset=utf-8", to_markdown(transcript))

    def take_word(self, conversation: Conversation, language: str) -> str:
        """Offer the conversation as a Word document."""
        if not conversation.turns:
            return views.note(wording_for(language).nothing_to_take)
        transcript = _transcript(conversation, language)
        return self._offered(f"{_named(transcript.title)}.docx", WORD, to_docx(transcript))

    def _offered(self, name: str, media_type: str, content: bytes | str) -> str:
        try:
            path = self._downloads.offer(name, media_type, content)
        except KewenError as error:
            return views.failure(str(error))
        return element("a", name, href=path, class_="taken")


def _spreadsheet(kind: str, answer: Answer) -> tuple[str, Any]:
    if kind == "csv":
        return "text/csv; charset=utf-8", rows_to_csv(answer)
    return EXCEL, rows_to_xlsx(answer)


def _transcript(conversation: Conversation, language: str) -> Transcript:
    return Transcript(
        title=conversation.exchanges[0].question,
        language=wording_for(language).language,
        day=datetime.now(UTC).astimezone().date(),
        exchanges=tuple(Exported(e.question, e.outcome) for e in conversation.exchanges),
    )


def _named(question: str) -> str:
    return f"科问 {question[:LONGEST_NAME]}"
