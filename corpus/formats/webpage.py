"""Web pages to lines: everything a reader sees, in order, without scripts, controls and menus.

Completeness comes first: `corpus/cleaning.py` knows the furniture of a page line by line, and what
is dropped here can never be found again. trafilatura, which looks for the main text of an article,
loses the table above a notice and what is signed below it.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from html import unescape

from lxml import etree

from corpus.decoding import decode
from corpus.errors import UnreadableFile
from corpus.formats import limits
from corpus.formats.blocks import lines_of
from corpus.formats.extracted import Extracted, of_lines
from corpus.formats.menus import menus

DECLARED = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([\w-]{2,20})", re.IGNORECASE)
# XML declarations name an encoding that is no longer that of the text.
DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
MOST_BROKEN = 0.001
# 政府网站发展指引 (国办发〔2017〕47号), annex 2: what a page says of its article.
STATED = (("ArticleTitle", "标题"), ("PubDate", "发布日期"), ("ContentSource", "来源"))
OF_NOTICES = re.compile(
    "通知|意见|办法|规划|计划|方案|要点|细则|决定|公告|通告|批复|报告|条例|规定|措施|纲要|指南|公示|总结|的函"
)
TITLE_END = re.compile(r"\s{0,3}[_|｜]|\s[-–—]\s|--")
DATE = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})")


def read(data: bytes) -> Extracted:
    """Return the lines of a page, or of the page in an MHTML archive."""
    if b"multipart/related" in data[:4096] and data.lstrip()[:1] != b"<":
        data = _page_of(data)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(_text(data).encode("utf-8"), parser)
    _check_whole(parser)
    if root is None:
        raise UnreadableFile("The page is empty. Save it again from the browser.")
    if sum(1 for _ in root.iter()) > limits.MAX_ELEMENTS:
        raise UnreadableFile("The page holds too many elements. Give the text of its notice.")
    body = list(lines_of(root, menus(root))) or list(lines_of(root, frozenset()))
    return of_lines([*_stated(root, "".join("\n".join(body).split())), *body])


def _check_whole(parser: etree.HTMLParser) -> None:
    """Refuse a page of which the parser, which forgives the rest, has given up the end."""
    given_up = {entry.type for entry in parser.error_log.filter_from_fatals()}
    if etree.ErrorTypes.ERR_NO_MEMORY in given_up:
        raise MemoryError
    if etree.ErrorTypes.ERR_RESOURCE_LIMIT in given_up:
        raise UnreadableFile("The page is nested too deeply. Give the text of its notice.")


def _page_of(data: bytes) -> bytes:
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    raise UnreadableFile("The web archive holds no page. Save the page as HTML.")


def _text(data: bytes) -> str:
    """Return the page as text; a charset that it declares counts only where nothing else reads it.

    Old pages cut a character in two here and there; so few are replaced rather than the page lost.
    """
    data = data.replace(b"\0", b"") if data[:2] not in (b"\xff\xfe", b"\xfe\xff") else data
    try:
        text = decode(data)
    except UnreadableFile:
        text = _forgiven(data)
    return DECLARATION.sub("", text, count=1)


def _forgiven(data: bytes) -> str:
    declared = DECLARED.search(data[:4096])
    names = [declared[1].decode("ascii")] if declared else []
    texts = []
    for name in [*names, "utf-8", "gb18030"]:
        try:
            texts.append(data.decode(name, errors="replace"))
        except LookupError:
            continue
    best = min(texts, key=lambda text: text.count("\ufffd"))
    if best.count("\ufffd") > MOST_BROKEN * len(best) + 2:
        raise UnreadableFile("The page is in no encoding that is known. Save it as UTF-8.")
    return best


def _stated(root: etree._Element, shown: str) -> Iterator[str]:
    """Yield what the page states of its article and does not show."""
    said = {
        (element.get("name") or "").lower(): " ".join((element.get("content") or "").split())
        for element in root.iter("meta")
    }
    if not said.get("articletitle"):
        said["articletitle"] = _window_title(root)
    for name, label in STATED:
        value = unescape(said.get(name.lower(), ""))[:200]
        if value and not _is_shown(value, shown):
            yield f"{label}：{value}"


def _window_title(root: etree._Element) -> str:
    """Return the title of the window up to the name of the site, if it is one of a notice."""
    title = " ".join("".join(next(root.iter("title"), etree.Element("title")).itertext()).split())
    first = TITLE_END.split(title[:300])[0].strip()
    return first if OF_NOTICES.search(first) else ""


def _is_shown(value: str, shown: str) -> bool:
    date = DATE.match(value)
    if not date:
        return "".join(value.split()) in shown
    year, month, day = (int(part) for part in date.groups())
    written = rf"{year}[-/.年]0?{month}[-/.月]0?{day}(?!\d)"
    return bool(re.search(written, shown))
