"""The conversation as a person has it, in a real Chromium: ask, read, change, go on, take away."""

import sys
import time

import pytest

from tests.browser.talking import BOX, EN, LOOKUP, SILENT, ZH, Talk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SOON, USABLE = 0.5, 2.0


@pytest.mark.parametrize("question", [ZH, EN])
def test_a_coverage_question_shows_both_districts_with_their_figures(talk, question):
    talk.ask(question)
    table = talk.page.inner_text("#chat table.rows")
    for part in ("嘉定区", "900家", "普陀区", "20家", "虹口区"):
        assert part in table
    assert talk.source() in talk.page.inner_text("#source .notice-text")


def test_the_page_is_usable_and_the_answer_there_in_no_time(chromium, page_address, capsys):
    loads, answers = [], []
    for _ in range(3):
        started = time.perf_counter()
        visit = Talk(chromium, page_address)
        loads.append(time.perf_counter() - started)
        answers.append(visit.ask(ZH))
        visit.end()
    with capsys.disabled():
        sys.stdout.write(
            f"\npage usable after {min(loads) * 1000:.0f} ms (best of 3; {USABLE:.0f} s allowed), "
            f"answer {min(answers) * 1000:.0f} ms after Enter ({SOON} s allowed)\n"
        )
    # The best of three: the machine of a test is not always its own.
    assert min(loads) < USABLE
    assert min(answers) < SOON


def test_what_was_understood_is_shown_and_a_change_of_it_asks_again(talk):
    talk.ask(ZH)
    chosen = "#chips-indicators .token"
    talk.page.wait_for_selector(chosen)
    assert "高新技术企业" in talk.page.inner_text(chosen)
    assert talk.page.input_value("#chips-from input") == "2016"
    talk.page.click("#chips-places input")
    talk.page.get_by_role("option", name="普陀区").first.click()
    assert "20家" in talk.until("1 份通知")
    talk.page.click("#chips-places .token-remove >> nth=0")
    assert "900家" in talk.until("4 份通知")
    assert talk.page.locator("#chat .user-row").count() == 1


def test_what_is_typed_into_a_chip_counts(talk):
    talk.ask(ZH)
    talk.page.click("#chips-places input")
    talk.page.keyboard.type("嘉定区")
    talk.page.keyboard.press("Enter")
    assert "900家" in talk.until("1 份通知")


def test_a_year_that_is_none_is_told_and_can_be_mended(talk):
    talk.ask(ZH)
    talk.page.fill("#chips-from input", "去年")
    talk.page.keyboard.press("Enter")
    talk.page.keyboard.press("Tab")
    assert "去年" in talk.until("2016", "#chat .failure")


def test_the_next_question_is_one_press_away(talk):
    talk.ask(LOOKUP)
    button = talk.page.locator("#examples button:visible").first
    question = button.inner_text()
    button.click()
    talk.page.locator("#chat .answer").nth(1).wait_for()
    assert question in talk.page.locator("#chat .user-row").nth(1).inner_text()
    assert "not_found" not in talk.page.locator("#chat .answer").nth(1).get_attribute("class")


def test_an_answer_is_copied_with_its_sources(talk):
    talk.ask(ZH)
    talk.page.click('#chat a.act[href="#copy-1"]')
    copied = talk.copied()
    assert "普陀区\t2016\t提出目标\t力争 20家\t新认定\t[2]" in copied
    assert "[2] 普陀区科学技术委员会" in copied
    assert "「力争新认定高新技术企业20家;」" in copied


def test_a_question_is_edited_and_asked_again(talk):
    talk.ask(LOOKUP)
    talk.page.click('#chat a.act[href="#edit-1"]')
    assert talk.page.input_value(BOX) == LOOKUP
    talk.page.fill(BOX, LOOKUP.replace("众创空间", "高新技术企业"))
    talk.page.press(BOX, "Enter")
    assert "20家" in talk.until("20家")


def test_asking_again_goes_back_to_that_question(talk):
    talk.ask(LOOKUP)
    talk.ask(SILENT)
    talk.page.click('#chat a.act[href="#retry-1"]')
    talk.page.wait_for_function("() => document.querySelectorAll('#chat .answer').length === 1")
    assert "众创空间" in talk.answer()


def test_a_follow_up_keeps_the_conversation(talk):
    talk.ask("普陀区2016年高新技术企业目标是多少？")
    talk.ask("那嘉定区2018年呢？")
    assert "900家" in talk.page.locator("#chat .answer").nth(1).inner_text()


def test_too_long_a_question_is_refused_and_not_cut(talk):
    talk.ask("普陀区的目标" * 100)
    assert "600" in talk.page.locator("#chat .failure").last.inner_text()


def test_a_thumb_down_asks_what_was_wrong(talk):
    talk.ask(LOOKUP)
    talk.page.get_by_role("button", name="Dislike").first.click()
    talk.page.wait_for_selector("#rating")
    talk.page.fill("#correction textarea", "应为4家")
    talk.page.click("#rating button")
    assert "已记下" in talk.until("已记下", "#rated")
