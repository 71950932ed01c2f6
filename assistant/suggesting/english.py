"""Questions in English."""

import re
from calendar import month_name
from collections.abc import Sequence

from assistant.suggesting.told import Told
from corpus.notice import Task, Years
from corpus.places import Place, in_pinyin
from corpus.thesaurus import term

LEVELS = {"district": "districts", "city": "cities", "province": "provinces"}
# Things that one asks how many of there are; people and jobs are no plurals of a term.
THINGS = frozenset("家个户所座项件条套间处份")
NO_PLURAL = re.compile(
    r"s$|\b(?:per|of|in)\b|\b(?!station$)\w+(?:ing|ment|ness|[ac]tion)$|[^A-Za-z]$"
)
NEW = frozenset({"新认定", "新增", "净增", "新建", "引进"})
UNCOUNTED = re.compile(r"(?:farmland|land|output|area|trade|consumption|volume|use|housing|power)$")


class English:
    """Questions as one would ask them in English; what has no English name keeps its own."""

    def figure(self, told: Told) -> str:
        """Ask for a figure: How many new maker spaces does Putuo plan for 2016."""
        return _target(told) if told.figure.kind == "target" else _achieved(told)

    def coverage(self, of_places: Sequence[Told], years: Years) -> str:
        """Ask which places set targets: Which districts set targets for maker spaces in 2016."""
        levels = {told.level for told in of_places}
        places = LEVELS[levels.pop()] if len(levels) == 1 else "places"
        return f"Which {places} set targets for {_many(of_places[0])} in {years}?"

    def comparison(self, one: Told, other: Told) -> str:
        """Ask about two: How do the 2016 targets of Putuo and Jiading for maker spaces compare."""
        when = f"{one.year}" if one.year == other.year else f"{one.year} and {other.year}"
        who = f"{_place(one.place)} and {_place(other.place)}"
        return f"How do the {when} targets of {who} for {_many(one)} compare?"

    def in_charge(self, place: Place, name: str, task: Task) -> str:
        """Ask who does a task: Who is responsible for “成立天使俱乐部” in Hongkou."""
        return f"Who is responsible for “{task.text.rstrip('。；')}” in {_place(place)}?"

    def of_office(self, place: Place, name: str, office: str) -> str:
        """Ask for the tasks of an office: Which tasks is 区科委 responsible for in Hongkou."""
        return f"Which tasks is {office} responsible for in {_place(place)}?"

    def until(self, place: Place, name: str, year: int, month: int) -> str:
        """Ask what is to be done by then: Which tasks are due in Hongkou by the end of June 2015."""
        return f"Which tasks are due in {_place(place)} by the end of {month_name[month]} {year}?"

    def all_figures(self, place: Place, name: str, year: int) -> str:
        """Ask for all targets of a notice: What are all the targets of Putuo for 2016."""
        return f"What are all the targets of {_place(place)} for {year}?"

    def elsewhere(self, told: Told, place: Place) -> str:
        """Ask another place for a target: What is the 2016 target for maker spaces in Xuhui."""
        return f"What is the {told.year} target for {_many(told)} in {_place(place)}?"

    def notices(self) -> str:
        """Ask for the notices there are: Which notices are there."""
        return "Which notices are there?"


def _target(told: Told) -> str:
    place, year, name = _place(told.place), told.year, _name(told.indicator)
    if told.form == "growth":
        return f"What growth in {name} does {place} aim for in {year}?"
    if told.form == "count" and told.figure.unit in THINGS and _counts(name):
        if told.figure.action in NEW:
            return f"How many {_new(name)}{_plural(name)} does {place} plan for {year}?"
        return f"How many {_plural(name)} does {place} aim for in {year}?"
    return f"What is the {year} target for {_many(told)} in {place}?"


def _achieved(told: Told) -> str:
    place, year, name = _place(told.place), told.year, _name(told.indicator)
    if told.form == "growth":
        return f"How much did {name} in {place} actually grow in {year}?"
    if told.form == "ratio":
        return f"How high was the {name} in {place} actually in {year}?"
    if told.form == "count" and told.figure.unit in THINGS and _counts(name):
        if told.figure.action in NEW:
            return f"How many {_new(name)}{_plural(name)} did {place} actually add in {year}?"
        return f"How many {_plural(name)} did {place} actually have in {year}?"
    return f"How much did {name} in {place} actually come to in {year}?"


def _place(place: Place) -> str:
    return in_pinyin(place) or place.name


def _name(indicator: str) -> str:
    known = term(indicator)
    return known.english[0] if known and known.english else indicator


def _counts(name: str) -> bool:
    """Return whether one can ask how many: of maker spaces, of 众创空间, not of rural credit."""
    return not name.isascii() or name.endswith("s") or not NO_PLURAL.search(name)


def _many(told: Told) -> str:
    """Return what a target is for: maker spaces, but farmland and R&D intensity."""
    name = _name(told.indicator)
    plural = told.form == "count" and name.isascii() and _counts(name)
    return _plural(name) if plural and not UNCOUNTED.search(name) else name


def _plural(name: str) -> str:
    if not name.isascii() or name.endswith("s"):
        return name
    if name.endswith("y") and name[-2] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("x", "ch", "sh")) else f"{name}s"


def _new(name: str) -> str:
    return "" if name.startswith("new ") else "new "
