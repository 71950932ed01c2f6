"""Damaged files of every format, each read as a person's would be: text or a sentence, in time."""

import random
import time
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.formats import sandbox
from tests.corpus.formats.test_webpage import PAGE
from tests.corpus.formats.test_wordml import notice
from tests.corpus.formats.test_workbook import saved, sheet_of

FILES = Path(__file__).parent / "files"
WHOLE = {
    "doc": ("compound", (FILES / "notice.doc").read_bytes()),
    "doc with boxes": ("compound", (FILES / "points.doc").read_bytes()),
    "rtf": ("rtf", (FILES / "notice.rtf").read_bytes()),
    "docx": ("office", notice()),
    "xlsx": ("office", saved(sheet_of(["指标", "目标"], ["专利", "9件"])[0])),
    "html": ("html", PAGE.encode("gb18030")),
    "csv": ("csv", "指标,目标\n专利,9件\n".encode()),
}
CASES = 60
MOST_SECONDS = 10


def damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.choice((0, 255, chance.randrange(256)))
    return bytes(changed[: chance.randrange(1, len(changed))] if chance.random() < 0.2 else changed)


@pytest.mark.parametrize("name", WHOLE)
def test_a_damaged_file_gives_text_or_a_sentence_and_the_next_is_read(name):
    kind, data = WHOLE[name]
    chance = random.Random(name)
    sentences = []
    for _ in range(CASES):
        begin = time.monotonic()
        try:
            assert isinstance(sandbox.extract(kind, damaged(data, chance)).text, str)
        except UnreadableFile as error:
            sentences.append(str(error))
        assert time.monotonic() - begin < MOST_SECONDS
    assert all(sentence.endswith(".") and "stopped" not in sentence for sentence in sentences)
    assert sandbox.extract(kind, data).text
