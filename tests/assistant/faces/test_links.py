import pytest

from assistant.faces.rendering.links import Span, notice_page, open_link, opened


@pytest.mark.parametrize("notice_id", ["putuo-2016", "普陀-2016", "a/b?c#d e"])
def test_a_link_opens_what_it_was_made_for(notice_id):
    assert opened(open_link(notice_id, 3, 17)) == Span(notice_id, 3, 17)


@pytest.mark.parametrize(
    "link", ["", "#open/", "#open/a/1", "#open/a/x/2", "#cite-1-2", "open/a/b/1/2"]
)
def test_another_link_opens_nothing(link):
    assert opened(link) is None


def test_the_page_of_a_notice_is_addressed_whatever_its_id():
    assert notice_page("普 陀/1", 3, 9) == "/notice/%E6%99%AE%20%E9%99%80%2F1?start=3&end=9#cited"
