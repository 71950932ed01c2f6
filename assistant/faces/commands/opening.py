"""From typed flags to settings, filters and an open `Assistant`, with progress on stderr."""

import argparse
import sys
from pathlib import Path

from assistant.assistant import Assistant
from assistant.faces.commands.progress import Bar
from assistant.retrieval.filters import Filters
from assistant.settings import Settings
from embeddings.archive.layout import has_index


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


def write(path: Path, data: bytes) -> None:
    """Write a file that a person asked for, and say so."""
    path.write_bytes(data)
    say(f"Wrote {path}.")
