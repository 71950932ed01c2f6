"""Scans: a page for each picture, recognised where tesseract is installed."""

import io

import pytest
from PIL import Image

from corpus.errors import UnreadableFile
from corpus.formats import images, limits, recognition
from tests.corpus.formats.printing import GB9704, need_tesseract, paragraph, printed
from tests.corpus.formats.test_pdf import scan

SENTENCE = "力争新认定高新技术企业20家，培育科技小巨人企业16家，新建众创空间5家，服务企业1000家次。"


def saved(format_: str, *pictures: Image.Image) -> bytes:
    file = io.BytesIO()
    more = {"save_all": True, "append_images": pictures[1:]} if len(pictures) > 1 else {}
    pictures[0].save(file, format_, **more)
    return file.getvalue()


@pytest.fixture(scope="module")
def picture():
    return scan(printed(paragraph(SENTENCE, **GB9704)))[0]


@pytest.mark.parametrize("format_", ["TIFF", "PNG", "JPEG"])
def test_a_scan_is_recognised(picture, format_):
    need_tesseract()
    found = images.read(saved(format_, picture))
    assert "高新技术企业20家" in found.text
    assert "\n" not in found.text
    assert found.pages == (0,)
    assert "may be wrong" in found.warnings[0]


def test_each_picture_of_a_file_is_a_page(picture):
    need_tesseract()
    found = images.read(saved("TIFF", picture, picture))
    assert len(found.pages) == 2
    assert found.text[found.pages[1] :].count("高新技术企业20家") == 1


def test_a_damaged_picture_is_refused(picture):
    need_tesseract()
    with pytest.raises(UnreadableFile, match="damaged"):
        images.read(saved("PNG", picture)[:2000])


def test_a_picture_of_too_many_points_is_refused(picture, monkeypatch):
    need_tesseract()
    monkeypatch.setattr(limits, "MAX_PIXELS", 1_000_000)
    with pytest.raises(UnreadableFile, match=r"million pixels.*300 dpi"):
        images.read(saved("PNG", picture))


def test_without_tesseract_it_is_said_what_to_install(picture, monkeypatch):
    def missing() -> None:
        raise recognition.Unrecognised(recognition.INSTALL)

    monkeypatch.setattr(recognition, "required", missing)
    with pytest.raises(UnreadableFile, match=r"picture.*tesseract-ocr-chi-sim"):
        images.read(saved("PNG", picture))
