"""Answers about a notice itself: its number, its date of issue, who issued it."""

import re
from collections.abc import Sequence

from assistant.answers.answer import Coverage
from assistant.answers.citations import Citations
from assistant.answers.draft import Draft
from assistant.answers.wording import notice_label, say
from assistant.question.analysis import Query
from assistant.retrieval.library import Document
from corpus.metadata.dates import DATE, find_date, is_date_line

NUMBER = r"文号|发文字号|document number"
DATE_OF_ISSUE = (
    r"(?:什么时候|何时|哪天|哪一天|几月几日|日期)\S{0,4}(?:发布|印发|发出|成文|公布|下发)|"
    r"(?:发布|印发|成文|发文)\S{0,3}(?:日期|时间|是?什么时候|是?哪天|于何时)|"
    r"(?:when|what date) .*(?:issued|published|released)|(?:issue|publication) date|date of (?:issue|publication)"
)
ISSUER = (
    r"(?:谁|哪个\S{0,3}(?:部门|单位|机关))\S{0,3}(?:发布|印发|发的|发文)|发文机关|发布机关|发布机构|"
    r"who issued|issued by whom|which \w+ issued|issuing (?:body|authority)"
)
IN_FORCE = r"(?:开始|起)(?:实施|施行|生效)|(?:实施|施行|生效)(?:日期|时间)|(?:in force|take effect|effective date)"
ASKED = (
    ("in force", re.compile(IN_FORCE, re.IGNORECASE), "实施日期", "effective date"),
    ("number", re.compile(NUMBER, re.IGNORECASE), "文号", "document number"),
    ("date", re.compile(DATE_OF_ISSUE, re.IGNORECASE), "成文日期", "date of issue"),
    ("issuer", re.compile(ISSUER, re.IGNORECASE), "发文机关", "issuer"),
)


def field_asked(question: str) -> str | None:
    """Return which fact of a notice a question asks for; None if it asks for something else."""
    return next((name for name, pattern, _, _ in ASKED if pattern.search(question)), None)


def answer_imprint(query: Query, documents: Sequence[Document]) -> Draft | None:
    """Return the fact of each notice in scope that states it, cited; None if none does."""
    name = field_asked(query.question)
    zh, en = next((zh, en) for field, _, zh, en in ASKED if field == name)
    citations = Citations()
    lines = []
    for document in documents:
        found = _fact(document, name)
        if found:
            value, start, end = found
            marker = citations.cite(document, start, end)
            label = notice_label(query.language, document.notice)
            lines.append(
                say(
                    query.language,
                    f"{label}的{zh}：{value} [{marker}]",
                    f"{label}, {en}: {value} [{marker}]",
                )
            )
    if not lines:
        return None
    coverage = Coverage(len(documents), len(documents), len(lines))
    return Draft("lookup", "\n\n".join(lines), coverage=coverage, citations=citations.all())


def _fact(document: Document, name: str | None) -> tuple[str, int, int] | None:
    """Return the fact and where the notice states it."""
    notice, text = document.notice, document.text
    if name == "date":
        return _date(document)
    if name == "in force":
        return _labelled(text)
    value = notice.document_number if name == "number" else notice.issuer
    start = text.find(value) if value else -1
    return (value, start, start + len(value)) if value and start >= 0 else None


def _date(document: Document) -> tuple[str, int, int] | None:
    """Return the date of issue where it is signed, else where it is first written."""
    text, issued = document.text, document.notice.issued_on
    found = [m for m in DATE.finditer(text) if issued and find_date(m.group()) == issued]
    signed = [
        m
        for m in found
        if is_date_line(text[text.rfind("\n", 0, m.start()) + 1 :].split("\n")[0].strip())
    ]
    first = next(iter([*signed, *found]), None)
    return (issued.isoformat(), *first.span()) if issued and first else None


def _labelled(text: str) -> tuple[str, int, int] | None:
    """Return the date on the line that says when the notice takes effect."""
    label = re.search(r"(?:实施|施行|生效)日期\s*[:：]\s*", text)
    found = DATE.match(text, label.end()) if label else None
    return (found.group(), found.start(), found.end()) if found else None
