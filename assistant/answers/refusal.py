"""Saying that there is no answer, and why, from what was examined."""

from collections.abc import Sequence

from assistant.answers.answer import Coverage
from assistant.answers.citations import Citations
from assistant.answers.draft import Draft
from assistant.answers.wording import existing, notice_label, quoted, say, years_named
from assistant.question.analysis import Query
from assistant.retrieval.library import Document
from assistant.retrieval.register import is_of
from corpus.sentences import Span
from embeddings.archive.records import NoticeSummary

Quoted = tuple[Document, Span]


def no_such_notice(query: Query, notices: Sequence[NoticeSummary]) -> Draft:
    """Say that no notice matches the place, year or issuer, and which there are."""
    asked = _asked(query)
    near = [n for n in notices if query.filters.places and _same_place(query, n)]
    text = say(
        query.language,
        f"没有找到{asked}的通知，因此无法回答。{_near(query, near)}现有的通知：{existing('zh', notices)}。",
        f"There is no notice for {asked}, so this cannot be answered. {_near(query, near)}"
        f"The notices there are: {existing('en', notices)}.",
    )
    return Draft(query.kind, text, "not_found", "no_such_notice", coverage=Coverage(0, 0, 0))


def notice_silent(
    query: Query,
    topic: str,
    documents: Sequence[Document],
    said: Sequence[Quoted],
    near: Sequence[Quoted] = (),
) -> Draft:
    """Say that the notices in scope do not tell, and quote what they do say.

    :param said: of the topic itself; or, where there is nothing, `near`: what comes nearest.
    """
    citations = Citations()
    labels = say(query.language, "、", ", ").join(
        notice_label(query.language, document.notice) for document in documents[:6]
    )
    number = len(documents)
    lines = [
        say(
            query.language,
            f"已查阅范围内的 {number} 份通知（{labels}），其中没有写明「{topic}」的这一{_what(query)}。",
            f"Examined {number} of {number} in scope ({labels}): nothing there states this about “{topic}”.",
        )
    ]
    if said:
        lines.append(say(query.language, "通知里相关的原文是：", "What they do say:"))
    elif near:
        lines.append(say(query.language, "最接近的原文是：", "What comes nearest:"))
    for document, span in [*said, *near]:
        marker = citations.cite(document, *span)
        lines.append(f"- {quoted(document.text[span.start : span.end])} [{marker}]")
    coverage = Coverage(number, number, len({document.notice.notice_id for document, _ in said}))
    return Draft(
        query.kind, "\n".join(lines), "not_found", "notice_silent", (), coverage, citations.all()
    )


def weak_evidence(query: Query, notices: Sequence[NoticeSummary]) -> Draft:
    """Say that nothing found is close enough to be an answer."""
    text = say(
        query.language,
        "通知里没有足够接近的内容，不足以作为回答。可以写明地区、年份或指标再问一次，例如「普陀区2016年新增众创空间的目标」。",
        "Nothing in the notices is close enough to be an answer. Name the place, the year or the "
        "indicator and ask again, for example “maker spaces planned by Putuo in 2016”.",
    )
    return Draft(query.kind, text, "not_found", "weak_evidence")


def out_of_scope(query: Query, notices: Sequence[NoticeSummary]) -> Draft:
    """Say that the question is not about the notices."""
    text = say(
        query.language,
        f"这个问题不在科技政策通知的范围内，无法回答。可以问的是这些通知的内容：{existing('zh', notices)}。",
        "This is not a question about science-and-technology notices, so it cannot be answered. "
        f"What can be asked about: {existing('en', notices)}.",
    )
    return Draft(query.kind, text, "not_found", "out_of_scope")


def _what(query: Query) -> str:
    return "数字" if query.wanted == "number" else "内容"


def _asked(query: Query) -> str:
    filters = query.filters
    years = years_named(filters)
    places = say(query.language, "、", ", ").join(filters.places)
    level = {"district": "区县", "city": "市", "province": "省"}.get(query.level or "", "")
    place = places or (level if query.language == "zh" else query.level or "")
    year = say(query.language, f"{years} 年", years) if years else ""
    return say(query.language, f"{place}{year}", " ".join(filter(None, [place, year])))


def _same_place(query: Query, notice: NoticeSummary) -> bool:
    return any(is_of(notice.place, name) for name in query.filters.places)


def _near(query: Query, near: Sequence[NoticeSummary]) -> str:
    if not near:
        return ""
    listed = existing(query.language, near)
    return say(query.language, f"该地区有的是：{listed}。", f"For that place there is: {listed}. ")
