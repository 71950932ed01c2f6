"""Twenty pages open at once: all are answered, each its own question."""

import sys
import time

import pytest

from tests.browser.talking import ANSWERS, BOX, Talk
from tests.browser.visiting import SECONDS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = 20
ASKED = (
    ("普陀区2016年新认定高新技术企业的目标是多少？", "20家"),
    ("嘉定区2018年高新技术企业目标是多少？", "900家"),
    ("2016–2018年哪些区提出了高新技术企业目标？", "4 份通知"),
    ("徐汇区2016年高新技术企业目标是多少？", "没有"),
)


def test_twenty_pages_are_answered_at_once(chromium, page_address, capsys):
    visits = [Talk(chromium, page_address, shared=False) for _ in range(PAGES)]
    for number, visit in enumerate(visits):
        visit.page.fill(BOX, ASKED[number % len(ASKED)][0])
    started = time.perf_counter()
    for visit in visits:
        visit.page.press(BOX, "Enter")
    for number, visit in enumerate(visits):
        answer = visit.page.locator(ANSWERS).first
        answer.wait_for(state="visible", timeout=30 * SECONDS)
        assert ASKED[number % len(ASKED)][1] in answer.inner_text()
    seconds = time.perf_counter() - started
    for visit in visits:
        visit.end()
    with capsys.disabled():
        sys.stdout.write(f"\n{PAGES} pages asked at once: all answered after {seconds:.1f} s\n")
    assert seconds < 30
