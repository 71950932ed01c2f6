"""Figures and tasks as lists, a line each."""

from collections.abc import Iterable, Mapping

from assistant.exploring.speakers import Speaker
from assistant.faces.page.explore import parts
from assistant.faces.page.explore.wording import Words
from assistant.faces.rendering import Html, element
from assistant.faces.rendering.labels import labels_for
from assistant.faces.rendering.links import notice_page
from corpus.notice import Target, Task
from embeddings.archive.records import NoticeSummary

Notices = Mapping[str, NoticeSummary]
Speakers = Mapping[str, Speaker]


def figures_table(found: Iterable[Target], who: Speakers, notices: Notices, words: Words) -> Html:
    """Return a line per figure."""
    columns = labels_for(words.language).columns
    names = (*(columns[name] for name in ("place", "indicator", "figure", "action")),
             words.filters["kind"], columns["target_year"], words.goals, words.notice)  # fmt: skip
    rows = (
        parts.line(
            {
                "place": parts.speaker_name(who[one.notice_id], words),
                "what": parts.indicator_name(one.indicator, words),
                "number": parts.figure(one, words),
                "action": parts.action(one, words),
                "kind": words.target if one.kind == "target" else words.achieved,
                "year": one.target_year or "",
                "year of-plan": one.year or "",
                "source": _notice(one, notices),
            }
        )
        for one in found
    )
    return parts.table(names, rows, "figures")


def tasks_table(found: Iterable[Task], who: Speakers, notices: Notices, words: Words) -> Html:
    """Return a line per task."""
    columns = labels_for(words.language).columns
    named = ("place", "year", "task", "responsible", "deadline")
    rows = (
        parts.line(
            {
                "place": parts.speaker_name(who[one.notice_id], words),
                "year": one.year or "",
                "what": parts.task_link(one),
                "offices": parts.offices(one, words),
                "day": parts.deadline(one),
                "source": _notice(one, notices),
            }
        )
        for one in found
    )
    return parts.table((*(columns[name] for name in named), words.notice), rows, "tasks")


def _notice(record: Target | Task, notices: Notices) -> Html:
    title = parts.shortened(notices[record.notice_id].title or record.notice_id)
    href = notice_page(record.notice_id, record.start, record.end)
    return element("a", title, class_="notice", href=href, target="_blank", title=title)
