import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import decode
from corpus.errors import UnreadableFile
from tests.corpus.generated import ENCODINGS, Encoding, files

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


def is_right(text: str, data: bytes) -> bool:
    try:
        return decode(data) == text.replace("\r\n", "\n").replace("\r", "\n")
    except UnreadableFile:
        return False


@pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda encoding: encoding.name)
def test_a_thousand_generated_notices_come_back_as_they_were(encoding: Encoding) -> None:
    right = sum(is_right(text, data) for text, data in files(encoding, 1000))
    assert right == 1000, f"{right} of 1,000 notices in {encoding.name} were read right"


@pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda encoding: encoding.name)
def test_a_file_that_ends_within_a_character_is_refused(encoding: Encoding) -> None:
    width = len(encoding.encode("。")) - len(encoding.encode(""))
    for text, data in files(encoding, 200, seed=7):
        whole = data + encoding.encode("。")[-width:]
        assert is_right(text + "。", whole)
        for missing in range(1, width):
            with pytest.raises(UnreadableFile, match=r"cut off.*Get the whole file"):
                decode(whole[:-missing])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("通知", "big5"),
        ("公告", "utf-16-le"),
        ("公告", "utf-16-be"),
        ("联通", "gbk"),
        ("關於印發《科技工作要點》的通知", "big5"),
        ("關於印發《科技工作要點》的通知", "gbk"),
        ("刘䶮、李𠮷", "gb18030"),
        ("油麻地及深水埗、大埔滘、鰂魚涌", "big5hkscs"),
        ("王‧小明，電話～", "cp950"),
        ("① 裏 碁 恒", "big5hkscs"),
    ],
)
def test_a_few_characters_are_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_ascii_is_not_taken_for_utf16() -> None:
    assert decode(b"Bush hid the facts") == "Bush hid the facts"


def test_the_mark_of_gb18030_is_no_text() -> None:
    assert decode("\ufeff通知".encode("gb18030")) == "通知"


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp"])
def test_a_page_of_japanese_in_an_old_encoding_is_refused(encoding: str) -> None:
    text = "東京都は科学技術振興計画を公表した。これはひらがなとカタカナを含む文章です。" * 3
    with pytest.raises(UnreadableFile, match="not text in UTF-8"):
        decode(text.encode(encoding))


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
