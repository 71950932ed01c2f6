"""The shape of the page: languages, light and dark, keys, a phone, what a screen reader is told."""

import pytest

from tests.browser.talking import BOX, EN, PHONE, ZH, Talk
from tests.browser.visiting import SECONDS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDE = "document.documentElement.scrollWidth - innerWidth"
PAPER = "getComputedStyle(document.querySelector('.gradio-container')).backgroundColor"


def test_english_changes_the_words_of_the_page(talk):
    talk.page.click('#language label:has-text("English")')
    talk.page.wait_for_function(
        "() => document.querySelector('#send').innerText === 'Ask'", timeout=10 * SECONDS
    )
    assert "every sentence is cited" in talk.page.inner_text("#heading")
    assert "Explore" in talk.page.inner_text("#tabs")
    talk.ask(EN)
    assert "Finding" in talk.page.inner_text("#chat table.rows")
    assert "Copy reference" in talk.until("Copy reference", "#source .source-tools")


def test_light_and_dark_are_chosen_and_remembered(talk):
    light = talk.page.evaluate(PAPER)
    talk.page.click('a[href="#theme"]')
    dark = talk.page.evaluate(PAPER)
    assert dark != light
    talk.page.reload()
    talk.ready()
    assert talk.page.evaluate(PAPER) == dark


def test_the_system_says_whether_it_is_dark_at_first(chromium, page_address):
    papers = []
    for scheme in ("light", "dark"):
        visit = Talk(chromium, page_address, color_scheme=scheme)
        papers.append(visit.page.evaluate(PAPER))
        visit.end()
    assert papers[0] != papers[1]


def test_a_slash_goes_to_the_question_and_can_be_typed_in_it(talk):
    talk.ask(ZH)
    talk.page.click("#chat .answer p >> nth=0")
    talk.page.keyboard.press("/")
    assert talk.page.evaluate("document.activeElement.closest('#question') !== null")
    talk.page.keyboard.type("a/b")
    assert talk.page.input_value(BOX) == "a/b"


def test_the_page_fits_a_desktop(talk):
    talk.ask(ZH)
    for tab in range(3):
        talk.tab(tab)
        talk.page.wait_for_timeout(300)
        assert talk.page.evaluate(WIDE) <= 0
        assert talk.page.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0


def test_the_page_fits_a_phone(chromium, page_address):
    phone = Talk(chromium, page_address, viewport=PHONE)
    phone.ask(ZH)
    for tab in range(3):
        phone.tab(tab)
        phone.page.wait_for_timeout(300)
        assert phone.page.evaluate(WIDE) <= 0
    phone.tab(0)
    # Nothing of the conversation lies over the source below it.
    left, right = (phone.page.locator(part).bounding_box() for part in ("#left", "#right"))
    assert left["y"] + left["height"] <= right["y"] + 1
    phone.end()


def test_what_can_be_pressed_has_a_name_and_messages_are_read_without_markup(talk):
    talk.ask(ZH)
    nameless = talk.page.evaluate(
        """() => [...document.querySelectorAll("button, a[href], input, textarea, select")]
            .filter((part) => part.checkVisibility())
            .filter((part) => !(part.innerText?.trim() || part.getAttribute("aria-label")
                || part.title || part.placeholder || part.labels?.length))
            .map((part) => part.outerHTML.slice(0, 200))"""
    )
    assert nameless == []
    labelled = talk.page.evaluate(
        """() => [...document.querySelectorAll("#chat [aria-label]")]
            .filter((part) => part.getAttribute("aria-label").includes("<")).length"""
    )
    assert labelled == 0
    assert talk.page.get_attribute("#chat .answer >> nth=-1", "lang") == "zh-CN"
