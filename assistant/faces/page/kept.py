"""Conversations as the browser keeps them: the questions, not the answers.

An answer is given again when its conversation is opened, so that its citations are those of the
notices as they are now; a browser has room for some thousand questions, not for the answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from assistant.faces.page.conversation import MAX_EXCHANGES, Conversation
from assistant.question.understood import Understood
from assistant.settings import MAX_QUESTION
from corpus.plain import to_plain

MOST_KEPT = 50
LONGEST_NAME = 100
MOST_NAMES = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what the reader said that it means, if anything."""

    question: str
    understood: Understood | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A conversation: `index` is the content of the archive that answered it last."""

    key: str
    asked: tuple[Asked, ...]
    index: str = ""

    @property
    def title(self) -> str:
        """The first question."""
        return self.asked[0].question if self.asked else ""

    def holds(self, words: str) -> bool:
        """Return whether the questions hold all of the words."""
        text = "\n".join(asked.question for asked in self.asked).lower()
        return all(word in text for word in words.lower().split())


@dataclass(frozen=True, slots=True)
class Shelf:
    """The conversations of a browser, newest first; `current` is the key of the one that is open."""

    conversations: tuple[Kept, ...] = ()
    current: str = ""

    @classmethod
    def from_plain(cls, value: object) -> "Shelf":
        """Read what a browser kept; what is no conversation is left out, whatever it is."""
        plain = value if isinstance(value, Mapping) else {}
        listed = plain.get("conversations")
        read = (_kept(each) for each in listed[:MOST_KEPT]) if isinstance(listed, list) else ()
        current = plain.get("current")
        return cls(tuple(filter(None, read)), current if isinstance(current, str) else "")

    def to_plain(self) -> dict[str, Any]:
        """Return what the browser is to keep."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    def find(self, key: str) -> Kept | None:
        """Return the conversation of that key."""
        return next((kept for kept in self.conversations if kept.key == key), None)

    def put(self, conversation: Conversation, index: str) -> "Shelf":
        """Return the shelf with a conversation in front, which is the open one then."""
        asked = tuple(Asked(e.question, e.understood) for e in conversation.exchanges)
        kept = Kept(conversation.key, asked, index)
        others = (other for other in self.conversations if other.key != kept.key)
        return Shelf((kept, *others)[:MOST_KEPT], kept.key)

    def without(self, key: str) -> "Shelf":
        """Return the shelf without a conversation."""
        rest = tuple(kept for kept in self.conversations if kept.key != key)
        return Shelf(rest, "" if self.current == key else self.current)

    def closed(self) -> "Shelf":
        """Return the shelf with no conversation open."""
        return replace(self, current="")


def new_key() -> str:
    """Return a key for a new conversation."""
    return uuid4().hex


def _kept(value: object) -> Kept | None:
    if not isinstance(value, Mapping) or not isinstance(value.get("asked"), list):
        return None
    key, index = value.get("key"), value.get("index")
    asked = tuple(filter(None, map(_asked, value["asked"][:MAX_EXCHANGES])))
    if not (isinstance(key, str) and 0 < len(key) <= LONGEST_NAME and asked):
        return None
    return Kept(key, asked, index if isinstance(index, str) else "")


def _asked(value: object) -> Asked | None:
    question = value.get("question") if isinstance(value, Mapping) else None
    if not (isinstance(question, str) and 0 < len(question) <= MAX_QUESTION):
        return None
    assert isinstance(value, Mapping)
    return Asked(question, _understood(value.get("understood")))


def _understood(value: object) -> Understood | None:
    if not isinstance(value, Mapping):
        return None
    first, last = (
        year if isinstance(year, int) and not isinstance(year, bool) else None
        for year in (value.get("year_from"), value.get("year_to"))
    )
    return Understood(_names(value.get("places")), first, last, _names(value.get("indicators")))


def _names(value: object) -> tuple[str, ...]:
    listed = value[:MOST_NAMES] if isinstance(value, list) else []
    return tuple(name for name in listed if isinstance(name, str) and len(name) <= LONGEST_NAME)
