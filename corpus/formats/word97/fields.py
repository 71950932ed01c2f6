"""Fields of a DOC file (page numbers, links, tables of contents), of which the result is shown."""

BEGIN, SEPARATOR, END = "\x13\x14\x15"
LONGEST_NAME = 20


def instructions(text: str) -> list[tuple[int, int]]:
    """Return the pairs of positions between which a field says what it is, not what it shows.

    A table of contents is left out whole. A field that never ends is no field.
    """
    found: list[tuple[int, int]] = []
    open_fields: list[tuple[int, int | None]] = []
    for place, char in enumerate(text):
        if char == BEGIN:
            open_fields.append((place, None))
        elif char == SEPARATOR and open_fields:
            open_fields[-1] = (open_fields[-1][0], place)
        elif char == END and open_fields:
            begin, separator = open_fields.pop()
            is_contents = text[begin + 1 : begin + LONGEST_NAME].split()[:1] == ["TOC"]
            shown = separator is not None and not is_contents
            found.append((begin, (separator if shown and separator is not None else place) + 1))
    return found
