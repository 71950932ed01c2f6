"""The places of the quotes of a question set, worked out from the notices: gold by offset."""

from collections.abc import Mapping, Sequence
from typing import Any

from corpus.notice import Notice
from eval.gold.locating import Notices
from eval.gold.spans import occurrences


def placed(entry: Mapping[str, Any], notices: Notices, *, bare: bool = False) -> dict[str, Any]:
    """Return the entry of a question set with every place of each quote, `bare` without the quotes.

    Places that are given already stay. The quotes of rows are placed in the notice of their place.
    """
    about = [notices[notice_id] for notice_id in entry.get("notices", ()) if notice_id in notices]
    found = dict(entry)
    if entry.get("quotes") and not entry.get("spans"):
        found["spans"] = [_places(quote, about) for quote in entry["quotes"]]
    if entry.get("rows"):
        found["rows"] = [_row(row, about, bare=bare) for row in entry["rows"]]
    if bare:
        found.pop("quotes", None)
    return found


def _row(row: Mapping[str, Any], about: Sequence[Notice], *, bare: bool) -> dict[str, Any]:
    found = dict(row)
    if row.get("quote") and not row.get("spans"):
        own = [notice for notice in about if notice.place_name == row.get("place")]
        found["spans"] = _places(row["quote"], own)
    if bare:
        found.pop("quote", None)
    return found


def _places(quote: str, about: Sequence[Notice]) -> list[list[str | int]]:
    return [list(span) for notice in about for span in occurrences(quote, notice)]
