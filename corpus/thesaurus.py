"""The words of the field: canonical terms, how else they are written, and their English names.

Adding a term is one line of `data/thesaurus.tsv`.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import Literal, NamedTuple

_LETTER = re.compile(r"[A-Za-z]")
WORD_BREAK = re.compile(r"[\s-]")
# Before a form that is the term only where it is the whole of a noun phrase.
WHOLE = "="
CHOICE = re.compile(r"\{([^{}]{1,200})\}")
# 占全区生产总值的48% is a share of it, not it.
SHARE_OF = re.compile(r"占(?:到|据)?(?:全[国省市区县州]|地区|国内|当地)?$")

_FIELDS = (
    "科技 创新创业 知识产权 人才 产业 金融 财政税收 投资项目 外贸外资 消费商贸 "
    "农业农村 脱贫振兴 城镇建设 住房 交通物流 能源 生态环境 水利 教育 卫生健康 "
    "社会保障 就业 文化旅游 体育 公共安全 社会治理 政务服务 法治 数字经济 党建"
)
FIELDS = _FIELDS.split()

# "named" is an indicator that a ledger names and no thesaurus does.
TermKind = Literal["indicator", "topic", "named"]


@dataclass(frozen=True, slots=True)
class Term:
    """A canonical term; `written` holds every Chinese form, itself included, longest first.

    `whole` holds what is the term only as a whole noun phrase: 经济 in 经济增长7%, not in 经济发展;
    `everyday` what people ask instead (退休金), which is no name of it; `field` is one of `FIELDS`.
    """

    name: str
    written: tuple[str, ...]
    english: tuple[str, ...]
    kind: TermKind
    not_inside: tuple[str, ...]
    whole: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    field: str = ""


class TermMention(NamedTuple):
    """A stretch of text that names a term."""

    start: int
    end: int
    term: Term


_made_of_terms: list[Callable[[], None]] = []
# What stands in for the data file; None but where its worth is measured.
_instead: tuple[Term, ...] | None = None
# Every form has so many characters or more.
OPENING = 2
# The borders of an English word; to `\b` 家 in 多少家high-tech is a letter of it.
NO_LETTER_BEFORE, NO_LETTER_AFTER = "(?<![A-Za-z0-9])", "(?![A-Za-z0-9])"
# Found by nothing: what an empty choice of forms would be found by everywhere.
NEVER = "(?!)"


@contextmanager
def instead(of_these: Sequence[Term]) -> Iterator[None]:
    """Use other terms than those of the data file meanwhile, in all of the process.

    To measure what the thesaurus is worth: notices are read and questions asked without it.
    """
    global _instead
    before, _instead = _instead, tuple(of_these)
    _forget()
    try:
        yield
    finally:
        _instead = before
        _forget()


def _forget() -> None:
    for cached in (terms, _by_form, _by_whole, _by_opening, _by_english):
        cached.cache_clear()
    for forget in _made_of_terms:
        forget()


def made_of_terms(forget: Callable[[], None]) -> None:
    """Have a memory that is made of the terms forgotten whenever others are used."""
    _made_of_terms.append(forget)


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """Return the terms in the order of the data file."""
    if _instead is not None:
        return _instead
    lines = (files("corpus") / "data" / "thesaurus.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_term(line) for line in lines if line and not line.startswith("#"))


def _term(line: str) -> Term:
    name, written, everyday, english, kind, field, not_inside = (line.split("\t") + [""] * 7)[:7]
    listed = [form for each in filter(None, written.split("、")) for form in _spelt_out(each)]
    forms = sorted({name, *(f for f in listed if f[0] != WHOLE)}, key=len, reverse=True)
    return Term(
        name,
        tuple(forms),
        tuple(form.strip() for form in english.split(", ") if form.strip()),
        "indicator" if kind == "indicator" else "topic",
        tuple(filter(None, not_inside.split("、"))),
        tuple(form[1:] for form in listed if form[0] == WHOLE),
        tuple(filter(None, everyday.split("、"))),
        field,
    )


def _spelt_out(form: str) -> Iterator[str]:
    """Yield every form that ``{研发|R&D}{经费|投入}强度`` stands for."""
    parts = CHOICE.split(form)
    choices = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
    yield from map("".join, product(*choices))


@lru_cache(maxsize=1)
def _by_form() -> dict[str, Term]:
    return {form: term for term in reversed(terms()) for form in term.written}


@lru_cache(maxsize=1)
def _by_whole() -> dict[str, str]:
    return {form: term.name for term in reversed(terms()) for form in term.whole}


@lru_cache(maxsize=1)
def _by_opening() -> dict[str, tuple[str, ...]]:
    """Return the forms by their first two characters, the longest first.

    Looking them up takes a twentieth of the time of a pattern of them all, which is half of what
    understanding a report takes.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for form in sorted(_by_form(), key=len, reverse=True):
        found[form[:OPENING]].append(form)
    return {opening: tuple(forms) for opening, forms in found.items()}


