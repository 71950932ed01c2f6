"""The document number (发文字号): GB/T 9704-2012 7.2.5, 机关代字〔年份〕顺序号."""

import re
from collections.abc import Iterator
from itertools import chain

from corpus.cleaning import Line
from corpus.metadata.dates import DATE
from corpus.metadata.layout import Found, Layout
from corpus.metadata.notes import notes
from corpus.numerals import plain_digits
from corpus.sentences import Span

NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s{0,3}[〔\[［（(【﹝]\s{0,3}(?:19|20)\d{2}\s{0,3}[〕\]］）)】﹞]\s{0,3}第?\s{0,3}\d{1,4}\s{0,3}号"
)
# Orders of a government carry their name and a number, no year (第12号).
ORDER = re.compile(r"[\u4e00-\u9fff]{2,24}令\s{0,3}第?\s{0,3}\d{1,4}\s{0,3}号")
# The order or announcement that promulgated a law, in its note: …国务院令第675号公布.
PROMULGATED = re.compile(
    r"([\u4e00-\u9fff]{2,30}(?:令|公告)\s{0,3}第\s{0,3}\d{1,4}\s{0,3}号)\s{0,3}(?:公布|发布|颁布)"
)
# 某市人民政府令 on a line, 第280号 on the next.
NAME_OF_ORDER = re.compile(r"[\u4e00-\u9fff]{4,30}令$")
NUMBER_OF_ORDER = re.compile(r"(?:第\s{0,3})?\d{1,4}\s{0,3}号$")
LABELS = ("发文字号", "发文文号", "文号", "文件编号", "文件字号")
ABOUT = re.compile(r"关于.{2,60}的?(?:通知|意见|决定|办法|批复|函|通告|公告|措施|方案)$")
WHITE_SPACE = re.compile(r"\s+")
YEAR_BRACKETS = re.compile(r"[〔\[［（(【﹝]((?:19|20)\d{2})[〕\]］）)】﹞]第?")
FRAME = "#（）() \u3000*"
LONGEST_LINE = 90
HEAD_LINES = 8
SIGNER = re.compile(r"签发人|^\s{0,4}(?:签发|会签)")


def document_number(layout: Layout) -> Found[str] | None:
    """Return the number: 海科〔2017〕6号, from the table of the website or a line of its own."""
    cell = layout.cell(LABELS)
    value = plain_digits(cell.value) if cell else ""
    labelled = NUMBER.search(value) or ORDER.fullmatch(value)
    if cell and labelled:
        span = Span(cell.start + labelled.start(), cell.start + labelled.end())
        return Found(closed_up(labelled.group()), span, f"cell {cell.label}", 0.99)
    return next(chain(_on_their_own_lines(layout), _orders(layout)), None)


def closed_up(number: str) -> str:
    """Return a number without white space, its year in the brackets of the standard: 〔2016〕."""
    return YEAR_BRACKETS.sub(r"〔\1〕", WHITE_SPACE.sub("", plain_digits(number)))


def _on_their_own_lines(layout: Layout) -> Iterator[Found[str]]:
    for line in layout.lines:
        written = plain_digits(layout.written(line))
        if line.kind == "chrome" or len(written) > LONGEST_LINE:
            continue
        found = NUMBER.search(written) or ORDER.fullmatch(written.strip(FRAME))
        # The byline of a website may open with it: 兰政〔2018〕12号 2018-05-09 来源：县政府办.
        opens = line.kind == "meta" and NUMBER.match(written)
        if found and (opens or (line.kind == "body" and _stands_alone(written, found))):
            yield _found(layout, line, found.group())


def _orders(layout: Layout) -> Iterator[Found[str]]:
    """Yield the number of the order by which a rule was made: of two lines, or of the note."""
    for line, below in zip(layout.body[:HEAD_LINES], layout.body[1:], strict=False):
        name, number = layout.written(line).strip(FRAME), layout.written(below).strip(FRAME)
        number = plain_digits(number)
        if NAME_OF_ORDER.match(name) and NUMBER_OF_ORDER.match(number):
            found = closed_up(name + number)
            yield Found(found, Span(line.start, below.end), "order over two lines", 0.95)
    text = plain_digits(layout.text)
    for note in notes(layout):
        order = PROMULGATED.search(text, note.start, note.end)
        if order:
            name = closed_up(order[1]).lstrip("年月日以由经")
            yield Found(name, Span(*order.span(1)), "note under the title", 0.9)


def _stands_alone(written: str, found: re.Match[str]) -> bool:
    """Return whether the line holds nothing else, but for who signed it (签发人：某某)."""
    rest = DATE.sub("", written.replace(found.group(), "", 1)).strip(FRAME)
    # The title may follow on the same line: 昆政发〔2017〕21号 昆明市人民政府关于….
    if not written[: found.start()].strip(FRAME) and ABOUT.search(rest):
        return True
    return len(rest) <= 4 or bool(SIGNER.match(rest))


def _found(layout: Layout, line: Line, number: str) -> Found[str]:
    start = plain_digits(layout.text[line.start : line.end]).find(number)
    first = line.start + max(start, 0)
    span = Span(first, first + len(number)) if start >= 0 else Span(line.start, line.end)
    return Found(closed_up(number), span, "line of its own (GB/T 9704 7.2.5)", 0.97)
