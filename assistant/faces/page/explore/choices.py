"""What the controls offer, each with how much there is of it."""

from assistant.exploring.holdings import HeldPlace, Holdings
from assistant.exploring.speakers import Speaker
from assistant.faces.page.explore import parts
from assistant.faces.page.explore.wording import Words

Choices = list[tuple[str, str]]


def places(held: Holdings, words: Words) -> Choices:
    """Return the places with the number of notices that are theirs or of places in them."""
    return [(_named(name, one.notices), value) for one, name, value in _places(held, words)]


def speaking(held: Holdings, words: Words) -> Choices:
    """Return the places that speak, with how many figures and tasks are their own."""
    return [
        (_named(name, one.records), value)
        for one, name, value in _places(held, words)
        if one.speaks
    ]


def years(held: Holdings) -> Choices:
    """Return the years, the last one first."""
    return [(str(year), str(year)) for year in reversed(held.years)]


def indicators(held: Holdings, words: Words) -> Choices:
    """Return the commonest indicators with how many figures there are of each."""
    return [
        (_named(parts.indicator_name(name, words), number), name)
        for name, number in held.indicators
    ]


def kinds(words: Words) -> Choices:
    """Return goals, results, or both."""
    return [(words.all, ""), (words.target, "target"), (words.achieved, "achieved")]


def responsible(held: Holdings) -> Choices:
    """Return the offices with how many tasks each is responsible for."""
    return [(_named(name, number), name) for name, number in held.responsible]


def days(held: Holdings) -> Choices:
    """Return the days on which tasks are due, with how many."""
    return [(_named(day.isoformat(), number), day.isoformat()) for day, number in held.days]


def _places(held: Holdings, words: Words) -> list[tuple[HeldPlace, str, str]]:
    return [
        (
            one,
            parts.speaker_name(Speaker(one.place.code, one.name, one.place), words),
            one.place.full_name,
        )
        for one in held.places
    ]


def _named(name: str, number: int) -> str:
    return f"{name} · {number:,}"
