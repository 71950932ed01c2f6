"""`kewen targets` and `kewen tasks`."""

import argparse
from collections.abc import Sequence

from assistant.faces.commands.opening import filters_of, opened, write
from assistant.faces.commands.printing import print_json, print_table
from assistant.faces.spreadsheets import to_csv, to_xlsx
from corpus.errors import UsageError
from corpus.notice import Target, Task

TARGET_COLUMNS = (
    "place",
    "year",
    "kind",
    "indicator",
    "action",
    "comparator_text",
    "value",
    "target_year",
    "scope",
    "notice_id",
)
TASK_COLUMNS = ("place", "year", "due_on", "responsible", "supporting", "text", "notice_id")


def targets(args: argparse.Namespace) -> int:
    """Print the ledger of figures."""
    with opened(args) as assistant:
        found = assistant.targets(filters_of(args), args.indicator, args.kind)
    return _put(args, Target, found, TARGET_COLUMNS)


def tasks(args: argparse.Namespace) -> int:
    """Print the ledger of tasks."""
    with opened(args) as assistant:
        found = assistant.tasks(filters_of(args), args.responsible, args.due_before)
    return _put(args, Task, found, TASK_COLUMNS)


def _put(
    args: argparse.Namespace,
    kind: type[Target] | type[Task],
    found: Sequence[Target | Task],
    shown: Sequence[str],
) -> int:
    form = "json" if args.json else args.format
    if form == "xlsx":
        if not args.output:
            raise UsageError("A workbook cannot be printed. Give --output FILE.xlsx.")
        write(args.output, to_xlsx(kind, found))
    elif form == "csv" and args.output:
        write(args.output, to_csv(kind, found).encode("utf-8"))
    elif form == "csv":
        print(to_csv(kind, found), end="")
    elif form == "json":
        print_json({f"{kind.__name__.lower()}s": found})
    else:
        print_table(shown, [[getattr(record, name) for name in shown] for record in found])
    return 0 if found else 1
