"""Which notices a question is about. What nothing matches leaves nothing: filters fail closed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.figures import figures
from assistant.answering.naming import place_notes, told_apart
from assistant.answers.wording import existing, say, years_named
from assistant.question.analysis import Query
from assistant.retrieval.filters import Filters
from assistant.retrieval.register import is_named, whose
from embeddings.archive.records import NoticeSummary
from embeddings.archive.tables import Tables


@dataclass(frozen=True, slots=True)
class Scope:
    """The notices, and the query as they answer it; `notes` say what was changed in it."""

    query: Query
    notices: tuple[NoticeSummary, ...]
    notes: tuple[str, ...] = ()


def scope_of(
    tables: Tables, query: Query, everything: Sequence[NoticeSummary], *, carried_years: bool
) -> Scope:
    """Return the notices in scope.

    Years that were carried over from an earlier question, or that belong to a premise, are dropped
    where they leave no notice of the place, and a note says so; years that were asked for never.
    """
    notices = _with_other_years(tables, query, in_scope(query, everything), everything)
    loose = (carried_years or query.checks) and query.filters.places and query.filters.years
    said = place_notes(query, notices, everything)
    if notices or not loose:
        return Scope(query, told_apart(notices), said)
    relaxed = replace(query, filters=Filters(query.filters.places, issuer=query.filters.issuer))
    notices = in_scope(relaxed, everything)
    if not notices:
        return Scope(query, (), said)
    asked = years_named(query.filters)
    note = say(
        query.language,
        f"所问地区没有 {asked} 年的通知，以下为该地区的其他年份：{existing('zh', notices)}。",
        f"There is no notice of {asked} for that place; this is from {existing('en', notices)}.",
    )
    return Scope(relaxed, told_apart(notices), (note, *place_notes(relaxed, notices, everything)))


def in_scope(query: Query, notices: Sequence[NoticeSummary]) -> list[NoticeSummary]:
    """Return the notices that match the filters and are of the level asked to list.

    A place that has notices of its own is meant itself, unless places in it are asked for. A notice
    that looks back on the years asked tells what was done in them, but sets no target for them.
    """
    matching = _of_years(query, notices)
    if query.document_number:
        # The name of the organ in a number has no start: 请看虹府发〔2015〕10号 ends with it.
        return [n for n in matching if query.document_number.endswith(n.document_number or "—")]
    if query.level:
        return [n for n in matching if _is_of_level(n, query)]
    own = [n for n in matching if _is_named(n, query)]
    if own and all(any(is_named(whose(n), name) for n in own) for name in query.filters.places):
        return own
    # 上海市2016年的目标 is not answered with a district's: that must be asked for.
    wide = not query.filters.places or query.kind != "lookup"
    return matching if wide else own


def _of_years(query: Query, notices: Sequence[NoticeSummary]) -> list[NoticeSummary]:
    ahead = query.figure_kind == "target" or query.kind == "tasks" or not query.has_topic
    return query.filters.planning(notices) if ahead else query.filters.select(notices)


def _with_other_years(
    tables: Tables,
    query: Query,
    notices: Sequence[NoticeSummary],
    everything: Sequence[NoticeSummary],
) -> list[NoticeSummary]:
    """Return the notices with those of other years that tell of the years asked.

    What was achieved in 2016 stands in the plan for 2017, and a goal for 2035 in a plan to 2025. A
    question for targets is not answered with achievements.
    """
    years = query.filters.years
    if years is None or not query.terms:
        return list(notices)
    undated = replace(query, filters=replace(query.filters, year_from=None, year_to=None))
    known = {notice.notice_id for notice in notices}
    others = [n for n in in_scope(undated, everything) if n.notice_id not in known]
    telling = {
        target.notice_id
        for targets in figures(tables, query, others).values()
        for target in targets
        if target.target_year and years.first <= target.target_year <= years.last
        if query.figure_kind != "target" or target.kind == "target"
    }
    return [*notices, *(n for n in others if n.notice_id in telling)]


def _is_named(notice: NoticeSummary, query: Query) -> bool:
    """Return whether a place of the question is that of the notice, not one that holds it."""
    return any(is_named(whose(notice), name) for name in query.filters.places)


def _is_of_level(notice: NoticeSummary, query: Query) -> bool:
    place = whose(notice)
    if place is None:
        return False
    municipal = place.level == "province" and place.name.endswith("市")
    return place.level == query.level or (query.level == "city" and municipal)
