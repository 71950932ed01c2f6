"""Links to everything that filters leave, as files for a spreadsheet."""

from typing import Literal
from urllib.parse import urlencode

from assistant.exploring.filters import LedgerFilters
from assistant.exploring.ledgers import Count
from assistant.faces.page.explore.wording import Words
from assistant.faces.rendering import Html, element
from assistant.faces.rest import PREFIX
from assistant.faces.rest.ledgers import MOST_ROWS_OF_WORKBOOK

Ledger = Literal["targets", "tasks"]
NAMES = {"csv": "CSV", "xlsx": "Excel"}


def downloads(ledger: Ledger, filters: LedgerFilters, count: Count, words: Words) -> Html:
    """Return the links; a workbook is offered of as many rows as one is made of."""
    small = count.is_exact and count.number <= MOST_ROWS_OF_WORKBOOK
    links = (
        element("a", name, class_="download", href=address(ledger, filters, file_format))
        for file_format, name in NAMES.items()
        if small or file_format == "csv"
    )
    return element("span", words.download, words.colon, *links, class_="downloads")


def address(ledger: Ledger, filters: LedgerFilters, file_format: str) -> str:
    """Return where the server gives what filters leave."""
    named = [
        *(("place", place) for place in filters.places),
        ("year_from", filters.year_from),
        ("year_to", filters.year_to),
        ("indicator", filters.indicator),
        ("kind", filters.kind),
        ("responsible", filters.responsible),
        ("due_before", filters.due_before),
        ("format", file_format),
    ]
    return f"{PREFIX}/{ledger}?{urlencode([(name, value) for name, value in named if value])}"
