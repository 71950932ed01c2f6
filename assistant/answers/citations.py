"""Citations: each quote once, numbered in the order in which the answer uses them."""

from assistant.answers.answer import Citation
from assistant.retrieval.library import Document
from corpus.notice import page_at


class Citations:
    """Collects the citations of one answer."""

    def __init__(self) -> None:
        self._by_place: dict[tuple[str, int, int], Citation] = {}

    def cite(self, document: Document, start: int, end: int) -> int:
        """Return the marker of the quote ``document.text[start:end]``.

        :raises ValueError: if the stretch is empty or not inside the text.
        """
        key = (document.notice.notice_id, start, end)
        if key not in self._by_place:
            self._by_place[key] = citation_at(document, start, end, len(self._by_place) + 1)
        return self._by_place[key].marker

    def all(self) -> tuple[Citation, ...]:
        """Return the citations in the order of their markers."""
        return tuple(self._by_place.values())


def citation_at(document: Document, start: int, end: int, marker: int) -> Citation:
    """Return the citation of the quote ``document.text[start:end]``.

    :raises ValueError: if the stretch is empty or not inside the text.
    """
    notice = document.notice
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"No quote at {start}:{end} of {notice.notice_id!r}.")
    section = document.section_at(start)
    return Citation(
        marker=marker,
        notice_id=notice.notice_id,
        title=notice.title,
        place=notice.place_name,
        issuer=notice.issuer,
        document_number=notice.document_number,
        issued_on=notice.issued_on,
        section_path=section.path if section else (),
        start=start,
        end=end,
        quote=document.text[start:end],
        role=section.role if section else "plan",
        years=section.years if section else notice.plan_years,
        page=page_at(document.pages, start),
    )
