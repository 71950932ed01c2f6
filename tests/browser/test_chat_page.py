"""The page as a person sees it, in a real Chromium: ask, read the table, open a source."""

import sys
import time

import pytest

from tests.browser.visiting import SECONDS, Visit, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ZH = "2016–2018年哪些区提出了高新技术企业目标？"
EN = "which districts set 高新技术企业 targets in 2016–2018?"
HOSTILE = "<img src=x onerror=alert(1)>普陀区2016年<script>alert(2)</script>${alert(3)}？"


@pytest.fixture(scope="module")
def address(pytestconfig, tmp_path_factory):
    """A server of its own, over the shipped notices."""
    data = tmp_path_factory.mktemp("browser") / "data"
    with serving(pytestconfig.rootpath, "app.py", "--data", data) as address:
        yield address


class Talk(Visit):
    """A visit to the chat page."""

    def __init__(self, browser, address, **options):
        super().__init__(browser, address, **options)
        self.page.wait_for_selector("#question textarea")

    def ask(self, question):
        """Type a question and press Enter; return the seconds until its answer can be seen."""
        answers = self.page.locator("#chat .answer, #chat .failure")
        before = answers.count()
        self.page.fill("#question textarea", question)
        started = time.perf_counter()
        self.page.press("#question textarea", "Enter")
        answers.nth(before).wait_for(state="visible", timeout=20 * SECONDS)
        return time.perf_counter() - started

    def source(self):
        self.page.wait_for_selector("#source mark")
        return self.page.inner_text("#source mark")


@pytest.fixture
def visit(chromium, address):
    visit = Talk(chromium, address)
    yield visit
    visit.end()


@pytest.mark.parametrize("question", [ZH, EN])
def test_a_coverage_question_shows_both_districts_with_their_figures(visit, question, capsys):
    seconds = visit.ask(question)
    table = visit.page.inner_text("#chat table.rows")
    for part in ("嘉定区", "900家", "普陀区", "20家", "虹口区"):
        assert part in table
    assert visit.source() in visit.page.inner_text("#source .source-text")
    assert seconds < 5
    with capsys.disabled():
        sys.stdout.write(f"\nEnter to answer: {seconds * 1000:.0f} ms\n")


def test_a_citation_opens_its_notice_with_the_sentence_marked(visit):
    visit.ask(ZH)
    first = visit.source()
    visit.page.click('#chat tr:has-text("普陀区") a.cite')
    visit.page.wait_for_function(
        "first => document.querySelector('#source mark').innerText !== first", arg=first
    )
    assert "力争新认定高新技术企业20家" in visit.source()
    assert "普陀区科学技术委员会" in visit.page.inner_text("#source .source-facts")
    assert "一、着力提升科技产业发展能级" in visit.page.inner_text("#source .source-path")
    assert "2 普陀区" in visit.page.inner_text("#citations label.selected")


def test_citations_can_be_reached_and_chosen_by_keyboard(visit):
    visit.ask(ZH)
    first = visit.source()
    visit.page.focus("#citations input:checked")
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Space")
    visit.page.wait_for_function(
        "first => document.querySelector('#source mark').innerText !== first", arg=first
    )
    visit.page.focus("#chat a.cite >> nth=0")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_function(
        "first => document.querySelector('#source mark').innerText === first", arg=first
    )


def test_a_citation_of_an_earlier_answer_still_opens(visit):
    visit.ask(ZH)
    visit.ask("徐汇区2016年高新技术企业目标是多少？")
    visit.page.wait_for_selector("#source .hint")
    visit.page.click('#chat tr:has-text("嘉定区") a.cite')
    assert "900家" in visit.source()


def test_an_example_is_asked_at_a_press_and_a_new_conversation_starts_afresh(visit):
    visit.page.click(f'#examples button:has-text("{ZH}")')
    visit.page.wait_for_selector("#chat table.rows")
    visit.page.wait_for_selector("#examples", state="hidden")
    visit.page.click("#restart")
    visit.page.wait_for_selector("#chat .answer", state="detached")
    visit.page.wait_for_selector("#examples", state="visible")


def test_a_follow_up_keeps_the_conversation(visit):
    visit.ask("普陀区2016年高新技术企业目标是多少？")
    visit.ask("那嘉定区2018年呢？")
    assert "900家" in visit.page.locator("#chat .answer").nth(1).inner_text()


def test_english_changes_the_words_of_the_page(visit):
    visit.page.click('#language label:has-text("English")')
    visit.page.wait_for_function(
        "() => document.querySelector('#send').innerText === 'Ask'", timeout=10 * SECONDS
    )
    assert "every sentence is cited" in visit.page.inner_text("#heading")
    visit.page.click(f'#examples button:has-text("{EN}")')
    visit.page.wait_for_selector("#chat table.rows")
    assert "Finding" in visit.page.inner_text("#chat table.rows")


def test_what_is_asked_cannot_run(visit):
    visit.ask(HOSTILE)
    shown = visit.page.inner_text("#chat .user-row")
    assert "<img src=x onerror=alert(1)>" in shown
    assert "${alert(3)}" in shown
    assert visit.page.locator("#chat img[src=x]").count() == 0
    visit.page.wait_for_timeout(500)


def test_the_page_fits_a_desktop_and_a_phone(visit, chromium, address):
    visit.ask(ZH)
    wide = "document.documentElement.scrollWidth - innerWidth"
    assert visit.page.evaluate(wide) <= 0
    assert visit.page.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0
    phone = Talk(chromium, address, viewport={"width": 390, "height": 844})
    phone.ask(ZH)
    assert phone.page.evaluate(wide) <= 0
    phone.end()


def test_too_long_a_question_is_refused_and_not_cut(visit):
    visit.ask("普陀区的目标" * 100)
    assert "600" in visit.page.locator("#chat .failure").last.inner_text()
