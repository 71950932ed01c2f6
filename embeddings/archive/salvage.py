"""Which files a damaged index was made from, so that it can be made again."""

import json
import sqlite3
from pathlib import Path

from embeddings.archive.layout import MANIFEST, TABLES, generation_folder, generations


def known_sources(index_folder: Path) -> list[Path]:
    """Return the files of the newest generation that still tells, without trusting its hashes.

    Nothing that is read here is served: each file is read and understood anew.
    """
    if not index_folder.is_dir():
        return []
    for number in generations(index_folder):
        folder = generation_folder(index_folder, number)
        sources = _from_manifest(folder / MANIFEST) or _from_tables(folder / TABLES)
        if sources:
            return [Path(source) for source in sources]
    return []


def _from_manifest(path: Path) -> list[str]:
    try:
        sources = json.loads(path.read_bytes())["manifest"]["sources"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return sources if isinstance(sources, list) and all(isinstance(s, str) for s in sources) else []


def _from_tables(path: Path) -> list[str]:
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return []
    try:
        return [str(row[0]) for row in connection.execute("SELECT source FROM notices")]
    except sqlite3.Error:
        return []
    finally:
        connection.close()
