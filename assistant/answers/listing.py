"""Which notices there are, and small talk about what can be asked."""

from collections.abc import Sequence

from assistant.answers.answer import Coverage, Row
from assistant.answers.citations import Citations
from assistant.answers.draft import Draft
from assistant.answers.rows import year_of
from assistant.answers.wording import counted, existing, say
from assistant.question.analysis import Query
from assistant.retrieval.library import Document
from embeddings.archive.records import NoticeSummary


def answer_listing(query: Query, documents: Sequence[Document]) -> Draft:
    """Return the notices in scope, each cited at its title."""
    citations = Citations()
    rows, lines = [], []
    for document in documents:
        notice = document.notice
        start = document.text.find(notice.title)
        marker = citations.cite(document, start, start + len(notice.title)) if start >= 0 else None
        rows.append(
            Row(notice.notice_id, notice.place_name, year_of(document), "mention", citation=marker)
        )
        facts = [notice.issuer, notice.document_number, notice.issued_on and str(notice.issued_on)]
        known = say(query.language, "，", ", ").join(fact for fact in facts if fact)
        cited = f" [{marker}]" if marker else ""
        lines.append(f"- {notice.title}" + (f"（{known}）" if known else "") + cited)
    count = len(documents)
    head = say(
        query.language, f"范围内有 {count} 份通知：", f"{counted(count, 'notice')} in scope:"
    )
    coverage = Coverage(count, count, count)
    text = "\n".join([head, "", *lines])
    return Draft("listing", text, rows=tuple(rows), coverage=coverage, citations=citations.all())


def answer_small_talk(query: Query, notices: Sequence[NoticeSummary]) -> Draft:
    """Return what can be asked."""
    text = say(
        query.language,
        f"您好，我是科问，回答科技政策通知里的问题，每句话都附原文出处。现有通知：{existing('zh', notices)}。"
        "可以问：哪些区提出了众创空间目标？普陀区2016年技术合同成交额的目标是多少？区金融办负责哪些任务？",
        f"Hello, I am kewen. I answer from science-and-technology notices and cite every sentence. "
        f"The notices: {existing('en', notices)}. Ask, for example: which districts set maker space "
        "targets? What is Putuo's 2016 target for technology contract value?",
    )
    return Draft("small_talk", text)
