"""Make `divisions.tsv` from the unpacked npm package china-division (see README.md beside this)."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from pypinyin import lazy_pinyin

SUFFIXES = (
    "特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "自治州", "地区", "盟",
    "新区", "矿区", "林区", "市", "自治县", "自治旗", "县", "旗", "区",
)  # fmt: skip
ORDINARY_FROM = 20
# Codes from 71 to 79 are those of the Bureau of Statistics for zones, which GB/T 2260 has none for.
ZONES = range(71, 80)
PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}


def short_name(name: str) -> str:
    """Return the name as people say it: 普陀区 → 普陀; two characters at least stay."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name[: -len(suffix)]
    return name


def pinyin(short: str) -> str:
    """Return the short name in pinyin without tones; 长 is read chang in place names."""
    return "".join(lazy_pinyin(short.replace("长", "常")))


def ordinary(name: str, short: str, level: str, prose: str) -> bool:
    """Return whether a district's short name is also a word of text that names no districts."""
    bare = prose.count(short) - prose.count(name)
    return level == "district" and bare >= ORDINARY_FROM


def rows(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield code (six digits), name and level, from the top down."""
    levels = (("provinces.csv", "province"), ("cities.csv", "city"), ("areas.csv", "district"))
    for file, level in levels:
        with (folder / file).open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                code = row["code"].ljust(6, "0")
                if row["name"] not in PLACEHOLDERS and int(code[4:]) not in ZONES:
                    yield code, row["name"], level


def main() -> None:
    """Print the table."""
    out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    out.writerow(["code", "name", "short", "level", "pinyin", "ordinary"])
    prose = Path(sys.argv[2]).read_text(encoding="utf-8")
    for code, name, level in rows(Path(sys.argv[1])):
        short = short_name(name)
        out.writerow(
            [code, name, short, level, pinyin(short), int(ordinary(name, short, level, prose))]
        )


if __name__ == "__main__":
    main()
