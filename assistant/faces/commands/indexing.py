"""`kewen index` and `kewen remove`."""

import argparse

from assistant.assistant import Assistant
from assistant.faces.commands.opening import Bar, say, settings_of
from assistant.faces.commands.printing import print_json, shown
from assistant.indexing import build_index


def index(args: argparse.Namespace) -> int:
    """Read files into the index and say what became of each."""
    report = build_index(
        settings_of(args), args.paths, prune=args.prune, rebuild=args.rebuild, progress=Bar()
    )
    for warning in report.warnings:
        say(f"Warning: {warning}")
    if args.json:
        print_json(report)
    else:
        for name in ("added", "updated", "unchanged", "removed", "rejected"):
            print(f"{name}: {len(getattr(report, name))}")
        for rejected in report.rejected:
            print(f"  {shown(rejected.path)}: {rejected.reason}")
    nothing = not (report.added or report.updated or report.unchanged or report.removed)
    return 2 if report.rejected and nothing else 0


def remove(args: argparse.Namespace) -> int:
    """Remove a notice from the index."""
    with Assistant.open(settings_of(args), build=False) as assistant:
        assistant.remove(args.notice_id)
    if args.json:
        print_json({"removed": [args.notice_id]})
    else:
        print(f"removed: {args.notice_id}")
    return 0
