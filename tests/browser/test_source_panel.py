"""The source beside the conversation: the sentence in sight, the way to the next, the reference."""

import pytest

from tests.browser.talking import SILENT, ZH

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHANGED = "first => document.querySelector('#source #cited')?.innerText !== first"
IN_SIGHT = """() => {
    const mark = document.querySelector("#source #cited").getBoundingClientRect();
    const panel = document.querySelector("#source").getBoundingClientRect();
    return mark.top > panel.top && mark.bottom < panel.bottom;
}"""


def test_a_citation_opens_its_notice_with_the_sentence_marked_and_in_sight(talk):
    talk.ask(ZH)
    first = talk.source()
    talk.page.click('#chat tr:has-text("普陀区") a.cite')
    talk.page.wait_for_function(CHANGED, arg=first)
    assert "力争新认定高新技术企业20家" in talk.source()
    talk.page.wait_for_function(IN_SIGHT)
    assert "普陀区科学技术委员会" in talk.page.inner_text("#source .notice-facts")
    assert "一、着力提升科技产业发展能级" in talk.page.inner_text("#source .source-reference")
    assert "2 普陀区" in talk.page.inner_text("#citations label.selected")


def test_the_notice_is_there_in_full_with_its_outline(talk):
    talk.ask(ZH)
    talk.page.click('#chat tr:has-text("普陀区") a.cite')
    talk.until("20家", "#source #cited")
    text = talk.page.inner_text("#source .notice-text")
    assert len(text) > 3000
    talk.page.click("#source .outline-folded summary")
    talk.page.click("#source .outline-folded a >> nth=-1")
    heading = talk.page.locator("#source mark").first
    heading.wait_for()
    talk.page.wait_for_function(IN_SIGHT)


def test_citations_can_be_reached_and_chosen_by_keyboard(talk):
    talk.ask(ZH)
    first = talk.source()
    talk.page.focus("#citations input:checked")
    talk.page.keyboard.press("Tab")
    talk.page.keyboard.press("Space")
    talk.page.wait_for_function(CHANGED, arg=first)
    talk.page.focus("#chat a.cite >> nth=0")
    talk.page.keyboard.press("Enter")
    talk.until(first, "#source #cited")


def test_arrows_and_links_go_through_the_citations(talk):
    talk.ask(ZH)
    first = talk.source()
    talk.page.click("#chat .answer p >> nth=0")
    talk.page.keyboard.press("ArrowRight")
    talk.page.wait_for_function(CHANGED, arg=first)
    assert "2 / 3" in talk.page.inner_text("#source .source-ways")
    talk.page.click('#source a[href="#following"]')
    talk.until("3 / 3", "#source .source-ways")
    talk.page.click('#source a[href="#previous"]')
    talk.until("2 / 3", "#source .source-ways")


def test_a_reference_is_copied(talk):
    talk.ask(ZH)
    talk.page.click('#chat tr:has-text("海曙区") a.cite')
    talk.until("海科〔2017〕6号", "#source .source-reference")
    talk.page.click('#source a[href="#copy-reference"]')
    copied = talk.copied()
    assert copied.startswith("宁波市海曙区科学技术局. ")
    assert "海科〔2017〕6号[Z]. 2017-04-12." in copied


def test_the_notice_opens_on_a_page_of_its_own_at_the_same_sentence(talk):
    talk.ask(ZH)
    cited = talk.source()
    with talk.page.expect_popup() as popup:
        talk.page.click("#source .alone a")
    alone = popup.value
    alone.wait_for_selector("#cited")
    assert alone.inner_text("#cited") == cited
    assert "/notice/jiading-2018?start=" in alone.url
    alone.close()


def test_a_citation_of_an_earlier_answer_still_opens(talk):
    talk.ask(ZH)
    talk.ask(SILENT)
    talk.page.wait_for_selector("#source .hint")
    talk.page.click('#chat tr:has-text("嘉定区") a.cite')
    assert "900家" in talk.source()


def test_a_figure_of_the_explore_tab_opens_its_source(talk):
    talk.tab(1)
    figure = talk.page.locator('#tab-explore a[href^="#open/"]:visible').first
    figure.click()
    assert talk.source() in talk.page.inner_text("#source .notice-text")


def test_a_notice_of_the_notices_tab_opens(talk):
    talk.tab(2)
    talk.page.locator('#tab-notices a[href^="#open/"]:visible').first.click()
    talk.page.wait_for_selector("#source .notice-title")
    assert talk.page.locator("#source mark").count() == 0
