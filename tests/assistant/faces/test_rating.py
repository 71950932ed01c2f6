from types import SimpleNamespace

import pytest

from assistant import Assistant
from assistant.faces.downloads import Downloads
from assistant.faces.page.chat import ChatPage
from assistant.faces.page.conversation import Conversation, Exchange
from assistant.faces.page.wording import CHINESE, ENGLISH
from assistant.feedback import CATEGORIES, FeedbackStore

QUESTION = "普陀区2016年新认定高新技术企业的目标是多少？"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with Assistant.open(tmp_path_factory.mktemp("data")) as opened:
        yield opened


@pytest.fixture(scope="module")
def rating(assistant, build):
    return build(ChatPage, assistant, Downloads()).talk.rating


def talk(assistant, *questions):
    conversation = Conversation()
    for question in questions:
        answer = assistant.ask(question, conversation.history())
        conversation = conversation.with_exchange(Exchange(question, answer))
    return conversation


def kept(assistant):
    return FeedbackStore(assistant.settings.data).all()


def thumb(index, liked):
    return SimpleNamespace(index=index, liked=liked)


def test_a_thumb_up_keeps_the_answer_that_was_given_and_asks_nothing(assistant, rating):
    conversation = talk(assistant, QUESTION)
    _, panel, *_, note = rating.rate(conversation, "zh", thumb(1, True))
    assert panel["visible"] is False
    assert CHINESE.kept in note
    found = kept(assistant)[-1]
    assert (found.verdict, found.answer["text"]) == ("up", conversation.exchanges[0].outcome.text)


def test_a_thumb_down_asks_what_was_wrong_and_keeps_it_with_the_conversation_before(
    assistant, rating
):
    conversation = talk(assistant, QUESTION, "那嘉定区呢？")
    turn, panel, *_ = rating.rate(conversation, "zh", thumb(3, False))
    assert (turn, panel["visible"]) == (2, True)
    rating.correct(turn, "wrong_figure", " 900家 ", conversation, "zh")
    found = kept(assistant)[-1]
    assert (found.question, found.correction, found.category) == (
        "那嘉定区呢？",
        "900家",
        "wrong_figure",
    )
    assert found.history[0]["content"] == QUESTION


def test_what_is_no_answer_is_not_judged(assistant, rating):
    before = len(kept(assistant))
    failed = Conversation().with_exchange(Exchange("?", "The index is missing."))
    for conversation in (failed, Conversation()):
        *_, note = rating.rate(conversation, "en", thumb(1, False))
        assert ENGLISH.not_kept in note
    assert len(kept(assistant)) == before


def test_both_languages_offer_every_category():
    for wording in (CHINESE, ENGLISH):
        assert {value for _, value in wording.categories} == set(CATEGORIES)
