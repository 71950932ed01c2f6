"""The fixed parts of the page, and the source panel, as HTML."""

from assistant.answers.answer import Citation
from assistant.assistant import Assistant
from assistant.faces.page.wording import Wording
from assistant.faces.rendering import Html, element, source_html
from corpus.errors import KewenError


def heading(wording: Wording) -> Html:
    """Return the name of the page and what it does."""
    name = element("p", wording.title, class_="page-title", role="heading", aria_level=1)
    return element("div", name, element("p", wording.tagline, class_="page-tagline"))


def label(text: str) -> Html:
    """Return the name of a part of the page."""
    return element("p", text, class_="page-label", role="heading", aria_level=2)


def hint(text: str) -> Html:
    """Return what stands where there is nothing to show yet."""
    return element("div", *(element("p", line) for line in text.splitlines()), class_="hint")


def note(text: str) -> Html:
    """Return a remark on what was just done."""
    return element("p", text, class_="note", role="status")


def failure(text: str) -> Html:
    """Return the sentence of an error."""
    return element("div", element("p", text), class_="failure", role="alert")


def holdings(assistant: Assistant, wording: Wording) -> Html:
    """Return how many notices there are, or why none can be read."""
    try:
        notices = len(assistant.notices())
    except KewenError as error:
        return failure(str(error))
    if not notices:
        return failure(wording.no_notices)
    return element("p", wording.holdings.format(notices=notices), class_="holdings")


def source(assistant: Assistant, citation: Citation, wording: Wording) -> Html:
    """Return the section that a citation points into, or why it cannot be shown."""
    try:
        notice = assistant.notice(citation.notice_id)
    except KewenError as error:
        return failure(str(error))
    return source_html(notice, citation, wording.language)
