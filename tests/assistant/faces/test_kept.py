"""What the browser keeps of conversations, and what becomes of it when it comes back changed."""

import pytest

from assistant.faces.page.conversation import MAX_EXCHANGES, Conversation, Exchange
from assistant.faces.page.kept import MOST_KEPT, Shelf
from assistant.question.understood import Understood

FIRST = Conversation((Exchange("普陀区有哪些目标？", "错"), Exchange("那嘉定呢？", "错")), "a")
MEANT = Understood(("普陀区",), 2016, None, ("众创空间",))
SECOND = Conversation((Exchange("哪些区提到众创空间？", "错", MEANT),), "b")


def test_what_is_kept_comes_back():
    shelf = Shelf().put(FIRST, "index 1").put(SECOND, "index 2")
    assert Shelf.from_plain(shelf.to_plain()) == shelf
    assert shelf.find("b").asked[0].understood == MEANT
    assert (shelf.current, shelf.find("a").title) == ("b", "普陀区有哪些目标？")


def test_a_conversation_that_goes_on_stays_one_and_comes_first():
    shelf = Shelf().put(FIRST, "").put(SECOND, "").put(FIRST, "new")
    assert [kept.key for kept in shelf.conversations] == ["a", "b"]
    assert shelf.find("a").index == "new"


def test_the_oldest_goes_when_there_are_too_many():
    shelf = Shelf()
    for number in range(MOST_KEPT + 3):
        shelf = shelf.put(Conversation(FIRST.exchanges, str(number)), "")
    assert len(shelf.conversations) == MOST_KEPT
    assert shelf.find("0") is None
    assert shelf.find(str(MOST_KEPT + 2)) is not None


def test_one_that_is_deleted_is_gone_and_not_open_any_more():
    shelf = Shelf().put(FIRST, "").put(SECOND, "").without("b")
    assert [kept.key for kept in shelf.conversations] == ["a"]
    assert shelf.current == ""


@pytest.mark.parametrize(
    ("words", "found"), [("嘉定", True), ("普陀 嘉定", True), ("众创", False), ("", True)]
)
def test_questions_are_searched_for_all_of_the_words(words, found):
    assert Shelf().put(FIRST, "").conversations[0].holds(words) is found


@pytest.mark.parametrize(
    "value",
    [
        None, 3, "x", [], {}, {"conversations": "x"}, {"conversations": [1, None, {}, {"key": "a"}]},
        {"conversations": [{"key": "a", "asked": []}]},
        {"conversations": [{"key": "", "asked": [{"question": "问"}]}]},
        {"conversations": [{"key": "k" * 500, "asked": [{"question": "问"}]}]},
        {"conversations": [{"key": "a", "asked": [{"question": 5}, {"question": "问" * 501}, 7]}]},
    ],
)  # fmt: skip
def test_what_is_no_conversation_is_left_out(value):
    assert Shelf.from_plain(value) == Shelf()


def test_odd_parts_of_a_conversation_are_left_out_and_the_rest_kept():
    understood = {
        "places": ["普陀区", 3, "长" * 101],
        "year_from": True,
        "year_to": "2016",
        "indicators": 5,
    }
    asked = [{"question": "问", "understood": understood}, {"question": ""}] * MAX_EXCHANGES
    plain = {"conversations": [{"key": "a", "asked": asked, "index": 3}], "current": 4}
    [kept] = Shelf.from_plain(plain).conversations
    assert kept.asked[0].understood == Understood(("普陀区",))
    assert len(kept.asked) == MAX_EXCHANGES // 2
    assert (kept.index, Shelf.from_plain(plain).current) == ("", "")
