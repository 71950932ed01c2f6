"""Notices and questions in traditional and simplified characters, through a real index."""

import pytest
from opencc import OpenCC

from assistant import Assistant, Settings
from assistant.indexing import build_index
from corpus.scripts import simplified
from tests.corpus.documents import NOTICES

NAMES = ("jiading-2018", "putuo-2016", "hongkou-2015")
TO_TRADITIONAL = OpenCC("s2tw").convert
QUESTIONS = (
    "嘉定区2018年高新技术企业的目标是多少？",
    "哪些区提出了众创空间目标？",
    "嘉定区怎样支持企业研发机构？",
    "普陀区2016年技术合同成交额目标",
    "虹口区实施方案的文号是什么",
    "区金融办负责哪些任务",
)


def opened(folder, convert, encoding):
    files, settings = folder / "notices", Settings(data=folder / "data")
    files.mkdir(parents=True)
    for name in NAMES:
        text = (NOTICES / f"{name}.txt").read_text(encoding="utf-8")
        (files / f"{name}.txt").write_bytes(convert(text).encode(encoding))
    build_index(settings, [files])
    return Assistant.open(settings, build=False)


@pytest.fixture(scope="module")
def simple(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("simple"), str, "utf-8") as assistant:
        yield assistant


@pytest.fixture(scope="module")
def traditional(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("traditional"), TO_TRADITIONAL, "utf-16-le") as assistant:
        yield assistant


def test_a_traditional_notice_is_found_by_a_simplified_query_and_shown_as_written(traditional):
    best = traditional.search("高新技术企业总数超过900家")[0]
    text = traditional.notice(best.notice_id).text
    assert best.notice_id.startswith("jiading")
    assert "高新技術企業總數超過900家" in best.text == text[best.start : best.end]


def test_a_traditional_query_finds_what_a_simplified_one_does(simple, traditional):
    for assistant in (simple, traditional):
        for query in ("高新技术企业总数超过900家", "众创空间", "科技小巨人企业"):
            found = assistant.search(query)
            assert assistant.search(TO_TRADITIONAL(query)) == found


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_traditional_question_gets_the_same_answer_and_stays_as_asked(simple, question):
    asked, expected = TO_TRADITIONAL(question), simple.ask(question)
    answer = simple.ask(asked)
    assert answer.question == asked
    assert (answer.status, answer.text, answer.rows) == (
        expected.status, expected.text, expected.rows,
    )  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_traditional_notice_answers_as_a_simplified_one_does(simple, traditional, question):
    expected = simple.ask(question)
    for asked in (question, TO_TRADITIONAL(question)):
        answer = traditional.ask(asked)
        assert simplified(answer.text) == expected.text
        assert len(answer.rows) == len(expected.rows)
        for citation, other in zip(answer.citations, expected.citations, strict=True):
            text = traditional.notice(citation.notice_id).text
            assert citation.quote == text[citation.start : citation.end]
            assert citation.quote == TO_TRADITIONAL(text)[citation.start : citation.end]
            assert simplified(citation.quote) == other.quote
