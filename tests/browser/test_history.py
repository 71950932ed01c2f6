"""Conversations that the browser keeps: over a reload, side by side, searched, deleted, exported."""

import pytest

from corpus.reading import read
from tests.browser.talking import LOOKUP, ZH

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LISTED = "#history-list label"


def open_history(talk):
    talk.page.click('#talk-tools a[href="#press-history"]')
    talk.page.wait_for_selector("#history-words input, #history-words textarea")


def test_a_reload_keeps_the_conversation(talk):
    talk.ask(ZH)
    talk.page.reload()
    talk.ready()
    assert "900家" in talk.until("900家")
    assert "900家" in talk.source()


def test_several_conversations_stand_side_by_side(talk):
    talk.ask(ZH)
    talk.page.click('#talk-tools a[href="#press-restart"]')
    talk.page.wait_for_selector("#chat .answer", state="detached")
    talk.ask(LOOKUP)
    open_history(talk)
    assert talk.page.locator(LISTED).all_inner_texts() == [LOOKUP, ZH]
    talk.page.click(f'{LISTED}:has-text("{ZH}")')
    assert "900家" in talk.until("900家")


def test_conversations_are_searched_and_deleted(talk):
    talk.ask(ZH)
    talk.page.click('#talk-tools a[href="#press-restart"]')
    talk.page.wait_for_selector("#chat .answer", state="detached")
    talk.ask(LOOKUP)
    open_history(talk)
    talk.page.fill("#history-words input, #history-words textarea", "众创")
    talk.page.wait_for_function(f"() => document.querySelectorAll('{LISTED}').length === 1")
    assert talk.page.inner_text(LISTED) == LOOKUP
    talk.page.fill("#history-words input, #history-words textarea", "")
    talk.page.wait_for_function(f"() => document.querySelectorAll('{LISTED}').length === 2")
    talk.page.click("#forget")
    talk.page.wait_for_function(f"() => document.querySelectorAll('{LISTED}').length === 1")
    assert talk.page.inner_text(LISTED) == ZH


@pytest.mark.parametrize(("button", "suffix"), [("take-word", ".docx"), ("take-markdown", ".md")])
def test_a_conversation_is_taken_away_with_its_references(talk, tmp_path, button, suffix):
    talk.ask(ZH)
    open_history(talk)
    with talk.page.expect_download() as download:
        talk.page.click(f"#{button}")
    assert download.value.suggested_filename.endswith(suffix)
    path = tmp_path / f"talk{suffix}"
    download.value.save_as(path)
    text = read(path).text
    for part in (ZH, "力争新认定高新技术企业20家", "普陀区科学技术委员会", "2016-05-06"):
        assert part in text
