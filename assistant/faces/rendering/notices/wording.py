"""The words around a notice, in Chinese and in English."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers.answer import Language
from corpus.notice import Related

# The warnings of a notice are kept in English, as it was read; what stands in them is kept.
IN_CHINESE: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"The text was recognised from pictures(?: \(pages ([^)]{1,200})\))?:.*"),
        "文字由图片识别而来{}：字和数字可能有误，要紧之处请核对原件。",
    ),
    (
        re.compile(r"Pages that are pictures were left out: ([\d, …]{1,200})\..*"),
        "有几页是图片，未能识别，这里没有其文字{}。",
    ),
    (re.compile(r"The RTF file is cut off:.*"), "文件不完整，结尾部分缺失。"),
    (re.compile(r"No year was found.*"), "标题、日期和开头都没有写明年份。"),
    (re.compile(r"No place is named.*"), "标题、发文机关和正文都没有写明地区。"),
    (re.compile(r"The notice is of a national organ.*"), "由国家机关发布，不属于某一个地区。"),
    (
        re.compile(r"The place was taken for (.{1,60}); it could be (.{1,300}) as well\."),
        "地区认作{}，也可能是{}。",
    ),
)
PAGES = re.compile(r"[\d, …]+")


@dataclass(frozen=True, slots=True)
class NoticeWording:
    """The words of one language; `related` by kind and by whether the other notice is newer."""

    language: Language
    outline: str
    unknown_title: str
    facts: Mapping[str, str]
    furniture: str
    page: str
    page_picture: str
    alone: str
    related: Mapping[tuple[str, bool | None], str]

    def warning(self, said: str) -> str:
        """Return a warning of a notice in this language, as it is if nobody has translated it."""
        if self.language == "zh":
            for pattern, chinese in IN_CHINESE:
                if match := pattern.fullmatch(said):
                    return chinese.format(*map(_named, match.groups()))
        return said

    def relation(self, related: Related) -> str:
        """Return what the other notice is to this one, with a place for its name."""
        newer = None if related.newer is None else related.newer == related.notice_id
        return self.related[related.kind, None if related.kind == "duplicate" else newer]


def _named(found: str | None) -> str:
    """Return what was found as it stands in the Chinese sentence: （第 2、3 页）."""
    if found is None:
        return ""
    pages = found.replace(", ", "、")
    return f"（第 {pages} 页）" if PAGES.fullmatch(found) else found


CHINESE = NoticeWording(
    language="zh",
    outline="目录",
    unknown_title="（无标题）",
    facts={
        "issuer": "发文机关",
        "document_number": "文号",
        "issued_on": "成文日期",
        "effective_on": "施行日期",
        "status": "有效性",
        "place_name": "地区",
        "plan_years": "规划年份",
        "review_years": "回顾年份",
        "notice_type": "文种",
    },
    furniture="网页上的其他文字（{lines} 行）",
    page="第 {page} 页",
    page_picture="看原件第 {page} 页",
    alone="打开全文页",
    related={
        ("duplicate", None): "与{name}是同一份通知。",
        ("version", True): "已被{name}取代。",
        ("version", False): "取代了{name}。",
        ("version", None): "另有一个版本：{name}。",
        ("repeals", True): "已被{name}废止。",
        ("repeals", False): "废止了{name}。",
        ("repeals", None): "与{name}有废止关系。",
    },
)

ENGLISH = NoticeWording(
    language="en",
    outline="Outline",
    unknown_title="(no title)",
    facts={
        "issuer": "Issued by",
        "document_number": "Number",
        "issued_on": "Date of issue",
        "effective_on": "In force from",
        "status": "Status",
        "place_name": "Place",
        "plan_years": "Plans for",
        "review_years": "Looks back on",
        "notice_type": "Kind",
    },
    furniture="Other text of the web page ({lines} lines)",
    page="p. {page}",
    page_picture="See page {page} of the original",
    alone="Open on a page of its own",
    related={
        ("duplicate", None): "The same notice as {name}.",
        ("version", True): "Superseded by {name}.",
        ("version", False): "Supersedes {name}.",
        ("version", None): "Another version of {name}.",
        ("repeals", True): "Repealed by {name}.",
        ("repeals", False): "Repeals {name}.",
        ("repeals", None): "One of this and {name} repeals the other.",
    },
)


def wording_for(language: Language) -> NoticeWording:
    """Return the words of a language."""
    return CHINESE if language == "zh" else ENGLISH
