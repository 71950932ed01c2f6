"""Rows of cells to lines that can be understood one by one: 指标：高新技术企业数；2018年：150.

A figure means what it says only together with its header, and all understanding later works line
by line: so each row becomes a line in which every cell stands behind its header. Nothing that a
cell says is lost; a merged cell is repeated in the rows that it spans.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.cleaning import LABELS
from corpus.formats.grids import Cell, Placed, Row, grid, one_line, paragraphs

LONGEST_HEADER = 30
LONGEST_REPEATED = 100
LONG_CELL = 600
LONGEST_LABEL = 20
DEEPEST_HEADER = 3
NUMBER = re.compile(r"[-+±≥≤><约]?\d[\d,，.．]{0,20}\s?[%％‰万亿]?[元家个项件人次]?(?:以上)?")
YEAR = re.compile(r"(?:19|20)\d\d(?:年.{0,10})?")
NOTE = re.compile(r"(?:附?注|备注|说明|填表说明|单位)\s{0,3}[:：]|注\d")
# What heads a column of a table; without such a word two columns are labels and their values.
HEADING_WORD = re.compile(
    r".{0,12}(?:序号|编号|指标|项目|名称|类别|类型|内容|任务|目标值?|数值|数量|金额|标准|要求|条件|部门|单位|时间|年份|年度|年|"
    r"地区|备注|职务|姓名|措施|情况|得分|分值|权重|占比|比例)(?:[（(].{0,12}[）)])?"
)
KNOWN_LABEL = re.compile(rf"(?:{LABELS})")
COLON_END = re.compile(r"\s{0,3}[:：]$")


def lines(table: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the lines of a table: its rows with their headers, or its cells as paragraphs."""
    rows = grid(table)
    if not rows:
        return []
    if len(rows[0]) == 1 or any(len(cell.text) > LONG_CELL for row in rows for cell in _cells(row)):
        return list(_as_paragraphs(rows))
    return list(_rows(rows))


def _rows(rows: list[Row]) -> Iterator[str]:
    """Yield titles above the table, then each row; what spans the whole width stands alone."""
    top = 0
    while top < len(rows) and len(_cells(rows[top])) == 1:
        top += 1
    yield from _as_paragraphs(rows[:top])
    body = rows[top:]
    if _are_pairs(body):
        for row in body:
            yield _pairs(row)
        return
    depth = _header_depth(body)
    header, data = body[:depth], body[depth:]
    data = [row for row in data if not any(_is_again(row, each) for each in header)]
    headers = _headers(header, len(rows[0]))
    yield from _unused(headers, data)
    for above, row in zip([header[-1] if header else (), *data], data, strict=False):
        yield from _row(row, above, headers)


def _row(row: Row, above: Row, headers: list[str]) -> Iterator[str]:
    cells = [
        cell for cell in _cells(row) if cell not in above or len(cell.text) <= LONGEST_REPEATED
    ]
    if _stands_alone(row):
        yield from (line for cell in cells for line in paragraphs(cell.text))
        return
    parts = []
    for cell in cells:
        over = [headers[x] for x, each in enumerate(row) if each is cell]
        header = "、".join(dict.fromkeys(filter(None, over)))
        parts.append(_labelled(header, one_line(cell.text)))
    if parts:
        yield "；".join(parts)


def _is_again(row: Row, header: Row) -> bool:
    """Return whether a row is the header at the top of another page, no cell that reaches down."""
    return _texts(row) == _texts(header) and not set(_cells(row)) & set(_cells(header))


def _as_paragraphs(rows: Sequence[Row]) -> Iterator[str]:
    above: Row = ()
    for row in rows:
        for cell in _cells(row):
            if cell not in above:
                yield from paragraphs(cell.text)
        above = row


def _cells(row: Row) -> list[Placed]:
    """Return the cells of a row, each once."""
    return list(dict.fromkeys(cell for cell in row if cell))


def _texts(row: Row) -> list[str]:
    return [one_line(cell.text) if cell else "" for cell in row]


def _stands_alone(row: Row) -> bool:
    """Return whether a row is one cell that belongs to no column: it spans all, or is a note."""
    cells = _cells(row)
    spans = all(each is cells[0] for each in row)
    return len(cells) == 1 and (spans or bool(NOTE.match(one_line(cells[0].text))))


def _labelled(label: str, text: str) -> str:
    label = COLON_END.sub("", label)
    return f"{label}：{text}" if label and text else label or text


def _are_pairs(body: list[Row]) -> bool:
    """Return whether the columns are label, value, label, value, as above a notice on the web."""
    if not body or len(body[0]) % 2:
        return False
    labels = [text for row in body for text in _texts(row)[::2] if text]
    if len(body[0]) == 2 and not all(map(_heads, filter(None, _texts(body[0])))):
        return all(len(label) <= LONGEST_LABEL and not NUMBER.fullmatch(label) for label in labels)
    known = sum(1 for label in labels if COLON_END.search(label) or KNOWN_LABEL.fullmatch(label))
    return len(labels) > 0 and known * 2 > len(labels)


def _heads(text: str) -> bool:
    return bool(HEADING_WORD.fullmatch(text))


def _pairs(row: Row) -> str:
    cells = _texts(row)
    shown: list[str] = []
    for x in range(0, len(cells), 2):
        repeated = x > 0 and row[x] is row[x - 1]
        value = "" if row[x + 1] is row[x] else cells[x + 1]
        if cells[x] or value:
            shown.append(_labelled("" if repeated else cells[x], value))
    return "；".join(filter(None, shown))


def _header_depth(body: list[Row]) -> int:
    """Return how many rows are the header; 0 if the first row is no header."""
    if len(body) < 2 or not all(map(_may_head, filter(None, _texts(body[0])))):
        return 0
    first = _cells(body[0])
    depth = max(cell.rows for cell in first)
    if any(cell.columns > 1 for cell in first) and depth == 1:
        depth = 2
    depth = min(depth, DEEPEST_HEADER, len(body) - 1)
    while depth > 1 and not all(map(_may_head, filter(None, _texts(body[depth - 1])))):
        depth -= 1
    return depth


def _may_head(text: str) -> bool:
    if len(text) > LONGEST_HEADER or "。" in text:
        return False
    return bool(YEAR.fullmatch(text)) or not NUMBER.fullmatch(text)


def _headers(rows: list[Row], width: int) -> list[str]:
    """Return one header a column, those of merged rows above each other joined by a space."""
    columns = zip(*rows, strict=True) if rows else ()
    found = [
        " ".join(one_line(cell.text) for cell in dict.fromkeys(filter(None, column)))
        for column in columns
    ]
    return found or [""] * width


def _unused(headers: list[str], data: list[Row]) -> Iterator[str]:
    """Yield the headers that no cell stands under, lest they be lost."""
    labelled = [row for row in data if not _stands_alone(row)]
    empty = [h for x, h in enumerate(headers) if h and not any(row[x] for row in labelled)]
    if empty:
        yield "；".join(dict.fromkeys(empty))
