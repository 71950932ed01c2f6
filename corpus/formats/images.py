"""Scans (TIFF, PNG, JPEG) to paragraphs, a page for each picture of the file."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from corpus.errors import UnreadableFile
from corpus.formats import limits, recognition
from corpus.formats.extracted import Extracted, of_pieces
from corpus.formats.paragraphs import paragraphs
from corpus.formats.printed import PrintedPage, without_running_heads
from corpus.formats.recognition import Unrecognised


def read(data: bytes) -> Extracted:
    """Return the paragraphs of a scan.

    :raises UnreadableFile: if it is damaged or too large, or tesseract is not installed.
    """
    try:
        recognition.required()
        pages = list(_pages(data))
    except Unrecognised as error:
        raise UnreadableFile(f"The file is a picture. {error}") from error
    found = of_pieces(paragraphs(without_running_heads(pages)), len(pages))
    return replace(found, warnings=(recognition.DOUBT.format(pages=""),))


def _pages(data: bytes) -> Iterator[PrintedPage]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of size; the limit below refuses.
            with Image.open(io.BytesIO(data), formats=("TIFF", "PNG", "JPEG")) as file:
                for number, frame in enumerate(ImageSequence.Iterator(file), 1):
                    _check(frame.size, number)
                    yield recognition.page(ImageOps.exif_transpose(frame), number)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise UnreadableFile(
            f"The picture is damaged ({error}). Scan it again, or save it anew."
        ) from error
    except Image.DecompressionBombError as error:
        raise UnreadableFile(_too_large()) from error


def _check(size: tuple[int, int], number: int) -> None:
    if number > limits.MAX_SCANNED_PAGES:
        raise UnreadableFile(
            f"The file holds more than {limits.MAX_SCANNED_PAGES} pictures. Split it."
        )
    if size[0] * size[1] > limits.MAX_PIXELS:
        raise UnreadableFile(_too_large())


def _too_large() -> str:
    return (
        f"The picture has more than {limits.MAX_PIXELS // 1_000_000} million pixels. "
        "Scan it at 300 dpi."
    )
