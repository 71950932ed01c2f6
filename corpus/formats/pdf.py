"""PDF files to paragraphs with pages, by pypdfium2; ruled tables by pdfplumber; pictures by tesseract."""

import ctypes
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from statistics import median
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL.Image import Image as Picture

from corpus.decoding import HAN
from corpus.errors import UnreadableFile
from corpus.formats import limits, recognition, ruled
from corpus.formats.extracted import Extracted, of_pieces
from corpus.formats.paragraphs import paragraphs, same_line
from corpus.formats.printed import PrintedLine, PrintedPage, TableLines, without_running_heads
from corpus.formats.recognition import Unrecognised

# Characters of 11 to 16 points are read best at this size (30 to 44 pixels).
SCAN_DPI, POINTS = 200, 72
PICTURE_DPI = 144
# On a page with a picture fewer letters than this are a stamp or a number; no notice is English.
FEWEST_LETTERS, MUCH_WITHOUT_HAN = 10, 200
# A table has at least its frame and one line inside.
FEWEST_RULES = 5
# What fonts without a map to Unicode give: private letters, letters of other scripts, replacements.
GARBAGE = re.compile("[\ue000-\uf8ff\ufffd\u0080-\u009f\u0100-\u02af\u0370-\u0373\u0483-\u0e7f]")
MOST_GARBAGE = 0.3
# Hyphens that pdfium puts where a word was broken, and characters without a code.
UNWRITTEN = frozenset("\x00\x02\ufffe")
# The glyphs of most Han characters fill so much of their square.
OF_AN_EM = 0.92


def read(data: bytes) -> Extracted:
    """Return the paragraphs of a PDF file.

    :raises UnreadableFile: if it is protected, damaged, has too many pages, or holds only pictures
        that cannot be recognised here.
    """
    with closing(_opened(data)) as document:
        count = len(document)
        if count > limits.MAX_PAGES:
            raise UnreadableFile(
                f"The PDF has {count:,} pages, more than {limits.MAX_PAGES:,}. Split it."
            )
        pages, pictures = _pages(document)
        tables = ruled.tables(data, [page.number for page, rules in pages if rules])
        printed = [_with_tables(page, tables.get(page.number, ())) for page, _ in pages]
        scanned, warnings = _recognised(document, pictures, alone=not printed)
    whole = sorted([*printed, *scanned], key=lambda page: page.number)
    found = of_pieces(paragraphs(without_running_heads(whole)), count)
    return Extracted(found.text, found.pages, warnings)


def picture(data: bytes, number: int) -> bytes:
    """Return the page of that number, from 1, as it is printed: a PNG.

    :raises UnreadableFile: if the file is protected or damaged, or has no such page.
    """
    with closing(_opened(data)) as document:
        if not 1 <= number <= len(document):
            raise UnreadableFile(f"The PDF has {len(document)} pages, and no page {number}.")
        drawn = _drawn(document, number, PICTURE_DPI, limits.PICTURE_PIXELS)
    file = io.BytesIO()
    drawn.save(file, "PNG")
    return file.getvalue()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(_reason(error)) from error


def _reason(error: pypdfium2.PdfiumError) -> str:
    if "password" in str(error).lower():
        return "The PDF is protected by a password. Save it without one."
    return f"The PDF is damaged ({error}). Fetch it again, or print it to a new PDF."


def _pages(
    document: pypdfium2.PdfDocument,
) -> tuple[list[tuple[PrintedPage, bool]], list[int]]:
    """Return the pages with text, each with whether it has ruled lines, and the numbers of pictures."""
    pages, pictures = [], []
    for index in range(len(document)):
        with closing(document[index]) as page, closing(page.get_textpage()) as text:
            lines = list(same_line(_lines(text, page.get_height())))
            written = "".join(line.text for line in lines)
            has_picture = any(True for _ in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]))
            if not _is_garbled(written) and (_is_enough(written) or not has_picture):
                rules = page.get_objects([pdfium.FPDF_PAGEOBJ_PATH])
                is_ruled = sum(1 for _, _ in zip(rules, range(FEWEST_RULES), strict=False))
                parts = tuple(lines)
                width, height = page.get_size()
                found = PrintedPage(index + 1, width, height, parts)
                pages.append((found, is_ruled == FEWEST_RULES and page.get_rotation() == 0))
            else:
                pictures.append(index + 1)
    return [each for each in pages if each[0].parts], pictures


def _is_garbled(written: str) -> bool:
    """Return whether the text is what a font without a map to Unicode gives."""
    letters = sum(char.isalnum() for char in written)
    if len(GARBAGE.findall(written)) > MOST_GARBAGE * len(written) > 0:
        return True
    return letters >= MUCH_WITHOUT_HAN and not HAN.search(written)


