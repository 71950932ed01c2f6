"""The chat page: conversations, what each event shows, and words in both languages."""

from dataclasses import fields

import pytest

from assistant.faces.page.conversation import MAX_EXCHANGES, Conversation
from assistant.faces.page.wording import CHINESE, ENGLISH, wording_for
from assistant.settings import MAX_HISTORY
from corpus.errors import IndexDamaged

COVERAGE = "2016–2018年哪些区提出了高新技术企业目标？"
LOOKUP = "普陀区2016年新增众创空间的目标是多少？"
MISSING = "徐汇区2016年高新技术企业目标是多少？"


@pytest.fixture(scope="module")
def page(kewen, build):
    from assistant.faces.page.chat import ChatPage

    return build(ChatPage, kewen)


@pytest.fixture
def talk(kewen):
    return Conversation().with_exchange(COVERAGE, kewen.ask(COVERAGE))


def test_history_is_what_ask_takes_and_leaves_errors_out(talk):
    history = talk.with_exchange("坏", "索引损坏。").history()
    assert [turn["role"] for turn in history] == ["user", "assistant"]
    assert history[0]["content"] == COVERAGE


def test_history_and_conversation_are_bounded(talk, kewen):
    answer = kewen.ask(LOOKUP)
    for _ in range(MAX_EXCHANGES + 5):
        talk = talk.with_exchange(LOOKUP, answer)
    assert talk.turns == MAX_EXCHANGES
    assert len(talk.history()) == MAX_HISTORY


def test_every_choice_leads_to_its_citation(talk):
    choices = talk.choices(1)
    assert next(label for label, _ in choices).startswith("1 ")
    for (_, value), citation in zip(choices, talk.exchanges[0].citations, strict=True):
        assert talk.find(value) == (1, citation)
        assert talk.find(f"#{value}") == (1, citation)


@pytest.mark.parametrize("choice", ["", "cite-0-1", "cite-1-0", "cite-2-1", "cite-1-99", "cite--1-1", "x"])  # fmt: skip
def test_a_choice_of_nothing_is_nothing(talk, choice):
    assert talk.find(choice) is None


def test_a_question_is_shown_as_text():
    shown = Conversation().with_exchange("<img src=x>\n\n*问*", "错 <b>").messages(CHINESE)
    assert "<img" not in shown[0]["content"]
    assert "<b>" not in shown[1]["content"]
    assert "*" not in shown[0]["content"]


def test_both_languages_say_everything_and_have_as_many_examples():
    for field in fields(CHINESE):
        assert getattr(CHINESE, field.name)
        assert getattr(ENGLISH, field.name)
    assert len(CHINESE.examples) == len(ENGLISH.examples)
    assert wording_for("fr") is CHINESE


def test_asking_shows_the_answer_and_the_first_source(page):
    talk, messages, box, _, choices, source = page.ask(COVERAGE, Conversation(), "zh")
    assert talk.turns == 1
    assert "900家" in messages[1]["content"]
    assert "20家" in messages[1]["content"]
    assert box == ""
    assert choices["value"] == "cite-1-1"
    assert "<mark>" in source


def test_a_follow_up_is_understood_from_the_conversation(page):
    talk, *_ = page.ask("普陀区2016年高新技术企业目标是多少？", Conversation(), "zh")
    _, messages, *_ = page.ask("那嘉定区2018年呢？", talk, "zh")
    assert "900家" in messages[3]["content"]


def test_no_citation_is_said(page):
    *_, choices, source = page.ask(MISSING, Conversation(), "zh")
    assert choices["visible"] is False
    assert CHINESE.no_citation in source


def test_an_empty_question_changes_nothing(page):
    assert all(update == {"__type__": "update"} for update in page.ask("  ", Conversation(), "zh"))


def test_a_question_that_is_too_long_is_answered_by_a_sentence(page):
    _, messages, *_ = page.ask("问" * 501, Conversation(), "zh")
    assert "500" in messages[1]["content"]
    assert "failure" in messages[1]["content"]


def test_choosing_a_citation_shows_its_source(page, talk, kewen):
    second = talk.exchanges[0].citations[1]
    choices, source = page.show("cite-1-2", talk, "zh")
    assert choices["value"] == "cite-1-2"
    assert second.title[:10] in source


def test_the_language_changes_all_words_but_not_the_source_being_read(page, talk):
    spoken = page.speak(talk, "en")
    assert len(spoken) == len(page._worded())
    assert ENGLISH.send in spoken
    assert list(spoken[-len(ENGLISH.examples) :]) == list(ENGLISH.examples)
    assert {"__type__": "update"} in spoken
    assert any("are its sources" in str(words) for words in page.speak(Conversation(), "en"))


def test_a_new_conversation_forgets(page):
    talk, messages, *_ = page.start_again("zh")
    assert (talk.turns, messages) == (0, [])


def test_greeting_says_how_many_notices_there_are(page):
    assert "5" in page.greet("zh")


class Failing:
    def notices(self):
        raise IndexDamaged("The index is damaged: <notices.sqlite>.")

    notice = ask = lambda self, *_: self.notices()


def test_a_page_without_an_index_says_the_sentence(talk, build):
    from assistant.faces.page.chat import ChatPage

    page = build(ChatPage, Failing())
    assert "The index is damaged: &lt;notices.sqlite&gt;." in page.greet("zh")
    _, messages, *_ = page.ask(LOOKUP, Conversation(), "zh")
    assert "The index is damaged" in messages[1]["content"]
    assert "The index is damaged" in page.show("cite-1-1", talk, "zh")[1]


@pytest.mark.parametrize("wording", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_the_examples_show_answers_and_honest_refusals(kewen, wording):
    statuses = [kewen.ask(example).status for example in wording.examples]
    assert statuses == ["answered"] * 3 + ["not_found"] * 2 + ["answered"]
