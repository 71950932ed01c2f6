"""The fixed parts of the page, and the source panel, as HTML."""

from assistant.assistant import Assistant
from assistant.faces.page.wording import Wording
from assistant.faces.rendering import Html, element
from corpus.errors import KewenError


def heading(wording: Wording) -> Html:
    """Return the name of the page and what it does."""
    name = element("p", wording.title, class_="page-title", role="heading", aria_level=1)
    return element("div", name, element("p", wording.tagline, class_="page-tagline"))


def label(text: str) -> Html:
    """Return the name of a part of the page."""
    return element("p", text, class_="page-label", role="heading", aria_level=2)


def tools(wording: Wording) -> Html:
    """Return the links above the conversation; each presses the button of its name."""
    pressed = (
        ("history", wording.history),
        ("restart", wording.restart),
        ("take-word", wording.take_word),
    )
    return element("p", *(element("a", text, href=f"#press-{name}") for name, text in pressed))


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
    theme = element("a", "◐", class_="act", href="#theme", title=wording.theme)
    return element("p", wording.holdings.format(notices=notices), " ", theme, class_="holdings")
