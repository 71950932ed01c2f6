"""Draw a notice: a district, a year, a layout, and for each indicator what it says of it."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answers.answer import Finding
from eval.made_up import phrasings as said
from eval.made_up.phrasings import Indicator

Layout = Literal["letterhead", "title", "web", "markdown"]
LAYOUTS: tuple[Layout, ...] = ("letterhead", "title", "web", "markdown")
# How sentences about the figures of others begin.
OWNED = ("全市", "按照")
ORDINALS = "一二三四五六七八九十"
ORGANS = ("科学技术局", "科技局", "人民政府")
LIKELY: tuple[tuple[Finding, int], ...] = (
    ("target", 4),
    ("achieved", 2),
    ("mention", 2),
    ("silent", 3),
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a notice says of an indicator; `values` are the figures of its finding, as written."""

    finding: Finding
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A notice with what it says of each indicator by its name; silence included."""

    notice_id: str
    place: str
    year: int
    text: str
    stated: Mapping[str, Stated]


def draw(number: int, place: str, year: int, rng: random.Random) -> MadeUp:
    """Return a notice of a district for a year."""
    review: list[str] = []
    plan: list[str] = []
    stated: dict[str, Stated] = {}
    listed = _listed(rng, plan) if rng.random() < 0.25 else {}
    for indicator in said.INDICATORS:
        if indicator.name in listed:
            stated[indicator.name] = Stated("target", (listed[indicator.name],))
            continue
        finding = rng.choices([f for f, _ in LIKELY], [weight for _, weight in LIKELY])[0]
        stated[indicator.name] = _state(indicator, finding, rng, review, plan)
    review += rng.sample(said.FILLERS, 2)
    plan += rng.sample(said.FILLERS, 4)
    rng.shuffle(review)
    rng.shuffle(plan)
    text = "\n".join(_laid_out(place, year, review, plan, rng)) + "\n"
    return MadeUp(f"made-up-{number:04}", place, year, text, stated)


def _state(
    indicator: Indicator,
    finding: Finding,
    rng: random.Random,
    review: list[str],
    plan: list[str],
) -> Stated:
    """Add the sentences of an indicator, and return what they say."""
    if finding == "target":
        sentence, values = _target(indicator, rng)
        plan.append(sentence)
        if rng.random() < 0.5:
            review.append(_achieved(indicator, rng)[0])
        return Stated(finding, values)
    if finding == "achieved":
        sentence, values = _achieved(indicator, rng)
        review.append(sentence)
        return Stated(finding, values)
    if finding == "mention":
        phrases = said.MENTIONS if indicator.counted else said.MENTIONS_LEVEL
        plan.append(rng.choice(phrases).format(i=rng.choice(indicator.written)))
        if rng.random() < 0.3:
            plan.append(_filled(rng.choice(said.OTHERS), indicator, rng)[0])
    return Stated(finding)


def _target(indicator: Indicator, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    if not indicator.counted:
        return _filled(rng.choice(said.TARGETS_LEVEL), indicator, rng)
    both = (said.TARGETS_NEW, said.TARGETS_TOTAL)
    return _filled(rng.choice(rng.choice(both)), indicator, rng)


def _achieved(indicator: Indicator, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    phrases = said.ACHIEVED_NEW if indicator.counted else said.ACHIEVED_LEVEL
    return _filled(rng.choice(phrases), indicator, rng)


def _filled(phrase: str, indicator: Indicator, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    """Return a phrase with its indicator and figures, and the figures as written."""
    less, more = sorted(_number(indicator, rng) for _ in range(2))
    if less == more:
        more = less + 1
    n, m = _written(less, indicator), _written(more, indicator)
    b = n
    if "{b}" in phrase:
        n = m
    sentence = phrase.format(i=rng.choice(indicator.written), n=n, m=m, b=b, u=indicator.unit)
    values = [
        f"{value}{indicator.unit}" for name, value in (("{n}", n), ("{m}", m)) if name in phrase
    ]
    return sentence, tuple(values)


def _listed(rng: random.Random, plan: list[str]) -> dict[str, str]:
    """Add a sentence in which two indicators share a verb, and return their figures."""
    pair = rng.sample([i for i in said.INDICATORS if i.counted], 2)
    values = [f"{_written(_number(i, rng), i)}{i.unit}" for i in pair]
    names = [rng.choice(indicator.written) for indicator in pair]
    plan.append(said.TARGETS_LISTED.format(a=names[0], b=names[1], x=values[0], y=values[1]))
    return {indicator.name: value for indicator, value in zip(pair, values, strict=True)}


def _number(indicator: Indicator, rng: random.Random) -> float:
    if indicator.decimals:
        return round(rng.uniform(indicator.least, indicator.most), indicator.decimals)
    return rng.randint(indicator.least, indicator.most)


def _written(number: float, indicator: Indicator) -> str:
    return f"{number:.{indicator.decimals}f}" if indicator.decimals else str(int(number))


def _laid_out(
    place: str, year: int, review: Sequence[str], plan: Sequence[str], rng: random.Random
) -> Iterator[str]:
    layout, organ = rng.choice(LAYOUTS), rng.choice(ORGANS)
    mark = "## " if layout == "markdown" else ""
    title = rng.choice((f"{place}{year}年科技工作要点", f"{year}年{place}科技创新工作要点"))
    if layout == "web":
        yield from ("首页 > 政务公开 > 通知公告", "")
    if layout == "letterhead":
        yield f"{place}{organ}关于印发《{title}》的通知"
        yield f"{place[0]}科〔{year}〕{rng.randint(1, 60)}号"
        yield "各镇人民政府、街道办事处，区级各有关单位："
        yield f"现将《{title}》印发给你们，请认真贯彻执行。"
        yield f"{place}{organ}"
        yield f"{year}年{rng.randint(1, 4)}月{rng.randint(1, 28)}日"
        yield ""
    yield title
    yield ""
    numbers = iter(ORDINALS)
    yield f"{mark}{next(numbers)}、{year - 1}年工作回顾"
    yield f"{year - 1}年，" + _joined(review, rng)
    for heading, part in zip(rng.sample(said.HEADINGS, 4), _parted(plan, 4), strict=True):
        yield f"{mark}{next(numbers)}、{heading}"
        yield _joined(part, rng)
    if layout == "web":
        yield from ("打印本页  关闭窗口", "版权所有")


def _joined(parts: Sequence[str], rng: random.Random) -> str:
    """Return sentences in a row; who owns a figure is not carried over a semicolon here."""
    stops = ["。" if part.startswith(OWNED) else rng.choice("。。；") for part in parts]
    return "".join(map("".join, zip(parts, stops, strict=True))).rstrip("；。") + "。"


def _parted(parts: Sequence[str], count: int) -> list[Sequence[str]]:
    return [parts[n::count] for n in range(count)]
