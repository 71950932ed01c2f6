"""`kewen notices` and `kewen show`."""

import argparse
from collections.abc import Sequence

from assistant.faces.commands.opening import opened
from assistant.faces.commands.printing import print_json, print_table
from assistant.faces.commands.summary import relation_line, relation_lines
from corpus.notice import Notice
from embeddings.archive.records import NoticeSummary

COLUMNS = (
    "notice_id",
    "place_name",
    "plan_years",
    "issued_on",
    "document_number",
    "passages",
    "targets",
    "tasks",
    "title",
)


def notices(args: argparse.Namespace) -> int:
    """Print the list of notices."""
    with opened(args) as assistant:
        found = assistant.notices()
    if args.json:
        print_json({"notices": found})
    else:
        print_table(COLUMNS, [[getattr(notice, name) for name in COLUMNS] for notice in found])
        _print_related(found)
    return 0 if found else 1


def _print_related(found: Sequence[NoticeSummary]) -> None:
    lines = relation_lines({notice.notice_id: notice.related for notice in found})
    if lines:
        print("\n" + "\n".join(lines))


def show(args: argparse.Namespace) -> int:
    """Print what is known of a notice, and its outline."""
    with opened(args) as assistant:
        notice = assistant.notice(args.notice_id)
    if args.json:
        print_json(notice)
        return 0
    _print_fields(notice)
    for warning in notice.warnings:
        print(f"warning   {warning}")
    for related in notice.related:
        print(f"related   {relation_line(notice.notice_id, related)}")
    print()
    for section in notice.sections:
        if section.level:
            about = f"{section.role}, {section.years}" if section.years else section.role
            print(f"{'  ' * section.level}{section.heading}  ({about})")
    return 0


def _print_fields(notice: Notice) -> None:
    """Print each field as it was read: its value, how sure, by which rule, and where it stands."""
    rows = []
    for read in notice.readings:
        place = "" if read.start is None else f"{read.start}–{read.end}"
        rows.append([read.field, read.value, f"{read.confidence:.0%}", read.rule, place])
    print_table(("field", "value", "sure", "read from", "characters"), rows)
    parts = {"figures": notice.targets, "tasks": notice.tasks, "passages": notice.passages}
    counts = ", ".join(f"{len(found)} {name}" for name, found in parts.items())
    print(f"\n{counts}; from {notice.source}")
