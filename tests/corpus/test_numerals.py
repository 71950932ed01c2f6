import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.numerals import chinese_number, plain_years

DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """Return a number below 10,000 as Chinese write it: 2016 → 二千零一十六."""
    text = ""
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += DIGITS[digit] + name
        elif text and not text.endswith("零") and number % power:
            text += "零"
    return text or "零"


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("一百零五", 105), ("三千五百", 3500), ("两万", 20_000),
     ("一亿二千万", 120_000_000), ("二〇一六", 2016), ("二○一八", 2018), ("零", 0)],
)  # fmt: skip
def test_numerals_of_official_documents(numeral: str, number: int) -> None:
    assert chinese_number(numeral) == number


@given(st.integers(0, 9999))
def test_numbers_written_in_full_are_read_back(number: int) -> None:
    assert chinese_number(written(number)) == number


@given(st.integers(1000, 9999))
def test_years_written_digit_by_digit_are_read_back(year: int) -> None:
    assert chinese_number("".join(DIGITS[int(digit)] for digit in str(year))) == year


@pytest.mark.parametrize("text", ["", "12", "甲", "十二x"])
def test_what_is_no_numeral_is_refused_with_what_was_received(text: str) -> None:
    with pytest.raises(ValueError, match="Not a Chinese numeral"):
        chinese_number(text)


def test_years_in_full_width_and_han_become_digits_of_the_same_length() -> None:
    text = "２０２２年，到二〇二五年，二○二三—二〇二五年，一九四九年"
    assert plain_years(text) == "2022年，到2025年，2023—2025年，1949年"
    assert plain_years("二〇二五家企业，三年") == "二〇二五家企业，三年"