def _is_enough(written: str) -> bool:
    return sum(char.isalnum() for char in written) >= FEWEST_LETTERS


class _Box(NamedTuple):
    """A character in points from the left and the bottom of its page.

    Its sides are those of the glyph; its height is that of its line, for a font that is neither in
    the file nor on the machine has glyphs without height.
    """

    char: str
    left: float
    right: float
    bottom: float
    top: float


def _lines(text: pypdfium2.PdfTextPage, height: float) -> Iterator[PrintedLine]:
    """Yield the lines in the order in which the page writes them."""
    written: list[str] = []
    boxes: list[_Box] = []
    box, room = [ctypes.c_double() for _ in range(4)], pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if char in "\r\n":
            yield from _line(written, boxes, height)
            written, boxes = [], []
        elif char not in UNWRITTEN:
            written.append(char)
            where = map(ctypes.byref, box)
            if not char.isspace() and pdfium.FPDFText_GetCharBox(text.raw, index, *where):
                left, right, bottom, top = (side.value for side in box)
                if pdfium.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(room)):
                    bottom, top = min(bottom, room.bottom), max(top, room.top)
                boxes.append(_Box(char, left, right, bottom, top))
    yield from _line(written, boxes, height)


def _line(written: Sequence[str], boxes: Sequence[_Box], height: float) -> Iterator[PrintedLine]:
    if boxes:
        yield PrintedLine(
            "".join(written),
            min(box.left for box in boxes),
            max(box.right for box in boxes),
            height - max(box.top for box in boxes),
            height - min(box.bottom for box in boxes),
            _em(boxes),
        )


def _em(boxes: Sequence[_Box]) -> float:
    """Return the width of a Han character, from the glyphs: justified lines have wider steps."""
    han = [box.right - box.left for box in boxes if HAN.match(box.char)]
    return max(1.0, median(han) / OF_AN_EM if han else max(box.top - box.bottom for box in boxes))


def _with_tables(page: PrintedPage, tables: Sequence[TableLines]) -> PrintedPage:
    """Return the page with its tables in place of the lines that stand in them."""
    parts: list[PrintedLine | TableLines] = []
    waiting = sorted(tables, key=lambda table: table.top)
    for line in page.lines:
        inside = next((t for t in tables if t.top <= line.middle <= t.bottom), None)
        while waiting and (waiting[0] is inside or waiting[0].bottom <= line.top):
            parts.append(waiting.pop(0))
        if inside is None:
            parts.append(line)
    return replace(page, parts=(*parts, *waiting))


def _recognised(
    document: pypdfium2.PdfDocument, pictures: Sequence[int], *, alone: bool
) -> tuple[list[PrintedPage], tuple[str, ...]]:
    """Return the pages that are pictures, recognised, and a warning where they could not be."""
    if not pictures:
        return [], ()
    if len(pictures) > limits.MAX_SCANNED_PAGES:
        raise UnreadableFile(
            f"{len(pictures)} pages of the PDF are pictures, more than {limits.MAX_SCANNED_PAGES}. Split it."
        )
    found: list[PrintedPage] = []
    lost: dict[int, str] = {}
    for number in pictures:
        try:
            recognition.required()
            found.append(_scanned(document, number))
        except Unrecognised as error:
            lost[number] = str(error)
    if alone and not found:
        reason = next(iter(lost.values()))
        raise UnreadableFile(f"The PDF holds pictures of pages, no text. {reason}")
    return found, tuple(_doubts([page.number for page in found], lost))


def _doubts(recognised: Sequence[int], lost: Mapping[int, str]) -> Iterator[str]:
    if recognised:
        yield recognition.DOUBT.format(pages=f" (pages {_listed(recognised)})")
    for reason in dict.fromkeys(lost.values()):
        numbers = [number for number, why in lost.items() if why == reason]
        yield f"Pages that are pictures were left out: {_listed(numbers)}. {reason}"


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:20])) + (" …" if len(numbers) > 20 else "")


def _scanned(document: pypdfium2.PdfDocument, number: int) -> PrintedPage:
    drawn = _drawn(document, number, SCAN_DPI, limits.MAX_PIXELS // 2, grayscale=True)
    return recognition.page(drawn, number)


def _drawn(
    document: pypdfium2.PdfDocument,
    number: int,
    dpi: int,
    most_pixels: int,
    *,
    grayscale: bool = False,
) -> Picture:
    """Return a page at so many dots per inch, fewer if it would have more pixels than it may."""
    with closing(document[number - 1]) as page:
        width, height = page.get_size()
        scale = min(dpi / POINTS, (most_pixels / max(width * height, 1)) ** 0.5)
        drawn: Picture = page.render(scale=scale, grayscale=grayscale).to_pil()
        return drawn
