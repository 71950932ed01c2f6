"""A reference to paste: official order, nothing invented, no punctuation of parts that are missing."""

from datetime import date

import pytest

from assistant.answers.answer import Citation
from assistant.faces.rendering.references import formatted_reference

KNOWN = Citation(
    marker=2,
    notice_id="haishu-2017",
    title="关于印发《海曙区科技局2017年工作要点》的通知",
    place="海曙区",
    issuer="宁波市海曙区科学技术局",
    document_number="海科〔2017〕6号",
    issued_on=date(2017, 4, 12),
    section_path=("三、推进创新", "11.实施培育计划"),
    start=3,
    end=9,
    quote="鼓励企业申报",
    page=5,
)
UNKNOWN = {
    "issuer": None,
    "place": None,
    "document_number": None,
    "issued_on": None,
    "section_path": (),
    "page": None,
}


def changed(**changes):
    values = {name: getattr(KNOWN, name) for name in KNOWN.__dataclass_fields__}
    return Citation(**(values | changes))


def test_all_parts_stand_in_the_order_of_the_standard():
    assert formatted_reference(KNOWN, "zh") == (
        "宁波市海曙区科学技术局. 关于印发《海曙区科技局2017年工作要点》的通知: 海科〔2017〕6号[Z]. "
        "2017-04-12. 三、推进创新 › 11.实施培育计划, 第5页."
    )


def test_in_english_the_names_stay_chinese():
    assert formatted_reference(KNOWN, "en") == (
        "宁波市海曙区科学技术局. 关于印发《海曙区科技局2017年工作要点》的通知: 海科〔2017〕6号[Z]. "
        "2017-04-12. 三、推进创新 › 11.实施培育计划, p. 5."
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "关于印发《海曙区科技局2017年工作要点》的通知[Z]."),
        ({"issued_on": date(2017, 4, 12)}, "关于印发《海曙区科技局2017年工作要点》的通知[Z]. 2017-04-12."),
        ({"page": 3}, "关于印发《海曙区科技局2017年工作要点》的通知[Z]. 第3页."),
        ({"section_path": ("一、总则",)}, "关于印发《海曙区科技局2017年工作要点》的通知[Z]. 一、总则."),
        ({"title": ""}, "（无标题）[Z]."),
        ({"title": "", "document_number": "甲〔2017〕1号"}, "（无标题）: 甲〔2017〕1号[Z]."),
    ],
)  # fmt: skip
def test_what_is_not_known_leaves_no_trace(changes, expected):
    assert formatted_reference(changed(**(UNKNOWN | changes)), "zh") == expected


def test_the_place_stands_for_an_unknown_issuer_unless_the_title_names_it():
    named = changed(**(UNKNOWN | {"place": "海曙区"}))
    unnamed = changed(**(UNKNOWN | {"place": "海曙区", "title": "2017年工作要点"}))
    assert formatted_reference(named, "zh").startswith("关于印发")
    assert formatted_reference(unnamed, "zh") == "海曙区. 2017年工作要点[Z]."


def test_a_number_in_the_title_is_not_given_again():
    seen = changed(title="工作要点（海科 〔2017〕6号）")
    assert formatted_reference(seen, "zh").count("6号") == 1


def test_a_part_that_ends_in_punctuation_is_not_ended_twice():
    seen = changed(
        title="工作要点。", document_number=None, section_path=("一、目标：", " 。", "2.")
    )
    assert "工作要点[Z]. 2017-04-12. 一、目标 › 2, 第5页." in formatted_reference(seen, "zh")


@pytest.mark.parametrize(
    "hostile", ["甲\n\n乙\r\n丙", "甲\u202e乙\u200b丙", "甲\x00乙\x1b[31m丙", "甲\u2028乙\u2029丙", "\ufffe甲乙丙"]
)  # fmt: skip
def test_a_reference_is_one_line_of_what_can_be_seen(hostile):
    seen = changed(title=hostile, issuer=hostile, document_number=hostile, section_path=(hostile,))
    line = formatted_reference(seen, "zh")
    assert len(line.splitlines()) == 1
    assert line.isprintable()
    assert all(char in line for char in "甲乙丙")


def test_every_citation_of_the_shipped_notices_has_a_reference(kewen):
    for citation in kewen.ask("哪些区提出了众创空间目标？").citations:
        line = formatted_reference(citation, "zh")
        assert citation.section_path[-1][:4] in line
        assert not any(twice in line for twice in ("..", ". .", ": :", ", ,", "。.", "：."))
