"""The words under which a passage is found."""

from typing import NamedTuple

from corpus.notice import Notice, Passage
from corpus.scripts import simplified


class Searchable(NamedTuple):
    """What is encoded and what the keyword index counts: title and headings, and the text.

    The headings are there because a paragraph under 众创空间 often does not say 众创空间 again. It is
    in simplified characters, the only ones that the shipped encoder knows; the passage stays as it
    is written.
    """

    head: str
    body: str

    @property
    def text(self) -> str:
        """Both, a line each."""
        return f"{self.head}\n{self.body}"


def searchable(title: str, passage: Passage) -> Searchable:
    """Return the words of a passage."""
    head = simplified("\n".join((title, *passage.section_path)))
    return Searchable(head, simplified(passage.text))


def searchable_passages(notice: Notice) -> list[Searchable]:
    """Return the words of every passage of a notice, in order."""
    return [searchable(notice.title, passage) for passage in notice.passages]
