"""The blocks of a document: numbers run through it, quotes stand in it as they were written."""

from assistant.faces.exports.blocks import Grid, Heading, Paragraph
from assistant.faces.exports.contents import blocks
from tests.assistant.faces.exports.told import SILENT, answer, citation, lookup, row, transcript


def said(block):
    return "".join(run.text for run in block.runs)


def texts(transcript, look):
    return [said(b) for b in blocks(transcript) if isinstance(b, Paragraph) and b.look == look]


def headings(transcript, level):
    return [b.text for b in blocks(transcript) if isinstance(b, Heading) and b.level == level]


def test_every_question_is_a_heading_and_references_come_last():
    told = transcript(answer(question="甲？"), "没有索引。", answer(question="乙？"))
    assert headings(told, 1) == ["甲？", "问？", "乙？", "参考文献"]
    assert "没有索引。" in texts(told, "text")


def test_numbers_run_through_the_document():
    first = lookup("甲 [1] 乙 [2]", citation(1), citation(2, start=30, end=40))
    second = lookup("丙 [1] 丁 [2]", citation(1, start=50, end=60), citation(2, start=30, end=40))
    assert texts(transcript(first, second), "text") == ["甲 [1] 乙 [2]", "丙 [3] 丁 [2]"]


def test_the_same_stretch_is_listed_once():
    told = transcript(answer(), answer(), lookup("甲 [1]", citation(1, start=30, end=40)))
    assert [line[:4] for line in texts(told, "reference")] == ["[1] ", "[2] "]


def test_a_reference_that_reads_as_another_points_to_it():
    told = transcript(lookup("甲 [1] [2]", citation(1), citation(2, start=30, end=40)))
    assert texts(told, "reference")[1] == "[2] 同 [1]."


def test_a_reference_names_issuer_number_day_and_section():
    line = texts(transcript(answer()), "reference")[0]
    for part in ("普陀区科学技术委员会", "普科〔2016〕1号", "2016-05-06", "一、产业"):
        assert part in line


def test_a_conversation_that_cites_nothing_has_no_references():
    assert headings(transcript("没有索引。"), 1) == ["问？"]


def test_a_marker_of_no_citation_is_text():
    first = lookup("甲 [1]", citation(1, start=30, end=40))
    second = lookup("乙 [1] 丙 [7] 丁 [0]", citation())
    assert texts(transcript(first, second), "text")[1] == "乙 [2] 丙 [7] 丁 [0]"


def test_brackets_within_a_quote_are_not_renumbered():
    first = lookup("甲 [1]", citation(1, start=30, end=40))
    second = lookup("「见附件[1]」 [1]", citation(quote="见附件[1]"))
    told = transcript(first, second)
    assert texts(told, "text")[1] == "「见附件[1]」 [2]"
    assert texts(told, "quote")[1] == "[2] 「见附件[1]」"


def test_bold_is_kept_with_the_marker_in_it():
    told = transcript(lookup("**普陀区 [1]**：四家", citation()))
    runs = next(b for b in blocks(told) if isinstance(b, Paragraph) and b.look == "text").runs
    assert [(run.text, run.strong, run.marker) for run in runs] == [
        ("普陀区 ", True, False),
        ("[1]", False, True),
        ("：四家", False, False),
    ]


def test_the_table_stands_where_its_list_would():
    written = list(blocks(transcript(answer())))
    at = next(i for i, block in enumerate(written) if isinstance(block, Grid))
    assert said(written[at - 1]) == "两份。"
    assert said(written[at + 1]) == "注意口径。"
    assert not texts(transcript(answer()), "item")


def test_the_table_has_a_row_for_every_notice_and_the_numbers_of_the_document():
    before = lookup("甲 [1]", citation(1, start=30, end=40))
    grid = next(b for b in blocks(transcript(before, answer())) if isinstance(b, Grid))
    assert grid.caption == "高新技术企业"
    assert grid.headings[-1] == "出处"
    assert [["".join(run.text for run in cell) for cell in line] for line in grid.rows] == [
        ["普陀区", "2016", "提出目标", "力争 20家", "新认定", "[2]"],
        ["虹口区", "2015", "未提及", "", "", ""],
    ]


def test_a_list_that_a_model_wrote_stays_beside_the_table():
    told = transcript(answer(generator="qwen"))
    assert len(texts(told, "item")) == 2
    assert any(isinstance(block, Grid) for block in blocks(told))


def test_a_list_without_a_table_stays():
    told = transcript(answer(kind="listing", text="两份：\n- 甲 [1]\n- 乙"))
    assert texts(told, "item") == ["甲 [1]", "乙"]


def test_what_was_understood_and_examined_is_said():
    told = transcript(answer(standalone_question="普陀区和虹口区呢？"))
    assert texts(told, "aside") == [
        "导出日期：2026-11-28 · 1 个问题",
        "按上文理解为：普陀区和虹口区呢？",
        "查阅范围：地区 普陀区、虹口区；年份 2015–2016",
        "范围内 2 份通知 · 已逐份查阅 2 份 · 1 份有相关内容",
    ]


def test_an_english_answer_is_framed_in_english():
    told = transcript(answer(language="en"), language="en")
    assert headings(told, 2) == ["Quotes"]
    assert headings(told, 1)[-1] == "References"
    assert "Scope: Places 普陀区, 虹口区; Years 2015–2016" in texts(told, "aside")


def test_a_note_is_said_once():
    noted = answer(notes=("这一版已被取代。",), text="这一版已被取代。\n\n两份。")
    missing = answer(notes=("这一版已被取代。",))
    for one in (noted, missing):
        assert texts(transcript(one), "text").count("这一版已被取代。") == 1


def test_a_quote_keeps_its_line_breaks():
    told = transcript(lookup("甲 [1]", citation(quote="主要任务：\n1.新建两家；\n2.新增四家。")))
    assert texts(told, "quote") == ["[1] 「主要任务：\n1.新建两家；\n2.新增四家。」"]


def test_every_quote_and_number_of_real_answers_is_there(kewen):
    answers = [
        kewen.ask(question)
        for question in (
            "2016–2018年哪些区提出了高新技术企业目标？",
            "虹口区2015年6月底前要完成哪些工作？",
            "有哪些通知？",
            "徐汇区2016年高新技术企业目标是多少？",
        )
    ]
    told = transcript(*answers)
    quotes = texts(told, "quote")
    assert len(quotes) == sum(len(one.citations) for one in answers)
    for one in answers:
        for cited in one.citations:
            assert any(cited.quote in quote for quote in quotes)
    numbers = {quote.split("]")[0] for quote in quotes}
    assert numbers == {line.split("]")[0] for line in texts(told, "reference")}


def test_rows_of_tasks_are_a_table():
    told = answer(kind="tasks", rows=(row(indicator="建库", responsible=("区科委",)), SILENT))
    grid = next(block for block in blocks(transcript(told)) if isinstance(block, Grid))
    assert "责任单位" in grid.headings
