"""The replies of a run as they come in, so that one that was stopped can go on.

The file lies in the folder of the report and is taken away when the report is written.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import IO

from corpus.plain import to_plain
from eval.gold.questions import Question
from eval.running.reply import Reply, reply_of

NAME = "replies.partial.jsonl"


class Journal:
    """Replies by question and by what they were asked of; appended line by line, from any thread."""

    def __init__(self, file: IO[str] | None, known: Mapping[str, Reply], asked_of: str) -> None:
        self._file = file
        self._known = known
        self._asked_of = asked_of
        self._writing = Lock()

    def known(self, question: Question) -> Reply | None:
        """Return the reply of the run that was stopped, to this very question."""
        return self._known.get(self._key(question))

    def keep(self, question: Question, reply: Reply) -> None:
        """Write a reply down; one that failed is asked again the next time."""
        if self._file is None or reply.error is not None:
            return
        line = json.dumps({"key": self._key(question), **reply.to_dict()}, ensure_ascii=False)
        with self._writing:
            self._file.write(line + "\n")
            self._file.flush()

    def _key(self, question: Question) -> str:
        asked = json.dumps([self._asked_of, to_plain(question)], ensure_ascii=False)
        return sha256(asked.encode("utf-8")).hexdigest()


NOTHING = Journal(None, {}, "")


@contextmanager
def journal(folder: Path | None, asked_of: str, *, resume: bool) -> Iterator[Journal]:
    """Give the journal of a report folder; without a folder one that keeps nothing.

    :param asked_of: what answers, index and encoder: replies of another are not taken up.
    :param resume: take up what a run that was stopped had kept; else it is forgotten.
    """
    if folder is None:
        yield NOTHING
        return
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    known = _read(path) if resume else {}
    with path.open("a" if resume else "w", encoding="utf-8") as file:
        yield Journal(file, known, asked_of)
    path.unlink()


def _read(path: Path) -> dict[str, Reply]:
    found: dict[str, Reply] = {}
    if not path.is_file():
        return found
    for line in path.read_text(encoding="utf-8").split("\n"):
        try:
            entry = json.loads(line)
            found[entry["key"]] = reply_of(entry)
        except (ValueError, KeyError, TypeError):
            # The last line of a run that was killed may be cut: that question is asked again.
            continue
    return found
