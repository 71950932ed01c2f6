"""What stands above the text of a notice: its title, what is known of it, what to be careful of."""

from collections.abc import Callable, Iterator, Mapping

from assistant.answers.imprint import STATES
from assistant.answers.wording import say
from assistant.faces.rendering.escaping import Html, element, joined
from assistant.faces.rendering.notices.wording import NoticeWording
from corpus.notice import Notice, Related


def imprint_html(
    notice: Notice,
    wording: NoticeWording,
    *,
    tag: str,
    link: Callable[[str], str],
    names: Mapping[str, str],
) -> Html:
    """Return the title block of a notice.

    :param tag: of the title, ``h1`` where nothing stands above it.
    :param link: gives the address of another notice by its id.
    :param names: the titles of other notices, by id; one that is not there is named by its id.
    """
    facts = [_fact(name, value) for name, value in _facts(notice, wording)]
    related = [_relation(wording, one, link, names) for one in notice.related]
    return element(
        "div",
        element(tag, notice.title or wording.unknown_title, class_="notice-title", lang="zh-CN"),
        element("dl", *facts, class_="notice-facts") if facts else "",
        *(element("p", line, class_="notice-related") for line in related),
        *(element("p", wording.warning(said), class_="notice-warning") for said in notice.warnings),
        class_="notice-imprint",
    )


def _facts(notice: Notice, wording: NoticeWording) -> Iterator[tuple[str, str]]:
    """Yield what is known, each with its name; a plan and a review of the same years are one."""
    for field, name in wording.facts.items():
        value = getattr(notice, field)
        if value is None:
            continue
        if field == "status":
            value = say(wording.language, *STATES[value])
        yield name, str(value)


def _fact(name: str, value: str) -> Html:
    return element("div", element("dt", name), element("dd", value))


def _relation(
    wording: NoticeWording,
    related: Related,
    link: Callable[[str], str],
    names: Mapping[str, str],
) -> Html:
    before, _, after = wording.relation(related).partition("{name}")
    name = names.get(related.notice_id) or related.notice_id
    named = element("a", f"《{name}》", href=link(related.notice_id))
    return joined([before, named, after])
