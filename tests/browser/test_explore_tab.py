"""The ledgers as a person looks through them, in a real Chromium."""

import pytest

from tests.browser.talking import PHONE, Talk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CONTENT = "#explore-content"


def explore(visit, view=None):
    visit.tab(1)
    visit.page.wait_for_selector(f"{CONTENT} table")
    if view:
        choose(visit, view)
    return visit.page


def choose(visit, view):
    visit.page.locator("#explore-views label").get_by_text(view, exact=True).click()


def test_a_figure_opens_its_sentence_beside_the_table(talk):
    page = explore(talk, "地区 × 年份")
    page.click("#explore-indicator input")
    page.keyboard.type("高企")
    page.keyboard.press("Enter")
    talk.until("高新技术企业", CONTENT)
    page.click("#explore-measure input")
    page.get_by_role("option", name="总数（家）").click()
    talk.until("900家", CONTENT)
    page.locator(f"{CONTENT} a.figure").get_by_text("900家").click()
    assert "900家" in talk.source()


def test_filters_narrow_and_clearing_them_widens_again(talk):
    page = explore(talk, "数据")
    talk.until("共 44 条", CONTENT)
    page.click("#explore-places input")
    page.get_by_role("option", name="海曙区").click()
    talk.until("共 1 条", CONTENT)
    page.click("#explore-clear")
    talk.until("共 44 条", CONTENT)
    assert page.locator("#explore-places .token").count() == 0


def test_a_heading_sorts_its_column(talk):
    page = explore(talk, "任务")
    talk.until("共 24 条", CONTENT)
    days = page.locator(f"{CONTENT} td.day")
    page.locator(f"{CONTENT} thead th").nth(4).click()
    found = days.all_inner_texts()
    assert found == sorted(found)
    assert len(set(found)) == 2


def test_the_language_changes_the_words_and_keeps_the_view(talk):
    page = explore(talk, "任务日历")
    talk.until("6 月", CONTENT)
    page.locator("#language label").get_by_text("English").click()
    assert "2015-06" in talk.until("24 in all", CONTENT)
    assert page.locator("#explore-views label.selected").inner_text() == "Calendar"


def test_figures_come_as_a_file(talk):
    page = explore(talk, "数据")
    with page.expect_download() as taken:
        page.locator(f"{CONTENT} a.download").get_by_text("Excel").click()
    assert taken.value.suggested_filename == "targets.xlsx"


@pytest.mark.parametrize("view", ["地区 × 年份", "一地历年", "数据", "任务", "任务日历"])
def test_on_a_phone_what_is_wide_scrolls_in_its_own_box(chromium, page_address, view):
    visit = Talk(chromium, page_address, viewport=PHONE)
    page = explore(visit, view)
    page.wait_for_timeout(300)
    widths = "[document.documentElement.scrollWidth, innerWidth]"
    wide, room = page.evaluate(widths)
    assert wide <= room
    visit.end()
