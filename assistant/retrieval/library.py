"""The notices of a generation as documents to read: text, outline and what is known of them."""

from dataclasses import dataclass
from functools import lru_cache

from corpus.notice import Section
from embeddings.archive.generation import Generation
from embeddings.archive.records import NoticeSummary

KEPT_IN_MEMORY = 512


@dataclass(frozen=True, slots=True)
class Document:
    """A notice to quote from."""

    notice: NoticeSummary
    text: str
    sections: tuple[Section, ...]

    def section_at(self, offset: int) -> Section | None:
        """Return the section that holds the position."""
        return next((s for s in self.sections if s.start <= offset < s.end), None)


class Library:
    """Opens documents and keeps those last used."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self._opened = lru_cache(maxsize=KEPT_IN_MEMORY)(self._open)

    def document(self, notice: NoticeSummary) -> Document:
        """Return the document of a notice of this generation."""
        text, sections = self._opened(notice.notice_id)
        return Document(notice, text, sections)

    def _open(self, notice_id: str) -> tuple[str, tuple[Section, ...]]:
        tables = self._generation.tables
        return tables.text(notice_id), tables.sections(notice_id)
