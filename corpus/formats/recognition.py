"""Pictures of pages to printed lines, by tesseract where it is installed."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from statistics import median

import pytesseract
from PIL import Image
from PIL.Image import Image as Picture

from corpus.formats import limits
from corpus.formats.grids import WIDE
from corpus.formats.printed import PrintedLine, PrintedPage

LANGUAGE = "chi_sim"
INSTALL = (
    "Install tesseract with Chinese (Debian: tesseract-ocr tesseract-ocr-chi-sim) and index again."
)
DOUBT = (
    "The text was recognised from pictures{pages}: characters and figures may be wrong. "
    "Compare what matters with the original."
)
LINE = ("block_num", "par_num", "line_num")
# From so many characters on, the width of a line tells that of a character.
LONG = 6
# Of the ways in which tesseract divides a page, one block lost a third of what the automatic one did.
ONE_BLOCK = "--psm 6"
# Pages of notices are read best at about 200 dpi: 1,650 pixels across.
NARROW, WIDE_ENOUGH = 1_200, 1_650


class Unrecognised(Exception):
    """Pictures cannot be read here; the message says what to do."""


@lru_cache(maxsize=1)
def required() -> None:
    """Check that tesseract is installed with Chinese.

    :raises Unrecognised: if it is not.
    """
    try:
        languages = pytesseract.get_languages()
    except (pytesseract.TesseractNotFoundError, OSError) as error:
        raise Unrecognised(f"Reading them needs tesseract. {INSTALL}") from error
    if LANGUAGE not in languages:
        raise Unrecognised(f"tesseract has no {LANGUAGE} here. {INSTALL}")


def page(picture: Picture, number: int) -> PrintedPage:
    """Return the page of that number, from 1, recognised.

    :raises Unrecognised: if tesseract fails or takes too long.
    """
    picture = _enlarged(picture.convert("L"))
    try:
        found = pytesseract.image_to_data(
            picture,
            lang=LANGUAGE,
            config=ONE_BLOCK,
            timeout=limits.PAGE_SECONDS,
            output_type=pytesseract.Output.DICT,
        )
    except (pytesseract.TesseractError, RuntimeError) as error:
        raise Unrecognised(f"Page {number} could not be recognised ({error}).") from error
    return PrintedPage(number, float(picture.width), float(picture.height), tuple(_lines(found)))


def _enlarged(picture: Picture) -> Picture:
    if picture.width >= NARROW:
        return picture
    scale = WIDE_ENOUGH / max(picture.width, 1)
    if picture.height * scale * WIDE_ENOUGH > limits.MAX_PIXELS:
        return picture
    return picture.resize((WIDE_ENOUGH, round(picture.height * scale)), Image.Resampling.LANCZOS)


def _lines(found: dict[str, list[int]]) -> Iterator[PrintedLine]:
    """Yield the lines of tesseract's table of words, in its reading order."""
    words = [i for i, text in enumerate(found["text"]) if str(text).strip()]
    lines = [list(group) for _, group in groupby(words, lambda i: tuple(found[k][i] for k in LINE))]
    texts = [_joined([str(found["text"][i]) for i in line]) for line in lines]
    boxes = [_box(found, line) for line in lines]
    widths = [
        (right - left) / _units(text)
        for text, (left, right, _, _) in zip(texts, boxes, strict=True)
        if _units(text) >= LONG
    ]
    usual = median(widths) if widths else None
    for text, (left, right, top, bottom) in zip(texts, boxes, strict=True):
        units = _units(text)
        em = (right - left) / units if units >= LONG else usual or bottom - top
        yield PrintedLine(text, left, right, top, bottom, max(1.0, em))


def _box(found: dict[str, list[int]], line: Sequence[int]) -> tuple[float, float, float, float]:
    """Return left, right, top and bottom of the words of a line."""
    left, top = (min(found[side][i] for i in line) for side in ("left", "top"))
    right = max(found["left"][i] + found["width"][i] for i in line)
    bottom = max(found["top"][i] + found["height"][i] for i in line)
    return float(left), float(right), float(top), float(bottom)


def _units(text: str) -> float:
    """Return the length of a text in Han characters; a Latin letter is half of one."""
    return sum(1.0 if char > WIDE else 0.5 for char in text if not char.isspace())


def _joined(words: list[str]) -> str:
    """Return the words in one line; tesseract parts Han characters by spaces that nobody wrote."""
    joined = ""
    for word in words:
        wide = not joined or joined[-1] > WIDE or word[0] > WIDE
        joined += word if wide else f" {word}"
    return joined
