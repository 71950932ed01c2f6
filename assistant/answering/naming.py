"""What an answer says of the places asked about: that a name is shared, that a district is no more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from assistant.answers.answer import Language
from assistant.answers.wording import say
from assistant.question.analysis import Query
from assistant.retrieval.register import Register, is_named, register, whose
from corpus.places import Place, in_pinyin, named, successors
from embeddings.archive.records import NoticeSummary


@dataclass(frozen=True, slots=True)
class Distinct(NoticeSummary):
    """A notice whose place is called so that it is not taken for another: 普陀区（舟山市）, 苏州高新区."""

    @property
    def place_name(self) -> str | None:
        """The name of its zone; of a division, the name with that of the one it lies in."""
        place = whose(self)
        if place is None:
            return None
        if place.is_zone:
            return place.name
        return f"{place.name}（{place.holder}）"


def told_apart(notices: Sequence[NoticeSummary]) -> tuple[NoticeSummary, ...]:
    """Return the notices, those of zones and of places of one name so that they are told apart."""
    codes: dict[str, set[str]] = {}
    for place in filter(None, map(whose, notices)):
        codes.setdefault(place.name, set()).add(place.code)
    shared = {name for name, of_name in codes.items() if len(of_name) > 1}
    return tuple(_distinct(n) if _needs_more(whose(n), shared) else n for n in notices)


def _needs_more(place: Place | None, shared: set[str]) -> bool:
    return place is not None and (place.is_zone or place.name in shared)


def _distinct(notice: NoticeSummary) -> Distinct:
    return Distinct(**{field.name: getattr(notice, field.name) for field in fields(NoticeSummary)})


def place_notes(
    query: Query, notices: Sequence[NoticeSummary], everything: Sequence[NoticeSummary]
) -> tuple[str, ...]:
    """Return what is to be said of the places in scope: names that are shared, then changes."""
    said = [*_shared(query, notices, everything), *_changed(query, notices)]
    return tuple(dict.fromkeys(said))


def _shared(
    query: Query, notices: Sequence[NoticeSummary], everything: Sequence[NoticeSummary]
) -> Iterator[str]:
    """Yield a note for each name that several places have of which there are notices."""
    for name in query.filters.places:
        known = _of_name(name, register(everything))
        answered = _of_name(name, Register(notices))
        if len(known) > 1 and answered:
            yield _shared_note(query.language, name, known, answered)


def _of_name(name: str, notices: Register) -> list[Place]:
    """Return the places of a name that there are notices of; not what became part of one of them."""
    known = (place for place in notices.places if not place.change and is_named(place, name))
    return sorted(known, key=lambda place: place.code)


def _shared_note(
    language: Language, name: str, known: Sequence[Place], answered: Sequence[Place]
) -> str:
    listed = _listed(language, known)
    if len(answered) == len(known):
        return say(
            language,
            f"“{name}”不止一处：{listed}，以下分别作答。",
            f"“{name}” is the name of several places: {listed}. All of them are answered for.",
        )
    meant = _listed(language, answered)
    return say(
        language,
        f"“{name}”不止一处：{listed}，其中有所问通知的是{meant}。",
        f"“{name}” is the name of several places: {listed}. Only {meant} has the notices asked for.",
    )


def _listed(language: Language, places: Sequence[Place]) -> str:
    return say(language, "、", ", ").join(_called(language, place) for place in places)


def _called(language: Language, place: Place) -> str:
    spelt = f"{in_pinyin(place)} " if language == "en" else ""
    return f"{spelt}{place.full_name}"


def _changed(query: Query, notices: Sequence[NoticeSummary]) -> Iterator[str]:
    """Yield a note for each former place that is asked about or answers for what it became."""
    asked = [name for name in query.filters.places if name]
    for place in dict.fromkeys(n.place for n in notices if n.place and n.place.change):
        if any(is_named(place, name) for name in asked):
            yield _change_note(query.language, place)
    for name in asked:
        yield from (_change_note(query.language, place) for place in _former_of(name))


def _former_of(name: str) -> list[Place]:
    """Return the former place that a name means, if there is no place of that name now."""
    found = named(name)
    return list(found) if len(found) == 1 and found[0].change else []


def _change_note(language: Language, place: Place) -> str:
    change, now = place.change, successors(place)
    if change is None or not now:
        year = change.year if change else ""
        return say(
            language,
            f"{place.full_name}已于{year}年撤销。",
            f"{_called(language, place)} was dissolved in {year}.",
        )
    became = say(language, "、", " and ").join(one.name for one in now)
    merged = change.how == "merged"
    return say(
        language,
        f"{place.name}已于{change.year}年{'并入' if merged else '改为'}{became}，{place.name}的通知也在所问范围内。",
        f"{_called(language, place)} {'was merged into' if merged else 'became'} {became} in "
        f"{change.year}; its notices are in scope.",
    )
