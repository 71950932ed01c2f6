"""Who issued a notice (发文机关): GB/T 9704-2012 7.2.4 (letterhead), 7.3.1 (title), 7.3.5 (signature)."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from corpus.metadata.dates import dated_end, is_day_or_month
from corpus.metadata.layout import Found, Layout
from corpus.metadata.notes import notes
from corpus.metadata.numbering import NUMBER
from corpus.sentences import Span

LABELS = (
    "发布机关",
    "发文机关",
    "发布机构",
    "发文机构",
    "发文单位",
    "制发机关",
    "发布单位",
    "制定机关",
    "印发机关",
    "发文部门",
    "发布部门",
    "公开主体",
)
SOURCES = ("信息来源", "来源")
BYLINE = re.compile(r"日\s{1,20}([\u4e00-\u9fff]{2,20}?)\s{0,5}(?:字体|字号|浏览|点击)")
IN_TITLE = re.compile(
    r"^([\u4e00-\u9fff、，（）()\s]{2,90}?)\s?"
    r"(?:关于|印发|转发|批转|(?:19|20)\d{2}\s?年|[“\"]?十[一二三四五]五|年度|工作(?:要点|总结|计划|安排|思路))"
)
NAMES = re.compile(r"[\u4e00-\u9fff（）()]{2,40}(?:[、，,\s]{1,4}[\u4e00-\u9fff（）()]{2,40}){0,9}")
ORGAN = re.compile(
    r"(?:政府|委员会|局|厅|办公室|委|办|部|院|中心|党组|公司|领导小组|管委会|小组|会议|总署|联席会|协会|联合会|委员会办公室|中央)"
    r"(?:（[^（）]{2,12}）)?$"
)
# A title, or the name of a website, that ends as an organ does.
OTHER_LINE = re.compile("关于|网站|网$")
STAMP = re.compile(r"[（(](?:盖章|公章|章|印章)[）)]")
LETTERHEAD = re.compile(r"^([\u4e00-\u9fff\s]{4,40}?)(?:文件|令)?$")
WIDE_BLANK = re.compile(r"[\s\u3000]{2,40}|\u3000|\t")
BETWEEN = re.compile(r"[、，,\s]+")
# A law is passed by a congress or its standing committee, a report is given for a government.
PASSED_BY = re.compile(
    r"([\u4e00-\u9fff]{0,12}?)第[一二三四五六七八九十]{1,4}届(全国)?(人民代表大会(?:常务委员会)?)第[一二三四五六七八九十]{1,4}次"
)
# 2011年6月26日中华人民共和国国务院令第597号公布, 2022年9月22日中共中央发布.
PUBLISHED_BY = re.compile(
    r"(?:日|[（(])\s{0,2}([\u4e00-\u9fff、]{2,30}?)(?:令\s{0,2}第\s{0,2}\d{1,4}\s{0,2}号|第\s{0,2}\d{1,4}\s{0,2}号令)?\s{0,2}"
    r"(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)?(?:公布|发布|颁布|印发|制定|(?:[\u4e00-\u9fff]{0,8}会议|(?:第\d{1,4}次)[\u4e00-\u9fff]{0,8}会议)通过)"
)
REPORTS_FOR = re.compile(
    r"(?:代表|受)\s{0,2}([\u4e00-\u9fff]{0,14}?(?:政府|国务院|委员会|常委会|法院|检察院))(?=委托|[，,]|向|作|现|工|\s)"
)
BARE_GOVERNMENT = re.compile("(?:省|市|区|县|州|盟|旗|自治区|自治州|自治县)?(?:人民)?政府")
HEARD_BY = re.compile(
    r"(?:在|^|日)(?!在)([\u4e00-\u9fff]{1,14}?(?:省|市|区|县|州|盟|旗))"
    r"(?:$|第[一二三四五六七八九十]{1,4}届|人民代表大会|人大|人民政府\s{0,3}(?:代|副)?(?:省|市|区|县|州|盟|旗)?(?:主席|长))"
)
BARE_PLACE = re.compile("(?:自治区|自治州|自治县|省|市|区|县|州)")
TERM = re.compile("第?[一二三四五六七八九十]{1,4}届")
REPORTS = re.compile("我向大会(?:作|报告).{0,4}政府工作")
PASSES = re.compile("通过|修订")
STATE = "中华人民共和国"
FURTHEST_ABOVE = 8
LONGEST_NAME = 40
HEAD_LINES = 8


def issuer(layout: Layout, title: Found[str] | None, place_name: str | None) -> Found[str] | None:
    """Return who issued the notice, in the fullest form in which the notice names it.

    The first of signature, table, title, letterhead, the body that passed a law, the government
    reported for, byline and source decides; if another of them names the same organs in
    full (上海市虹口区科学技术局 for 虹口区科技局), that is taken.
    """
    found = list(_everywhere(layout, title, place_name))
    if not found:
        return None
    return max(found, key=lambda other: _fuller(other.value, found[0].value))


def _fuller(names: str, than: str) -> int:
    """Return how many characters names have more than others of the same organs; -1 if of others."""
    pairs = list(zip(names.split("、"), than.split("、"), strict=False))
    same_count = names.count("、") == than.count("、")
    if same_count and all(_is_short_for(short, full) for full, short in pairs):
        return len(names) - len(than)
    return -1


def _is_short_for(short: str, full: str) -> bool:
    """Return whether a name leaves out characters of the other: 巴州科技局, 巴音郭楞蒙古自治州科学技术局.

    The last one stays; one that says which state it is of is no fuller.
    """
    rest = iter(full)
    return full[-1:] == short[-1:] and STATE + short != full and all(c in rest for c in short)


def _everywhere(
    layout: Layout, title: Found[str] | None, place_name: str | None
) -> Iterator[Found[str]]:
    yield from _signature(layout)
    yield from _cell(layout, LABELS, 0.95)
    yield from _in_title(layout, title)
    yield from _letterhead(layout, title)
    # The note of a report tells which congress heard it, that of a law which one passed it.
    yield from _reported_for(layout, place_name)
    yield from _noted(layout)
    yield from _byline(layout)
    yield from _cell(layout, SOURCES, 0.6)


def organs(written: str) -> str:
    """Return joint organs with 、 between them: 普陀区科委 普陀区财政局 → 普陀区科委、普陀区财政局."""
    return "、".join(part for part in BETWEEN.split(written.strip()) if part)


def _cell(layout: Layout, labels: Sequence[str], confidence: float) -> Iterator[Found[str]]:
    """Yield the organs of a cell; a source that is none (本站) is left out."""
    cell = layout.cell(labels)
    named = NAMES.match(cell.value) if cell else None
    if not cell or not named:
        return
    parts = organs(named.group()).split("、")
    known = list(takewhile(ORGAN.search, parts))
    if known or labels is LABELS:
        last = (known or parts[:1])[-1]
        span = Span(cell.start, cell.start + cell.value.index(last) + len(last))
        yield Found("、".join(known or parts[:1]), span, f"cell {cell.label}", confidence)


def _in_title(layout: Layout, title: Found[str] | None) -> Iterator[Found[str]]:
    """Yield the organs before 关于; those on lines of their own are several."""
    if title is None or title.span is None:
        return
    for written in (layout.text[title.span.start : title.span.end], title.value):
        named = IN_TITLE.match(written)
        if named and all(ORGAN.search(organ) for organ in organs(named[1]).split("、")):
            yield Found(organs(named[1]), title.span, "title (GB/T 9704 7.3.1)", 0.95)
            return


def _signature(layout: Layout) -> Iterator[Found[str]]:
    """Yield the organs above a line that is only a date, or before the date on one line."""
    for index, line in enumerate(layout.body):
        written = layout.written(line)
        before = dated_end(written)
        if before is not None and index and _names_organs(before):
            yield _signed(layout, index, index, before)
            return
        if (
            is_day_or_month(written)
            and index
            and _names_organs(layout.written(layout.body[index - 1]))
        ):
            yield _signed(layout, _first_signature(layout, index - 1), index - 1)
            return


def _first_signature(layout: Layout, last: int) -> int:
    """Return the index of the first of the organs that sign one below the other."""
    first = last
    while first > 0 and last - first < FURTHEST_ABOVE:
        above = layout.written(layout.body[first - 1])
        if not _names_organs(above) or "关于" in above:
            break
        first -= 1
    return first


def _signed(layout: Layout, first: int, last: int, words: str | None = None) -> Found[str]:
    lines = layout.body[first : last + 1]
    written = words or " ".join(layout.written(line) for line in lines)
    span = Span(lines[0].start, lines[-1].end)
    written = STAMP.sub("", written)
    return Found(organs(_close_spaced(written)), span, "signature (GB/T 9704 7.3.5)", 0.95)


def _close_spaced(written: str) -> str:
    """Return 科 技 部　　财 政 部, spaced to fill the line, closed up: 科技部 财政部."""
    return " ".join(
        "".join(name.split()) if max(map(len, name.split())) <= 2 else name
        for name in WIDE_BLANK.split(written.strip())
        if name.strip()
    )


def _names_organs(written: str) -> bool:
    parts = organs(_close_spaced(written)).split("、")
    return len(written) <= LONGEST_NAME * 3 and all(
        ORGAN.search(part) and len(part) <= LONGEST_NAME for part in parts
    )


def _letterhead(layout: Layout, title: Found[str] | None) -> Iterator[Found[str]]:
    """Yield the organ that stands alone above the title, as 某市人民政府文件 or without 文件."""
    for index, line in enumerate(layout.body[:HEAD_LINES]):
        written = layout.written(line)
        found = LETTERHEAD.match(written)
        if found and ORGAN.search(found[1].strip()) and not OTHER_LINE.search(written):
            heads = _letterheads(layout, index)
            span = Span(line.start, layout.body[index + len(heads) - 1].end)
            yield Found("、".join(heads), span, "letterhead (GB/T 9704 7.2.4)", 0.85)
            return
        if written and title and title.value.startswith(written):
            return


def _letterheads(layout: Layout, first: int) -> list[str]:
    """Return the organs of a letterhead; joint ones stand one below the other above 文件 or a number."""
    lines = [layout.written(line) for line in layout.body[first : first + HEAD_LINES]]
    named = (LETTERHEAD.match(line) for line in lines)
    names = ("".join(found[1].split()) if found else "" for found in named)
    heads = list(takewhile(ORGAN.search, names))
    count = len(heads)
    below = lines[count] if count < len(lines) else ""
    is_joint = NUMBER.match(below) or any("文件" in line for line in lines[: count + 1])
    return heads[: count if is_joint else 1]


def _noted(layout: Layout) -> Iterator[Found[str]]:
    """Yield the congress that passed a law, or who published a document, as its note says."""
    for note in notes(layout):
        passed = PASSED_BY.search(layout.text, note.start, note.end)
        published = PUBLISHED_BY.search(layout.text, note.start, note.end)
        if passed and PASSES.search(layout.text, passed.end(), note.end):
            name = passed[1].lstrip("年月日 \u3000") + (passed[2] or "") + passed[3]
            yield Found(name, Span(*passed.span()), "note under the title: passed by", 0.9)
        elif published:
            name = published[1].removeprefix("中华人民共和国")
            yield Found(name, Span(*published.span(1)), "note under the title: published by", 0.85)


def _reported_for(layout: Layout, place_name: str | None) -> Iterator[Found[str]]:
    """Yield the government that a report is given for: 我代表市人民政府 is that of the place."""
    for line in layout.body[: HEAD_LINES * 2]:
        found = REPORTS_FOR.search(layout.text, line.start, line.end)
        given = found or REPORTS.search(layout.text, line.start, line.end)
        if given and (not found or "报告" in layout.text[found.end() : found.end() + 40]):
            name = _in_full(layout, found[1] if found else "政府", place_name)
            span = Span(*(found.span(1) if found else given.span()))
            if name != "政府":
                yield Found(name, span, "reports for a government", 0.9)
                return


def _in_full(layout: Layout, government: str, place_name: str | None) -> str:
    """Return 市人民政府 with the place before it, which the note names (在某市第四届人民代表大会…)."""
    if not BARE_GOVERNMENT.fullmatch(TERM.sub("", government)):
        return government
    for line in layout.body[:HEAD_LINES]:
        heard = HEARD_BY.search(layout.text, line.start, line.end)
        if heard and not BARE_PLACE.fullmatch(heard[1]):
            return f"{heard[1]}人民政府"
    return f"{place_name}人民政府" if place_name else government


def _byline(layout: Layout) -> Iterator[Found[str]]:
    for line in layout.lines:
        found = BYLINE.search(layout.text, line.start, line.end) if line.kind == "meta" else None
        if found:
            yield Found(found[1], Span(*found.span(1)), "byline", 0.7)
            return
