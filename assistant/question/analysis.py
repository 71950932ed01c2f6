"""A question in, a `Query` out: pure, and the same for every face."""

import re
from dataclasses import dataclass

from assistant.answers.answer import AnswerKind, Language
from assistant.question.condition import ACTIONS
from assistant.question.content import english_words, nouns_in, subject_of
from assistant.question.counted import Counted, counted_in
from assistant.question.intent import Wanted, figure_kind, kind_of, language_of, wanted_by
from assistant.question.official import in_official_words
from assistant.question.parts import Parts, blanked, parts_of
from assistant.question.places import level_asked
from assistant.question.years import EARLIEST, LATEST
from assistant.retrieval.filters import Filters
from assistant.settings import MAX_QUESTION
from corpus.errors import UsageError
from corpus.metadata.numbering import closed_up
from corpus.notice import Kind, Years
from corpus.places import Level
from corpus.scripts import simplified
from corpus.thesaurus import Term

# 要新增900家，对吗？ is answered with what the notice does say, whatever the premise.
CHECKING = re.compile(
    r"(?:对吗|对不对|是吗|是吧|是不是|是否|没错吧|对吧)|(?:right|correct|true)\s*\?|^(?:is it true|did|does|is) ",
    re.I,
)


HOW_MUCH = re.compile(r"多少|多[大高]|how many|how much|how large", re.IGNORECASE)
LOOSE = ("text", "list", "definition")
TARGET_WORD = re.compile(r"目标|指标|\btargets?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """What a question means.

    `terms` are the terms of the field it names, `subject` what else of it carries meaning,
    `words` the English words that no term covers, `level` that of the places it asks to list,
    `action` the word of action it uses (新认定), `actions` those of
    the ledger that would answer it (empty: any), `meant` the official words
    for each everyday word, `quoted` what stands in quotation marks, `checks` whether it asks for
    a yes or no to a premise of its own, `asked` the nouns after the last term: what of it is asked,
    `counted` what 几家 or 多少个 stands before.
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
    document_number: str | None = None
    checks: bool = False
    asked: tuple[str, ...] = ()
    action: str = ""
    counted: Counted | None = None

    @property
    def has_topic(self) -> bool:
        """Whether anything is left to look for once places and years are set apart."""
        return bool(self.terms or self.subject or self.words or self.meant)

    @property
    def names_only_a_term(self) -> bool:
        """Whether nothing is said but a term, a place, a year: 普陀 2016 科技小巨人."""
        forms = "".join(form for term in self.terms for form in term.written)
        rest = [word for word in self.subject.split() if word not in forms]
        return bool(self.terms) and not (rest or self.words or self.meant)

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
    question = in_official_words(simplified(checked(question)))
    parts, language = parts_of(question), language_of(question)
    rest = blanked(question, parts.spans)
    terms = tuple(dict.fromkeys(mention.term for mention in parts.terms))
    subject = _subject(question, rest, parts)
    action, actions = _actions(question)
    counted = counted_in(question, parts.terms, parts.everyday)
    return Query(
        question=question,
        language=language,
        kind=kind_of(question, len({place.name for place in parts.places}), bool(terms or subject)),
        wanted=_wanted(question, terms),
        filters=_filters(parts),
        document_number=_number(question, parts),
        terms=terms,
        subject=subject,
        words=tuple(english_words(rest)),
        meant=tuple(dict.fromkeys(meaning.official for meaning in parts.everyday)),
        quoted=tuple(re.findall(r"[“「\"]([^”」\"]{2,30})[”」\"]", question)),
        level=level_asked(question),
        figure_kind=figure_kind(question),
        action=action,
        actions=actions,
        checks=bool(CHECKING.search(question)),
        asked=_asked(rest, parts, counted),
        counted=counted,
    )


def _asked(rest: str, parts: Parts, counted: Counted | None) -> tuple[str, ...]:
    """Return the nouns after the last term; of what is counted its number is asked, nothing of it."""
    if not parts.terms or (counted and counted.forms == parts.terms[-1].term.written):
        return ()
    return tuple(nouns_in(rest[parts.terms[-1].end :]))


def _wanted(question: str, terms: tuple[Term, ...]) -> Wanted:
    """Return what would answer; the target of something that is counted is a number."""
    wanted = wanted_by(question)
    counted = any(term.kind == "indicator" for term in terms)
    return "number" if counted and wanted in LOOSE and TARGET_WORD.search(question) else wanted


def _filters(parts: Parts) -> Filters:
    years = parts.years.years if parts.years else Years(EARLIEST, LATEST)
    first = years.first if years.first > EARLIEST else None
    last = years.last if years.last < LATEST else None
    names = list(dict.fromkeys(place.name for place in parts.places))
    return Filters(names, first, last, parts.issuer)


def _number(question: str, parts: Parts) -> str | None:
    if parts.number is None:
        return None
    return closed_up(question[parts.number.start : parts.number.end])


def _subject(question: str, rest: str, parts: Parts) -> str:
    """Return the Chinese words of a question, its terms as it writes them."""
    written = [question[mention.start : mention.end] for mention in parts.terms]
    chinese = [form for form in written if not form.isascii()]
    without_latin = re.sub(r"[A-Za-z][A-Za-z0-9&+-]*", " ", rest)
    return " ".join([*chinese, *subject_of(without_latin).split()])


def _actions(question: str) -> tuple[str, frozenset[str]]:
    """Return the word of action in a question and the actions of the ledger that answer it."""
    # 完成多少？增幅多大？ asks for two figures, of which only one is named by its action.
    if CHECKING.search(question) or len(HOW_MUCH.findall(question)) > 1:
        return "", frozenset()
    for pattern, actions in ACTIONS:
        if match := pattern.search(question):
            return match.group(), actions
    return "", frozenset()


def checked(question: str) -> str:
    """Return the question without the white space around it and without control characters.

    :raises UsageError: if it is empty or too long.
    """
    if len(question) > MAX_QUESTION:
        raise UsageError(
            f"The question has {len(question):,} characters; {MAX_QUESTION} are the limit. Ask a shorter one."
        )
    cleaned = re.sub(
        r"[\ud800-\udfff\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\ufeff]+", " ", question
    ).strip()
    if not any(char.isalnum() for char in cleaned):
        raise UsageError(
            "The question is empty. Ask something, for example 哪些区提出了众创空间目标？"
        )
    return cleaned
