"""What the address of a page asks for: which stretch of the notice, in which language."""

import re
from typing import NamedTuple

from assistant.answers.answer import Language
from assistant.faces.rendering.notices import Marked

NUMBER = re.compile(r"[0-9]{1,9}")
# One language of Accept-Language: en-GB;q=0.8.
RANGE = re.compile(
    r"\s{0,9}(zh|en)\b[\w-]{0,40}\s{0,9}(?:;\s{0,9}q=([01](?:\.\d{0,3})?))?\s{0,9}", re.I
)
MOST_RANGES = 30
LONGEST_SHOWN = 20


class Asked(NamedTuple):
    """The stretch asked for, if there is one; `refused` is what was given instead of one."""

    span: Marked | None
    refused: str | None = None


def asked_stretch(start: str | None, end: str | None, characters: int) -> Asked:
    """Return the stretch between two offsets as they stand in an address.

    Neither is no stretch, and so are two that are equal; all else that is none is refused.
    """
    if start is None and end is None:
        return Asked(None)
    if NUMBER.fullmatch(start or "") and NUMBER.fullmatch(end or ""):
        span = Marked(int(start or ""), int(end or ""))
        if span.start <= span.end <= characters:
            return Asked(span if span.start < span.end else None)
    return Asked(None, f"start={_shown(start)}, end={_shown(end)}")


def asked_language(wanted: str | None, accepted: str) -> Language:
    """Return the language named in the address, else the one the browser prefers of the two.

    :param accepted: the header Accept-Language; Chinese unless it puts English first.
    """
    if wanted in ("zh", "en"):
        return "en" if wanted == "en" else "zh"
    weights = {"zh": 0.0, "en": 0.0}
    for part in accepted.split(",")[:MOST_RANGES]:
        if match := RANGE.fullmatch(part):
            name, weight = match[1].lower(), float(match[2] or 1)
            weights[name] = max(weights[name], weight)
    return "en" if weights["en"] > weights["zh"] else "zh"


def _shown(given: str | None) -> str:
    given = given or "?"
    return given if len(given) <= LONGEST_SHOWN else f"{given[:LONGEST_SHOWN]}…"
