"""Words put in the place of others, read by eye."""

import pytest

from assistant.question.rewording import appended, inserted, replaced, years_written
from corpus.notice import Years


def stretches(text, *words):
    return [(text.index(word), text.index(word) + len(word)) for word in words]


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("普陀区2016年的目标", ["普陀区"], "嘉定区", "嘉定区2016年的目标"),
        ("普陀区和嘉定区的目标", ["普陀区", "嘉定区"], "海曙区", "海曙区的目标"),
        ("普陀区、嘉定区和海曙区的目标", ["嘉定区", "海曙区"], "", "普陀区的目标"),
        ("targets in 2016?", ["2016"], "", "targets?"),
        ("targets in 2016?", ["2016"], "since 2018", "targets since 2018?"),
        ("Putuo and Jiading in 2016", ["Putuo", "Jiading"], "Haishu", "Haishu in 2016"),
        ("普陀 2016 众创空间", ["2016"], "2017年", "普陀 2017年 众创空间"),
        ("普陀的目标", [], "嘉定", "普陀的目标"),
    ],
)
def test_the_new_words_stand_where_the_first_of_the_old_stood(text, old, new, expected):
    assert replaced(text, stretches(text, *old), new) == expected


def test_latin_words_are_kept_apart():
    assert inserted("howmany", 3, "very") == "how very many"
    assert inserted("多少家", 2, "R&D") == "多少R&D家"


def test_what_is_appended_stands_before_the_question_mark():
    assert appended("Which districts set targets?", "in 2016") == (
        "Which districts set targets in 2016?"
    )
    assert appended("哪些区", "有") == "哪些区有"


@pytest.mark.parametrize(
    ("years", "chinese", "english"),
    [
        (Years(2016, 2016), "2016年", "2016"),
        (Years(2016, 2018), "2016–2018年", "2016–2018"),
        (Years(2016, 2200), "2016年以来", "since 2016"),
        (Years(1900, 2018), "2018年及以前", "until 2018"),
    ],
)
def test_years_are_written_as_a_question_says_them(years, chinese, english):
    assert years_written(years, english=False) == chinese
    assert years_written(years, english=True) == english
