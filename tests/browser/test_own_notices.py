"""A person's own notices on the page: brought, asked about, corrected, deleted and brought back."""

import pytest

from tests.browser.talking import Talk
from tests.browser.visiting import SECONDS, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOTICE = """长宁区科学技术委员会关于印发2017年科技工作要点的通知

一、培育创新主体
    力争新认定高新技术企业35家，新增众创空间3家。
"""
QUESTION = "长宁区2017年新认定高新技术企业的目标是多少？"


@pytest.fixture
def own(chromium, pytestconfig, tmp_path_factory):
    """A visit to a server of its own, in which things are changed."""
    data = tmp_path_factory.mktemp("own") / "data"
    with serving(pytestconfig.rootpath, "app.py", "--data", data) as address:
        visit = Talk(chromium, address)
        yield visit
        visit.end()


def test_a_notice_is_brought_asked_about_deleted_and_brought_back(own):
    own.ask(QUESTION)
    assert "没有" in own.answer()
    bring(own, {"长宁2017.txt": NOTICE, "空.txt": ""})
    own.tab(0)
    own.until("6 份通知", "#holdings")
    own.ask(QUESTION)
    assert "35家" in own.until("35家")
    assert "力争新认定高新技术企业35家" in own.source()

    own.tab(2)
    own.page.click("#notices-list tr:has-text('长宁区') a.details")
    own.page.click("#notices-remove")
    own.page.click("#notices-remove:has-text('确定')")
    own.page.wait_for_selector("#notices-deleted:has-text('长宁区')", timeout=30 * SECONDS)
    own.tab(0)
    own.until("5 份通知", "#holdings")
    own.page.click('#chat a.act[href="#retry-1"]')
    assert "没有" in own.until("没有")

    own.tab(2)
    own.page.click("#notices-deleted button")
    own.page.wait_for_selector("#notices-list tr:has-text('长宁区')", timeout=30 * SECONDS)
    own.tab(0)
    own.ask(QUESTION)
    assert "35家" in own.until("35家")


def bring(own, contents):
    """Hand files to the page and wait until it has said what became of each."""
    own.tab(2)
    files = [
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        for name, text in contents.items()
    ]
    own.page.set_input_files("#notices-zone .zone-input", files)
    own.page.wait_for_selector("#notices-zone .zone-said:has-text('完成')", timeout=60 * SECONDS)
    assert "文件是空的" in own.page.inner_text("#notices-zone .zone-files")
