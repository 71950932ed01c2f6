"""The page: conversations, what each event shows, and words in both languages."""

import re
from dataclasses import fields, replace
from html import unescape

import pytest

from assistant.faces.downloads import Downloads
from assistant.faces.page.chips import understood
from assistant.faces.page.conversation import MAX_EXCHANGES, Conversation, Exchange
from assistant.faces.page.kept import Shelf
from assistant.faces.page.wording import CHINESE, ENGLISH, wording_for
from assistant.faces.rendering.links import open_link
from assistant.question.understood import Understood
from assistant.settings import MAX_HISTORY
from corpus.errors import IndexDamaged, UsageError
from corpus.notice import Years

COVERAGE = "2016–2018年哪些区提出了高新技术企业目标？"
LOOKUP = "普陀区2016年新增众创空间的目标是多少？"
MISSING = "徐汇区2016年高新技术企业目标是多少？"
UPDATE = {"__type__": "update"}


@pytest.fixture(scope="module")
def downloads():
    return Downloads()


@pytest.fixture(scope="module")
def page(kewen, build, downloads):
    from assistant.faces.page.chat import ChatPage

    return build(ChatPage, kewen, downloads)


@pytest.fixture
def talk(kewen):
    return Conversation().with_exchange(Exchange(COVERAGE, kewen.ask(COVERAGE)))


class Shown:
    """What an event changed, by the component that it changed."""

    def __init__(self, components, updates):
        assert len(components) == len(updates)
        self._changed = {component._id: u for component, u in zip(components, updates, strict=True)}

    def __getitem__(self, component):
        return self._changed[component._id]


def asked(page, question, conversation=None, shelf=None, language="zh"):
    *_, updates = page.talk.ask(question, conversation or Conversation(), shelf, language)
    return Shown(page.talk.answered, updates)


def test_history_is_what_ask_takes_and_leaves_errors_out(talk):
    history = talk.with_exchange(Exchange("坏", "索引损坏。")).history()
    assert [turn["role"] for turn in history] == ["user", "assistant"]
    assert history[0]["content"] == COVERAGE


def test_history_and_conversation_are_bounded(talk, kewen):
    answer = kewen.ask(LOOKUP)
    for _ in range(MAX_EXCHANGES + 5):
        talk = talk.with_exchange(Exchange(LOOKUP, answer))
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
    exchange = Exchange("<img src=x>\n\n*问*", "错 <b>")
    shown = Conversation((exchange,)).messages(CHINESE, waiting="<i>等</i>")
    assert "<img" not in shown[0]["content"]
    assert "<b>" not in shown[1]["content"]
    assert "*" not in shown[0]["content"]
    assert "<i>" not in shown[2]["content"]
    assert CHINESE.waiting in shown[3]["content"]


def test_both_languages_say_everything():
    for field in fields(CHINESE):
        assert getattr(CHINESE, field.name)
        assert getattr(ENGLISH, field.name)
    assert wording_for("fr") is CHINESE


def test_asking_shows_the_answer_the_first_source_and_how_it_was_understood(page):
    shown = asked(page, COVERAGE)
    assert shown[page.talk.conversation].turns == 1
    answer = shown[page.talk.chat][1]["content"]
    assert "900家" in answer
    assert "20家" in answer
    assert shown[page.talk.question]["value"] == ""
    assert shown[page.source.citations]["value"] == "cite-1-1"
    assert 'id="cited"' in shown[page.source.source]
    chips = page.talk.chips
    assert shown[chips.row]["visible"] is True
    assert (shown[chips.first]["value"], shown[chips.last]["value"]) == ("2016", "2018")
    assert shown[chips.indicators]["value"] == ["高新技术企业"]


def test_what_could_be_asked_next_is_offered(page):
    shown = asked(page, COVERAGE)
    offered = [shown[button] for button in page.talk.suggestions.buttons]
    questions = [update["value"] for update in offered if update["visible"]]
    assert questions
    assert COVERAGE not in questions
    assert CHINESE.go_on in shown[page.talk.suggestions.label]


def test_a_chip_that_is_changed_asks_again(page, kewen):
    first = asked(page, "普陀区2016年高新技术企业目标是多少？")
    conversation = first[page.talk.conversation]
    *_, updates = page.talk.redo(
        ["嘉定区"], "2018", "2018", ["高新技术企业"], conversation, None, "zh"
    )
    shown = Shown(page.talk.answered, updates)
    again = shown[page.talk.conversation]
    assert again.turns == 1
    assert again.last.understood == Understood(("嘉定区",), 2018, 2018, ("高新技术企业",))
    assert "900家" in shown[page.talk.chat][1]["content"]
    assert Shelf.from_plain(shown[page.history.shelf]).conversations[0].key == conversation.key


