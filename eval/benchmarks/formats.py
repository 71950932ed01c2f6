"""The five notices printed and scanned, and what is read of them: `python -m eval.benchmarks.formats`.

Each notice is printed to PDF with a running head, page numbers and justified paragraphs, by
reportlab and, where it is installed, by Chromium; the first pages are rendered to a TIFF of
200 dpi and recognised. What is printed for each maker, as means over the notices: F1 of the
characters, the share of paragraphs read exactly, F1 of the headings, seconds.
"""

import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from html import escape
from pathlib import Path

import pypdfium2

from corpus.cleaning import lines
from corpus.outline import outline
from corpus.reading import read

NOTICES = Path(__file__).parents[2] / "corpus" / "notices"
HEAD = "科技工作文件汇编"
SCAN_DPI, SCANNED_LINES = 200, 12
STYLE = "@page{size:A4;margin:2.5cm}body{font-size:14pt}p{text-indent:2em;margin:0;line-height:1.7;text-align:justify}"

# A maker writes the lines of a notice into a file whose name ends as its format's do.
Maker = Callable[[Sequence[str], Path], None]


@dataclass(frozen=True, slots=True)
class Score:
    """How much of a notice was read: three shares, and the seconds it took."""

    characters: float
    paragraphs: float
    headings: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of file: its maker, the programs it and its reader need, how many lines it holds."""

    name: str
    suffix: str
    make: Maker
    needs: tuple[str, ...] = ()
    most_lines: int | None = None


def by_reportlab(text: Sequence[str], target: Path) -> None:
    """Print by reportlab, in the font STSong-Light, which Acrobat brings."""
    from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    form: dict[str, object] = {"fontName": "STSong-Light", "fontSize": 14, "leading": 24}
    body = ParagraphStyle("body", **form, firstLineIndent=28, wordWrap="CJK")
    title = ParagraphStyle("title", **form, alignment=1, wordWrap="CJK")

    def frame(canvas: object, document: object) -> None:
        canvas.setFont("STSong-Light", 10)  # type: ignore[attr-defined]
        canvas.drawCentredString(297, 805, HEAD)  # type: ignore[attr-defined]
        canvas.drawCentredString(297, 30, f"— {document.page} —")  # type: ignore[attr-defined]

    parts = [Paragraph(escape(line), body if number else title) for number, line in enumerate(text)]
    SimpleDocTemplate(str(target)).build(parts, onFirstPage=frame, onLaterPages=frame)


def by_chromium(text: Sequence[str], target: Path) -> None:
    """Print a web page by Chromium, with the date above and the page numbers below it."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text)
    page = target.with_suffix(".html")
    page.write_text(f"<meta charset=utf-8><style>{STYLE}</style>{paragraphs}", encoding="utf-8")
    subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--print-to-pdf={target}",
            page,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


def as_scan(text: Sequence[str], target: Path) -> None:
    """Render what reportlab prints to a TIFF, a frame for each page."""
    printed = target.with_suffix(".pdf")
    by_reportlab(text, printed)
    with pypdfium2.PdfDocument(printed) as document:
        first, *rest = [
            page.render(scale=SCAN_DPI / 72, grayscale=True).to_pil() for page in document
        ]
    file = io.BytesIO()
    first.save(file, "TIFF", save_all=True, append_images=rest, compression="tiff_lzw")
    target.write_bytes(file.getvalue())


ROWS = (
    Row("PDF, reportlab", ".pdf", by_reportlab),
    Row("PDF, Chromium", ".pdf", by_chromium, ("chromium",)),
    Row("scan, 200 dpi", ".tif", as_scan, ("tesseract",), SCANNED_LINES),
)


def main() -> int:
    """Print a line for each kind of file; say which programs are absent."""
    notices = [_lines(path) for path in sorted(NOTICES.glob("*.txt"))]
    print(f"{'':18}{'characters':>11}{'paragraphs':>11}{'headings':>11}{'seconds':>9}")
    for row in ROWS:
        absent = [program for program in row.needs if not shutil.which(program)]
        if absent:
            print(f"{row.name:18} not measured: {', '.join(absent)} is not installed")
            continue
        columns = zip(*map(astuple, scores(row, notices)), strict=True)
        *shares, seconds = (statistics.mean(column) for column in columns)
        print(f"{row.name:18}" + "".join(f"{share:11.4f}" for share in shares) + f"{seconds:9.2f}")
    return 0


def scores(row: Row, notices: Sequence[Sequence[str]]) -> Iterator[Score]:
    """Yield how much is read of each notice from a file of this kind."""
    with tempfile.TemporaryDirectory() as folder:
        for number, notice in enumerate(notices):
            file = Path(folder, f"{number}{row.suffix}")
            text = notice[: row.most_lines]
            row.make(text, file)
            begin = time.perf_counter()
            found = read(file).text.split("\n")
            yield _score(text, found, time.perf_counter() - begin)


def _score(text: Sequence[str], found: Sequence[str], seconds: float) -> Score:
    written = Counter(map(_letters, text))
    same = (written & Counter(map(_letters, found))).total() / written.total()
    characters = f1(Counter(_letters("".join(text))), Counter(_letters("".join(found))))
    return Score(characters, same, f1(_headings(text), _headings(found)), seconds)


def f1(expected: Counter[str], found: Counter[str]) -> float:
    """Return the F1 of two bags; 1 if both are empty."""
    total = expected.total() + found.total()
    return 2 * (expected & found).total() / total if total else 1.0


def _lines(path: Path) -> list[str]:
    stripped = (line.strip() for line in path.read_text(encoding="utf-8").split("\n"))
    return [line for line in stripped if line]


def _headings(found: Sequence[str]) -> Counter[str]:
    text = "\n".join(map(_letters, found))
    body = [line for line in lines(text) if line.kind == "body"]
    return Counter(_letters(heading.marker + heading.text) for heading, _ in outline(text, body))


def _letters(text: str) -> str:
    return "".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
