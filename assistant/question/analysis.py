"""A question in, a `Query` out: pure, and the same for every face."""

import re
from dataclasses import dataclass

from assistant.answers.answer import AnswerKind, Language
from assistant.question.content import english_words, subject_of
from assistant.question.intent import Wanted, figure_kind, kind_of, language_of, wanted_by
from assistant.question.places import level_asked, places_asked
from assistant.question.years import EARLIEST, LATEST, years_asked
from assistant.retrieval.filters import Filters
from assistant.settings import MAX_QUESTION
from corpus.errors import UsageError
from corpus.everyday import meanings
from corpus.notice import Kind
from corpus.places import Level
from corpus.thesaurus import Term, TermMention, find_english_terms, find_terms

# The action a question asks about → the actions of the ledger that answer it.
NEW = frozenset({"新认定", "新增", "净增", "新建", "培育", "备案", "引进"})
ACTIONS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(r"新认定|新增|净增|新培育|新建|newly|new\b", re.IGNORECASE), NEW),
    (
        re.compile(r"总数|总量|保有量|累计|共有|\btotal\b|in all", re.IGNORECASE),
        frozenset({"总数"}),
    ),
    (re.compile(r"增长率|增速|增长多少|增幅|growth", re.IGNORECASE), frozenset({"增长率", "提高"})),
)

# 要新增900家，对吗？ is answered with what the notice does say, whatever the premise.
CHECKING = re.compile(
    r"(?:对吗|对不对|是吗|是不是|是否|没错吧|对吧)|(?:right|correct|true)\s*\?|^(?:is it true|did|does|is) ",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Query:
    """What a question means.

    `terms` are the terms of the field it names, `subject` what else of it carries meaning,
    `words` the English words that no term covers, `level` that of the places it asks to list,
    `actions` those of the ledger that would answer it (empty: any), `meant` the official words
    for each everyday word, `quoted` what stands in quotation marks.
    """

    question: str
    language: Language
    kind: AnswerKind
    wanted: Wanted
    filters: Filters
    terms: tuple[Term, ...]
    subject: str
    words: tuple[str, ...]
    level: Level | None
    figure_kind: Kind | None
    actions: frozenset[str]
    meant: tuple[tuple[str, ...], ...] = ()
    quoted: tuple[str, ...] = ()

    @property
    def has_topic(self) -> bool:
        """Whether anything is left to look for once places and years are set apart."""
        return bool(self.terms or self.subject or self.words or self.meant)

    @property
    def search_text(self) -> str:
        """The question as the retriever searches it: its Chinese words and its terms' names."""
        names = [term.name for term in self.terms if term.name not in self.subject]
        meant = [word for official in self.meant for word in official]
        return " ".join(filter(None, [self.subject, *names, *meant, *self.words])) or self.question


def analyse(question: str) -> Query:
    """Return what a question means.

    :raises UsageError: if it is empty or longer than 500 characters.
    """
    question = checked(question)
    asked, years = places_asked(question), years_asked(question)
    named = _terms(question)
    language = language_of(question)
    spans = [(place.start, place.end) for place in asked] + [(m.start, m.end) for m in named]
    spans += [(years.start, years.end)] if years else []
    terms = tuple(dict.fromkeys(mention.term for mention in named))
    everyday = [
        m
        for m in meanings(question)
        if not any(m.start < end and start < m.end for start, end in spans)
    ]
    spans += [(m.start, m.end) for m in everyday]
    subject = _with_terms(
        subject_of(question, spans) if language == "zh" else _han(question, spans), named, question
    )
    kind = kind_of(question, len(asked), bool(terms or subject))
    first = years.years.first if years and years.years.first > EARLIEST else None
    last = years.years.last if years and years.years.last < LATEST else None
    return Query(
        question=question,
        language=language,
        kind=kind,
        wanted=wanted_by(question),
        filters=Filters([place.name for place in asked], first, last),
        terms=terms,
        subject=subject,
        words=tuple(english_words(_without(question, spans))) if language == "en" else (),
        meant=tuple(dict.fromkeys(m.official for m in everyday)),
        quoted=tuple(re.findall(r"[“「\"]([^”」\"]{2,30})[”」\"]", question)),
        level=level_asked(question),
        figure_kind=figure_kind(question),
        actions=frozenset() if CHECKING.search(question) else _actions(question),
    )


def _actions(question: str) -> frozenset[str]:
    return next((actions for pattern, actions in ACTIONS if pattern.search(question)), frozenset())


def checked(question: str) -> str:
    """Return the question without the white space around it and without control characters.

    :raises UsageError: if it is empty or too long.
    """
    if len(question) > MAX_QUESTION:
        raise UsageError(
            f"The question has {len(question):,} characters; {MAX_QUESTION} are the limit. Ask a shorter one."
        )
    cleaned = re.sub(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\ufeff]+", " ", question).strip()
    if not any(char.isalnum() for char in cleaned):
        raise UsageError(
            "The question is empty. Ask something, for example 哪些区提出了众创空间目标？"
        )
    return cleaned


def _terms(question: str) -> list[TermMention]:
    found = sorted([*find_terms(question), *find_english_terms(question)], key=lambda m: m.start)
    kept: list[TermMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            continue
        if kept and mention.start == kept[-1].end:
            # A noun phrase ends in its head: 科技金融风险池 asks for the pool, not for all finance.
            kept.pop()
        kept.append(mention)
    return kept


def _with_terms(subject: str, named: list[TermMention], question: str) -> str:
    """Keep the Chinese terms in the subject as the question writes them."""
    written = [
        question[m.start : m.end]
        for m in named
        if re.search(r"[\u4e00-\u9fff]", question[m.start : m.end])
    ]
    return " ".join(filter(None, [*written, subject])).strip()


def _han(question: str, spans: list[tuple[int, int]]) -> str:
    return " ".join(re.findall(r"[\u4e00-\u9fff]+", subject_of(question, spans)))


def _without(question: str, spans: list[tuple[int, int]]) -> str:
    kept = list(question)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return "".join(kept)
