import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.training.paragraphs import (
    cut_at_sentences,
    is_heading,
    read_paragraphs,
    split_first_sentence,
    strip_marker,
)

BODY = "加快建设重点产业基地，支持企业设立研发机构，新增高新技术企业一百家。"


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("## 一、五年工作的回顾", "五年工作的回顾"),
        ("（二）培育发展现代产业体系。", "培育发展现代产业体系"),
        ("——推动对外交流", "推动对外交流"),
        ("第三章 科技投入", "科技投入"),
        ("科技投入", "科技投入"),
    ],
)
def test_markers_are_stripped(line, bare):
    assert strip_marker(line) == bare


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("## 一、五年工作的回顾", True),
        ("（二）培育发展现代产业体系", True),
        ("（二）提高质量。规范市场秩序。", False),
        ("加快建设", False),
        ("一、" + "长" * 60, False),
    ],
)
def test_headings_are_marked_and_short(line, expected):
    assert is_heading(line) is expected


def test_a_paragraph_knows_the_heading_above_it_and_short_ones_are_left_out():
    text = f"前言。\n\n## 一、产业\n\n{BODY}\n\n（一）科技\n太短。\n{BODY}"
    assert [(found.heading, found.text) for found in read_paragraphs(text)] == [
        ("产业", BODY),
        ("科技", BODY),
    ]


def test_the_first_sentence_and_the_rest():
    assert split_first_sentence("（一）推进依法行政。" + BODY) == ("推进依法行政", BODY)


@pytest.mark.parametrize("text", [BODY, "好。" + BODY, "推进依法行政。太短。", ""])
def test_a_paragraph_with_too_short_a_half_is_not_split(text):
    assert split_first_sentence(text) is None


@given(st.text(alphabet="科技。；！\n甲", max_size=80), st.integers(1, 20))
def test_cutting_loses_nothing_and_keeps_the_limit(text, longest):
    pieces = list(cut_at_sentences(text, longest))
    assert "".join(pieces) == text
    assert all(0 < len(piece) <= longest for piece in pieces)
