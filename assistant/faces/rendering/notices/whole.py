"""A notice in full, for a page of its own and for the panel beside a conversation."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from assistant.answers.answer import Language
from assistant.faces.rendering.escaping import Html, element
from assistant.faces.rendering.links import notice_page, open_link
from assistant.faces.rendering.notices.imprint import imprint_html
from assistant.faces.rendering.notices.marking import Marked, Marks
from assistant.faces.rendering.notices.originals import page_picture
from assistant.faces.rendering.notices.outline import outline_html
from assistant.faces.rendering.notices.paragraphs import paragraphs
from assistant.faces.rendering.notices.wording import NoticeWording, wording_for
from corpus.notice import Notice

NOTHING = Html()
NO_NAMES: Mapping[str, str] = MappingProxyType({})


def notice_html(
    notice: Notice,
    spans: Sequence[Marked],
    language: Language,
    *,
    current: int | None = None,
    names: Mapping[str, str] = NO_NAMES,
    between: Html = NOTHING,
) -> Html:
    """Return the title block and the whole text of a notice, the stretches in it marked.

    :param current: which of the stretches is being read; it has the id ``cited``.
    :param names: the titles of related notices, by id.
    :param between: what stands between title block and text.
    :raises ValueError: if a stretch is not inside the text.
    """
    wording = wording_for(language)
    return element(
        "article",
        imprint_html(notice, wording, tag="h1", link=_page_of, names=names),
        between,
        _text(notice, spans, wording, current, top=1),
        class_="notice",
    )


def panel_html(
    notice: Notice,
    span: Marked,
    language: Language,
    *,
    others: Sequence[Marked] = (),
    names: Mapping[str, str] = NO_NAMES,
) -> Html:
    """Return a notice for the panel: title block, outline, page as it was printed, whole text.

    Links in it open a stretch in the same panel, but for the one to the page of the notice.

    :param others: the other cited stretches of the same notice.
    :raises ValueError: if a stretch is not inside the text.
    """
    wording = wording_for(language)
    spans = (Marked(*span), *(other for other in others if other != span))
    alone = notice_page(notice.notice_id, span.start, span.end)
    return element(
        "div",
        imprint_html(notice, wording, tag="h2", link=_opening, names=names),
        element("p", element("a", wording.alone, href=alone, target="_blank"), class_="alone"),
        _folded_outline(notice, language, spans),
        page_picture(notice, span.start, wording),
        _text(notice, spans, wording, current=0, top=2),
        class_="notice",
    )


def _folded_outline(notice: Notice, language: Language, spans: Sequence[Marked]) -> Html:
    outline = outline_html(
        notice,
        language,
        lambda entry: open_link(notice.notice_id, *entry.heading),
        spans=spans,
    )
    if not outline:
        return outline
    summary = element("summary", wording_for(language).outline)
    return element("details", summary, outline, class_="outline-folded")


def _text(
    notice: Notice,
    spans: Sequence[Marked],
    wording: NoticeWording,
    current: int | None,
    top: int,
) -> Html:
    marks = Marks.of(notice.text, spans, current)
    blocks = paragraphs(notice, marks, wording, top)
    return element("div", *blocks, class_="notice-text", lang="zh-CN")


def _opening(notice_id: str) -> str:
    return open_link(notice_id, 0, 0)


def _page_of(notice_id: str) -> str:
    return notice_page(notice_id, 0, 0)
