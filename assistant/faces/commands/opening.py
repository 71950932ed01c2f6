"""From typed flags to settings, filters and an open `Assistant`, with progress on stderr."""

import argparse
import sys
from pathlib import Path

from assistant.assistant import Assistant
from assistant.retrieval.filters import Filters
from assistant.settings import Settings
from embeddings.archive.layout import has_index

STAGES = {"read": "reading", "encode": "encoding", "write": "writing"}


def settings_of(args: argparse.Namespace) -> Settings:
    """Return the settings with the flags that were given."""
    names = ("data", "encoder", "host", "port")
    return Settings.load({name: getattr(args, name, None) for name in names})


def filters_of(args: argparse.Namespace) -> Filters:
    """Return the filters that were given."""
    return Filters(args.place, args.year_from, args.year_to, args.issuer)


def opened(args: argparse.Namespace) -> Assistant:
    """Open the index; where there is none, make one of the shipped notices and say so."""
    settings = settings_of(args)
    first = not has_index(settings.index_folder)
    if first:
        say(f"There is no index in {settings.data} yet: building one from the shipped notices.")
    assistant = Assistant.open(settings, progress=Bar() if first else None)
    for warning in assistant.generation.warnings:
        say(f"Warning: {warning}")
    return assistant


def say(message: str) -> None:
    """Print a message for the person, on stderr."""
    print(message, file=sys.stderr)


class Bar:
    """A progress bar on stderr, one for each stage of indexing."""

    def __init__(self) -> None:
        self._stage = ""
        self._bar: object | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage is."""
        from tqdm import tqdm

        if stage != self._stage:
            self._stage = stage
            self._bar = tqdm(
                total=total, desc=STAGES.get(stage, stage), file=sys.stderr, leave=True
            )
        bar = self._bar
        assert isinstance(bar, tqdm)
        bar.update(done - bar.n)
        if done >= total:
            bar.close()


def write(path: Path, data: bytes) -> None:
    """Write a file that a person asked for, and say so."""
    path.write_bytes(data)
    say(f"Wrote {path}.")
