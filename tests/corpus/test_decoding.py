import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import decode
from corpus.errors import UnreadableFile

HAN = "关于印发二〇一六年工作要点的通知"
# What a text file holds: no control characters, no half surrogates, line feeds only.
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters="\n"),
).map(lambda text: HAN + text)


@given(TEXT)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode("utf-8")) == text


@given(TEXT)
def test_utf8_with_a_mark_comes_back_without_it(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode("utf-8")) == text


@given(TEXT)
def test_utf16_comes_back_as_it_was_in_both_byte_orders(text: str) -> None:
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == text


@given(
    st.text(
        st.sampled_from("关于印发二〇一六年工作要点的通知普陀区，。《》（）ABC 2016\n"), min_size=1
    )
)
def test_gb18030_comes_back_as_it_was(text: str) -> None:
    assert decode((HAN + text).encode("gb18030")) == HAN + text


def test_two_characters_of_gbk_that_are_also_valid_utf8_are_read_as_gbk() -> None:
    data = "通知".encode("gbk")
    assert data.decode("utf-8") != "通知"
    assert decode(data) == "通知"


def test_line_ends_become_line_feeds() -> None:
    assert decode("甲\r\n乙\r丙\n".encode()) == "甲\n乙\n丙\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "通知".encode() + b"\xff\xfe\xff",
        codecs.BOM_UTF8 + b"\xff",
        codecs.BOM_UTF16_LE + b"\x00",
        "甲\0乙".encode(),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        decode(data)


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableFile):
        assert "\0" not in decode(data)
