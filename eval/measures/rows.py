"""Rows of an answer against the gold rows: a one-to-one matching, then precision and recall."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answers.answer import Answer, Citation, Row
from eval.gold.locating import Notices, places_of
from eval.gold.rows import GoldRow
from eval.gold.spans import Span
from eval.measures.wording import normalise, says


@dataclass(frozen=True, slots=True)
class RowScore:
    """Precision counts every row that is shown, recall every gold row that is not optional."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 if both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def row_score(gold: Sequence[GoldRow], answer: Answer, notices: Notices) -> RowScore:
    """Match rows to gold rows, one to one; a row given twice is right once.

    Without rows the precision is 0.
    """
    cited = {citation.marker: citation for citation in answer.citations}

    def fits(wanted: GoldRow, row: Row) -> bool:
        citation = cited.get(row.citation) if row.citation is not None else None
        return _agrees(wanted, row) and _is_cited(wanted, citation, notices)

    required = [row for row in gold if not row.optional]
    matched = _matching(required + [row for row in gold if row.optional], answer.rows, fits)
    found = sum(number < len(required) for number in matched)
    precision = len(matched) / len(answer.rows) if answer.rows else 0.0
    return RowScore(precision, found / len(required) if required else 1.0)


def _agrees(wanted: GoldRow, row: Row) -> bool:
    return (
        normalise(row.place or "") == normalise(wanted.place)
        and row.year == wanted.year
        and (row.finding == wanted.finding if wanted.finding else row.finding != "silent")
        and (wanted.value is None or _has_value(row, wanted.value))
        and (wanted.deadline is None or says(row.deadline or "", wanted.deadline))
        and (wanted.responsible is None or wanted.responsible in row.responsible)
    )


def _has_value(row: Row, value: str) -> bool:
    written = row.value or ""
    return says(written, value) or says(written + (row.unit or ""), value)


def _is_cited(wanted: GoldRow, citation: Citation | None, notices: Notices) -> bool:
    if wanted.quote is None and not wanted.spans:
        return True
    if citation is None or citation.notice_id not in notices:
        return False
    span = Span(citation.notice_id, citation.start, citation.end)
    return any(span.meets(gold) for gold in places_of(wanted, notices[span.notice_id]))


def _matching(
    gold: Sequence[GoldRow], rows: Sequence[Row], fits: Callable[[GoldRow, Row], bool]
) -> dict[int, int]:
    """Return a largest matching, gold number to row number (Kuhn's augmenting paths).

    Gold rows are tried in order, so required ones keep their match before optional ones.
    """
    choices = [[n for n, row in enumerate(rows) if fits(wanted, row)] for wanted in gold]
    holder: dict[int, int] = {}

    def place(number: int, seen: set[int]) -> bool:
        for row in choices[number]:
            if row not in seen:
                seen.add(row)
                if row not in holder or place(holder[row], seen):
                    holder[row] = number
                    return True
        return False

    for number in range(len(gold)):
        place(number, set())
    return {number: row for row, number in holder.items()}
