import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.figures.quantities import comparator_before, quantities


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("20家", 20.0, "家"),
        ("１２．５％", 12.5, "%"),
        ("0.5个百分点", 0.5, "个百分点"),
        ("1,200件", 1200.0, "件"),
        ("800万元", 8_000_000.0, "元"),
        ("25亿元", 2_500_000_000.0, "元"),
        ("1.2万家", 12_000.0, "家"),
        ("10万平方米", 100_000.0, "平方米"),
        ("19.45平方公里", 19.45, "平方公里"),
        ("16.1件", 16.1, "件"),
        ("4-5家", (4.0, 5.0), "家"),
        ("5—10家", (5.0, 10.0), "家"),
        ("3至5个", (3.0, 5.0), "个"),
        ("2～3项", (2.0, 3.0), "项"),
        ("5家到10家", (5.0, 10.0), "家"),
        ("2-3亿元", (200_000_000.0, 300_000_000.0), "元"),
        ("8000万-1亿元", (80_000_000.0, 100_000_000.0), "元"),
        ("二十家", 20.0, "家"),
        ("一百七十家", 170.0, "家"),
        ("三十项", 30.0, "项"),
        ("两百名", 200.0, "名"),
        ("十亿元", 1_000_000_000.0, "元"),
        ("百分之二十", 20.0, "%"),
        ("25亿", 2_500_000_000.0, "元"),
        ("10万㎡", 100_000.0, "平方米"),
    ],
)
def test_numbers_scales_and_units(text: str, number: object, unit: str) -> None:
    [found] = quantities(f"新增{text}。")
    assert (found.number, found.unit) == (number, unit)
    assert found.value == text.translate(str.maketrans("１２．５％～", "12.5%~"))


@pytest.mark.parametrize(
    ("text", "comparator", "words"),
    [
        ("2家以上", ">=", "以上"),
        ("3.5%以内", "<=", "以内"),
        ("7%左右", "~", "左右"),
        ("1500多个", ">", "多"),
        ("近20家", "~", "近"),
        ("超20家", ">", "超"),
        ("20家", None, ""),
    ],
)
def test_bounds_that_belong_to_the_quantity(text: str, comparator: str | None, words: str) -> None:
    [found] = quantities(text)
    assert (found.comparator, found.comparator_text) == (comparator, words)


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("达到", "="),
        ("不少于", ">="),
        ("总数超过", ">"),
        ("力争突破", ">"),
        ("控制在", "<="),
        ("不超过", "<="),
        ("培育", None),
        ("高新技术企业≥", ">="),
        ("失业率≤", "<="),
        ("高新技术企业>", ">"),
        ("力保", ">="),
        ("保持", "="),
    ],
)
def test_bounds_that_stand_before(words: str, comparator: str | None) -> None:
    assert comparator_before(words)[0] == comparator


@pytest.mark.parametrize(
    "text",
    ["2016年5月6日", "第3批", "第20家", "8英寸", "落实“28条政策”", "2018年", "i-Shanghai", "3.5", "“365”产业体系",
     "十三五项目",
     "三项制度", "两个中心", "十个方面", "百亿级产业", "10亿级产业", "千家万户", "百家争鸣", "6月底", "18岁"],
)  # fmt: skip
def test_what_is_no_figure(text: str) -> None:
    assert quantities(text) == []


def test_a_digit_inside_a_number_begins_none() -> None:
    [found] = quantities("1234567890123456家和5家")
    assert found.value == "5家"


@given(st.text(st.sampled_from("0123456789,.万亿家项%—-至近约超以上“”第年 "), max_size=40))
def test_arbitrary_figures_are_in_order_and_quote_the_text(text: str) -> None:
    found = quantities(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.value
