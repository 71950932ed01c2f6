"""The page as a person sees it, in a real Chromium: ask, read the table, open a source.

Without Chromium these tests are skipped, unless KEWEN_REQUIRE_BROWSER=1, which makes that a failure.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from urllib.parse import urlsplit

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ZH = "2016–2018年哪些区提出了高新技术企业目标？"
EN = "which districts set 高新技术企业 targets in 2016–2018?"
HOSTILE = "<img src=x onerror=alert(1)>普陀区2016年<script>alert(2)</script>${alert(3)}？"
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SECONDS = 1000


@pytest.fixture(scope="module")
def chromium():
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = f"none of {', '.join(NAMES)} is installed"
        if os.environ.get("KEWEN_REQUIRE_BROWSER") == "1":
            pytest.fail(f"KEWEN_REQUIRE_BROWSER is 1, but {reason}")
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(pytestconfig, tmp_path_factory):
    """A server of its own, over the shipped notices."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    data = tmp_path_factory.mktemp("browser") / "data"
    command = [sys.executable, "app.py", "--port", str(port), "--data", str(data)]
    with subprocess.Popen(command, cwd=pytestconfig.rootpath, stderr=subprocess.DEVNULL) as server:
        try:
            yield _ready(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            finally:
                server.kill()


def _ready(address, server):
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        assert server.poll() is None, f"the server exited with {server.returncode}"
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=5):
                return address
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not become ready")


class Visit:
    """A page with all that it asked for, complained of, and opened."""

    def __init__(self, browser, address, **options):
        self.address = address
        self.page = browser.new_page(**({"viewport": {"width": 1280, "height": 800}} | options))
        self.requested, self.complaints, self.dialogs = [], [], []
        self.page.on("request", lambda request: self.requested.append(request.url))
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._on_dialog)
        self.page.goto(address)
        self.page.wait_for_selector("#question textarea")

    def _on_console(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _on_dialog(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()

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

    def end(self):
        """Close the page; it must have asked nobody else and complained of nothing."""
        self.page.close()
        foreign = [
            url
            for url in self.requested
            if not url.startswith(("data:", "blob:"))
            and urlsplit(url).netloc != urlsplit(self.address).netloc
        ]
        assert foreign == []
        assert self.complaints == []
        assert self.dialogs == []


@pytest.fixture
def visit(chromium, address):
    visit = Visit(chromium, address)
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
    phone = Visit(chromium, address, viewport={"width": 390, "height": 844})
    phone.ask(ZH)
    assert phone.page.evaluate(wide) <= 0
    phone.end()


def test_too_long_a_question_is_refused_and_not_cut(visit):
    visit.ask("普陀区的目标" * 100)
    assert "600" in visit.page.locator("#chat .failure").last.inner_text()
