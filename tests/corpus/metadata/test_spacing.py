import pytest

from corpus.metadata.spacing import close_spaced


@pytest.mark.parametrize(
    ("written", "closed"),
    [
        ("贵  阳  市  人  民  政  府  令", "贵阳市人民政府令"),
        ("的  通  知", "的通知"),
        ("第 72 号", "第72号"),
        ("科 技 部　　财 政 部", "科技部 财政部"),
        ("二 〇 一 七 年 二 月 十 三 日", "二〇一七年二月十三日"),
    ],
)
def test_spaced_out_lines_are_closed_up(written: str, closed: str) -> None:
    assert close_spaced(written) == closed


@pytest.mark.parametrize(
    "written",
    ["云南省科技厅 云南省财政厅", "第一章  总则", "1  新认定企业120家  区科技局  年底", ""],
)
def test_words_with_blanks_between_them_stay(written: str) -> None:
    assert close_spaced(written) == written
