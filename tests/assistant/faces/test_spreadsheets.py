"""Spreadsheets: numbers are numbers, nothing is a formula, and what was examined is said."""

import csv
import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from assistant.faces.spreadsheets import (
    FORMULA_STARTS,
    WIDEST,
    rows_to_csv,
    rows_to_xlsx,
    shielded,
    to_csv,
    to_xlsx,
)
from assistant.retrieval.filters import Filters
from corpus.notice import Task
from tests.assistant.faces.exports.told import HOSTILE, SILENT, answer, citation, row

DAY = date(2026, 11, 28)
FORMULAS = ["=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\u200b=1+1"]


def lines(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def sheets(data):
    return load_workbook(io.BytesIO(data)).worksheets


def records(data):
    head, *rest = sheets(data)[0].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in rest]


def told(text):
    """An answer with the text wherever text of others can stand."""
    said = row(
        notice_id=text, place=text, indicator=text, action=text, value=text, unit=text, scope=text,
        comparator_text=text, deadline=text, responsible=(text, text),
    )  # fmt: skip
    cited = citation(
        title=text, issuer=text, document_number=text, section_path=(text,), quote=text
    )
    return answer(
        question=text, rows=(said, SILENT), citations=(cited,), filters=Filters((text,)), notes=(text,)
    )  # fmt: skip


def test_every_row_is_a_line_with_its_source():
    first, second = lines(rows_to_csv(answer()))
    assert first == {
        "地区": "普陀区",
        "年份": "2016",
        "结论": "提出目标",
        "指标": "高新技术企业",
        "口径": "新认定",
        "数值": "力争 20家",
        "比较": "＝",
        "数字": "20",
        "单位": "家",
        "目标年": "2016",
        "原文": "新增四家",
        "出处": "普陀区科学技术委员会. 普陀区科委2016年工作要点: 普科〔2016〕1号[Z]. 2016-05-06. 一、产业.",
        "通知编号": "putuo-2016",
        "起始字符": "10",
        "结束字符": "14",
    }
    assert (second["地区"], second["结论"], second["原文"]) == ("虹口区", "未提及", "")
    assert second["通知编号"] == "hongkou-2015"


def test_numbers_are_numbers_and_ranges_have_two():
    rows = (
        row(number=(4.0, 5.0), value="4-5家"),
        row(number=16.1, value="16.1件", comparator=">="),
        SILENT,
    )
    found = records(rows_to_xlsx(answer(rows=rows), DAY))
    assert [line["数字"] for line in found] == [4, 16.1, None]
    assert [line["数字（范围上限）"] for line in found] == [5, None, None]
    assert [line["比较"] for line in found] == ["＝", "≥", None]
    assert isinstance(found[0]["年份"], int)
    assert found[0]["起始字符"] == 10


def test_the_headings_are_in_the_language_of_the_answer():
    found = lines(rows_to_csv(answer(language="en")))
    assert found[0]["Finding"] == "target"
    assert found[0]["Measured as"] == "newly certified (新认定)"
    assert "Comparator" in found[0]


def test_tasks_have_columns_of_their_own():
    task = row(indicator="建库", value=None, responsible=("区科委", "区发改委"), deadline="6月底前")
    (line,) = lines(rows_to_csv(answer(kind="tasks", rows=(task,))))
    assert (line["任务"], line["责任单位"], line["完成时间"]) == (
        "建库",
        "区科委、区发改委",
        "6月底前",
    )
    assert "结论" not in line


def test_columns_that_say_nothing_are_left_out():
    (line,) = lines(rows_to_csv(answer(rows=(SILENT,))))
    assert set(line) == {"地区", "年份", "结论", "指标", "通知编号"}


def test_an_answer_without_rows_has_headings_only():
    text = rows_to_csv(answer(rows=()))
    assert text.count("\r\n") == 1
    assert "通知编号" in text


def test_the_head_stays_in_view_and_filters():
    sheet = sheets(rows_to_xlsx(answer(), DAY))[0]
    assert sheet.title == "数据"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet["A1"].font.bold


