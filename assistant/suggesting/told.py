"""Figures that a question can be asked about, each with the notice that tells it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from weakref import WeakKeyDictionary

from assistant.retrieval.register import register, whose
from corpus.notice import Target
from corpus.places import Level, Place
from corpus.thesaurus import made_of_terms, term, terms
from embeddings.archive.records import NoticeSummary
from embeddings.archive.tables import Tables

Form = Literal["growth", "ratio", "amount", "count"]

RATIO = re.compile("(?:率|比重|占比|比例|强度)$")
AMOUNT = re.compile("(?:额|值|收入|支出|投入|投资|资金|税收|经费)$")
VOLUME = re.compile("(?:量|面积|里程|容量)$")
PERCENT = frozenset("%‰")
MONEY = frozenset({"元", "美元"})
# Of these nobody asks how many.
OF_CHANGE = frozenset({"个百分点", "倍", "成"})
# Not what topics are counted in, which may be about anything: 招商引资 20平方公里.
SIZES = frozenset({"平方公里", "平方米", "立方米", "吨", "斤", "千瓦", "千瓦时", "米"})
NAME = re.compile("[\u4e00-\u9fff]{4,12}")
NOUNS = ("n", "vn", "j", "l", "b", "a")

_names: WeakKeyDictionary[Tables, Counter[str]] = WeakKeyDictionary()
SHORTEST = 3
# Of other topics that are done rather than there (招商引资) nobody asks how many.
COUNTED = re.compile("(?:改造|就业|搬迁)$")
MEASURED, TOPIC, UNKNOWN, NO_NAME = 10_000, 20_000, 30_000, 40_000


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with its notice and the place that speaks in it.

    `others` are all figures of the notice on the same indicator, itself among them; `name` is the
    place as a question calls it.
    """

    notice: NoticeSummary
    place: Place
    name: str
    figure: Target
    form: Form
    others: tuple[Target, ...]

    @property
    def indicator(self) -> str:
        """What the figure is of."""
        return self.figure.indicator

    @property
    def year(self) -> int:
        """The year that the figure is about."""
        return self.figure.target_year or 0

    @property
    def level(self) -> Level:
        """The level that the place is asked for with: of 上海市 that of a city."""
        municipal = self.place.level == "province" and self.place.name.endswith("市")
        return "city" if municipal else self.place.level

    @property
    def key(self) -> tuple[str, str, str]:
        """What a row of an answer that shows it has too."""
        return self.notice.notice_id, self.figure.indicator, self.figure.kind


def told_by(
    tables: Tables, notices: Sequence[NoticeSummary], indicators: Sequence[str] | None = None
) -> list[Told]:
    """Return what can be asked about these notices, one figure for each indicator and kind.

    Those come first that are best known by their names, of one name in the order of the notices.
    """
    of: dict[tuple[str, str], list[Target]] = {}
    for target in tables.targets([notice.notice_id for notice in notices], indicators):
        of.setdefault((target.notice_id, target.indicator), []).append(target)
    order = {notice.notice_id: (number, notice) for number, notice in enumerate(notices)}
    names = names_of(tables)

    def rank(key: tuple[str, str]) -> tuple[int, int]:
        return standing(key[1]), order[key[0]][0]

    return [
        told for key in sorted(of, key=rank) for told in _askable(order[key[0]][1], of[key], names)
    ]


def names_of(tables: Tables) -> Counter[str]:
    """Return how many places of the archive have each name."""
    if tables not in _names:
        _names[tables] = Counter(place.name for place in register(tables.notices()).places)
    return _names[tables]


def called(place: Place, names: Counter[str]) -> str:
    """Return a place as a question names it: 舟山市普陀区 where there is another 普陀区."""
    return place.name if names[place.name] < 2 or place.is_zone else place.holder + place.name


def _askable(
    notice: NoticeSummary, targets: Sequence[Target], names: Counter[str]
) -> Iterator[Told]:
    place = whose(notice)
    if place is None:
        return
    kinds: set[str] = set()
    for target in sorted(targets, key=_other_words):
        form = form_of(target)
        if form and target.kind not in kinds and _of_its_year(target):
            kinds.add(target.kind)
            yield Told(notice, place, called(place, names), target, form, tuple(targets))


def form_of(target: Target) -> Form | None:
    """Return how one asks for a figure; None where its unit does not fit its name, or it has no name."""
    name, unit = target.indicator, target.unit
    if len(name) < SHORTEST or target.scope or unit in OF_CHANGE or standing(name) == NO_NAME:
        return None
    if target.action == "增长率":
        summed = AMOUNT.search(name) or VOLUME.search(name)
        return "growth" if summed and unit in PERCENT else None
    if RATIO.search(name):
        return "ratio" if unit in PERCENT and target.action in ("占比", "总数", "数量") else None
    if AMOUNT.search(name):
        return "amount" if unit in MONEY else None
    of_size = unit in SIZES and standing(name) >= TOPIC
    return None if unit in PERCENT or unit in MONEY or of_size else "count"


def _of_its_year(target: Target) -> bool:
    """Return whether a goal is for the year of its plan, or what was achieved is of the one before."""
    if target.target_year is None or target.year is None:
        return False
    behind = target.year - target.target_year
    return behind == 0 if target.kind == "target" else behind in (0, 1)


def _other_words(target: Target) -> bool:
    """Return whether a figure is written as being of another thing than its indicator."""
    return target.indicator_text != target.indicator


@lru_cache(maxsize=4096)
def standing(name: str) -> int:
    """Return how well a name is known: a small number for the thesaurus' first indicators.

    Behind its indicators come its topics, those first that are measured, and behind them what only
    the ledger knows; a name that nobody could ask for has `NO_NAME`.
    """
    place = _places().get(name)
    if place is None:
        return UNKNOWN if _is_noun_phrase(name) else NO_NAME
    known = term(name)
    if known and known.kind == "indicator":
        return place
    if RATIO.search(name) or AMOUNT.search(name) or VOLUME.search(name):
        return MEASURED + place
    return TOPIC + place if COUNTED.search(name) or _ends_in_noun(name) else NO_NAME


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    return {known.name: number for number, known in enumerate(terms())}


def _is_noun_phrase(name: str) -> bool:
    """Return whether a name that only the ledger knows is one: 平台活动, not 逐步降低到年底."""
    return bool(NAME.fullmatch(name)) and all(tag.startswith(NOUNS) for tag in _tags(name))


def _ends_in_noun(name: str) -> bool:
    return _tags(name)[-1].startswith("n")


def _tags(name: str) -> list[str]:
    # Imported here because loading the dictionary costs a tenth of a second.
    import rjieba

    return [tag for _, tag in rjieba.tag(name)]


made_of_terms(standing.cache_clear)
made_of_terms(_places.cache_clear)
