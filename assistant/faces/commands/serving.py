"""`kewen serve` and `kewen doctor`."""

import argparse

from assistant.faces.commands.opening import say, settings_of
from assistant.faces.commands.printing import print_json


def serve(args: argparse.Namespace) -> int:
    """Serve the chat page and REST until interrupted."""
    # Imported here: no other command needs the web framework.
    from assistant.faces.server import serve as run

    run(settings_of(args))
    return 0


def doctor(args: argparse.Namespace) -> int:
    """Check the installation and say what to do."""
    from assistant.faces.commands.checks import checks

    found = list(checks(settings_of(args)))
    if args.json:
        print_json({"checks": found})
    else:
        for check in found:
            print(f"{'ok ' if check.ok else 'BAD'}  {check.name}: {check.detail}")
    bad = [check for check in found if not check.ok]
    if bad:
        say(f"{len(bad)} of {len(found)} checks failed.")
    return max((check.exit_status for check in bad), default=0)
