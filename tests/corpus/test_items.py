import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.items import items


def points(text: str) -> list[str]:
    return [text[start:end] for start, end in items(text, 0, len(text))]


def test_points_counted_in_words_end_before_the_next_and_the_last_with_its_sentence() -> None:
    text = "推进建设：一是发挥优势；二是以园区为抓手；三是聚焦产业。以后继续。"
    assert points(text) == ["一是发挥优势；", "二是以园区为抓手；", "三是聚焦产业。"]


def test_where_points_are_of_several_sentences_the_last_goes_to_the_end_of_its_line() -> None:
    text = "一是加强领导。明确责任。二是加强督查。定期通报。\n各地要落实。"
    assert points(text) == ["一是加强领导。明确责任。", "二是加强督查。定期通报。"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("首先，抓好投入。其次，抓好人才。最后，抓好环境。", 3),
        ("第一，关于目标。要实现。\n第二，关于任务。要完成。", 2),
        ("一要讲政治。\n二要重法治。\n三要求创新。", 3),
        ("——经济向好。\n——产业转型。", 2),
        ("• 甲\n• 乙\n• 丙", 3),
        ("办好实事。①新增车位；②新增绿地。", 2),
        ("汇聚①墒情、②病虫情报、③行情等数据。", 3),
        ("1.要求如下：（1）甲；（2）乙；（3）丙。", 3),
        ("包括：1.培育企业；2.引进人才。", 2),
    ],
)
def test_each_way_of_counting(text: str, count: int) -> None:
    assert len(points(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "这是一是加强领导的问题。",
        "一是加强领导。",
        "（1）甲方面；\n（2）乙方面；",
        "增长1.5倍，达到2.5亿元",
        "——只有一行",
        "",
    ],
)
def test_no_list_of_two_gives_no_point(text: str) -> None:
    assert points(text) == []


def test_a_list_within_a_point_lies_within_it() -> None:
    text = "一是抓企业：①培育；②引进。二是抓人才。"
    outer, first, second, last = items(text, 0, len(text))
    assert outer.start < first.start < second.end == outer.end < last.end


@given(st.text(alphabet="一二三四是第首先其次，。；：—\n①②（）12.、 甲乙", max_size=80))
def test_points_lie_in_the_text_and_are_not_empty(text: str) -> None:
    for start, end in items(text, 0, len(text)):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
