import pytest

from assistant.answers.lists import LONGEST, with_its_list
from assistant.retrieval.library import Document
from corpus.sentences import Span
from corpus.understanding import understand_text

LED_IN = "推进两大功能区建设:一是建设桃浦智慧城;二是建设长风生态区。"
TEXT = f"""普陀区科委2016年工作要点
一、布局
加快布局。{LED_IN}加强统筹。
二、服务
抓好以下工作：
——办好科技节。
——办好论坛。
"""


@pytest.fixture
def document():
    notice = understand_text(TEXT, "putuo", source="putuo.txt", sha256="0")
    return Document(None, notice.text, notice.sections)


def quoted(document, words):
    start = document.text.index(words)
    span = with_its_list(document, Span(start, start + len(words)))
    return document.text[span.start : span.end]


def test_a_sentence_cut_within_its_list_is_quoted_with_all_points(document):
    assert quoted(document, "推进两大功能区建设:一是建设桃浦智慧城;") == LED_IN


def test_a_colon_is_quoted_with_the_lines_it_leads_in(document):
    assert quoted(document, "抓好以下工作：") == "抓好以下工作：\n——办好科技节。\n——办好论坛。"


@pytest.mark.parametrize("words", ["加快布局。", "加强统筹。", "——办好科技节。"])
def test_what_leads_in_no_list_stays_as_it_is(document, words):
    assert quoted(document, words) == words


def test_a_list_too_long_to_read_is_not_quoted_whole():
    points = "；".join(f"{n}是{'办好论坛' * 60}" for n in "一二三四五")
    text = f"普陀区科委2016年工作要点\n一、布局\n抓好工作：{points}。\n"
    notice = understand_text(text, "putuo", source="putuo.txt", sha256="0")
    document = Document(None, notice.text, notice.sections)
    first = notice.text.index("抓好")
    span = Span(first, first + 20)
    assert with_its_list(document, span) == span
    assert len(points) > LONGEST
