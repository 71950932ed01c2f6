"""The same reports in every format of an office program: `python -m eval.benchmarks.conversions --data DATA`.

Reports of `gov_reports.jsonl.xz`, evenly chosen, are written as web pages and converted to DOCX,
DOC and RTF by LibreOffice. What is printed: of how many the text that is read is, but for white
space, that of the report; and files and megabytes a second through the process that reads them.
"""

import argparse
import json
import lzma
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.reading import read

REPORTS = "gov_reports.jsonl.xz"
FILTERS = {".docx": "MS Word 2007 XML", ".doc": "MS Word 97", ".rtf": "Rich Text Format"}
CONVERSION_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Row:
    """What was seen of the files of one format."""

    suffix: str
    files: int
    same: int
    size: int
    seconds: float

    def __str__(self) -> str:
        speed = (
            f"{self.files / self.seconds:.0f} files/s, {self.size / self.seconds / 1e6:.1f} MB/s"
        )
        return f"{self.suffix:6} {self.same} of {self.files} read the same; {speed}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a row for each format; return 1 if a file does not read as its report."""
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help=f"the folder of {REPORTS}")
    parser.add_argument("--reports", type=int, default=40, help="how many (default 40)")
    given = parser.parse_args(arguments)
    source = given.data / REPORTS
    if not source.exists():
        print(f"There is no {source}. Give the folder that holds it with --data.")
        return 2
    if not shutil.which("soffice"):
        print("LibreOffice is not installed. Run `apt install libreoffice-writer`.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        texts = dict(_written(source, given.reports, Path(folder)))
        _convert(Path(folder))
        rows = [_row(suffix, Path(folder), texts) for suffix in (".html", *FILTERS)]
    for row in rows:
        print(row)
    return int(any(row.same < row.files or row.files < len(texts) for row in rows))


def _written(source: Path, count: int, folder: Path) -> Iterator[tuple[str, str]]:
    """Write web pages and yield their names and what stands in them."""
    with lzma.open(source, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    for number, text in enumerate(texts[:: max(len(texts) // count, 1)][:count]):
        lines = "".join(f"<p>{escape(line)}</p>\n" for line in text.split("\n") if line.strip())
        page = folder / f"r{number:04}.html"
        page.write_text(f"<html><body>{lines}</body></html>", encoding="utf-8-sig")
        yield page.stem, "".join(text.split())


def _convert(folder: Path) -> None:
    for suffix, name in FILTERS.items():
        subprocess.run(
            [
                "soffice",
                "--headless",
                "--infilter=HTML (StarWriter)",
                "--convert-to",
                f"{suffix[1:]}:{name}",
                "--outdir",
                str(folder),
                *map(str, folder.glob("*.html")),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=CONVERSION_SECONDS,
        )


def _row(suffix: str, folder: Path, texts: dict[str, str]) -> Row:
    files = sorted(folder.glob(f"*{suffix}"))
    begin = time.perf_counter()
    found = [_letters(file) for file in files]
    seconds = time.perf_counter() - begin
    same = sum(text == texts[file.stem] for file, text in zip(files, found, strict=True))
    return Row(suffix, len(files), same, sum(file.stat().st_size for file in files), seconds)


def _letters(file: Path) -> str:
    try:
        return "".join(read(file).text.split())
    except UnreadableFile as error:
        return str(error)


if __name__ == "__main__":
    sys.exit(main())
