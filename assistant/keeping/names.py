"""Names of files that come from elsewhere, made such that a file can be kept under them."""

import os
import re
import unicodedata

LONGEST = 120
# A file system counts bytes, of which a Han character has three.
MOST_BYTES = 200
LONGEST_SUFFIX = 16
WITHOUT_A_NAME = "file"
FOLDERS = re.compile(r"[/\\]")
# What other systems do not have in names, or a page would read as its own.
RESERVED = re.compile(r'[<>:"|?*]')


def safe_name(given: str) -> str:
    """Return a name that is one part of a path, readable, and short; the suffix stays.

    `../../etc/passwd` is passwd, and what steers a terminal or turns the direction of writing is gone.
    """
    last = FOLDERS.split(given)[-1]
    # What cannot be seen goes first: two blanks, or a letter and its accent, may have stood around it.
    seen = "".join(char for char in last if char.isprintable() or char.isspace())
    readable = " ".join(unicodedata.normalize("NFC", seen).split())
    stem, suffix = os.path.splitext(RESERVED.sub("-", readable).strip(" ."))
    if len(suffix) > LONGEST_SUFFIX:
        stem, suffix = stem + suffix, ""
    return _cut(stem, LONGEST - len(suffix), MOST_BYTES - len(suffix.encode())) + suffix


def _cut(stem: str, characters: int, most_bytes: int) -> str:
    short = stem[:characters].encode()[:most_bytes].decode(errors="ignore")
    return short.strip(" .") or WITHOUT_A_NAME
