"""A passage with its notice and its score, as every face shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from corpus.notice import Passage, Role, Years
from corpus.plain import to_plain
from embeddings.archive.records import NoticeSummary


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """What `search` returns; ``notice.text[start:end] == text``.

    `role` and `years` say what it is about, a plan for these years or a review of them.
    """

    passage_id: str
    notice_id: str
    title: str
    place: str | None
    issuer: str | None
    document_number: str | None
    issued_on: date | None
    plan_years: Years | None
    years: Years | None
    section_path: tuple[str, ...]
    text: str
    start: int
    end: int
    score: float
    role: Role
    page: int | None

    @classmethod
    def of(cls, passage: Passage, notice: NoticeSummary, score: float) -> "ScoredPassage":
        """Join a passage with what is known of its notice."""
        return cls(
            passage_id=passage.passage_id,
            notice_id=passage.notice_id,
            title=notice.title,
            place=notice.place.name if notice.place else None,
            issuer=notice.issuer,
            document_number=notice.document_number,
            issued_on=notice.issued_on,
            plan_years=notice.plan_years,
            years=passage.years,
            section_path=passage.section_path,
            text=passage.text,
            start=passage.start,
            end=passage.end,
            score=score,
            role=passage.role,
            page=passage.page,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the passage as JSON values."""
        plain: dict[str, Any] = to_plain(self)
        return plain
