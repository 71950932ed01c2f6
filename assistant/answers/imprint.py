"""Answers about a notice itself: its number, its date of issue, who issued it."""

import re
from collections.abc import Sequence

from assistant.answers.answer import Coverage
from assistant.answers.citations import Citations
from assistant.answers.draft import Draft
from assistant.answers.wording import notice_label, say
from assistant.question.analysis import Query
from assistant.retrieval.library import Document

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
STATUS = (
    r"(?:是否|还|仍|现在|目前)\S{0,4}(?:有效|失效|废止|生效)|有没有(?:失效|废止)|有效性|"
    r"still (?:in force|valid)|repealed|expired"
)
# The field of the notice, what asks for it, and what it is called.
ASKED = (
    ("status", re.compile(STATUS, re.IGNORECASE), "有效性", "status"),
    ("effective_on", re.compile(IN_FORCE, re.IGNORECASE), "实施日期", "effective date"),
    ("document_number", re.compile(NUMBER, re.IGNORECASE), "文号", "document number"),
    ("issued_on", re.compile(DATE_OF_ISSUE, re.IGNORECASE), "成文日期", "date of issue"),
    ("issuer", re.compile(ISSUER, re.IGNORECASE), "发文机关", "issuer"),
)
STATES = {
    "in_force": ("现行有效", "in force"),
    "amended": ("已修改", "amended"),
    "expired": ("已失效", "expired"),
    "repealed": ("已废止", "repealed"),
}


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
        read = next((r for r in document.readings if r.field == name), None)
        if read and read.start is not None and read.end is not None:
            marker = citations.cite(document, read.start, read.end)
            value = say(query.language, *STATES.get(read.value, (read.value, read.value)))
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
