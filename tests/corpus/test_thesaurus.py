from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.thesaurus import canonical, find_english_terms, find_terms, term, terms


def found(text: str) -> list[str]:
    return [mention.term.name for mention in find_terms(text)]


def in_english(text: str) -> list[str]:
    return [mention.term.name for mention in find_english_terms(text)]


def test_no_written_form_belongs_to_two_terms() -> None:
    forms = Counter(form for each in terms() for form in each.written)
    assert [form for form, times in forms.items() if times > 1] == []


def test_every_line_of_the_table_is_whole() -> None:
    for each in terms():
        assert each.name in each.written
        assert each.english
        assert all(form == form.strip() != "" for form in (*each.written, *each.english))


@pytest.mark.parametrize("each", terms(), ids=lambda each: each.name)
def test_every_form_leads_to_its_term(each: object) -> None:
    for form in each.written:  # type: ignore[attr-defined]
        assert term(form) == each


def test_the_longest_form_is_meant() -> None:
    assert found("新认定国家高新技术企业20家") == ["高新技术企业"]
    assert found("每万人口发明专利拥有量") == ["每万人口发明专利拥有量"]


def test_a_form_inside_another_word_is_not_meant() -> None:
    assert "高新技术企业" not in found("提高企业效益")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("国家级高新技术企业", "高新技术企业"),
        ("区级“三化”众创空间", "众创空间"),
        ("市科技小巨人企业", "科技小巨人企业"),
        ("全社会研发投入占GDP比重", "研发经费支出占GDP比重"),
        ("企业家", None),
        ("", None),
    ],
)
def test_the_head_of_a_phrase_decides(phrase: str, name: str | None) -> None:
    assert canonical(phrase) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("high-tech enterprises", "高新技术企业"),
        ("High Tech Enterprise targets", "高新技术企业"),
        ("makerspaces", "众创空间"),
        ("maker spaces", "众创空间"),
        ("R&D intensity", "研发经费支出占GDP比重"),
        ("business incubators", "科技企业孵化器"),
        ("key laboratories", "重点实验室"),
        ("little giants", "科技小巨人企业"),
    ],
)
def test_english_terms_in_any_case_and_number(text: str, name: str) -> None:
    assert in_english(text) == [name]


def test_english_words_inside_others_are_no_terms() -> None:
    assert in_english("skip protection") == []


@given(st.text(max_size=60))
def test_arbitrary_text_is_searched(text: str) -> None:
    for mention in find_terms(text):
        assert text[mention.start : mention.end] in mention.term.written
    find_english_terms(text)
    canonical(text)


def test_a_comma_inside_a_number_does_not_part_english_names():
    (term,) = [term for term in terms() if term.name == "每万人口发明专利拥有量"]
    assert term.english[0] == "invention patents per 10,000 people"
