"""What a view shows at once: a page of it, and what there is to choose in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from assistant.assistant import Assistant
from assistant.faces.rendering import Html
from embeddings.archive.generation import Generation
from embeddings.archive.records import NoticeSummary
from embeddings.archive.tables import Tables

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pane:
    """HTML, which page it is, from 0, and whether one follows.

    `measures` are labels and values of what can be chosen in it, `speaking` how many places have a
    figure in it.
    """

    content: Html
    page: int = 0
    has_more: bool = False
    measures: tuple[tuple[str, str], ...] = ()
    measure: str | None = None
    speaking: int = 0


class Window(NamedTuple):
    """The part of a list that is shown; `first` and `last` count from 1."""

    page: int
    first: int
    last: int
    has_more: bool


def window(items: Sequence[T], page: int, size: int) -> tuple[Sequence[T], Window]:
    """Return what stands on a page, the last one if there are not so many."""
    page = min(page, max(len(items) - 1, 0) // size)
    start = page * size
    shown = items[start : start + size]
    last = start + len(shown)
    return shown, Window(page, start + 1, last, last < len(items))


class Source:
    """What views read: the generation in use when they began, which stays open meanwhile."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.generation: Generation = assistant.generation

    @property
    def tables(self) -> Tables:
        """The tables of the generation."""
        return self.generation.tables

    @cached_property
    def notices(self) -> dict[str, NoticeSummary]:
        """The notices by their ids."""
        return {notice.notice_id: notice for notice in self.tables.notices()}
