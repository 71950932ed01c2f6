"""A conversation as a file: one document of blocks, written as Markdown or for Word."""

from assistant.faces.exports.markdown import to_markdown
from assistant.faces.exports.transcript import Exported, Transcript
from assistant.faces.exports.word import to_docx

__all__ = ["Exported", "Transcript", "to_docx", "to_markdown"]
