"""Why files did not become notices, in Chinese."""

import ast
from pathlib import Path

import pytest

from assistant.faces.page.notices.refusals import IN_CHINESE
from assistant.faces.page.notices.zone import zone_html
from assistant.keeping.job import TWICE
from corpus.errors import UnreadableFile
from corpus.formats.sandbox import _too_slow
from corpus.formats.word97.document import OTHERS
from corpus.reading import SUFFIXES, read
from embeddings.archive.files.sources import reason_against_suffix

ROOT = Path(__file__).parents[4]
# Of pages of an original that somebody wants to see, not of a file that is taken in.
OF_PAGES = ("have pages that can be seen", "no page ", "has no picture ")


def sentences():
    """Return what is said of files that cannot be read, with ~ for what is put in."""
    for file in sorted((ROOT / "corpus").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UnreadableFile":
                yield from _said(node.args[0])


def _said(sentence):
    parts = sentence.values if isinstance(sentence, ast.JoinedStr) else [sentence]
    if any(isinstance(part, ast.Constant) for part in parts):
        said = "".join(part.value if isinstance(part, ast.Constant) else "~" for part in parts)
        if not any(part in said for part in OF_PAGES):
            yield said


def in_chinese(sentence):
    """Return what the script shows."""
    return next((said for part, said in IN_CHINESE if part in sentence), sentence)


def test_every_refusal_of_a_reader_has_chinese_words():
    found = list(sentences())
    assert len(found) > 40
    assert [sentence for sentence in found if in_chinese(sentence) == sentence] == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (reason_against_suffix(".exe", SUFFIXES), "不读这种文件"),
        (reason_against_suffix("", SUFFIXES), "没有后缀"),
        (TWICE, "选了两遍"),
        ("It has the same content as the notice putuo-2016.", "内容与已收录的一份通知相同"),
        (_too_slow(60), "用时太长"),
        *((sentence, "请") for _, sentence in OTHERS),
        ("reading failed with ValueError: x", "读取出错"),
    ],
)
def test_so_have_those_of_the_archive(sentence, said):
    assert said in in_chinese(sentence)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b" \n", "文件是空的"),
        (b"Only English words are in this file.", "没有中文文字"),
        (b"PK\x05\x06" + b"\0" * 18, "这是压缩包"),
    ],
)
def test_what_is_said_of_a_real_file_fits(tmp_path, content, said):
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    with pytest.raises(UnreadableFile) as refused:
        read(file)
    assert said in in_chinese(str(refused.value))


def test_the_words_stand_on_the_chinese_page_only():
    for part, said in IN_CHINESE:
        assert said
        assert f'title="{part}"' in zone_html("zh")
    assert 'class="reason"' not in zone_html("en")
