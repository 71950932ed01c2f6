"""The figures of an answer as bars: only figures of one kind stand on one axis."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.answers.answer import Answer, Finding, Language, Row
from assistant.answers.wording import AIMS, glossed, part
from assistant.faces.rendering.bars import Axis, Bar, bar_html
from assistant.faces.rendering.escaping import Html, element
from assistant.faces.rendering.labels import Labels, labels_for
from assistant.faces.rendering.plain import one_line

PLOTTED = frozenset({"coverage", "comparison"})
FEWEST_BARS, MOST_BARS = 2, 30
MOST_PANELS = 12
SIGNS = {">=": "≥", ">": "＞", "<=": "≤", "<": "＜", "~": "≈"}
# 力争20家 and 冲刺20家 name the least that is aimed for.
AIMED = (*AIMS, "冲刺", "力保")
LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Words:
    """What is said around the bars."""

    rest: str
    alone: str
    signs: str


WORDS: Mapping[Language, Words] = {
    "zh": Words(
        rest="另有 {count} 个数字只列在表中。",
        alone="{count} 个数字没有同口径的可比，只列在表中。",
        signs="≥ ＞ 是原文的以上、超过、力争等，≤ ＜ 是以内、低于等，≈ 是左右、约等；浅色一段是范围。",
    ),
    "en": Words(
        rest="{count} more figures stand in the table only.",
        alone="{count} figures have none of their kind to compare with and stand in the table only.",
        signs="≥ ＞ at least, more than, or aimed for; ≤ ＜ at most or less than; ≈ about; "
        "the pale part of a bar is a range.",
    ),
}


class Measure(NamedTuple):
    """What figures must share to be compared."""

    indicator: str
    unit: str
    action: str
    scope: str
    finding: Finding


def plots_html(answer: Answer, language: Language, turn: int = 1) -> Html | None:
    """Return a panel of bars for each kind of figure; None if no two figures can be compared.

    :param turn: the number of the answer in its conversation; a bar links to
        ``#cite-<turn>-<marker>``.
    """
    if answer.kind not in PLOTTED:
        return None
    measured = _by_measure(answer.rows)
    panels = [rows for rows in measured.values() if len(rows) >= FEWEST_BARS][:MOST_PANELS]
    if not panels:
        return None
    drawing = Drawing(answer, labels_for(language), WORDS[language], turn)
    left_out = sum(map(len, measured.values())) - sum(map(len, panels))
    return element(
        "div",
        *(drawing.panel(rows) for rows in panels),
        _note(drawing.words.alone, left_out),
        _note(drawing.words.signs, any(_sign(row) or _is_range(row) for p in panels for row in p)),
        class_="panels",
    )


def _by_measure(rows: Sequence[Row]) -> Mapping[Measure, list[Row]]:
    found: dict[Measure, list[Row]] = {}
    for row in rows:
        if row.number is not None:
            named = (row.indicator or "", row.unit or "", row.action or "", row.scope)
            found.setdefault(Measure(*named, row.finding), []).append(row)
    return found


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws the figures of one answer."""

    answer: Answer
    labels: Labels
    words: Words
    turn: int

    def panel(self, rows: Sequence[Row]) -> Html:
        """Return the bars of figures of one kind, under what they measure."""
        shown = _ordered(rows)[:MOST_BARS]
        axis = Axis.over([_ends(row) for row in shown])
        bars = (element("li", bar_html(self._bar(row, rows), axis)) for row in shown)
        return element(
            "div",
            element("p", self._title(rows), class_="panel-title"),
            element("ol", *bars, class_="bars"),
            _note(self.words.rest, len(rows) - len(shown)),
            class_=f"panel {rows[0].finding}",
        )

    def _title(self, rows: Sequence[Row]) -> str:
        row, labels = rows[0], self.labels
        name = row.indicator or ""
        name = (glossed(name) if labels.language == "en" else name) + part(row)
        measured = " ".join(filter(None, (name, labels.action(row))))
        unit = f"（{row.unit}）" if row.unit else ""
        shared = [text for text in (_shared(rows, _place), _shared(rows, _year)) if text]
        return " · ".join([f"{measured}{unit}", labels.findings[row.finding], *shared])

    def _bar(self, row: Row, rows: Sequence[Row]) -> Bar:
        # What all bars share is said once, in the title; a single thing is said all the same.
        named = [text(row) for text in (_place, _year) if not _shared(rows, text)]
        low, high = _ends(row)
        return Bar(
            name=" ".join(filter(None, named)) or _place(row),
            figure=self.labels.figure(row),
            low=low,
            high=high,
            sign=_sign(row),
            marker=row.citation,
            href=f"#cite-{self.turn}-{row.citation}" if row.citation else None,
            quote=self._quote(row),
        )

    def _quote(self, row: Row) -> str:
        cited = (c.quote for c in self.answer.citations if c.marker == row.citation)
        return one_line(next(cited, ""))[:LONGEST_QUOTE]


def _ordered(rows: Sequence[Row]) -> list[Row]:
    """Return the greatest first; where places have several years, place by place, by year."""
    greatest: dict[str, float] = {}
    for row in rows:
        greatest[_place(row)] = max(_ends(row)[1], greatest.get(_place(row), 0.0))
    if len(rows) < 2 * len(greatest):
        return sorted(rows, key=lambda row: -_ends(row)[1])
    return sorted(rows, key=lambda row: (-greatest[_place(row)], _place(row), _year(row)))


def _ends(row: Row) -> tuple[float, float]:
    number = row.number or 0.0
    return number if isinstance(number, tuple) else (number, number)


def _is_range(row: Row) -> bool:
    return isinstance(row.number, tuple)


def _sign(row: Row) -> str:
    aimed = (row.comparator_text or "").startswith(AIMED)
    return SIGNS.get(row.comparator or "", SIGNS[">="] if aimed else "")


def _place(row: Row) -> str:
    return row.place or row.notice_id


def _year(row: Row) -> str:
    return str(row.target_year or row.year or "")


def _shared(rows: Sequence[Row], text: Callable[[Row], str]) -> str:
    """Return what is the same of all rows, empty if it is not."""
    texts = {text(row) for row in rows}
    return texts.pop() if len(texts) == 1 else ""


def _note(text: str, count: int) -> Html:
    return element("p", text.format(count=count), class_="panel-note") if count else Html()
