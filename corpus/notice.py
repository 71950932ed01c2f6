"""The nouns: a notice, its sections, the passages that are retrieved, its figures and tasks.

Every position is a character offset into `Notice.text`, the text as it was stored, so that for
each of them ``notice.text[x.start:x.end]`` is what the object quotes.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from corpus.places import Place

Role = Literal["plan", "review"]
Kind = Literal["target", "achieved"]
Comparator = Literal[">=", "<=", "=", "~", ">", "<"]
Status = Literal["in_force", "amended", "expired", "repealed"]
Relation = Literal["duplicate", "version", "repeals"]


class Years(NamedTuple):
    """A period in whole years, both ends included."""

    first: int
    last: int

    @classmethod
    def of(cls, day: date) -> "Years":
        """Return the year of a day."""
        return cls(day.year, day.year)

    def overlaps(self, other: "Years") -> bool:
        """Return whether the two periods share a year."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of a notice (章节): from its heading to the next of the same or higher level.

    `level` is 0 for the text before the first heading, then 1 for 一、, 2 for （一）and so on, as
    the ladder of the notice has it; `path` holds the headings from the top down to this one.
    `start` is where the heading begins, `end` where the section's own text ends, which is before
    its first sub-section.
    """

    level: int
    marker: str
    heading: str
    path: tuple[str, ...]
    start: int
    end: int
    role: Role
    years: Years | None


@dataclass(frozen=True, slots=True)
class Passage:
    """What is retrieved (段落): a piece of one section, or whole small sections side by side.

    `role` and `years` say what it is about: a review of 2013, a plan for 2014. `page` counts from
    1; None where the file has no pages.
    """

    passage_id: str
    notice_id: str
    section_path: tuple[str, ...]
    text: str
    start: int
    end: int
    years: Years | None
    role: Role = "plan"
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A quantified statement (量化目标): an indicator, what happens to it, and by how much.

    `year` is that of the plan or report, `target_year` the year the figure is about;
    `number` is a pair for a range, in the plain unit (1.2万家 → 12000.0, 家); `comparator_text` is
    how the notice says the comparator (力争, 超过), empty where it says nothing. `scope` is the part
    of the place that the figure is of (规模以上, 张江园区), empty where it is of the whole.
    """

    notice_id: str
    place: str | None
    year: int | None
    indicator: str
    indicator_text: str
    kind: Kind
    action: str
    comparator: Comparator
    comparator_text: str
    value: str
    number: float | tuple[float, float]
    unit: str
    target_year: int | None
    start: int
    end: int
    quote: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Who does what by when (任务: 责任单位, 完成时间)."""

    notice_id: str
    place: str | None
    year: int | None
    text: str
    responsible: tuple[str, ...]
    supporting: tuple[str, ...]
    deadline: str | None
    due_on: date | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How one field of a notice was read: its value as text, from where, by which rule, how sure.

    ``text[start:end]`` is where the value stands; both are None where it was not read from the
    text (a title from the name of the file). `confidence` is between 0 and 1.
    """

    field: str
    value: str
    start: int | None
    end: int | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Related:
    """Another notice of the archive that is this one again, another version, or repeals the other.

    `similarity` is the share of five-character pieces that both hold, about; `newer` is the id of
    the newer of the two, which counts instead of the older; None where it cannot be told.
    """

    kind: Relation
    notice_id: str
    similarity: float
    newer: str | None

    @property
    def supersedes(self) -> bool:
        """Whether the other notice counts instead of the one that this belongs to."""
        return self.kind != "duplicate" and self.newer == self.notice_id


@dataclass(frozen=True, slots=True)
class Notice:
    """A source document (通知) and all that was understood of it.

    `plan_years` are those it plans for, `review_years` those it looks back on; `pages` are where
    the pages of the file begin in the text, empty for a file without pages. `related` is found when
    the notice is taken into an archive.
    """

    notice_id: str
    source: str
    sha256: str
    text: str
    title: str
    issuer: str | None
    document_number: str | None
    issued_on: date | None
    plan_years: Years | None
    place: Place | None
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    targets: tuple[Target, ...]
    tasks: tuple[Task, ...]
    warnings: tuple[str, ...]
    notice_type: str | None = None
    effective_on: date | None = None
    status: Status | None = None
    review_years: Years | None = None
    readings: tuple[Reading, ...] = ()
    pages: tuple[int, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def place_name(self) -> str | None:
        """The name of the place, such as 普陀区."""
        return self.place.name if self.place else None


def page_at(pages: Sequence[int], offset: int) -> int | None:
    """Return the page, from 1, that holds a position of the text; None where there are no pages.

    :param pages: where each page begins, ascending.
    """
    return max(1, bisect_right(pages, offset)) if pages else None
