"""While an answer takes long: the question stands there, it can be stopped, and others are not held up."""

import pytest

from tests.browser.hostile import PAYLOADS
from tests.browser.talking import BOX, LOOKUP, Talk
from tests.browser.visiting import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def slow_address(pytestconfig, tmp_path_factory):
    data = tmp_path_factory.mktemp("slow") / "data"
    with serving(pytestconfig.rootpath, "-m", "tests.browser.slow_app", "--data", data) as address:
        yield address


@pytest.fixture
def slow(chromium, slow_address):
    visit = Talk(chromium, slow_address)
    yield visit
    visit.end()


def test_the_question_stands_there_while_its_answer_comes(slow):
    slow.page.fill(BOX, LOOKUP)
    slow.page.press(BOX, "Enter")
    slow.page.wait_for_selector("#chat .waiting")
    assert LOOKUP in slow.page.inner_text("#chat .user-row")
    slow.page.wait_for_selector("#chat .answer")
    slow.page.wait_for_selector("#chat .waiting", state="detached")
    assert "4-5家" in slow.answer()


def test_an_answer_that_comes_is_stopped_and_the_next_question_answered(slow):
    slow.page.fill(BOX, "普陀区2016年高新技术企业目标是多少？")
    slow.page.press(BOX, "Enter")
    slow.page.click("#stop")
    assert "已停止" in slow.until("已停止", "#remark")
    slow.page.wait_for_selector("#chat .waiting", state="detached")
    slow.page.wait_for_timeout(2500)
    assert slow.page.locator("#chat .answer").count() == 0
    slow.ask(LOOKUP)
    assert "4-5家" in slow.answer()


def test_a_hostile_question_is_text_while_its_answer_comes(slow):
    slow.page.fill(BOX, "".join(PAYLOADS)[:480])
    slow.page.press(BOX, "Enter")
    slow.page.wait_for_selector("#chat .waiting")
    assert "<script>alert(1)</script>" in slow.page.inner_text("#chat .user-row")
    assert slow.page.locator("#chat .user-row :is(script, img, iframe, form, style)").count() == 0
    slow.page.wait_for_selector("#chat .answer, #chat .failure")
