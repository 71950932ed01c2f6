"""Pages as pictures: drawn in the process that reads foreign formats, never larger than allowed."""

import io

import pytest
from PIL import Image

from corpus.errors import UnreadableFile
from corpus.formats import images, limits, pdf, sandbox
from tests.corpus.formats.printing import BREAK, TITLE, paragraph, printed
from tests.corpus.formats.writing import docx, p

PRINTED = printed(paragraph("第一页", **TITLE), BREAK, BREAK, paragraph("第三页", **TITLE))
A4_AT_144_DPI = (1191, 1684)


def opened(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png))
    assert picture.format == "PNG"
    return picture


def has_ink(picture: Image.Image) -> bool:
    return picture.convert("L").getextrema()[0] < 100


def saved(format_: str, *pictures: Image.Image, **more: object) -> bytes:
    file = io.BytesIO()
    several = {"save_all": True, "append_images": pictures[1:]} if len(pictures) > 1 else {}
    pictures[0].save(file, format_, **several, **more)
    return file.getvalue()


def test_a_page_of_a_pdf_looks_as_it_is_printed():
    first, second = (opened(sandbox.picture("pdf", PRINTED, page)) for page in (1, 2))
    assert first.size == A4_AT_144_DPI
    assert has_ink(first)
    assert not has_ink(second)


@pytest.mark.parametrize("page", [0, -1, 4, 2_000_000_000])
def test_a_page_that_is_not_there_is_refused(page):
    with pytest.raises(UnreadableFile, match=rf"3 pages, and no page {page}\."):
        sandbox.picture("pdf", PRINTED, page)
    with pytest.raises(UnreadableFile, match=rf"no picture {page}\."):
        sandbox.picture("image", saved("PNG", Image.new("L", (9, 9))), page)


def test_a_large_page_is_drawn_smaller(monkeypatch):
    monkeypatch.setattr(limits, "PICTURE_PIXELS", 10_000)
    width, height = opened(pdf.picture(PRINTED, 1)).size
    assert 9_000 < width * height < 10_300
    width, height = opened(images.picture(saved("PNG", Image.new("L", (400, 100))), 1)).size
    assert (width, height) == (200, 50)


def test_each_picture_of_a_scan_is_a_page():
    shades = [Image.new("1", (30, 40), shade) for shade in (0, 1)]
    scan = saved("TIFF", *shades)
    assert [has_ink(opened(sandbox.picture("image", scan, page))) for page in (1, 2)] == [
        True,
        False,
    ]


def test_what_one_can_see_through_is_white():
    clear = saved("PNG", Image.new("RGBA", (9, 9), (0, 0, 0, 0)))
    assert opened(images.picture(clear, 1)).getpixel((4, 4)) == (255, 255, 255)


def test_shades_in_two_bytes_are_the_same_shades():
    grey = saved("PNG", Image.new("I;16", (9, 9), 0x8000))
    assert opened(images.picture(grey, 1)).getpixel((4, 4)) == 128


def test_a_scan_is_turned_upright_and_tells_nothing_of_its_camera():
    noted = Image.Exif()
    noted[0x0112] = 6  # Turn it a quarter to the right.
    noted[0x010F] = "某相机"
    photograph = saved("JPEG", Image.new("RGB", (40, 20), "white"), exif=noted, comment=b"secret")
    found = images.picture(photograph, 1)
    assert opened(found).size == (20, 40)
    assert not opened(found).getexif()
    assert b"secret" not in found


@pytest.mark.parametrize("kind", ["office", "html", "text", "csv"])
def test_a_format_without_pages_has_no_pictures(kind):
    with pytest.raises(UnreadableFile, match="Only PDF files and pictures"):
        sandbox.picture(kind, docx(p("通知")), 1)


@pytest.mark.parametrize(
    ("kind", "data", "said"),
    [
        ("pdf", b"%PDF-1.7 broken", "damaged"),
        ("pdf", printed(paragraph("密"), password="x"), "password"),
        ("image", saved("PNG", Image.effect_noise((300, 300), 50))[:2000], "damaged"),
        ("image", b"GIF89a", "damaged"),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(kind, data, said):
    with pytest.raises(UnreadableFile, match=said):
        sandbox.picture(kind, data, 1)


def test_a_picture_of_too_many_points_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_PIXELS", 80)
    with pytest.raises(UnreadableFile, match="million pixels"):
        images.picture(saved("PNG", Image.new("L", (9, 9))), 1)
