"""A question with the notices it is about."""

from dataclasses import dataclass

from assistant.question.analysis import Query
from assistant.retrieval.library import Document
from embeddings.archive.records import NoticeSummary


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked, the documents in scope, and every notice there is, for what a refusal lists."""

    query: Query
    documents: tuple[Document, ...]
    everything: tuple[NoticeSummary, ...]

    @property
    def notices(self) -> list[NoticeSummary]:
        """The notices in scope."""
        return [document.notice for document in self.documents]

    @property
    def ids(self) -> list[str]:
        """Their ids."""
        return [notice.notice_id for notice in self.notices]