def test_columns_are_as_wide_as_what_they_hold():
    quote = "年内新增四家。" * 20
    sheet = sheets(rows_to_xlsx(answer(citations=(citation(quote=quote),)), DAY))[0]
    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert widths["原文"] == WIDEST
    assert 8 <= widths["地区"] < widths["出处"] <= WIDEST
    cells = {cell.value: cell for cell in sheet[2]}
    assert cells[quote].alignment.wrap_text


def test_the_second_sheet_says_what_was_asked_and_examined():
    asked = answer(standalone_question="普陀区和虹口区哪些提出了目标？", notes=("一份已失效。",))
    about = sheets(rows_to_xlsx(asked, DAY))[1]
    assert about.title == "说明"
    assert list(about.iter_rows(values_only=True)) == [
        ("问题", "哪些区提出了目标？"),
        ("理解为", "普陀区和虹口区哪些提出了目标？"),
        ("地区", "普陀区、虹口区"),
        ("年份", "2015–2016"),
        ("查阅", "范围内 2 份通知 · 已逐份查阅 2 份 · 1 份有相关内容"),
        ("导出日期", "2026-11-28"),
        ("注意", "一份已失效。"),
    ]


def test_a_workbook_says_what_it_is_and_when_it_was_made():
    book = load_workbook(io.BytesIO(rows_to_xlsx(answer(), DAY)))
    assert book.properties.title == "哪些区提出了目标？"
    assert book.properties.created == datetime(2026, 11, 28)


def test_without_a_day_it_is_that_of_today():
    said = dict(sheets(rows_to_xlsx(answer()))[1].iter_rows(values_only=True))
    assert said["导出日期"] == date.today().isoformat()


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(formula):
    for sheet in sheets(rows_to_xlsx(told(formula), DAY)):
        for cell in (cell for line in sheet.iter_rows() for cell in line):
            assert cell.data_type != "f"
            assert not (isinstance(cell.value, str) and cell.value.startswith(FORMULA_STARTS))
    for line in csv.reader(io.StringIO(rows_to_csv(told(formula)).removeprefix("\ufeff"))):
        assert not any(cell.startswith(FORMULA_STARTS) for cell in line)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_a_notice_holds_the_files_open(hostile):
    found = records(rows_to_xlsx(told(hostile), DAY))
    assert len(found) == len(lines(rows_to_csv(told(hostile)))) == 2
    assert found[0]["地区"] == lines(rows_to_csv(told(hostile)))[0]["地区"]
    assert not any(char in found[0]["原文"] for char in "\x00\x0b\x1b\u202e\u200b\ufffe")


def test_a_ledger_with_control_characters_opens():
    task = Task("n", "甲区", 2016, "建\x0b库", ("区\ufffe科委",), (), None, None, 0, 3, "=建\x00库")
    (line,) = records(to_xlsx(Task, [task]))
    assert (line["text"], line["responsible"], line["quote"]) == ("建库", "区科委", "'=建库")
    assert "'=建" in to_csv(Task, [task])


def test_a_quote_keeps_its_line_breaks():
    quote = "主要任务：\n1.新建两家；\n2.新增四家。"
    broken = answer(citations=(citation(quote=quote),))
    assert lines(rows_to_csv(broken))[0]["原文"] == quote
    assert records(rows_to_xlsx(broken, DAY))[0]["原文"] == quote


def test_real_answers_have_a_line_for_every_notice_examined(kewen):
    asked = kewen.ask("2016–2018年哪些区提出了高新技术企业目标？")
    found = records(rows_to_xlsx(asked, DAY))
    assert len({line["通知编号"] for line in found}) == asked.coverage.examined
    for line, said in zip(found, asked.rows, strict=True):
        assert line["数字"] == said.number
        if said.citation:
            cited = asked.citations[said.citation - 1]
            assert line["原文"] == shielded(cited.quote)
            text = kewen.notice(line["通知编号"]).text
            assert text[line["起始字符"] : line["结束字符"]] == cited.quote
