import pytest

from eval.measures import normalise, says


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("力争新认定高新技术企业20家[1]。", "20家"),
        ("技术合同成交金额突破７亿元", "7亿元"),
        ("投入 1,200 万元", "1200万元"),
        ("新增众创空间 4—5 家", "4-5家"),
        ("增长**15%**", "15%"),
        ("The target is 20 [1].", "20"),
        ("by June 2015", "6月底前|June"),
        ("(责任单位:区金融办)", "（责任单位：区金融办）"),
    ],
)
def test_it_is_said(text, wanted):
    assert says(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("120家", "20家"),
        ("3.20家", "20家"),
        ("in 2016", "20"),
        ("19.455平方公里", "19.45"),
        ("普陀区2016 20家", "201620家"),
        ("共 1,200 家", "200家"),
    ],
)
def test_it_is_not_said(text, wanted):
    assert not says(text, wanted)


def test_a_list_of_numbers_is_no_thousands_group():
    assert normalise("3,20,400") == "3,20400"


def test_words_stay_apart():
    assert normalise("High  Tech 企业") == "high tech企业"
