"""What a notice is an edition of: its title without 修订 and the like, whose it is, and since when."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.metadata.standing import PRINTED
from corpus.notice import Years
from embeddings.archive.records import NoticeSummary
from embeddings.words import normalised

QUOTED = re.compile(r"[《〈]([^《》〈〉]{2,80})[》〉]")
# （2018年修订）, （修订版）, （2018年版）; a draft comes before what it is a draft of.
AMENDED = re.compile(
    r"[（(\[【]?(?P<year>(?:19|20)\d{2})?年?\s{0,2}(?:修订|修正|修改|新修订)(?:版|稿|本|案)?[）)\]】]?"
    r"|[（(]\s{0,2}(?P<edition>(?:19|20)\d{2})年?版\s{0,2}[）)]"
)
DRAFT = re.compile(r"[（(](?:公开)?(?:征求意见|送审|讨论|草案)[^（）()]{0,8}[）)]|草案$")
ASIDE = re.compile(r"[（(]\s{0,2}(?:试行|暂行|草案|全文|修订|附[^（）()]{0,10})\s{0,2}[）)]")
YEAR = re.compile(r"(?:19|20)\d{2}")
NO_LETTER = re.compile(r"[\W_]+")
OF_A_PERIOD = re.compile("(?:报告|要点|总结|计划|安排|思路|清单|分解|规划|纲要|方案|目标)$")


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a document.

    `name` is the bare title, `years` those that it names, `period` those of a plan or report;
    `rank` is -1 for a draft and 1 for one called amended.
    """

    name: str
    issuer: str
    place: str
    years: frozenset[str]
    period: Years | None
    number: str
    issued_on: date | None
    since: int | None
    rank: int

    @property
    def key(self) -> tuple[str, str] | None:
        """What editions of one document have in common; None if that cannot be told."""
        return (self.name, self.place or self.issuer) if self.name else None

    def is_of(self, other: "Edition") -> bool:
        """Return whether both are editions of one document."""
        same_place = not self.place or not other.place or self.place == other.place
        either = (self.place and other.place) or self.issuer == other.issuer
        return bool(self.name) and self.name == other.name and same_place and bool(either)

    def differs(self, other: "Edition") -> bool:
        """Return whether number, day, place or name say that these are two documents."""
        numbers = self.number and other.number and self.number != other.number
        days = self.issued_on and other.issued_on and self.issued_on != other.issued_on
        places = self.place and other.place and self.place != other.place
        return bool(
            numbers or days or places or self.rank != other.rank or self.since != other.since
        )

    def is_of_another_year(self, other: "Edition") -> bool:
        """Return whether they are for different years, as two yearly reports are."""
        if self.years and other.years:
            return self.years != other.years
        apart = self.period and other.period and not self.period.overlaps(other.period)
        return bool(apart)

    def order(self, other: "Edition") -> int:
        """Return -1 if the other is newer, 1 if this is, 0 if it cannot be told."""
        ours, theirs = self._day, other._day
        if ours and theirs and ours != theirs:
            return -1 if ours < theirs else 1
        return (self.rank > other.rank) - (self.rank < other.rank)

    @property
    def _day(self) -> date | None:
        if self.issued_on:
            return self.issued_on
        year = self.since or int(match.group() if (match := YEAR.search(self.number)) else 0)
        return date(year, 12, 31) if year else None


def edition_of(notice: NoticeSummary) -> Edition:
    """Return what is known of a notice as an edition."""
    title = _printed(notice.title)
    amended, draft = AMENDED.search(notice.title), DRAFT.search(notice.title)
    since = (amended["year"] or amended["edition"]) if amended else None
    bare = ASIDE.sub("", AMENDED.sub("", DRAFT.sub("", title)))
    years = frozenset(YEAR.findall(bare))
    return Edition(
        name=bare_name(title),
        issuer=notice.issuer or "",
        place=notice.place.code if notice.place else "",
        years=years,
        period=notice.plan_years if OF_A_PERIOD.search(notice.notice_type or bare) else None,
        number=notice.document_number or "",
        issued_on=notice.issued_on,
        since=int(since) if since else None,
        rank=-1 if draft else 1 if amended else 0,
    )


def bare_name(title: str) -> str:
    """Return the letters of a title without the marks of its edition."""
    return NO_LETTER.sub("", normalised(ASIDE.sub("", AMENDED.sub("", DRAFT.sub("", title)))))


def _printed(title: str) -> str:
    """Return the name of the document that a notice prints or amends, else the title."""
    if quoted := QUOTED.search(title):
        return quoted[1]
    printed = PRINTED.search(title)
    return (printed["quoted"] or printed["bare"]) if printed else title
