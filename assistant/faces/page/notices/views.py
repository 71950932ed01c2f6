"""The list of the notices as HTML, a page of it at a time."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from assistant.answers.answer import Language
from assistant.answers.imprint import STATES
from assistant.answers.wording import say
from assistant.faces.page import views
from assistant.faces.page.notices.links import notice_link
from assistant.faces.page.notices.selecting import Selection
from assistant.faces.page.notices.wording import TabWording
from assistant.faces.rendering import Html, element, joined
from assistant.faces.rendering.links import notice_page, open_link
from assistant.faces.rendering.notices.wording import NoticeWording
from assistant.faces.rendering.notices.wording import wording_for as notice_wording_for
from corpus.notice import Related
from embeddings.archive.records import NoticeSummary

COLUMNS = (
    "title",
    "place_name",
    "plan_years",
    "review_years",
    "issued_on",
    "issuer",
    "document_number",
    "notice_type",
    "status",
    "passages",
    "targets",
    "tasks",
    "warnings",
    "related",
)


def list_html(selection: Selection, titles: Mapping[str, str], wording: TabWording) -> Html:
    """Return the notices of a page as a table, or what to do where there are none.

    :param titles: of all notices, by id, which name those that are related.
    """
    if not selection.total:
        return views.hint(wording.empty)
    if not selection.notices:
        return views.hint(wording.nothing_matches)
    rows = [list(_cells(notice, titles, wording)) for notice in selection.notices]
    shown = [number for number, cells in enumerate(zip(*rows, strict=True)) if any(cells)]
    head = (element("th", _heading(COLUMNS[n], wording), scope="col") for n in shown)
    body = (
        element("tr", *(element("td", row[n], class_=f"column-{COLUMNS[n]}") for n in shown))
        for row in rows
    )
    table = element(
        "table",
        element("thead", element("tr", *head)),
        element("tbody", *body),
        class_="sortable notices",
    )
    return element("div", table, class_="table-scroll", tabindex="0")


def counted(selection: Selection, wording: TabWording) -> Html:
    """Return how many notices were found, and which page of them is shown."""
    if not selection.total:
        return Html()
    parts = [wording.count.format(found=selection.found, total=selection.total)]
    if selection.pages > 1:
        parts.append(wording.page.format(page=selection.page, pages=selection.pages))
    return views.note(" · ".join(parts))


def title_links(notice_id: str, title: str, wording: TabWording) -> Html:
    """Return the title as a link to the source panel, with one to the page of the notice behind."""
    name = title or notice_wording_for(wording.language).unknown_title
    return joined(
        [
            element("a", name, href=open_link(notice_id, 0, 0), class_="open", lang="zh-CN"),
            element(
                "a",
                "↗",
                href=notice_page(notice_id, 0, 0),
                class_="apart",
                title=wording.new_tab,
                target="_blank",
                rel="noopener",
            ),
        ],
        " ",
    )


def relations(
    related: Sequence[Related], titles: Mapping[str, str], language: Language
) -> list[Html]:
    """Return a sentence for each related notice, in which its title leads to its details."""
    words = notice_wording_for(language)
    return [_relation(one, titles, words) for one in related]


def state_in_words(status: str | None, language: Language) -> str:
    """Return whether a notice is in force."""
    return say(language, *STATES[status]) if status else ""


def _cells(
    notice: NoticeSummary, titles: Mapping[str, str], wording: TabWording
) -> Iterator[object]:
    for name in COLUMNS:
        if name == "title":
            yield _title(notice, wording)
        elif name == "status":
            yield state_in_words(notice.status, wording.language)
        elif name == "warnings":
            yield _warnings(notice, wording)
        elif name == "related":
            yield _related(notice, titles, wording)
        else:
            value = getattr(notice, name)
            yield "" if value is None else str(value)


def _title(notice: NoticeSummary, wording: TabWording) -> Html:
    details = element("a", wording.details, href=notice_link(notice.notice_id), class_="details")
    return joined([title_links(notice.notice_id, notice.title, wording), details], " ")


def _warnings(notice: NoticeSummary, wording: TabWording) -> Html:
    words = notice_wording_for(wording.language)
    said = [words.warning(warning) for warning in notice.warnings]
    return _folded(wording.warnings.format(warnings=len(said)), said)


def _related(notice: NoticeSummary, titles: Mapping[str, str], wording: TabWording) -> Html:
    words = notice_wording_for(wording.language)
    named = [words.relation(related).format(name="…") for related in notice.related]
    return _folded(
        " ".join(dict.fromkeys(named)), relations(notice.related, titles, wording.language)
    )


def _folded(summary: str, lines: Sequence[object]) -> Html:
    if not lines:
        return Html()
    return element("details", element("summary", summary), *map(partial(element, "p"), lines))


def _relation(related: Related, titles: Mapping[str, str], words: NoticeWording) -> Html:
    before, _, after = words.relation(related).partition("{name}")
    name = titles.get(related.notice_id) or related.notice_id
    link = element("a", f"《{name}》", href=notice_link(related.notice_id))
    return joined([before, link, after])


def _heading(name: str, wording: TabWording) -> str:
    return wording.columns.get(name) or notice_wording_for(wording.language).facts[name]
