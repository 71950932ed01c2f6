"""Pictures of pages to printed lines, by tesseract where it is installed."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

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
# Pages of notices are read best at the 300 dpi of a scan: about 2,400 pixels across.
NARROW, WIDE_ENOUGH = 1_200, 2_400


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
            config="--psm 3",
            timeout=limits.PAGE_SECONDS,
            output_type=pytesseract.Output.DICT,
        )
    except (pytesseract.TesseractError, RuntimeError) as error:
        raise Unrecognised(f"Page {number} could not be recognised ({error}).") from error
    return PrintedPage(number, float(picture.height), tuple(_lines(found)))


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
    for _, group in groupby(words, key=lambda i: tuple(found[k][i] for k in _LINE)):
        line = list(group)
        lefts = [found["left"][i] for i in line]
        tops = [found["top"][i] for i in line]
        rights = [found["left"][i] + found["width"][i] for i in line]
        bottoms = [found["top"][i] + found["height"][i] for i in line]
        text = _joined([str(found["text"][i]) for i in line])
        em = _em(text, max(rights) - min(lefts), max(bottoms) - min(tops))
        yield PrintedLine(
            text,
            float(min(lefts)),
            float(max(rights)),
            float(min(tops)),
            float(max(bottoms)),
            em,
        )


_LINE = ("block_num", "par_num", "line_num")


def _em(text: str, width: float, height: float) -> float:
    """Return the width of a Han character; half of it for a Latin letter."""
    units = sum(1.0 if char > WIDE else 0.5 for char in text if not char.isspace())
    return max(1.0, width / units if units >= 2 else height)


def _joined(words: list[str]) -> str:
    """Return the words in one line; tesseract parts Han characters by spaces that nobody wrote."""
    joined = ""
    for word in words:
        wide = not joined or joined[-1] > WIDE or word[0] > WIDE
        joined += word if wide else f" {word}"
    return joined