def _named_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a form stands in the text, and which: the longest at each place, none in another."""
    openings, at, last = _by_opening(), 0, len(text) - OPENING
    while at <= last:
        for form in openings.get(text[at : at + OPENING], ()):
            if text.startswith(form, at):
                yield at, form
                at += len(form)
                break
        else:
            at += 1


@lru_cache(maxsize=1)
def _by_english() -> dict[str, Term]:
    """Return the terms by their English forms, singular and plural, in small letters."""
    return {
        plural: term
        for term in reversed(terms())
        for form in term.english
        for plural in _numbers(WORD_BREAK.sub(" ", form.lower()))
    }


def _numbers(form: str) -> tuple[str, ...]:
    """Return a noun in the singular and in its regular plurals."""
    return (form, f"{form}s", f"{form}es", re.sub("y$", "ies", form))


def _english_in(text: str) -> re.Pattern[str]:
    """Return a pattern of the English forms that a text holds: all of them take 0.3 s to compile."""
    plain = WORD_BREAK.sub(" ", text.lower())
    longest_first = sorted((f for f in _by_english() if f in plain), key=len, reverse=True)
    either = "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in longest_first)
    return re.compile(rf"{NO_LETTER_BEFORE}(?:{either or NEVER}){NO_LETTER_AFTER}", re.IGNORECASE)


def find_terms(text: str) -> list[TermMention]:
    """Return the terms that a Chinese text names, the longest form at each place."""
    found = []
    for start, form in _named_in(text):
        term, end = _by_form()[form], start + len(form)
        if not _is_inside(text, start, end, term.not_inside):
            found.append(TermMention(start, end, term))
    return found


def _is_inside(text: str, start: int, end: int, wholes: tuple[str, ...]) -> bool:
    """Return whether the stretch is part of a longer word that means something else."""
    around = ((text.find(whole, max(0, start - len(whole))), len(whole)) for whole in wholes)
    return any(0 <= at <= start and end <= at + size for at, size in around)


def find_english_terms(text: str) -> list[TermMention]:
    """Return the terms that a text names in English, plural or not, in any case."""
    if not _LETTER.search(text):
        return []
    by_form = _by_english()
    return [
        TermMention(match.start(), match.end(), by_form[WORD_BREAK.sub(" ", match.group().lower())])
        for match in _english_in(text).finditer(text)
    ]


def canonical(noun_phrase: str) -> str | None:
    """Return the indicator whose written form ends the phrase; None if none does.

    Chinese noun phrases end in their head, so 国家级高新技术企业 is a kind of 高新技术企业 and
    高新技术企业研发中心 is not.
    """
    if noun_phrase in _by_whole():
        return _by_whole()[noun_phrase]
    for size in range(len(noun_phrase), 1, -1):
        term = _by_form().get(noun_phrase[-size:])
        if term and SHARE_OF.search(noun_phrase, 0, len(noun_phrase) - size):
            return None
        if term and not _is_inside(
            noun_phrase, len(noun_phrase) - size, len(noun_phrase), term.not_inside
        ):
            return term.name
    return None


def term(name: str) -> Term | None:
    """Return the term that has this canonical or other written form."""
    return _by_form().get(name)
