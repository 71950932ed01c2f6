"""A division or zone, and which other places it holds."""

from dataclasses import dataclass
from typing import Literal

from corpus.places.former import Change, change_of

Level = Literal["province", "city", "district"]
DIGITS = {"province": 2, "city": 4}
DIGITS_OF_CODE = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A division: 普陀区 of 上海市 has code 310107, level district, province 上海市, no city.

    A former division has the code it had (闸北区: 310108). A zone has that of the division it belongs
    to with its name behind (苏州高新区: 3205苏州高新区), and the level of a district.
    """

    code: str
    name: str
    level: Level
    province: str
    city: str | None

    def holds(self, other: "Place") -> bool:
        """Return whether the other place is this one, lies in it, or became part of it."""
        within = self.code[: DIGITS.get(self.level, len(self.code))]
        became = other.change.successors if other.change else ()
        return any(code.startswith(within) for code in (other.code, *became))

    @property
    def change(self) -> Change | None:
        """What became of a former division; None for one that there still is."""
        return change_of(self.code, self.name)

    @property
    def is_zone(self) -> bool:
        """Whether it is a development zone or new area without a code of its own."""
        return len(self.code) > DIGITS_OF_CODE or not self.code.isdigit()

    @property
    def full_name(self) -> str:
        """The name with the places it lies in: 上海市普陀区; 江苏省苏州高新区 names its city itself."""
        city = self.city or ""
        named = city != self.name and not self.name.startswith(city.removesuffix("市") or " ")
        above = (self.province, city if named or not self.is_zone else "")
        return "".join(name for name in above if name and name != self.name) + self.name

    @property
    def holder(self) -> str:
        """The name of the place right above: 上海市 of its 普陀区; its own for a province."""
        return self.city if self.city and self.city != self.name else self.province
