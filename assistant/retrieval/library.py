"""The notices of a generation as documents to read: text, outline and what is known of them."""

from dataclasses import dataclass
from functools import lru_cache

from corpus.notice import Reading, Section
from embeddings.archive.generation import Generation
from embeddings.archive.records import NoticeSummary, NoticeText

KEPT_IN_MEMORY = 512


@dataclass(frozen=True, slots=True)
class Document:
    """A notice to quote from."""

    notice: NoticeSummary
    text: str
    sections: tuple[Section, ...]
    readings: tuple[Reading, ...] = ()
    pages: tuple[int, ...] = ()

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
        read = self._opened(notice.notice_id)
        return Document(notice, read.text, read.sections, read.readings, read.pages)

    def _open(self, notice_id: str) -> NoticeText:
        return self._generation.tables.whole_text(notice_id)
