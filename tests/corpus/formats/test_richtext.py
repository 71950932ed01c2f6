from pathlib import Path

import pytest

from corpus.formats.richtext import read
from tests.corpus.formats.test_wordml import LINES

FILES = Path(__file__).parent / "files"
FONTS = r"{\fonttbl{\f0\fnil\fcharset0 Times New Roman;}{\f1\fnil\fcharset134 \'cb\'ce\'cc\'e5;}}"


def rtf(body: str, page: int = 936, fonts: str = FONTS) -> bytes:
    return rf"{{\rtf1\ansi\ansicpg{page}\deff0{fonts}{body}}}".encode("ascii")


def escaped(text: str, encoding: str = "gbk") -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


def lines(data: bytes) -> list[str]:
    return read(data).text.split("\n")


def test_a_notice_that_an_office_program_wrote_is_what_prints():
    assert lines((FILES / "notice.rtf").read_bytes()) == LINES


def test_text_boxes_numbers_of_styles_and_rare_characters_are_read():
    found = lines((FILES / "points.rtf").read_bytes())
    assert "主送：各区科委。" in found
    assert "（一）建设𠮷字科技园" in found
    assert "项目：平台建设；内容：升级3个" in found


@pytest.mark.parametrize("font", [r"\f0 ", r"\f1 ", ""])
def test_bytes_are_gbk_whatever_the_font_says(font):
    assert lines(rtf(font + escaped("关于印发工作要点的通知"))) == ["关于印发工作要点的通知"]


def test_bytes_are_gbk_where_the_file_says_western():
    assert lines(rtf(r"\f0 " + escaped("关于印发工作要点的通知"), page=1252)) == [
        "关于印发工作要点的通知"
    ]


def test_big5_is_read():
    fonts = r"{\fonttbl{\f0\fnil\fcharset0 Times;}}"
    assert lines(rtf(escaped("關於印發計畫", "big5"), page=950, fonts=fonts)) == ["關於印發計畫"]


def test_the_second_byte_of_a_character_may_be_a_letter():
    assert "镕".encode("gbk") == b"\xe9F"
    assert lines(rtf(r"\'d6\'ec\'e9F\'bb\'f9 abc")) == ["朱镕基 abc"]


def test_bytes_that_are_not_escaped_are_read():
    data = rtf("%").replace(b"%", "科技局的通知，朱镕基".encode("gbk"))
    assert lines(data) == ["科技局的通知，朱镕基"]


def test_what_stands_in_for_unicode_is_skipped():
    assert lines(rtf(r"\uc2\u31185\'bf\'c6\u25216\'bc\'bc\uc1\u23616?")) == ["科技局"]
    assert lines(rtf(r"\u-10174?\u-8265?" + escaped("园"))) == ["𠮷园"]


def test_hidden_and_deleted_text_and_pictures_are_left_out():
    body = (
        rf"\f1 {escaped('前')}{{\v {escaped('隐')}}}{{\deleted {escaped('删')}}}"
        rf"{{\pict\wmetafile8 0102abcd}}{{\v\f1 {escaped('暗')}\v0 {escaped('明')}}}{escaped('后')}"
    )
    assert lines(rtf(body)) == ["前暗明后"]


def test_a_row_of_cells_without_its_edges_is_a_row():
    body = "".join(
        rf"\trowd {escaped(a)}\cell {escaped(b)}\cell\row "
        for a, b in (("指标", "目标值"), ("专利", "300件"))
    )
    assert lines(rtf(rf"\f1 {escaped('前文')}\par {body}\pard {escaped('后文')}")) == [
        "前文",
        "指标：专利；目标值：300件",
        "后文",
    ]


def test_an_exponent_stays_raised():
    assert lines(rtf(rf"\f1 {escaped('占地')}10{{\super\loch 4}}{escaped('亩')}")) == ["占地10⁴亩"]
    assert lines(rtf(rf"\f1 {escaped('占地')}10{{\super\fs22}}{escaped('亩')}")) == ["占地10亩"]


def test_bullets_are_no_numbers():
    body = rf"{{\listtext\f0 l\tab}}{escaped('第一')}\par{{\listtext 1)\tab}}{escaped('第二')}"
    assert lines(rtf(body)) == ["第一", "1)第二"]


def test_a_file_that_is_cut_off_is_read_with_a_warning():
    whole = (FILES / "notice.rtf").read_bytes()
    assert read(whole).warnings == ()
    cut = read(whole[: len(whole) // 2])
    assert cut.text.split("\n")[:3] == LINES[:3]
    assert cut.warnings == ("The RTF file is cut off: its end is missing.",)


@pytest.mark.parametrize(
    "body", ["{" * 300_000, r"{\pict" * 100_000, r"\v" * 300_000, r"\'d6" * 300_000]
)
def test_a_hostile_file_takes_little_time(body):
    import time

    begin = time.process_time()
    read(rtf(body))
    assert time.process_time() - begin < 5
