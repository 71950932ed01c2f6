"""A citation as one plain line to paste into a report, in the manner of GB/T 7714."""

from assistant.answers.answer import Citation, Language
from assistant.faces.rendering.labels import labels_for
from assistant.faces.rendering.plain import one_line
from assistant.faces.rendering.sources import PATH

# Z is what GB/T 7714 calls a document of no other kind.
KIND = "[Z]"
PAGES = {"zh": "第{page}页", "en": "p. {page}"}
# What a part may end in without standing twice before the full stop that follows.
ENDINGS = " .。,，;；:：、"


def formatted_reference(citation: Citation, language: Language) -> str:
    """Return 机关. 标题: 文号[Z]. 日期. 章节 › 章节, 第N页. without the parts that are not known.

    The place stands for an issuer that is not known, unless the title names it; a number that
    stands in the title is not given again. Names stay as the notice has them in English too.
    """
    day = citation.issued_on
    parts = (
        _responsible(citation),
        _title(citation, language),
        day.isoformat() if day else "",
        _where(citation, language),
    )
    return " ".join(f"{part}." for part in parts if part)


def _responsible(citation: Citation) -> str:
    issuer, place = _part(citation.issuer), _part(citation.place)
    return issuer or ("" if place in _part(citation.title) else place)


def _title(citation: Citation, language: Language) -> str:
    title, number = _part(citation.title), _part(citation.document_number)
    if not title:
        title = labels_for(language).unknown_title
    # 文号 are printed with and without space: 沪府发 〔2015〕 10号.
    known = "".join(number.split()) in "".join(title.split())
    return f"{title}{KIND}" if known else f"{title}: {number}{KIND}"


def _where(citation: Citation, language: Language) -> str:
    path = PATH.join(part for part in map(_part, citation.section_path) if part)
    page = PAGES[language].format(page=citation.page) if citation.page else ""
    return ", ".join(part for part in (path, page) if part)


def _part(text: str | None) -> str:
    return one_line(text or "").rstrip(ENDINGS)
