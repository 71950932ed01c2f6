"""What the tables of `notices.sqlite` hold, a row each.

The row number of a passage is its row in the vector and in the keyword index. The long text of a
notice has a table of its own, so that listing the notices does not read it.
"""

from dataclasses import dataclass
from datetime import date

from corpus.notice import Notice, Passage, Reading, Related, Section, Status, Target, Task, Years
from corpus.places import Place
from corpus.repeals import Repeal
from embeddings.archive.columns import column_names, signature
from embeddings.archive.related.sketches import Sketch


@dataclass(frozen=True, slots=True)
class NoticeSummary:
    """A notice without its text and parts, which are counted."""

    notice_id: str
    source: str
    sha256: str
    title: str
    issuer: str | None
    document_number: str | None
    issued_on: date | None
    plan_years: Years | None
    place: Place | None
    warnings: tuple[str, ...]
    notice_type: str | None
    effective_on: date | None
    status: Status | None
    review_years: Years | None
    related: tuple[Related, ...]
    passages: int
    targets: int
    tasks: int

    @property
    def place_name(self) -> str | None:
        """The name of the place, such as 普陀区."""
        return self.place.name if self.place else None


@dataclass(frozen=True, slots=True)
class NoticeText:
    """The rest of a notice: its text, its outline, how its fields were read, its pages."""

    notice_id: str
    text: str
    sections: tuple[Section, ...]
    readings: tuple[Reading, ...]
    pages: tuple[int, ...]


TABLES: dict[str, type] = {
    "notices": NoticeSummary,
    "texts": NoticeText,
    "passages": Passage,
    "targets": Target,
    "tasks": Task,
    "sketches": Sketch,
}

# Differs from that of an index whose records have other fields.
RECORDS = signature(*TABLES.values(), Section, Reading, Place, Related, Repeal)


# Made when the tables are full, which is faster than keeping them while rows come.
INDEXES = """
    CREATE UNIQUE INDEX notices_by_id ON notices (notice_id);
    CREATE UNIQUE INDEX texts_of ON texts (notice_id);
    CREATE INDEX passages_of ON passages (notice_id);
    CREATE INDEX targets_of ON targets (notice_id);
    CREATE INDEX targets_by_indicator ON targets (indicator);
    CREATE INDEX tasks_of ON tasks (notice_id);
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a generation holds."""

    notices: int
    passages: int
    targets: int
    tasks: int


def schema() -> str:
    """Return the statements that create the tables."""
    return "".join(_table(name, kind) for name, kind in TABLES.items())


def summary_of(notice: Notice) -> NoticeSummary:
    """Return the summary of a notice."""
    values = {name: getattr(notice, name) for name in column_names(NoticeSummary)}
    counts = {name: len(values[name]) for name in ("passages", "targets", "tasks")}
    return NoticeSummary(**values | counts)


def text_of(notice: Notice) -> NoticeText:
    """Return what a notice holds besides its summary and parts."""
    return NoticeText(notice.notice_id, notice.text, notice.sections, notice.readings, notice.pages)


def _table(name: str, kind: type) -> str:
    columns = ", ".join(f'"{column}"' for column in column_names(kind))
    return f"CREATE TABLE {name} (row INTEGER PRIMARY KEY, {columns});\n"
