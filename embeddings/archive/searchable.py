"""The words under which a passage is found."""

from corpus.notice import Notice, Passage
from corpus.scripts import simplified


def searchable_text(title: str, passage: Passage) -> str:
    """Return what is encoded and what the keyword index counts: title, headings, text, a line each.

    The headings are there because a paragraph under 众创空间 often does not say 众创空间 again. It is
    in simplified characters, the only ones that the shipped encoder knows; the passage stays as it
    is written.
    """
    return simplified("\n".join((title, *passage.section_path, passage.text)))


def searchable_texts(notice: Notice) -> list[str]:
    """Return the searchable text of every passage of a notice, in order."""
    return [searchable_text(notice.title, passage) for passage in notice.passages]