def test_a_year_that_is_none_is_answered_by_a_sentence(page):
    conversation = asked(page, COVERAGE)[page.talk.conversation]
    *_, updates = page.talk.redo([], "二〇一六", None, [], conversation, None, "zh")
    assert "二〇一六" in Shown(page.talk.answered, updates)[page.talk.chat][1]["content"]
    with pytest.raises(UsageError, match="Write it as 2016"):
        understood([], "16", None, [])
    assert understood(["普陀区"], "2016年", "", []) == Understood(("普陀区",), 2016)


def test_a_question_is_answered_again_and_what_came_after_it_is_gone(page):
    conversation = asked(page, COVERAGE)[page.talk.conversation]
    conversation = asked(page, LOOKUP, conversation)[page.talk.conversation]
    *_, updates = page.ask_again("1", conversation, None, "zh")
    assert Shown(page.talk.answered, updates)[page.talk.conversation].turns == 1
    assert list(page.ask_again("9", conversation, None, "zh")) == []
    assert list(page.ask_again("x", conversation, None, "zh")) == []


def test_a_follow_up_is_understood_from_the_conversation(page):
    first = asked(page, "普陀区2016年高新技术企业目标是多少？")
    second = asked(page, "那嘉定区2018年呢？", first[page.talk.conversation])
    assert "900家" in second[page.talk.chat][3]["content"]


def test_no_citation_is_said(page):
    shown = asked(page, MISSING)
    assert shown[page.source.citations]["visible"] is False
    assert CHINESE.no_citation in shown[page.source.source]


def test_an_empty_question_changes_nothing(page):
    assert list(page.talk.ask("  ", Conversation(), None, "zh")) == []


def test_a_question_that_is_too_long_is_answered_by_a_sentence(page):
    answer = asked(page, "问" * 501)[page.talk.chat][1]["content"]
    assert "500" in answer
    assert "failure" in answer


def test_choosing_a_citation_shows_its_source(page, talk):
    second = talk.exchanges[0].citations[1]
    choices, source = page.source.show("cite-1-2", talk, "zh")
    assert choices["value"] == "cite-1-2"
    assert second.title[:10] in source
    assert "2 / 3" in source


def test_the_source_says_on_which_years_its_part_looks_back(page, talk, kewen):
    answer = talk.exchanges[0].outcome
    looking = replace(answer.citations[0], role="review", years=Years(2017, 2017))
    changed = replace(answer, citations=(looking, *answer.citations[1:]))
    _, source = page.source.show("cite-1-1", Conversation((Exchange(COVERAGE, changed),)), "zh")
    assert "回顾 2017 年" in source
    assert "回顾" not in page.source.show("cite-1-1", talk, "zh")[1].split("notice-imprint")[0]


def test_a_link_opens_a_stretch_of_a_notice_and_one_without_length_only_the_notice(
    page, talk, kewen
):
    citation = talk.exchanges[0].citations[0]
    link = open_link(citation.notice_id, citation.start, citation.end)
    choices, source = page.source.show(link, talk, "zh")
    assert choices["visible"] is False
    [marked] = re.findall(r"<mark[^>]*cited[^>]*>([^<]*)</mark>", source)
    assert unescape(marked) == citation.quote
    _, source = page.source.show(open_link(citation.notice_id, 0, 0), talk, "zh")
    assert "<mark" not in source
    assert citation.title[:10] in source


@pytest.mark.parametrize(("start", "end"), [(0, 10**8), (10**8, 10**8 + 5), (9, 3)])
def test_a_link_past_the_end_of_a_notice_shows_the_notice(page, talk, start, end):
    _, source = page.source.show(open_link("putuo-2016", start, end), talk, "zh")
    assert "普陀区" in source


def test_a_link_to_no_notice_says_so(page, talk):
    assert "没有这份通知" in page.source.show(open_link("<b>", 0, 1), talk, "zh")[1]
    assert "There is no notice" in page.source.show(open_link("<b>", 0, 1), talk, "en")[1]


def test_the_language_changes_all_words_but_not_the_source_being_read(page, talk):
    spoken = Shown(page._worded, page.speak(talk, "en"))
    assert spoken[page.talk.send] == ENGLISH.send
    assert spoken[page.source.source] == UPDATE
    spoken = Shown(page._worded, page.speak(Conversation(), "en"))
    assert "are its sources" in spoken[page.source.source]


def test_a_new_conversation_keeps_the_one_before_in_the_list(page):
    first = asked(page, COVERAGE)
    shown = Shown(page.talk.answered, page.talk.start_again(first[page.history.shelf], "zh"))
    assert shown[page.talk.conversation] == Conversation()
    assert shown[page.talk.chat] == []
    [(title, key)] = shown[page.history.listed]["choices"]
    assert title == COVERAGE
    opened = Shown(page.talk.answered, page.talk.open(key, shown[page.history.shelf], "zh"))
    assert "900家" in opened[page.talk.chat][1]["content"]
    assert opened[page.talk.remark] == ""


def test_a_conversation_from_before_the_notices_changed_says_so(page, talk):
    shelf = Shelf().put(Conversation(talk.exchanges, "k"), "another index").to_plain()
    opened = Shown(page.talk.answered, page.talk.open("k", shelf, "zh"))
    assert CHINESE.changed_since in opened[page.talk.remark]
    gone = Shown(page.talk.answered, page.talk.open("none", shelf, "zh"))
    assert gone[page.talk.conversation] == Conversation()


