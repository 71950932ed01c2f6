"""Whose figures and tasks are shown in a row: the places that speak in notices."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.retrieval.register import whose
from corpus.places import Place
from embeddings.archive.records import NoticeSummary


@dataclass(frozen=True, slots=True)
class Speaker:
    """A place, or a notice of which no place is known; `code` of a place is that of its division.

    `name` tells it from all others: 上海市普陀区 where there is another 普陀区 beside it.
    """

    code: str
    name: str
    place: Place | None = None

    @classmethod
    def of(cls, place: Place, shared: Mapping[str, int]) -> "Speaker":
        """Return a place as a speaker.

        :param shared: how many places have each name.
        """
        name = place.full_name if shared[place.name] > 1 else place.name
        return cls(place.code, name, place)

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others, faster than comparing places."""
        return self.code, self.name

    @property
    def rank(self) -> tuple[bool, str, str]:
        """By what speakers are sorted: places by code, then notices without a place by title."""
        return self.place is None, "" if self.place is None else self.code, self.name


def speakers(notices: Iterable[NoticeSummary]) -> dict[str, Speaker]:
    """Return by the id of each notice who speaks in it."""
    places = {notice.notice_id: (notice, whose(notice)) for notice in notices}
    known = {(place.code, place.name): place for _, place in places.values() if place}
    shared = Counter(place.name for place in known.values())
    made = {key: Speaker.of(place, shared) for key, place in known.items()}
    return {
        notice_id: made[place.code, place.name] if place else _of_notice(notice)
        for notice_id, (notice, place) in places.items()
    }


def _of_notice(notice: NoticeSummary) -> Speaker:
    return Speaker(notice.notice_id, notice.title or notice.notice_id)
