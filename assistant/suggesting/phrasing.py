"""What the questions that are suggested are written with, in either language."""

from collections.abc import Sequence
from typing import Protocol

from assistant.answers.answer import Language
from assistant.suggesting.chinese import Chinese
from assistant.suggesting.english import English
from assistant.suggesting.told import Told
from corpus.notice import Task, Years
from corpus.places import Place


class Phrasing(Protocol):
    """Questions in one language; `name` is a place as it is told from others of the archive."""

    def figure(self, told: Told) -> str:
        """Ask for a figure."""

    def coverage(self, of_places: Sequence[Told], years: Years) -> str:
        """Ask which places set targets, of the places that do."""

    def comparison(self, one: Told, other: Told) -> str:
        """Ask how the targets of two places compare."""

    def in_charge(self, place: Place, name: str, task: Task) -> str:
        """Ask who does a task."""

    def of_office(self, place: Place, name: str, office: str) -> str:
        """Ask for the tasks of an office."""

    def until(self, place: Place, name: str, year: int, month: int) -> str:
        """Ask what is to be done by the end of a month."""

    def all_figures(self, place: Place, name: str, year: int) -> str:
        """Ask for all targets of a notice."""

    def elsewhere(self, told: Told, place: Place) -> str:
        """Ask another place for the target that one has."""

    def notices(self) -> str:
        """Ask which notices there are."""


def phrasing_for(language: Language) -> Phrasing:
    """Return the phrasing of a language."""
    return English() if language == "en" else Chinese()
