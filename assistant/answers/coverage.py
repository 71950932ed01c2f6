"""Coverage answers: every notice in scope is examined and gets a row, never only the best few."""

from collections.abc import Mapping, Sequence

from assistant.answers.answer import Coverage, Finding, Row
from assistant.answers.citations import Citations
from assistant.answers.conclusion import conclusion
from assistant.answers.draft import Draft
from assistant.answers.mentions import find_mention, find_subject
from assistant.answers.rows import (
    Found,
    cited,
    distinct,
    figure_found,
    mention_found,
    other_year_found,
    silent,
)
from assistant.answers.wording import (
    FINDING,
    cited_label,
    counted,
    figure,
    found_by,
    notice_label,
    quoted,
    say,
)
from assistant.question.analysis import Query
from assistant.question.condition import condition_of
from assistant.retrieval.library import Document
from corpus.notice import Target, Years
from corpus.thesaurus import Term

Ledger = Mapping[tuple[str, str], Sequence[Target]]


def answer_coverage(query: Query, documents: Sequence[Document], ledger: Ledger) -> Draft:
    """Return a row per notice and topic; `ledger` holds the figures by notice and indicator."""
    citations = Citations()
    rows = cited(
        (one for document in documents for one in _found(query, document, ledger)), citations
    )
    found = {row.notice_id for row in rows if row.finding != "silent"}
    coverage = Coverage(len(documents), len(documents), len(found))
    text = _text(query, documents, rows, citations)
    if found:
        return Draft(query.kind, text, rows=rows, coverage=coverage, citations=citations.all())
    return Draft(query.kind, text, "not_found", "notice_silent", rows=rows, coverage=coverage)


def topics(query: Query) -> tuple[Term, ...]:
    """Return the terms that rows are made for: indicators where the question names any."""
    indicators = tuple(term for term in query.terms if term.kind != "topic")
    return indicators or query.terms


def figures_for(query: Query, targets: Sequence[Target]) -> list[Target]:
    """Return the figures that are of the action, years and kind asked for.

    Where targets are asked for and a notice has none, what it tells of achievements is given, as
    such; in a lookup that would be no answer.
    """
    in_years = [t for t in distinct(targets) if _in_years(t, query.filters.years)]
    fitting = [t for t in in_years if not query.actions or t.action in query.actions]
    if not fitting and query.kind != "lookup":
        # Asked for newly certified ones, a table shows a total too, under its own name.
        fitting = in_years
    of_kind = [target for target in fitting if target.kind == query.figure_kind]
    return of_kind if of_kind or (query.figure_kind and query.kind == "lookup") else fitting


def _in_years(target: Target, years: Years | None) -> bool:
    """Return whether a figure is for one of the years, or was set in one of them for later."""
    if years is None or target.target_year is None:
        return True
    if years.first <= target.target_year <= years.last:
        return True
    set_then = target.year is not None and years.first <= target.year <= years.last
    return set_then and target.kind == "target" and target.target_year > years.last


def _found(query: Query, document: Document, ledger: Ledger) -> list[Found]:
    terms = topics(query)
    if not terms:
        return [_of_subject(query, document)]
    return [found for term in terms for found in _of_term(query, document, term, ledger)]


def _of_term(query: Query, document: Document, term: Term, ledger: Ledger) -> list[Found]:
    every = ledger.get((document.notice.notice_id, term.name), ())
    if targets := figures_for(query, every):
        return [figure_found(target, document) for target in targets]
    if every and not query.actions:
        return [other_year_found(every[0], document)]
    span = find_mention(document, term, query.filters.years)
    return [mention_found(document, term.name, span) if span else silent(document, term.name)]


def _of_subject(query: Query, document: Document) -> Found:
    topic = query.subject or " ".join(query.words)
    span = find_subject(document, query)
    return mention_found(document, topic, span) if span else silent(document, topic)


def _text(
    query: Query, documents: Sequence[Document], rows: Sequence[Row], citations: Citations
) -> str:
    by_id = {document.notice.notice_id: document for document in documents}
    lines = [_summary(query, documents, rows), ""]
    asked = condition_of(query.question)
    if asked and (concluded := conclusion(query.language, asked, rows)):
        lines += [concluded, ""]
    lines += [_line(query, by_id[row.notice_id], row, citations) for row in rows]
    lines += _caution(query, rows)
    return "\n".join(lines)


def _summary(query: Query, documents: Sequence[Document], rows: Sequence[Row]) -> str:
    total, language = len(documents), query.language
    findings: tuple[Finding, ...] = ("target", "achieved", "mention", "silent")
    counts = {f: len({row.notice_id for row in rows if row.finding == f}) for f in findings}
    listed = say(language, "，", ", ").join(
        found_by(language, finding, count, of_figures=_of_figures(query))
        for finding, count in counts.items()
        if count
    )
    return say(
        language,
        f"范围内的 {total} 份通知已全部查阅（{total}/{total}）：{listed}。",
        f"{total} of {counted(total, 'notice')} in scope examined: {listed}.",
    )


def _of_figures(query: Query) -> bool:
    """Return whether a question asks for figures, not only who speaks of a topic."""
    return query.wanted == "number" or query.figure_kind is not None


def _line(query: Query, document: Document, row: Row, citations: Citations) -> str:
    label = notice_label(query.language, document.notice)
    colon = say(query.language, "：", ": ")
    finding = FINDING[query.language][row.finding]
    if row.finding == "mention" and not _of_figures(query):
        finding = say(query.language, "提到", "mentioned")
    if row.finding == "mention" and row.target_year:
        year = row.target_year
        finding = say(query.language, f"有数字，但是 {year} 年的", f"has a figure, but for {year}")
    if row.citation is None:
        return f"- **{label}**{colon}{finding}"
    citation = citations.all()[row.citation - 1]
    label, quote = cited_label(query.language, document.notice, citation), quoted(citation.quote)
    head = figure(query.language, row) if row.value else finding
    return f"- **{label}**{colon}{head}{colon}{quote} [{row.citation}]"


def _caution(query: Query, rows: Sequence[Row]) -> list[str]:
    """Warn where the figures of one indicator are not of one kind: 新认定 20 家 is no 总数 900 家."""
    actions = {row.action for row in rows if row.value and row.action}
    if len(actions) < 2:
        return []
    listed = "、".join(sorted(actions))
    return [
        "",
        say(
            query.language,
            f"注意：各数字口径不同（{listed}），不能直接相比。",
            f"Note: these figures measure different things ({listed}) and cannot be compared directly.",
        ),
    ]
