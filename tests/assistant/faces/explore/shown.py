"""A tab over a few notices, and what it shows."""

import re
from html import unescape

NAMES = ("view", "places", "year_from", "year_to", "indicator", "kind", "measure", "place",
         "responsible", "due_before")  # fmt: skip


def values(**chosen):
    """The values of the controls, in their order."""
    assert set(chosen) <= set(NAMES)
    return [chosen.get(name, [] if name == "places" else None) for name in NAMES]


def text_of(html):
    """What a browser shows of HTML, on one line."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def content(tab, language="zh", **chosen):
    return tab.first(language, *values(**chosen))[tab.content]


def visible(tab, changes):
    """The filters that are shown."""
    return {name for name, control in tab.controls.filters.items() if changes[control]["visible"]}


def rows(html):
    """The cells of each row of the table."""
    return [
        [text_of(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", html)
    ]
