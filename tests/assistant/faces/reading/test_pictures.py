"""Pictures of pages: drawn once while they are kept, the oldest let go first."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256

import pytest
from PIL import Image

from assistant.faces.reading import pictures
from assistant.faces.reading.pictures import Pictures
from corpus.errors import UnreadableFile
from corpus.understanding import understand_text


def scanned(path, *shades):
    frames = [Image.new("L", (30, 20), shade) for shade in shades]
    frames[0].save(path, "TIFF", save_all=True, append_images=frames[1:])
    notice = understand_text("普陀区新增众创空间四家。", "n", source=str(path), sha256="")
    digest = sha256(path.read_bytes()).hexdigest()
    return replace(notice, sha256=digest, pages=(0,) * len(shades))


@pytest.fixture
def drawn(monkeypatch):
    """The pages that were drawn, in order."""
    numbers = []
    draw = pictures._drawn

    def counted(notice, data, number):
        numbers.append(number)
        return draw(notice, data, number)

    monkeypatch.setattr(pictures, "_drawn", counted)
    return numbers


def test_each_page_of_a_scan_is_drawn_once(tmp_path, drawn):
    notice, kept = scanned(tmp_path / "n.tif", 0, 255), Pictures()
    shades = [
        Image.open(io.BytesIO(kept.page(notice, number))).getpixel((1, 1)) for number in (1, 2, 1)
    ]
    assert shades == [0, 255, 0]
    assert drawn == [1, 2]


def test_the_page_seen_longest_ago_is_let_go(tmp_path, drawn):
    notice = scanned(tmp_path / "n.tif", 0, 100, 200)
    size = max(len(Pictures().page(notice, number)) for number in (1, 2, 3))
    drawn.clear()
    kept = Pictures(kept_bytes=2 * size)
    for number in (1, 2, 1, 3, 1, 2):
        kept.page(notice, number)
    assert drawn == [1, 2, 3, 2]


def test_another_file_in_the_same_place_is_another_picture(tmp_path):
    kept = Pictures()
    first = kept.page(scanned(tmp_path / "n.tif", 0), 1)
    assert kept.page(scanned(tmp_path / "n.tif", 255), 1) != first


def test_many_may_ask_at_once(tmp_path):
    notice, kept = scanned(tmp_path / "n.tif", 0, 255), Pictures(kept_bytes=1)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: kept.page(notice, number), [1, 2] * 20))
    assert set(found[::2]) != set(found[1::2])
    assert len(set(found)) == 2


def test_a_turn_is_given_back_when_nothing_can_be_drawn(tmp_path):
    notice = scanned(tmp_path / "n.tif", 0)
    kept = Pictures(at_once=1)
    for _ in range(2):
        with pytest.raises(UnreadableFile, match="no picture 7"):
            kept.page(notice, 7)
    assert kept.page(notice, 1)
