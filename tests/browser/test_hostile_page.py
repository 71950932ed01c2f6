"""Thirty hostile notices, questions and file names, everywhere that the page shows them: as text."""

import subprocess
import sys

import pytest

from tests.browser.hostile import PAYLOADS, write_notices
from tests.browser.talking import Talk
from tests.browser.visiting import Visit, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RUN = "import sys; from assistant.faces.commands import main; sys.exit(main())"
COVERAGE = "2016年哪些地方提出了高新技术企业目标？"
# Of these the page holds none of its own, or none in what others wrote.
STRANGE = (
    "iframe, object, embed, form, body base, meta[http-equiv=refresh], video, math, template, "
    ":is(#chat .bubble-wrap, #source, #tab-explore, #tab-notices, #history) "
    ":is(script, style, link, img:not([src^='/notice/']), a[href^='javascript'])"
)


@pytest.fixture(scope="module")
def hostile_address(pytestconfig, tmp_path_factory):
    """A server over the hostile notices alone."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "notices").mkdir()
    write_notices(folder / "notices")
    data = folder / "data"
    command = [sys.executable, "-c", RUN, "index", folder / "notices"]
    subprocess.run(
        [*map(str, command), "--data", str(data)],
        cwd=pytestconfig.rootpath,
        check=True,
        capture_output=True,
    )
    with serving(pytestconfig.rootpath, "app.py", "--data", data) as address:
        yield address


@pytest.fixture
def hostile(chromium, hostile_address):
    visit = Talk(chromium, hostile_address)
    yield visit
    # No dialog, nothing asked of another host, no complaint of the browser.
    visit.end()


def nothing_strange(visit):
    visit.page.wait_for_timeout(400)
    assert visit.page.locator(STRANGE).count() == 0


def seen(text):
    """Return what can be seen of a payload: its marks of direction and width cannot."""
    return "".join(c for c in text if c.isprintable())


def test_notices_in_answer_table_panel_and_chips(hostile):
    hostile.ask(COVERAGE)
    nothing_strange(hostile)
    assert hostile.page.locator("#chat table.rows tbody tr").count() >= len(PAYLOADS)
    for link in hostile.page.locator("#chat a.ask-quote").all():
        link.click()
    nothing_strange(hostile)
    hostile.page.click("#chat details.plots summary")
    assert hostile.page.locator("#chat details.plots a.cite").count() > 5
    nothing_strange(hostile)
    quotes = "".join(hostile.page.locator("#chat tr.quote-row").all_inner_texts())
    assert "<img src=x onerror=alert(2)>" in quotes
    for number in range(len(PAYLOADS)):
        hostile.page.locator("#chat table.rows a.cite").nth(number).click()
        hostile.until(f"{number + 1} / ", "#source .source-ways")
        assert hostile.page.locator(STRANGE).count() == 0
    nothing_strange(hostile)


def test_questions_in_the_answer_in_history_and_in_the_list(hostile):
    for payload in PAYLOADS:
        hostile.ask(f"{payload}普陀区2016年高新技术企业目标是多少？")
        shown = hostile.page.locator("#chat .user-row").last.inner_text()
        assert seen(payload)[:12] in seen(shown)
    nothing_strange(hostile)
    hostile.page.click('#talk-tools a[href="#press-history"]')
    hostile.page.wait_for_selector("#history-list label:visible")
    nothing_strange(hostile)


def test_other_tabs(hostile):
    hostile.tab(1)
    for view in hostile.page.locator("#tab-explore label:visible").all()[:5]:
        view.click()
        nothing_strange(hostile)
    hostile.tab(2)
    hostile.page.wait_for_selector("#tab-notices table tbody tr")
    nothing_strange(hostile)
    assert "<script>alert(1)</script>" in hostile.page.inner_text("#tab-notices table")


def test_a_reload_and_an_error(hostile):
    hostile.ask("<img src=x onerror=alert(1)>" * 30)
    assert "500" in hostile.page.locator("#chat .failure").last.inner_text()
    hostile.page.reload()
    hostile.ready()
    nothing_strange(hostile)


def test_pages_of_their_own(chromium, hostile):
    hostile.ask(COVERAGE)
    for number in range(0, len(PAYLOADS), 3):
        hostile.page.locator("#chat table.rows a.cite").nth(number).click()
        hostile.until(f"{number + 1} / ", "#source .source-ways")
        address = hostile.page.locator("#source .alone a").get_attribute("href")
        alone = Visit(chromium, hostile.address.rstrip("/") + address)
        alone.page.wait_for_selector("#cited")
        strange = "iframe, object, form, base, video, math, script, img:not([src^='/notice/'])"
        assert alone.page.locator(strange).count() == 0
        alone.end()


def test_exports(hostile, tmp_path):
    hostile.ask(COVERAGE)
    for link, name in (
        ('#chat a.tool:has-text("CSV")', "rows.csv"),
        ('#talk-tools a[href$="take-word"]', "talk.docx"),
    ):
        with hostile.page.expect_download() as download:
            hostile.page.click(link)
        download.value.save_as(tmp_path / name)
    cells = (tmp_path / "rows.csv").read_text(encoding="utf-8-sig")
    assert ",=HYPERLINK" not in cells
    assert '"=HYPERLINK' not in cells
