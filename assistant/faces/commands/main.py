"""The entry point: parse, run, and turn what goes wrong into one sentence and an exit status."""

import os
import sys
from collections.abc import Sequence

from assistant.faces.commands import (
    asking,
    correcting,
    evaluating,
    indexing,
    ledgers,
    notices,
    serving,
)
from assistant.faces.commands.opening import say
from assistant.faces.commands.parser import Run, parser
from corpus.errors import KewenError

COMMANDS: dict[str, Run] = {
    "ask": asking.ask,
    "correct": correcting.correct,
    "doctor": serving.doctor,
    "eval": evaluating.evaluate,
    "index": indexing.index,
    "notices": notices.notices,
    "remove": indexing.remove,
    "search": asking.search,
    "serve": serving.serve,
    "show": notices.show,
    "targets": ledgers.targets,
    "tasks": ledgers.tasks,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    args = parser(COMMANDS).parse_args(arguments)
    try:
        run: Run = args.run
        return run(args)
    except KewenError as error:
        if args.debug:
            raise
        say(f"kewen: {error}")
        return error.exit_status
    except KeyboardInterrupt:
        say("kewen: stopped.")
        return 130
    except (UnicodeDecodeError, UnicodeEncodeError) as error:
        if args.debug:
            raise
        say(f"kewen: Text cannot be read or written here ({error.reason}). Use a UTF-8 terminal.")
        return 2
    except BrokenPipeError:
        # The reader of our output has left (kewen notices | head): nothing to say, nowhere to say it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if args.debug:
            raise
        where = f" {error.filename}" if error.filename else ""
        say(
            f"kewen: The system refused{where} ({error.strerror}). Check the path and its permissions."
        )
        return 2
