"""Lookup answers: the figure or the sentences that answer, quoted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.answers.answer import Coverage
from assistant.answers.citations import Citations
from assistant.answers.conclusion import verdict
from assistant.answers.coverage import Ledger, figures_for, topics
from assistant.answers.draft import Draft
from assistant.answers.evidence import (
    FACTS,
    Evidence,
    Unit,
    answers_type,
    has_form,
    overlap,
    said_in_full,
    tells_measures,
)
from assistant.answers.lists import with_its_list
from assistant.answers.mentions import find_mention
from assistant.answers.rows import Found, cited, figure_found
from assistant.answers.wording import cited_label, figure, quoted, say
from assistant.question.analysis import Query
from assistant.question.condition import premise_of
from assistant.question.counted import fits
from assistant.retrieval.library import Document
from assistant.retrieval.scored import ScoredPassage
from corpus.neighbours import with_next
from corpus.notice import Target
from corpus.scripts import simplified
from corpus.sentences import Span, sentences
from corpus.thesaurus import Term

Similarity = Callable[[Sequence[str]], Sequence[float]]

ENOUGH = 0.5
LIKENESS_SHARE = 0.5
EXACT = FACTS
MOST_OF_IT = 0.5
# Asked of their own report and of others', everyday questions were met with this likeness by a
# third of the sentences that answer and by one in twelve of those that do not.
NEAR_IN_MEANING = 0.4
ONE_SENTENCE = ("number", "when", "definition")
ALSO_SHOWN = 0.85
MOST_QUOTES = 3
SHORT_LEAD = 24


def answer_from_ledger(
    query: Query, documents: Sequence[Document], ledger: Ledger, asked: Sequence[Unit]
) -> Draft | None:
    """Return the figures of the last indicator asked about that has any; None if none has.

    :param asked: what is asked about it: 高新技术企业的产值 is not answered with their number.
    """
    for term in reversed(topics(query)):
        found = [
            figure_found(target, document)
            for document in documents
            for target in figures_for(query, ledger.get((document.notice.notice_id, term.name), ()))
            if speaks_of(asked, target.quote)
        ]
        if found:
            return _figures(query, documents, found)
    return None


def answer_counted(
    query: Query, documents: Sequence[Document], targets: Sequence[Target]
) -> Draft | None:
    """Return the figures of what the question counts in everyday words; None if none is of it."""
    counted = query.counted
    if counted is None:
        return None
    by_id = {document.notice.notice_id: document for document in documents}
    found = [
        figure_found(target, by_id[target.notice_id])
        for target in figures_for(query, targets)
        if fits(counted.measure, target.unit) and counted.is_of(target.indicator_text)
    ]
    return _figures(query, documents, found) if 0 < len(found) <= MOST_QUOTES else None


def answer_all_figures(
    query: Query, documents: Sequence[Document], targets: Sequence[Target]
) -> Draft | None:
    """Return every figure of the notices in scope; None if there is none."""
    by_id = {document.notice.notice_id: document for document in documents}
    found = [
        figure_found(target, by_id[target.notice_id]) for target in figures_for(query, targets)
    ]
    return replace(_figures(query, documents, found), kind="listing") if found else None


def _figures(query: Query, documents: Sequence[Document], found: Sequence[Found]) -> Draft:
    citations = Citations()
    rows = cited(found, citations)
    by_id = {document.notice.notice_id: document for document in documents}
    lines = []
    for row in rows:
        citation = citations.all()[(row.citation or 1) - 1]
        label = cited_label(query.language, by_id[row.notice_id].notice, citation)
        quote = quoted(citation.quote)
        colon = say(query.language, "：", ": ")
        lines.append(f"{label}{colon}{figure(query.language, row)}{colon}{quote} [{row.citation}]")
    premise = premise_of(query.question) if query.checks else None
    said = verdict(query.language, premise, rows, _texts(documents)) if premise else ""
    lines = [said, *lines] if said else lines
    coverage = Coverage(len(documents), len(documents), len({row.notice_id for row in rows}))
    return Draft(
        query.kind,
        "\n\n".join(lines),
        rows=rows,
        coverage=coverage,
        citations=citations.all(),
        basis="ledger",
    )


def _texts(documents: Sequence[Document]) -> list[str]:
    return [document.text for document in documents]


def rank(
    query: Query,
    wanted: Sequence[Unit],
    passages: Sequence[ScoredPassage],
    documents: Sequence[Document],
    similarity: Similarity,
) -> list[Evidence]:
    """Return the sentences of the passages, the one that answers best first."""
    by_id = {document.notice.notice_id: document for document in documents}
    spans: dict[tuple[str, Span], ScoredPassage] = {}
    for passage in passages:
        for span in _candidates(by_id[passage.notice_id].text, passage):
            spans.setdefault((passage.notice_id, span), passage)
    texts = [by_id[notice_id].text[span.start : span.end] for notice_id, span in spans]
    close = similarity(texts)
    found = []
    for (item, passage), text, likeness in zip(spans.items(), texts, close, strict=True):
        heading = " ".join(passage.section_path)
        share = overlap(wanted, text, heading)
        strength = share + LIKENESS_SHARE * max(0.0, likeness)
        if query.terms and not any(names(term, text + heading) for term in query.terms):
            # A sentence that names no term of the question speaks of something else.
            strength = min(strength, ENOUGH / 2)
        score = strength + answers_type(query, text) + said_in_full(text)
        found.append(Evidence(by_id[item[0]], item[1], share, strength, score, likeness))
    return sorted(found, key=lambda e: (-e.score, e.document.notice.notice_id, e.span))


def speaks_of(asked: Sequence[Unit], sentence: str, heading: str = "") -> bool:
    """Return whether a sentence speaks of most of what is asked about a term."""
    return not asked or overlap(asked, sentence, heading) >= MOST_OF_IT


def names(term: Term, text: str) -> bool:
    """Return whether a text names a term in any of its forms."""
    text = simplified(text)
    return any(form in text for form in term.written)


def _candidates(text: str, passage: ScoredPassage) -> Iterator[Span]:
    """Yield the sentences of a passage; a short one that leads in the next is taken with it.

    启动小老虎企业培育工程。 says what the sentence after it is about.
    """
    for span, following in with_next(list(sentences(text, passage.start, passage.end))):
        # A heading has no full stop and leads in more than the next sentence.
        short = span.end - span.start <= SHORT_LEAD and text[span.end - 1] in "。！？"
        leads = following is not None and short
        yield Span(span.start, following.end) if leads and following else span


def answer_from_sentences(
    query: Query, ranked: Sequence[Evidence], asked: Sequence[Unit], documents: int
) -> Draft | None:
    """Return the best sentences as an answer; None if they hold too little of the question.

    :param asked: what is asked about the terms; most of it must be spoken of where they are.
    """
    enough = [e for e in ranked if e.strength >= ENOUGH and speaks_of(asked, e.text, e.heading)]
    if query.wanted in EXACT:
        # A fact must be spoken of and have its form; likeness of meaning alone is no evidence.
        enough = [e for e in enough if e.overlap >= MOST_OF_IT and has_form(query, e.text)]
    if not enough:
        return None
    whole = enough if query.wanted in ONE_SENTENCE else [_with_list(e) for e in enough]
    draft = _quotes(query, _worth_showing(query, whole), documents)
    return replace(draft, basis="sentences", strength=enough[0].strength)


def answer_by_meaning(query: Query, ranked: Sequence[Evidence], documents: int) -> Draft | None:
    """Return the sentence nearest in meaning to a question in everyday words; None if none is near.

    A question that names a term is not answered so: the term stands in the notices, or they are
    silent about it.
    """
    near = [e for e in ranked if e.likeness >= NEAR_IN_MEANING and has_form(query, e.text)]
    if query.terms or not near or not tells_measures(query, near[0].text):
        return None
    note = say(
        query.language,
        "通知里没有这样的说法，意思最接近的原文如下，请核对。",
        "No notice says it in these words; this is what comes nearest in meaning.",
    )
    draft = _quotes(query, near[:1], documents)
    return replace(draft, basis="meaning", strength=near[0].likeness, notes=(note,))


def _with_list(evidence: Evidence) -> Evidence:
    return replace(evidence, span=with_its_list(evidence.document, evidence.span))


def _quotes(query: Query, shown: Sequence[Evidence], documents: int) -> Draft:
    citations = Citations()
    lines = [_quote(query, evidence, citations) for evidence in shown]
    found = len({evidence.document.notice.notice_id for evidence in shown})
    coverage = Coverage(documents, documents, found)
    return Draft(query.kind, "\n\n".join(lines), coverage=coverage, citations=citations.all())


def answer_from_mentions(
    query: Query, documents: Sequence[Document], asked: Sequence[Unit]
) -> Draft | None:
    """Return the sentence of each notice that says most about the last term asked about."""
    found = [
        Evidence(document, span, 1.0, 1.0, 1.0)
        for document in documents
        if (span := find_mention(document, query.terms[-1], query.filters.years))
        and speaks_of(asked, document.text[span.start : span.end])
    ][:MOST_QUOTES]
    return replace(_quotes(query, found, len(documents)), basis="mentions") if found else None


def _worth_showing(query: Query, enough: Sequence[Evidence]) -> list[Evidence]:
    """Return the best sentence; for a wider question those nearly as good too, none twice."""
    shown: list[Evidence] = []
    for evidence in enough:
        if len(shown) == (1 if query.wanted in ONE_SENTENCE else MOST_QUOTES):
            break
        near = not shown or evidence.score >= ALSO_SHOWN * shown[0].score
        if near and not any(_overlap(evidence, other) for other in shown):
            shown.append(evidence)
    return shown


def _overlap(one: Evidence, other: Evidence) -> bool:
    same = one.document.notice.notice_id == other.document.notice.notice_id
    return same and one.span.start < other.span.end and other.span.start < one.span.end


def _quote(query: Query, evidence: Evidence, citations: Citations) -> str:
    document = evidence.document
    marker = citations.cite(document, *evidence.span)
    section = document.section_at(evidence.span.start)
    label = cited_label(query.language, document.notice, citations.all()[marker - 1])
    where = section.path[-1] if section and section.path else ""
    shown = say(query.language, f"，{_short(where)}", f", {_short(where)}") if where else ""
    colon = say(query.language, "：", ": ")
    return f"{label}{shown}{colon}{quoted(evidence.text)} [{marker}]"


def _short(heading: str) -> str:
    return heading if len(heading) <= SHORT_LEAD else heading[:SHORT_LEAD] + "…"
