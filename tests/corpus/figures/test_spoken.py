"""What the words around a statement, and the row it stands in, say of its figures."""

import pytest

from tests.corpus.documents import understood


def figures_of(body: str) -> list[tuple[str, str, str, int | None]]:
    notice = understood(f"2016年普陀区科技工作要点\n{body}")
    return [(t.indicator, t.value, t.kind, t.target_year) for t in notice.targets]


def test_a_row_of_a_table_counts_its_first_cell() -> None:
    rows = "| 指标 | 目标 |\n|---|---|\n| 技术合同成交额 | 120亿元 |\n| 高新技术企业 | ≥900家 |"
    assert figures_of(f"{rows}\n众创空间\t20家") == [
        ("技术合同成交额", "120亿元", "target", 2016),
        ("高新技术企业", "900家", "target", 2016),
        ("众创空间", "20家", "target", 2016),
    ]


def test_a_bracket_is_judged_on_its_own() -> None:
    assert figures_of("高新技术企业达到1300家（去年1180家），众创空间达到30家。") == [
        ("高新技术企业", "1300家", "target", 2016),
        ("高新技术企业", "1180家", "achieved", 2015),
        ("众创空间", "30家", "target", 2016),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "过去一年，新增众创空间5家。新增众创空间8家。今年，新增众创空间9家。",
        "2015年，新增众创空间5家；新增众创空间8家。力争新增众创空间9家。",
        "2015年主要目标完成情况如下：\n1.新增众创空间5家。\n2.新增众创空间8家。\n3.今年新增众创空间9家。",
    ],
)
def test_words_that_look_back_hold_until_others_look_ahead(body: str) -> None:
    assert [found[2:] for found in figures_of(body)] == [
        ("achieved", 2015),
        ("achieved", 2015),
        ("target", 2016),
    ]


def test_words_that_look_back_end_with_their_line() -> None:
    assert [found[2] for found in figures_of("2015年，新增孵化器5家。\n新增孵化器8家。")] == [
        "achieved",
        "target",
    ]
