"""What was understood of one notice as HTML: each field with where and how it was read."""

from collections.abc import Mapping
from pathlib import PurePath

from assistant.answers.answer import Language
from assistant.faces.page.notices.rules import rule_in_words
from assistant.faces.page.notices.views import relations, state_in_words, title_links
from assistant.faces.page.notices.wording import TabWording
from assistant.faces.rendering import Html, element
from assistant.faces.rendering.links import open_link
from assistant.faces.rendering.notices.wording import wording_for as notice_wording_for
from corpus.correction import BY_HAND
from corpus.notice import Notice, Reading

FIELDS = (
    "title",
    "place",
    "plan_years",
    "review_years",
    "issuer",
    "document_number",
    "issued_on",
    "effective_on",
    "notice_type",
    "status",
)
# Of what a notice need not say, nothing is missed where it does not.
OPTIONAL = frozenset({"review_years", "effective_on", "status"})
LONGEST_QUOTE = 60
SURE, FAIRLY_SURE = 0.85, 0.6


def notice_html(notice: Notice, titles: Mapping[str, str], wording: TabWording) -> Html:
    """Return the fields of a notice, what is doubtful about it, and what it is related to.

    :param titles: of all notices, by id, which name those that are related.
    """
    words = notice_wording_for(wording.language)
    doubts = [words.warning(warning) for warning in notice.warnings]
    related = relations(notice.related, titles, wording.language)
    return element(
        "div",
        element("p", title_links(notice.notice_id, notice.title, wording), class_="chosen"),
        element("p", _counts(notice, wording), class_="note"),
        *(element("p", doubt, class_="doubt") for doubt in doubts),
        *(element("p", one, class_="relation") for one in related),
        element("div", _fields(notice, wording), class_="table-scroll", tabindex="0"),
        class_="understood",
    )


def _counts(notice: Notice, wording: TabWording) -> str:
    return wording.counts.format(
        sections=sum(section.level > 0 for section in notice.sections),
        passages=len(notice.passages),
        targets=len(notice.targets),
        tasks=len(notice.tasks),
        # The folder would tell how the machine of the server is laid out.
        source=PurePath(notice.source).name,
    )


def _fields(notice: Notice, wording: TabWording) -> Html:
    headings = ("", wording.value, wording.read_from, wording.rule, wording.sureness)
    read = {reading.field: reading for reading in notice.readings}
    rows = [
        _row(notice, field, read.get(field), wording)
        for field in FIELDS
        if field in read or field not in OPTIONAL
    ]
    head = element("tr", *(element("th", heading, scope="col") for heading in headings))
    return element("table", element("thead", head), element("tbody", *rows), class_="fields")


def _row(notice: Notice, field: str, reading: Reading | None, wording: TabWording) -> Html:
    name = element("th", field_name(field, wording), scope="row")
    if reading is None:
        return element("tr", name, element("td", wording.unread, colspan="4"), class_="unread")
    by_hand = reading.rule == BY_HAND
    mark = element("span", wording.corrected, class_="corrected") if by_hand else ""
    value = element("span", _value(reading, wording.language), lang="zh-CN")
    return element(
        "tr",
        name,
        element("td", value, " ", mark, class_="value"),
        element("td", "" if by_hand else _quote(notice, reading, wording), class_="quote"),
        element("td", rule_in_words(reading.rule, wording.language), class_="rule"),
        element("td", "" if by_hand else _sureness(reading.confidence)),
    )


def field_name(field: str, wording: TabWording) -> str:
    """Return the name of a field of a notice."""
    facts = notice_wording_for(wording.language).facts
    return wording.columns.get(field) or facts["place_name" if field == "place" else field]


def _value(reading: Reading, language: Language) -> str:
    return state_in_words(reading.value, language) if reading.field == "status" else reading.value


def _quote(notice: Notice, reading: Reading, wording: TabWording) -> Html:
    if reading.start is None or reading.end is None:
        return element("span", wording.not_in_text, class_="note")
    written = " ".join(notice.text[reading.start : reading.end].split())
    shown = written[:LONGEST_QUOTE] + ("…" if len(written) > LONGEST_QUOTE else "")
    link = open_link(notice.notice_id, reading.start, reading.end)
    return element("a", shown, href=link, class_="open", lang="zh-CN")


def _sureness(confidence: float) -> Html:
    level = "high" if confidence >= SURE else "fair" if confidence >= FAIRLY_SURE else "low"
    return element("span", f"{confidence:.0%}", class_=f"sureness {level}")
