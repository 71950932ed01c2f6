"""`kewen notices` and `kewen show`."""

import argparse

from assistant.faces.commands.opening import opened
from assistant.faces.commands.printing import print_json, print_table

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
    return 0 if found else 1


def show(args: argparse.Namespace) -> int:
    """Print what is known of a notice, and its outline."""
    with opened(args) as assistant:
        notice = assistant.notice(args.notice_id)
    if args.json:
        print_json(notice)
        return 0
    place = notice.place.full_name if notice.place else None
    for name, value in (
        ("title", notice.title), ("issuer", notice.issuer), ("number", notice.document_number),
        ("issued", notice.issued_on), ("years", notice.plan_years), ("place", place), ("source", notice.source),
        ("figures", len(notice.targets)), ("tasks", len(notice.tasks)), ("passages", len(notice.passages)),
    ):  # fmt: skip
        print(f"{name:9} {'' if value is None else value}")
    for warning in notice.warnings:
        print(f"warning   {warning}")
    print()
    for section in notice.sections:
        if section.level:
            about = f"{section.role}, {section.years}" if section.years else section.role
            print(f"{'  ' * section.level}{section.heading}  ({about})")
    return 0
