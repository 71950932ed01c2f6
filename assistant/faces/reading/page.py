"""The page of a notice, and the page that says why there is none: whole documents of HTML."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote, urlencode

from assistant.answers.answer import Citation
from assistant.answers.citations import citation_at
from assistant.faces.reading.asking import Asked
from assistant.faces.reading.wording import PageWording
from assistant.faces.rendering.escaping import Html, element
from assistant.faces.rendering.notices import (
    Marked,
    notice_html,
    outline_html,
    page_picture,
    wording_for,
)
from assistant.faces.rendering.references import formatted_reference
from assistant.retrieval.library import Document
from corpus.notice import Notice
from embeddings.archive.records import summary_of

STYLESHEET = "/notice.css"


def notice_document(
    notice: Notice, asked: Asked, words: PageWording, names: Mapping[str, str]
) -> str:
    """Return the page of a notice, the stretch asked for marked and at ``#cited``.

    :param names: the titles of related notices, by id.
    """
    spans = [asked.span] if asked.span else []
    outline = outline_html(notice, words.language, lambda entry: f"#{entry.anchor}", spans=spans)
    shown = notice_html(
        notice,
        spans,
        words.language,
        current=0 if spans else None,
        names=names,
        between=_about(notice, asked.span, words),
    )
    main = element("main", _refusal(notice, asked, words), shown, id="text", tabindex="-1")
    side = element("aside", outline, class_="side") if outline else ""
    columns = element("div", side, main, class_="columns" if outline else "columns alone")
    title = notice.title or wording_for(words.language).unknown_title
    return _document(title, _here(notice, asked.span, words), columns, words)


def failure_document(sentence: str, words: PageWording) -> str:
    """Return the page that says in a sentence why a notice is not shown."""
    main = element("main", element("p", sentence, class_="refused", role="alert"), id="text")
    here = f"?lang={words.other_language}"
    return _document(words.failed, here, element("div", main, class_="columns alone"), words)


def _about(notice: Notice, span: Marked | None, words: PageWording) -> Html:
    """Return what stands between title and text: the reference to copy, the page as printed."""
    reference = formatted_reference(_citation(notice, span), words.language)
    return element(
        "div",
        element("p", words.reference, class_="label"),
        element("p", reference, class_="reference", tabindex="0"),
        page_picture(notice, span.start if span else 0, wording_for(words.language)),
        class_="about",
    )


def _citation(notice: Notice, span: Marked | None) -> Citation:
    """Return the citation of a stretch, without one that of the notice as a whole."""
    document = Document(summary_of(notice), notice.text, notice.sections, pages=notice.pages)
    if span:
        return citation_at(document, *span, marker=1)
    whole = citation_at(document, 0, len(notice.text), marker=1)
    return replace(whole, section_path=(), page=None)


def _refusal(notice: Notice, asked: Asked, words: PageWording) -> Html:
    if asked.refused is None:
        return Html()
    said = words.refused.format(given=asked.refused, characters=len(notice.text))
    return element("p", said, class_="refused", role="alert")


def _here(notice: Notice, span: Marked | None, words: PageWording) -> str:
    """Return the address of the same page in the other language."""
    given = {"start": span.start, "end": span.end} if span else {}
    asked = urlencode({**given, "lang": words.other_language})
    return f"/notice/{quote(notice.notice_id, safe='')}?{asked}{'#cited' if span else ''}"


def _document(title: str, other: str, content: Html, words: PageWording) -> str:
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"{title} · {words.name}"),
        element("link", rel="stylesheet", href=STYLESHEET),
    )
    body = element("body", _top(other, words), content)
    return f"<!doctype html>{element('html', head, body, lang=words.lang)}"


def _top(other: str, words: PageWording) -> Html:
    named = "zh-CN" if words.other_language == "zh" else "en"
    return element(
        "header",
        element("a", words.skip, href="#text", class_="skip"),
        element("a", words.name, href="/", class_="home"),
        element("a", words.ask, href="/", class_="ask"),
        element("a", words.other_name, href=other, lang=named, hreflang=named, class_="language"),
        class_="top",
    )
