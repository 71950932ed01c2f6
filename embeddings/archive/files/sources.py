"""Which files are meant, and what a notice that comes from one is called."""

import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UsageError

_LONGEST_ID = 80


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that did not become a notice, and why; `same_as` is the notice with its content."""

    path: str
    reason: str
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """Files to be read, what cannot be read, and how many of which suffix were passed over."""

    found: tuple[Path, ...]
    rejected: tuple[Rejected, ...]
    passed_over: Mapping[str, int]


def find_files(paths: Sequence[Path], suffixes: Collection[str]) -> Files:
    """Return the absolute paths of the files meant, each once, and what cannot be one.

    Folders are searched to the bottom in sorted order; hidden files and symbolic links in them are
    passed over, and files of other suffixes, which are counted. A file that is named itself must
    have one of the suffixes.

    :param suffixes: in lower case, with the dot.
    :raises UsageError: before anything else, if a path does not exist.
    """
    for path in paths:
        if not path.exists():
            raise UsageError(f"There is no file or folder {printable(path)}. Check the path.")
    found: dict[Path, None] = {}
    others: set[Path] = set()
    rejected: list[Rejected] = []
    for path in map(absolute, paths):
        inside = path.is_dir()
        for file in _inside(path, rejected) if inside else [path]:
            if inside and file.suffix.lower() not in suffixes:
                others.add(file)
            elif reason := _reason_against(file, suffixes):
                rejected.append(Rejected(printable(file), reason))
            else:
                found[file] = None
    return Files(tuple(found), tuple(rejected), _by_suffix(others))


def _by_suffix(files: Iterable[Path]) -> Mapping[str, int]:
    """Return how many files have each suffix, most first."""
    counts = Counter(printable(Path(file.suffix.lower())) for file in files if file.suffix)
    bare = sum(1 for file in files if not file.suffix)
    return dict(sorted((counts | Counter({"": bare} if bare else {})).items(), key=_most_first))


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def absolute(path: Path) -> Path:
    """Return the path from the root without ``..``, links as they are."""
    return Path(os.path.abspath(path))


def printable(path: Path) -> str:
    """Return the path as text, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def notice_id_for(source: Path, *taken: Container[str]) -> str:
    """Return a new id: the name of the file, with a mark of its path if that is taken."""
    stem = unicodedata.normalize("NFC", source.stem)
    name = "".join(c if c.isalnum() or c in "-_" else "-" for c in stem)[:_LONGEST_ID] or "notice"
    mark = hashlib.sha256(os.fsencode(source)).hexdigest()
    candidates = (name, f"{name}-{mark[:6]}", f"{name}-{mark}")
    return next(c for c in candidates if not any(c in ids for ids in taken))


def reason_against_suffix(suffix: str, suffixes: Collection[str]) -> str | None:
    """Return why files with a suffix are not read; None if they are.

    :param suffixes: those that are read, in lower case.
    """
    if suffix.lower() in suffixes:
        return None
    kind = f"files of the kind {suffix}" if suffix else "files without a suffix"
    return f"{kind} are not read; these are: {' '.join(sorted(suffixes))}"


def _inside(folder: Path, rejected: list[Rejected]) -> Iterable[Path]:
    def refuse(error: OSError) -> None:
        rejected.append(Rejected(printable(Path(error.filename)), "the folder cannot be listed"))

    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not _hidden(name))
        for name in sorted(names):
            file = Path(parent, name)
            if not (_hidden(name) or file.is_symlink()):
                yield file


def _hidden(name: str) -> bool:
    # An office program keeps ~$report.docx beside a document that is open.
    return name.startswith((".", "~$"))


def _reason_against(file: Path, suffixes: Collection[str]) -> str | None:
    if not file.is_file():
        return "it is not a regular file"
    if reason := reason_against_suffix(file.suffix, suffixes):
        return reason
    try:
        str(file).encode()
    except UnicodeEncodeError:
        return "its name is not valid UTF-8; rename it"
    return None
