"""`kewen correct`."""

import argparse
from dataclasses import replace
from typing import Any

from assistant.assistant import Assistant
from assistant.faces.commands.opening import settings_of
from assistant.faces.commands.printing import print_json, print_table
from corpus.correction import AS_READ, Correction, parse_years
from corpus.errors import UsageError
from embeddings.archive.records import NoticeSummary


def correct(args: argparse.Namespace) -> int:
    """Set fields of a notice that were read wrongly, and say what it is now."""
    given = _given(args)
    if not given and not args.as_read:
        raise UsageError("Nothing was given. Give --title, --place, --years or --as-read.")
    with Assistant.open(settings_of(args), build=False) as assistant:
        before = AS_READ if args.as_read else assistant.correction(args.notice_id)
        correction = replace(before, **given)
        notice = assistant.correct(args.notice_id, correction)
    if args.json:
        print_json({"correction": correction, "notice": notice})
    else:
        _print(notice, correction)
    return 0


def _given(args: argparse.Namespace) -> dict[str, Any]:
    years = None if args.years is None else parse_years(args.years)
    named = {"title": args.title, "place": args.place, "plan_years": years}
    return {name: value for name, value in named.items() if value is not None}


def _print(notice: NoticeSummary, correction: Correction) -> None:
    by_hand = {read.field for read in correction.readings}
    place = notice.place.full_name if notice.place else None
    values = {"title": notice.title, "place": place, "plan_years": notice.plan_years}
    rows = [
        [name, value, "by hand" if name in by_hand else "as read"] for name, value in values.items()
    ]
    print_table(("field", "value", "read"), rows)
    print(f"\n{notice.targets} figures, {notice.tasks} tasks, {notice.passages} passages")
