"""The table of an answer: quotes on demand, sorted, filtered, taken away, drawn."""

import csv
import io

import pytest

from corpus.reading import read
from tests.browser.talking import ZH

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLACES = "#chat table.rows tbody tr:not(.quote-row):visible td:first-child"


def places(talk):
    return talk.page.locator(PLACES).all_inner_texts()


def test_a_row_shows_its_sentence_on_demand(talk):
    talk.ask(ZH)
    ask = '#chat tr:has-text("普陀区") a.ask-quote'
    talk.page.click(ask)
    assert "力争新认定高新技术企业20家" in talk.page.inner_text("#chat tr.quote-row")
    talk.page.click(ask)
    talk.page.wait_for_selector("#chat tr.quote-row", state="detached")


def test_rows_are_sorted_by_their_figures_with_the_mouse_and_the_keyboard(talk):
    talk.ask(ZH)
    head = '#chat th:has-text("数值")'
    talk.page.click(head)
    assert places(talk)[:2] == ["普陀区", "嘉定区"]
    assert talk.page.get_attribute(head, "aria-sort") == "ascending"
    talk.page.focus(head)
    talk.page.keyboard.press("Enter")
    assert places(talk)[:2] == ["嘉定区", "普陀区"]
    # What has no figure stays below.
    assert set(places(talk)[2:]) == {"海曙区", "虹口区"}


def test_rows_are_filtered_by_words_and_by_finding_and_silence_is_not_hidden(talk):
    talk.ask(ZH)
    assert "虹口区" in places(talk)
    talk.page.fill("#chat input.filter", "普陀")
    assert places(talk) == ["普陀区"]
    talk.page.fill("#chat input.filter", "")
    talk.page.click("#chat a.only.silent")
    assert places(talk) == ["虹口区"]
    talk.page.click("#chat a.only.silent")
    assert len(places(talk)) == 4
    assert "已逐份查阅 4 份" in talk.answer()


@pytest.mark.parametrize("kind", ["CSV", "XLSX"])
def test_rows_are_taken_away_with_their_sentences(talk, tmp_path, kind):
    talk.ask(ZH)
    with talk.page.expect_download() as download:
        talk.page.click(f'#chat a.tool:has-text("{kind}")')
    path = tmp_path / f"rows.{kind.lower()}"
    download.value.save_as(path)
    text = read(path).text if kind == "XLSX" else path.read_text(encoding="utf-8-sig")
    for part in ("力争新认定高新技术企业20家", "虹口区", "嘉定区"):
        assert part in text
    if kind == "CSV":
        assert len(list(csv.reader(io.StringIO(text)))) == 5
