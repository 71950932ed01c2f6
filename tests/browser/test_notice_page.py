"""The page of a notice in a real Chromium: the sentence in sight, by hand, by eye and on paper."""

import pytest

from assistant.faces.rendering.links import notice_page
from corpus.understanding import understand
from tests.browser.visiting import Visit, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def address(pytestconfig, tmp_path_factory):
    """A server of its own, over the shipped notices."""
    data = tmp_path_factory.mktemp("browser") / "data"
    with serving(pytestconfig.rootpath, "app.py", "--data", data) as address:
        yield address


@pytest.fixture(scope="module")
def link(pytestconfig):
    path = pytestconfig.rootpath / "corpus" / "notices" / "hongkou-2015.txt"
    last = understand(path, "hongkou-2015").passages[-3]
    return notice_page("hongkou-2015", last.start, last.end)


def at(address, link):
    return address.rstrip("/") + link


SIZES = [{"width": 1280, "height": 800}, {"width": 375, "height": 740}]
IN_SIGHT = """() => {
    const box = document.querySelector("#cited").getBoundingClientRect();
    return box.top > 0 && box.bottom < innerHeight;
}"""


@pytest.mark.parametrize("viewport", SIZES)
def test_the_cited_sentence_is_in_sight_and_nothing_is_cut_off(chromium, address, link, viewport):
    visit = Visit(chromium, at(address, link), viewport=viewport)
    assert visit.page.evaluate(IN_SIGHT)
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visit.end()


def test_a_heading_of_the_outline_leads_to_its_part(chromium, address, link):
    visit = Visit(chromium, at(address, link))
    visit.page.click(".outline a >> nth=0")
    target = visit.page.evaluate(
        "document.querySelector(location.hash).getBoundingClientRect().top"
    )
    assert 0 <= target < 500
    visit.end()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_day_and_by_night(chromium, address, link, scheme):
    visit = Visit(chromium, at(address, link), color_scheme=scheme)
    ink, paper = visit.page.evaluate(
        """() => ["color", "backgroundColor"].map((name) => {
            const [r, g, b] = getComputedStyle(name === "color" ? document.body
                : document.querySelector("main"))[name].match(/\\d+/g).map(Number);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        })"""
    )
    assert (ink < paper) == (scheme == "light")
    assert abs(ink - paper) > 150
    visit.end()


def test_on_paper_there_is_the_text_and_no_outline(chromium, address, link):
    visit = Visit(chromium, at(address, link))
    visit.page.emulate_media(media="print")
    assert not visit.page.is_visible(".outline")
    assert not visit.page.is_visible(".top")
    assert visit.page.is_visible("#cited")
    assert visit.page.is_visible(".reference")
    visit.end()
