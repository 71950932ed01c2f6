"""Coverage answers over made-up notices against what is known of them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.assistant import Assistant
from assistant.indexing import build_index
from assistant.settings import Settings
from corpus.places.table import by_code
from eval.made_up.drawing import MadeUp, draw
from eval.made_up.phrasings import INDICATORS

FIRST, LAST = 2014, 2023
Row = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Checked:
    """One question: rows wanted, shown and right, and the milliseconds it took."""

    question: str
    wanted: int
    shown: int
    right: int
    missing: tuple[Row, ...]
    extra: tuple[Row, ...]
    milliseconds: float


def made_up(count: int, seed: int) -> list[MadeUp]:
    """Return so many notices of different districts, always the same for a seed."""
    rng = random.Random(seed)
    places = rng.sample(districts(), count)
    return [
        draw(number, place, rng.randint(FIRST, LAST), rng)
        for number, place in enumerate(places, start=1)
    ]


def districts() -> list[str]:
    """Return the names of districts that no other division shares."""
    names = [place.name for place in by_code().values() if place.level == "district"]
    return sorted(name for name in set(names) if names.count(name) == 1 and name.endswith("区"))


def check(notices: Sequence[MadeUp], questions: int, seed: int) -> list[Checked]:
    """Index the notices, ask for the targets of each indicator in periods drawn at random."""
    rng = random.Random(seed)
    with TemporaryDirectory() as folder:
        source = Path(folder) / "notices"
        source.mkdir()
        for notice in notices:
            (source / f"{notice.notice_id}.txt").write_text(notice.text, encoding="utf-8")
        settings = Settings(data=Path(folder) / "data")
        build_index(settings, [source])
        with Assistant.open(settings) as assistant:
            return [_asked(assistant, notices, number, rng) for number in range(questions)]


def _asked(
    assistant: Assistant, notices: Sequence[MadeUp], number: int, rng: random.Random
) -> Checked:
    indicator = INDICATORS[number % len(INDICATORS)]
    first = rng.randint(FIRST, LAST)
    last = rng.randint(first, LAST)
    years = f"{first}–{last}年" if last > first else f"{first}年"
    question = f"{years}哪些区提出了{rng.choice(indicator.written)}目标？"
    started = perf_counter()
    answer = assistant.ask(question)
    spent = 1000 * (perf_counter() - started)
    shown = {(row.notice_id, row.finding, _value(row.value)) for row in answer.rows}
    wanted = {
        row
        for notice in notices
        if first <= notice.year <= last
        for row in _rows(notice, indicator.name, first)
    }
    return Checked(
        question,
        len(wanted),
        len(shown),
        len(wanted & shown),
        tuple(sorted(wanted - shown, key=str)),
        tuple(sorted(shown - wanted, key=str)),
        spent,
    )


def _rows(notice: MadeUp, indicator: str, first: int) -> set[Row]:
    """Return the rows that a notice is to have; what was achieved before the years is a mention."""
    stated = notice.stated[indicator]
    if stated.finding == "achieved" and notice.year - 1 < first:
        return {(notice.notice_id, "mention", None)}
    values = stated.values if stated.finding in ("target", "achieved") else ()
    return {(notice.notice_id, stated.finding, value) for value in values} or {
        (notice.notice_id, stated.finding, None)
    }


def _value(written: str | None) -> str | None:
    """Return a figure without the words that bound it: 20家以上 is 20家."""
    return None if written is None else written.removesuffix("以上").removesuffix("左右")