def test_a_conversation_that_is_deleted_is_gone(page):
    first = asked(page, COVERAGE)
    conversation, shelf = first[page.talk.conversation], first[page.history.shelf]
    shown = Shown(page.talk.answered, page.talk.forget(conversation, shelf, "zh"))
    assert Shelf.from_plain(shown[page.history.shelf]) == Shelf()
    assert shown[page.history.none]["visible"] is True


def test_conversations_are_searched(page):
    shelf = asked(page, LOOKUP, None, asked(page, COVERAGE)[page.history.shelf])[page.history.shelf]
    listed, _ = page.history.search("众创", shelf)
    assert [title for title, _ in listed["choices"]] == [LOOKUP]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_rows_of_an_answer_are_offered_as_a_file(page, talk, downloads, kind):
    link = page.taking.take_rows(f"{kind}-1", talk)
    token = unescape(link).split("/download/")[1].split("/")[0]
    assert downloads.find(token).name.endswith(f".{kind}")
    assert page.taking.take_rows("csv-9", talk) == ""
    assert page.taking.take_rows("exe-1", talk) == ""


def test_a_conversation_is_offered_as_markdown_and_as_word(page, talk, downloads):
    for take, suffix in ((page.taking.take_markdown, ".md"), (page.taking.take_word, ".docx")):
        token = unescape(take(talk, "zh")).split("/download/")[1].split("/")[0]
        assert downloads.find(token).name.endswith(suffix)
        assert CHINESE.nothing_to_take in take(Conversation(), "zh")


def test_what_is_stopped_leaves_the_conversation_as_it_was(page, talk):
    messages, question, send, stop, remark = page.talk.stopped("还没问完", talk, "zh")
    assert messages == talk.messages(CHINESE)
    assert question == "还没问完"
    assert (send["visible"], stop["visible"]) == (True, False)
    assert CHINESE.stopped in remark


def test_a_slow_answer_shows_that_it_is_coming(kewen, build, downloads):
    from assistant.faces.page.chat import ChatPage

    page = build(ChatPage, Slow(kewen), downloads)
    waiting, done = page.talk.ask(LOOKUP, Conversation(), None, "zh")
    shown = Shown(page.talk.answered, waiting)
    assert CHINESE.waiting in shown[page.talk.chat][-1]["content"]
    assert shown[page.talk.stop]["visible"] is True
    assert Shown(page.talk.answered, done)[page.talk.stop]["visible"] is False


def test_greeting_says_how_many_notices_there_are_and_what_may_be_chosen(page):
    holdings, places, *_ = page.greet("zh")
    assert "5" in holdings
    assert "普陀区" in places["choices"]


def test_a_first_visit_shows_what_can_be_asked_of_these_notices(page):
    shown = Shown(page.talk.answered, page.talk.resume(None, "zh"))
    assert shown[page.talk.suggestions.buttons[0]]["visible"] is True
    assert CHINESE.try_these in shown[page.talk.suggestions.label]
    assert shown[page.talk.chips.row]["visible"] is False


def test_a_page_that_is_loaded_again_shows_the_conversation_that_was_open(page):
    shelf = asked(page, COVERAGE)[page.history.shelf]
    shown = Shown(page.talk.answered, page.talk.resume(shelf, "zh"))
    assert "900家" in shown[page.talk.chat][1]["content"]


def test_a_chip_that_was_left_as_it_is_asks_nothing(page):
    conversation = asked(page, COVERAGE)[page.talk.conversation]
    same = ([], "2016", "2018", ["高新技术企业"])
    assert list(page.talk.redo(*same, conversation, None, "zh")) == []


class Slow:
    """Answers after a while."""

    def __init__(self, assistant):
        self._assistant = assistant

    def __getattr__(self, name):
        return getattr(self._assistant, name)

    def ask(self, *arguments, **named):
        import time

        time.sleep(0.3)
        return self._assistant.ask(*arguments, **named)


class Failing:
    def _fail(self, *_, **__):
        raise IndexDamaged("The index is damaged: <notices.sqlite>.")

    notices = notice = ask = examples = suggest = _fail
    generation = property(_fail)


def test_a_page_without_an_index_says_the_sentence(talk, build, downloads):
    from assistant.faces.page.chat import ChatPage

    page = build(ChatPage, Failing(), downloads)
    assert "The index is damaged: &lt;notices.sqlite&gt;." in page.greet("zh")[0]
    assert "The index is damaged" in asked(page, LOOKUP)[page.talk.chat][1]["content"]
    assert "The index is damaged" in page.source.show("cite-1-1", talk, "zh")[1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_examples_show_answers_and_an_honest_refusal(kewen, language):
    statuses = [kewen.ask(example).status for example in kewen.examples(language)]
    assert statuses.count("answered") >= 4
    assert "not_found" in statuses
