"""`kewen index` and `kewen remove`."""

import argparse

from assistant.assistant import Assistant
from assistant.faces.commands.opening import say, settings_of
from assistant.faces.commands.printing import print_json
from assistant.faces.commands.progress import Bar
from assistant.faces.commands.summary import summary
from assistant.indexing import build_index


def index(args: argparse.Namespace) -> int:
    """Read files into the index and say what became of each."""
    bar = Bar()
    try:
        report = build_index(
            settings_of(args), args.paths, prune=args.prune, rebuild=args.rebuild, progress=bar
        )
    except KeyboardInterrupt:
        bar.close()
        say("What was read so far is kept: the same command goes on from there.")
        raise
    for warning in report.warnings:
        say(f"Warning: {warning}")
    if report.resumed:
        say(f"Resumed: {report.resumed:,} files had already been read.")
    if args.json:
        print_json(report)
    else:
        print("\n".join(summary(report)))
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
