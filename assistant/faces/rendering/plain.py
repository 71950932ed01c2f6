"""Text of others where there is no HTML: in files and on a line to paste."""

from unicodedata import east_asian_width

from assistant.faces.rendering.escaping import INVISIBLE

# XML, of which Word and Excel files are made, has no place for these two.
NO_CHARACTERS = {0xFFFE: None, 0xFFFF: None}


def visible(text: str) -> str:
    """Return text without what cannot be seen: control, zero-width and direction characters.

    Line breaks stay and are all of one kind.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return INVISIBLE.sub("", lines).translate(NO_CHARACTERS)


def one_line(text: str) -> str:
    """Return what can be seen of a text on one line, without space around it."""
    # First the breaks that `visible` would drop: what they part stays apart.
    return " ".join(visible(" ".join(text.split())).split())


def columns_wide(text: str) -> int:
    """Return how wide a text is in letters; a Han character is two wide."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
