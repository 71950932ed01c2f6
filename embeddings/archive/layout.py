"""Names in the index folder, and the file CURRENT that says which generation is in use."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IndexMissing
from embeddings.archive.durable import replace_file

CURRENT = "CURRENT"
LOCK = "LOCK"
MANIFEST = "manifest.json"
TABLES = "notices.sqlite"
VECTORS = "index.faiss"
KEYWORDS = "keywords"
PIECES = "pieces"

_GENERATION = re.compile(r"gen-([1-9][0-9]{0,17})")
_POINTER = re.compile(r"gen-([1-9][0-9]{0,17}) ([0-9a-f]{64})\n")


@dataclass(frozen=True, slots=True)
class Pointer:
    """What CURRENT says: a generation, and the SHA-256 of its manifest."""

    number: int
    manifest_sha256: str


def generation_folder(index_folder: Path, number: int) -> Path:
    """Return where the generation of that number lies."""
    return index_folder / f"gen-{number}"


def staging_folder(index_folder: Path, number: int) -> Path:
    """Return where a generation lies while it is written or taken away."""
    return index_folder / f"gen-{number}.partial"


def spool_folder(index_folder: Path) -> Path:
    """Return where that lies which was read and is not yet published."""
    return index_folder / "reading.partial"


def generations(index_folder: Path) -> list[int]:
    """Return the numbers of the complete generations, newest first."""
    matches = (_GENERATION.fullmatch(path.name) for path in index_folder.iterdir())
    return sorted((int(match[1]) for match in matches if match), reverse=True)


def has_index(index_folder: Path) -> bool:
    """Return whether there is an index, whole or damaged."""
    try:
        read_pointer(index_folder)
    except IndexMissing:
        return False
    return True


def read_pointer(index_folder: Path) -> Pointer | None:
    """Read CURRENT; None if it cannot be read or is damaged.

    Where CURRENT is gone, the newest complete generation is the one in use: a generation gets its
    name only when it is whole, and CURRENT names it next.

    :raises IndexMissing: if there is neither CURRENT nor a generation.
    """
    try:
        text = (index_folder / CURRENT).read_bytes().decode("ascii", errors="replace")
    except (FileNotFoundError, NotADirectoryError) as error:
        if index_folder.is_dir() and (found := generations(index_folder)):
            return _named_by_folder(index_folder, found[0])
        raise IndexMissing(
            f"There is no index in {index_folder}. Run `kewen index` to build one."
        ) from error
    except OSError:
        return None
    match = _POINTER.fullmatch(text)
    return Pointer(int(match[1]), match[2]) if match else None


def _named_by_folder(index_folder: Path, number: int) -> Pointer | None:
    try:
        manifest = (generation_folder(index_folder, number) / MANIFEST).read_bytes()
    except OSError:
        return None
    return Pointer(number, hashlib.sha256(manifest).hexdigest())


def write_pointer(index_folder: Path, pointer: Pointer) -> None:
    """Make a generation the one in use."""
    line = f"gen-{pointer.number} {pointer.manifest_sha256}\n"
    replace_file(index_folder / CURRENT, line.encode("ascii"))
