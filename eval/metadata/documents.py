"""The labelled documents as they are understood now: committed files, and records of public data."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.notice import Notice
from corpus.understanding import understand, understand_text
from eval.labelled import ROOT, Missing, texts
from eval.metadata.gold import Gold


def understood(
    golds: Sequence[Gold], data: Path | None
) -> Iterator[tuple[Gold, Notice] | Missing[Gold]]:
    """Yield each document with the notice that is made of it.

    :param data: the folder with the public data; None leaves its records out.
    :raises UsageError: if a file of the public data cannot be read.
    """
    for found in texts(golds, data):
        yield found if isinstance(found, Missing) else _understood(*found)


def _understood(gold: Gold, text: str) -> tuple[Gold, Notice] | Missing[Gold]:
    try:
        if gold.file:
            return gold, understand(ROOT / gold.file, gold.id)
        return gold, understand_text(text, gold.id, source=gold.id, sha256=gold.sha256)
    except UnreadableFile as error:
        return Missing(gold, str(error), True)
