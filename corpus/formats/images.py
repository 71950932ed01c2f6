"""Scans (TIFF, PNG, JPEG) to paragraphs, a page for each picture of the file."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError
from PIL.Image import Image as Picture
from PIL.ImageFile import ImageFile

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


def picture(data: bytes, number: int) -> bytes:
    """Return the picture of that number, from 1, as a PNG with nothing but its pixels.

    :raises UnreadableFile: if the file is damaged or too large, or has no such picture.
    """
    with _opened(data) as file:
        try:
            file.seek(number - 1)
        except EOFError as error:
            raise UnreadableFile(f"The file has no picture {number}.") from error
        _check(file.size, number)
        return _saved(_on_white(ImageOps.exif_transpose(file)))


def _on_white(found: Picture) -> Picture:
    """Return a picture in shades of grey or in colour, white where one could see through it."""
    if found.has_transparency_data:
        white = Image.new("RGBA", found.size, "white")
        return Image.alpha_composite(white, found.convert("RGBA")).convert("RGB")
    if found.mode.startswith("I"):  # Shades in two bytes.
        return found.point(lambda shade: shade / 256).convert("L")
    return found.convert("L" if found.mode in ("1", "L") else "RGB")


def _saved(drawn: Picture) -> bytes:
    """Return a picture as a PNG, smaller where it has more pixels than it may."""
    scale = (limits.PICTURE_PIXELS / max(drawn.width * drawn.height, 1)) ** 0.5
    if scale < 1:
        size = (max(1, int(drawn.width * scale)), max(1, int(drawn.height * scale)))
        drawn = drawn.resize(size, Image.Resampling.LANCZOS)
    drawn.info.clear()  # Pillow would write what a camera noted, such as where it was.
    file = io.BytesIO()
    drawn.save(file, "PNG")
    return file.getvalue()


def _pages(data: bytes) -> Iterator[PrintedPage]:
    with _opened(data) as file:
        for number, frame in enumerate(ImageSequence.Iterator(file), 1):
            _check(frame.size, number)
            yield recognition.page(ImageOps.exif_transpose(frame), number)


@contextmanager
def _opened(data: bytes) -> Iterator[ImageFile]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of size; the limit below refuses.
            with Image.open(io.BytesIO(data), formats=("TIFF", "PNG", "JPEG")) as file:
                yield file
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
