import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from corpus.errors import UnreadableFile
from corpus.formats import limits
from corpus.formats.office import read
from tests.corpus.formats.writing import packed


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sheet_of(*rows: list[object]) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    return book, sheet


def lines(book: Workbook) -> list[str]:
    return read(saved(book)).text.split("\n")


def test_a_header_of_merged_cells_stands_before_each_figure():
    book, sheet = sheet_of(
        ["主要指标", None, None],
        ["指标", "目标值", None],
        [None, "2018年", "2020年"],
        ["高新技术企业", 200, 300],
    )
    for cells in ("A1:C1", "A2:A3", "B2:C2"):
        sheet.merge_cells(cells)
    assert lines(book) == [
        "主要指标",
        "指标：高新技术企业；目标值 2018年：200；目标值 2020年：300",
    ]


def test_values_are_written_as_the_sheet_shows_them():
    book, sheet = sheet_of(["指标", "数值"], *([f"第{n}项", None] for n in range(1, 8)))
    shown = (
        (0.152, "0.0%", "15.2%"),
        (1234.5, "#,##0.00", "1234.50"),
        (0.1 + 0.2, "General", "0.3"),
        (date(2018, 3, 15), "yyyy-mm-dd", "2018-03-15"),
        (datetime(2018, 3, 1), 'yyyy"年"m"月"', "2018年3月"),
        (150, '0"家"', "150家"),
        (True, "General", "是"),
    )
    for row, (value, form, _) in enumerate(shown, 2):
        sheet.cell(row, 2, value).number_format = form
    assert [line.rpartition("：")[2] for line in lines(book)] == [text for *_, text in shown]


def test_a_hidden_sheet_is_left_out_and_the_others_are_named():
    book, sheet = sheet_of(["指标", "目标"], ["专利", "9件"])
    sheet.title = "2018年"
    for title, state in (("2020年", "visible"), ("底稿", "hidden")):
        other = book.create_sheet(title)
        other.append(["指标", "目标"])
        other.append([title, "8件"])
        other.sheet_state = state
    assert lines(book) == ["2018年", "指标：专利；目标：9件", "2020年", "指标：2020年；目标：8件"]


def test_an_empty_row_parts_two_tables():
    book, _ = sheet_of(
        ["指标", "目标"], ["专利", "9件"], [None, None], ["任务", "单位"], ["甲", "乙"]
    )
    assert lines(book) == ["指标：专利；目标：9件", "任务：甲；单位：乙"]


def test_a_sheet_that_says_it_is_one_cell_is_read_whole():
    data = saved(sheet_of(["指标", "目标"], ["专利", "9件"])[0])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    wrong = parts[sheet].replace(b'ref="A1:B2"', b'ref="A1"')
    assert wrong != parts[sheet]
    assert read(packed({**parts, sheet: wrong})).text == "指标：专利；目标：9件"


def test_a_cell_far_from_the_others_is_read():
    book, sheet = sheet_of(["指标", "目标"], ["专利", "9件"])
    sheet.cell(500, 40, "注：以上为预期值。")
    assert lines(book) == ["指标：专利；目标：9件", "注：以上为预期值。"]


def test_a_sheet_with_too_many_rows_is_refused():
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(limits.MAX_ROWS + 1):
        sheet.append(["科"])
    with pytest.raises(UnreadableFile, match="too many cells"):
        read(saved(book))


def test_a_workbook_that_declares_entities_is_refused():
    parts = {"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'}
    with pytest.raises(UnreadableFile, match="declares XML entities"):
        read(packed(parts))
