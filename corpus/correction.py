"""What a person says of a notice that was read wrongly: its title, its place, its years."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.errors import UsageError
from corpus.notice import Reading, Years
from corpus.places import Place, named

BY_HAND = "by hand"
MAX_TITLE = 300
MAX_PLACE = 100
MOST_CHOICES = 10
EARLIEST, LATEST = 1900, 2200
YEARS = re.compile(r"((?:19|20|21)\d{2})年?(?:\s*[-–—－~～至到]{1,2}\s*((?:19|20|21)\d{2})年?)?")


@dataclass(frozen=True, slots=True)
class Correction:
    """The fields of a notice that a person has set; one that is None is as the notice was read.

    :param place: a name that means one place: 嘉定区, 上海市普陀区.
    :raises UsageError: if the title cannot be one, the place is unknown or could be several, or the
        years run backwards.
    """

    title: str | None = None
    place: str | None = None
    plan_years: Years | None = None

    def __post_init__(self) -> None:
        if self.title is not None:
            object.__setattr__(self, "title", _title(self.title))
        if self.place is not None:
            object.__setattr__(self, "place", _one_place(self.place).full_name)
        if self.plan_years is not None:
            object.__setattr__(self, "plan_years", _period(*self.plan_years))

    def __bool__(self) -> bool:
        """Return whether anything is set."""
        return self != AS_READ

    @property
    def where(self) -> Place | None:
        """The place itself."""
        return named(self.place)[0] if self.place else None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How the fields that are set were read."""
        return tuple(self._readings())

    def was_applied(self, readings: Iterable[Reading]) -> bool:
        """Return whether a notice with these readings was read with this correction."""
        return {read for read in readings if read.rule == BY_HAND} == set(self.readings)

    def _readings(self) -> Iterator[Reading]:
        for field in ("title", "place", "plan_years"):
            value = getattr(self, field)
            if value is not None:
                yield Reading(field, str(value), None, None, BY_HAND, 1.0)


def parse_years(written: str) -> Years:
    """Return the years that 2016, 2016年, 2016-2018 and 2016至2018年 say.

    :raises UsageError: if it is none of these.
    """
    found = YEARS.fullmatch(written.strip())
    if not found:
        raise UsageError(f"The years are {written!r:.60}. Give them as 2016 or 2016-2018.")
    return Years(int(found[1]), int(found[2] or found[1]))


def _title(written: str) -> str:
    title = " ".join(written.split())
    if not title or len(title) > MAX_TITLE or not title.isprintable():
        raise UsageError(
            f"The title is {title!r:.60}. Give one line of 1 to {MAX_TITLE} readable characters."
        )
    return title


def _one_place(written: str) -> Place:
    name = written.strip()
    found = named(name) if 0 < len(name) <= MAX_PLACE else ()
    choices = list(dict.fromkeys(place.full_name for place in found))
    if not choices:
        raise UsageError(
            f"There is no place {name!r:.60}. Give a province, city or district such as 上海市普陀区."
        )
    if len(choices) > 1:
        shown = " / ".join(choices[:MOST_CHOICES]) + (" / …" if len(choices) > MOST_CHOICES else "")
        raise UsageError(f"The place {name!r} could be several. Give one of {shown}.")
    return found[0]


def _period(first: int, last: int) -> Years:
    if not EARLIEST <= first <= last <= LATEST:
        raise UsageError(
            f"The years are {first} to {last}. Give the earlier year first, from {EARLIEST} to {LATEST}."
        )
    return Years(first, last)


AS_READ = Correction()
