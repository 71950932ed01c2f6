"""Whether each field of a notice was read as a person reads it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.notice import Notice, Reading
from corpus.scripts import simplified
from eval.metadata.gold import FIELDS, Gold

WHITE_SPACE = re.compile(r"\s+")
BRACKETS = str.maketrans("〔［【﹝〕］】﹞〈〉「」", "[[[[]]]]《》“”")
# Kept in simplified characters whatever the script of the notice (`corpus.wording`).
SIMPLIFIED = ("issuer", "document_number")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One field of one document: what it says, what was read, and how."""

    gold: Gold
    field: str
    expected: str | None
    read: str | None
    reading: Reading | None

    @property
    def is_right(self) -> bool:
        """Whether both are the same but for white space, forms of brackets, and width."""
        return _plain(self.field, self.expected) == _plain(self.field, self.read)


def judged(gold: Gold, notice: Notice) -> Iterator[Judgement]:
    """Yield a judgement of each field."""
    readings = {reading.field: reading for reading in notice.readings}
    for field in FIELDS:
        reading = readings.get(field)
        yield Judgement(gold, field, gold.values[field], _read(field, notice, reading), reading)


def _read(field: str, notice: Notice, reading: Reading | None) -> str | None:
    if field == "place":
        return notice.place.full_name if notice.place else None
    if field == "title" and reading and reading.start is None:
        return None  # A notice needs a name: that of its file is none that it says.
    value = getattr(notice, field)
    return None if value is None else str(value)


def _plain(field: str, value: str | None) -> str | None:
    if value is None:
        return None
    script = simplified(value) if field in SIMPLIFIED else value
    width = unicodedata.normalize("NFKC", script.translate(BRACKETS))
    return WHITE_SPACE.sub("", width)
