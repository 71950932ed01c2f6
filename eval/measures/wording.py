"""Whether an answer says something, whatever the width, spacing and digit grouping."""

import re
import unicodedata

MARKER = re.compile(r"\[\d+\]")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
DASHES = re.compile(r"[‐‑‒–—−~〜～]+")
# A space between two ASCII words stays, so that "2016 20家" does not become "201620家".
SPACES = re.compile(r"(?<![0-9a-z]) | (?![0-9a-z])")


def normalise(text: str) -> str:
    """Return the text in NFKC and lower case, without spaces, emphasis, markers and 1,000 commas."""
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = MARKER.sub("", plain).replace("*", "").replace("`", "")
    plain = THOUSANDS.sub("", DASHES.sub("-", plain))
    return SPACES.sub("", " ".join(plain.split()))


def says(text: str, wanted: str) -> bool:
    """Return whether the text holds the wanted string or one of its ``|`` alternatives.

    A number is found only whole: ``20家`` is neither in ``120家`` nor in ``3.20家``.
    """
    plain = normalise(text)
    return any(_pattern(choice).search(plain) for choice in wanted.split("|"))


def _pattern(wanted: str) -> re.Pattern[str]:
    plain = normalise(wanted)
    before = r"(?<!\d)(?<!\d\.)" if plain[:1].isdigit() else ""
    after = r"(?!\.?\d)" if plain[-1:].isdigit() else ""
    return re.compile(before + re.escape(plain) + after)
