import itertools

from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import Span, sentences, statements

MIXED = st.text(st.sampled_from("甲乙1。；;！？”）\n \u3000，"), max_size=60)


def texts(text: str, spans: list[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_a_semicolon_ends_a_statement_but_no_sentence() -> None:
    text = "认定企业20家；培育企业16家。加强领导。"
    assert texts(text, list(statements(text))) == ["认定企业20家；", "培育企业16家。", "加强领导。"]
    assert texts(text, list(sentences(text))) == ["认定企业20家；培育企业16家。", "加强领导。"]


def test_closing_marks_belong_to_what_they_close() -> None:
    text = "他说：“好。”（完）"
    assert texts(text, list(sentences(text))) == ["他说：“好。”", "（完）"]


def test_offsets_are_those_of_the_whole_text() -> None:
    assert list(statements("甲。 乙。丙", 2, 5)) == [Span(3, 5)]


@given(MIXED)
def test_statements_are_in_order_and_hold_all_letters(text: str) -> None:
    spans = list(statements(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    joined = "".join(texts(text, spans))
    assert [c for c in joined if c.isalnum()] == [c for c in text if c.isalnum()]


@given(MIXED)
def test_statements_carry_no_white_space_at_their_ends(text: str) -> None:
    assert all(part == part.strip() != "" for part in texts(text, list(statements(text))))
