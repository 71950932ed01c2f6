from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.word97 import read
from corpus.formats.word97.fields import instructions
from corpus.formats.word97.properties import sprms
from tests.corpus.formats.test_wordml import LINES

FILES = Path(__file__).parent / "files"
NOTICE = (FILES / "notice.doc").read_bytes()


def patched(offset: int, value: bytes) -> bytes:
    """Return the notice with other bytes at an offset of its main stream."""
    start = NOTICE.index(b"\xec\xa5")
    return NOTICE[: start + offset] + value + NOTICE[start + offset + len(value) :]


def test_a_notice_is_what_prints_with_its_numbers_tables_and_notes():
    assert read(NOTICE).text.split("\n") == LINES


def test_numbers_of_styles_text_boxes_and_rare_characters_are_read():
    assert read((FILES / "points.doc").read_bytes()).text.split("\n") == [
        "星海市2019年科技工作要点",
        "文号在框中。",
        "一、创新主体",
        "（一）培育高新技术企业",
        "全年新增高新技术企业60家。",
        "二、创新环境",
        "（一）建设𠮷字科技园",
        "项目：平台建设；内容：新建2个；单位：科技局",
        "项目：平台建设；内容：升级3个",
        "合计5个",
        "项目：外格内甲；内乙；外格末；内容、单位：右格",
        "第一行",
        "第二行",
        "完。",
        "主送：各区科委。",
    ]


def test_exponents_stay_raised_and_ticks_are_read():
    assert read((FILES / "signs.doc").read_bytes()).text.split("\n") == [
        "占地10⁴平方米，",
        "是否☑同意□不同意，科技局",
    ]


def test_a_protected_file_is_refused():
    with pytest.raises(UnreadableFile, match="protected by a password"):
        read(patched(0x0B, b"\x13"))


def test_a_file_older_than_word_97_is_refused():
    with pytest.raises(UnreadableFile, match="older than Word 97"):
        read(patched(2, b"\x68\x00"))


def test_a_workbook_of_excel_97_is_refused_with_what_to_do():
    with pytest.raises(UnreadableFile, match="Save it as XLSX"):
        read((FILES / "sheet.xls").read_bytes())


def test_a_file_whose_text_is_lost_is_refused():
    with pytest.raises(UnreadableFile, match="where its text stands is lost"):
        read(patched(0x9A + 8 * 33 + 4, bytes(4)))


def test_fields_show_their_result_and_nested_ones_too():
    text = "见\x13 HYPERLINK \x13 REF x \x14甲\x15 \x14网站\x15。"
    hidden = {place for start, end in instructions(text) for place in range(start, end)}
    assert "".join(char for place, char in enumerate(text) if place not in hidden) == "见网站\x15。"


def test_a_table_of_contents_is_hidden_whole_and_an_open_field_is_none():
    assert instructions('\x13 TOC \\o "1-3" \x14目录\x15') == [(0, 19)]
    assert instructions("\x13 PAGE 通知正文") == []


def test_changes_of_unknown_length_end_the_list():
    assert list(sprms(b"\x16\x24\x01\x0b\x46\x02\x00")) == [
        (0x2416, b"\x01"),
        (0x460B, b"\x02\x00"),
    ]
    assert list(sprms(b"\x15\xc6\xff\x01\x02")) == []
    assert list(sprms(b"\x16")) == []


def test_a_damaged_file_gives_text_or_an_exception_and_never_hangs():
    """What an exception is made of is said by the worker; here only time counts."""
    seen = 0
    for offset in range(512, len(NOTICE), 97):
        data = bytearray(NOTICE)
        data[offset] ^= 0xFF
        try:
            seen += bool(read(bytes(data)).text)
        except Exception:
            continue
    assert seen > 50


@pytest.mark.parametrize("size", [600, 4000, 9000])
def test_a_file_that_is_cut_off_is_refused(size):
    with pytest.raises(UnreadableFile, match="cut off or damaged"):
        read(NOTICE[:size])
