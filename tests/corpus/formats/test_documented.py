import re
from pathlib import Path

import corpus
from corpus.formats.kinds import BY_SUFFIX

PAGE = Path(corpus.__file__).parents[1] / "docs" / "formats.md"


def test_the_page_on_formats_names_exactly_what_is_read():
    rows = [
        line.split("|")[1]
        for line in PAGE.read_text("utf-8").split("\n## ")[0].split("\n")
        if "| `." in line
    ]
    assert set(re.findall(r"`(\.\w+)`", " ".join(rows))) == set(BY_SUFFIX)
