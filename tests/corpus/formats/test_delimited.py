import pytest

from corpus.errors import UnreadableFile
from corpus.formats.delimited import read


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_each_row_stands_with_its_headers(sign, encoding):
    text = f"指标{sign}2020年目标\n高新技术企业{sign}150家\n专利{sign}300件\n"
    assert read(text.encode(encoding)).text == (
        "指标：高新技术企业；2020年目标：150家\n指标：专利；2020年目标：300件"
    )


def test_a_quoted_cell_may_hold_commas_and_line_ends():
    text = '任务,单位\n"新建,平台\n2个","科技局,发改委"\n'
    assert read(text.encode()).text == "任务：新建,平台2个；单位：科技局,发改委"


def test_text_without_columns_is_its_lines():
    assert read("第一行。\n第二行。\n".encode()).text == "第一行。\n第二行。"


def test_a_long_cell_is_kept_whole():
    assert "科" * 300_000 in read(f"任务,单位\n{'科' * 300_000},甲\n".encode()).text


def test_too_many_cells_are_refused():
    with pytest.raises(UnreadableFile, match="too many cells"):
        read("科,技\n".encode() * 200_001)
