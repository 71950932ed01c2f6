from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.grids import Cell
from corpus.formats.tables import lines


def table(*rows: str) -> list[list[Cell]]:
    return [[Cell(text) for text in row.split("|")] for row in rows]


def test_each_cell_stands_behind_its_header():
    found = lines(table("指标|单位|2016年|2018年", "高新技术企业数|家|100|150", "专利|件||300"))
    assert found == [
        "指标：高新技术企业数；单位：家；2016年：100；2018年：150",
        "指标：专利；单位：件；2018年：300",
    ]


def test_two_columns_of_labels_and_values_are_pairs():
    assert lines(table("发文机关|上海市科委", "文号：|沪科〔2016〕1号")) == [
        "发文机关：上海市科委",
        "文号：沪科〔2016〕1号",
    ]


def test_two_columns_with_headers_are_a_table():
    found = lines(table("指标|2020年目标", "高新技术企业|150家"))
    assert found == ["指标：高新技术企业；2020年目标：150家"]


def test_labels_and_values_side_by_side_are_pairs():
    found = lines(table("索引号：|123|发布机构：|区科委", "文号：|海科〔2017〕6号|有效性：|有效"))
    assert found == ["索引号：123；发布机构：区科委", "文号：海科〔2017〕6号；有效性：有效"]


def test_a_header_of_two_rows_is_joined_and_merged_cells_are_repeated():
    rows = [
        [Cell("指标", rows=2), Cell("单位", rows=2), Cell("目标值", columns=2)],
        [Cell("2018年"), Cell("2020年")],
        [Cell("高新技术企业"), Cell("家", rows=2), Cell("100"), Cell("150")],
        [Cell("众创空间"), Cell("5"), Cell("8")],
    ]
    assert lines(rows) == [
        "指标：高新技术企业；单位：家；目标值 2018年：100；目标值 2020年：150",
        "指标：众创空间；单位：家；目标值 2018年：5；目标值 2020年：8",
    ]


def test_what_spans_the_table_stands_alone():
    rows = [
        [Cell("表1 主要指标", columns=3)],
        *table("指标|单位|目标"),
        [Cell("一、创新投入", columns=3)],
        *table("研发投入|亿元|30"),
        [Cell("注：目标为2020年。", columns=3)],
    ]
    assert lines(rows) == [
        "表1 主要指标",
        "一、创新投入",
        "指标：研发投入；单位：亿元；目标：30",
        "注：目标为2020年。",
    ]


def test_a_header_repeated_on_the_next_page_is_dropped():
    found = lines(table("指标|单位|目标", "甲|家|1", "指标|单位|目标", "乙|家|2"))
    assert found == ["指标：甲；单位：家；目标：1", "指标：乙；单位：家；目标：2"]


def test_a_header_stays_where_no_cell_stands_under_it():
    assert lines(table("指标|目标", "指标|目标")) == ["指标；目标"]
    spanning = [*table("指标|目标"), [Cell("另行通知", columns=2)]]
    assert lines(spanning) == ["指标；目标", "另行通知"]


def test_a_header_that_reaches_down_into_the_rows_is_no_header_again():
    rows = [[Cell("："), Cell("："), Cell("a", rows=3)], [], []]
    assert "a" in "".join(lines(rows))


def test_rows_without_a_header_are_lines():
    assert lines(table("甲|1|家", "乙|2|家")) == ["甲；1；家", "乙；2；家"]


def test_one_cell_is_its_paragraphs():
    assert lines([[Cell("第一段。\n 第二段。\n\n")]]) == ["第一段。", "第二段。"]


def test_a_cell_with_long_text_makes_a_layout_of_paragraphs():
    long = "各单位要高度重视。" * 100
    assert lines([[Cell("导航"), Cell(f"通知\n{long}")]]) == ["导航", "通知", long]


def test_a_line_break_in_a_cell_leaves_no_space_between_han():
    found = lines(table("指标|责任\n单位|时间", "高新\n技术企业|科委|R&D\nexpenditure"))
    assert found == ["指标：高新技术企业；责任单位：科委；时间：R&D expenditure"]


def test_a_hostile_span_costs_nothing():
    assert lines([[Cell("甲", columns=10**9, rows=10**9), Cell("乙")]])


CELLS = st.builds(
    Cell,
    st.text(alphabet="甲乙丙1 2:：\n。a注", max_size=8),
    st.integers(-1, 4),
    st.integers(-1, 4),
)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=6))
def test_no_text_of_a_cell_is_lost(rows):
    shown = "".join("".join(lines(rows)).split())
    for row in rows:
        for cell in row:
            text = "".join(cell.text.split())
            assert text in shown or text.rstrip(":：") in shown
