"""What follows from the rows of a coverage answer, where the question asks for it.

It is worked out from the rows alone, each figure with the marker of its sentence: the most and the
least only within figures that measure the same thing in the same unit.
"""

from collections.abc import Iterator, Sequence

from assistant.answers.answer import Language, Row
from assistant.answers.wording import ACTIONS_IN_ENGLISH, bounded, say
from assistant.question.condition import Condition, Premise
from corpus.figures.scopes import SIZES


def conclusion(language: Language, condition: Condition, rows: Sequence[Row]) -> str:
    """Return the sentences that answer what is asked of the rows; empty where no row tells."""
    if condition.asks in ("most", "least"):
        return "\n".join(_extremes(language, condition, rows))
    if condition.asks == "count":
        return _counted(language, rows)
    if condition.asks == "absent":
        return _absent(language, rows)
    return _beyond(language, condition, rows)


def _measured(rows: Sequence[Row]) -> list[Row]:
    """Return the figures; those of a zone or park only where no place has one of its own."""
    found = [
        row for row in rows if row.number is not None and row.finding in ("target", "achieved")
    ]
    return [row for row in found if not row.scope or row.scope in SIZES] or found


def _number(row: Row) -> float:
    """Return a figure as one number; of a range its upper end."""
    return max(row.number) if isinstance(row.number, tuple) else (row.number or 0.0)


def _extremes(language: Language, condition: Condition, rows: Sequence[Row]) -> Iterator[str]:
    groups: dict[tuple[str | None, str | None, str | None, str], list[Row]] = {}
    for row in _measured(rows):
        groups.setdefault((row.indicator, row.action, row.unit, row.finding), []).append(row)
    several = len(groups) > 1
    for (_, action, _, finding), group in groups.items():
        chosen = (max if condition.asks == "most" else min)(map(_number, group))
        best = [row for row in group if _number(row) == chosen]
        named = say(language, "、", ", ").join(_named(language, row) for row in best)
        of = _of(language, action, finding, several=several)
        if len(set(map(_place, group))) == 1:
            # One alone is neither the most nor the least of anything.
            yield say(language, f"{of}只有{named}。", f"{of}Only {named}.")
        else:
            yield _extreme(language, condition, named, of)


def _extreme(language: Language, condition: Condition, named: str, of: str) -> str:
    most = condition.asks == "most"
    return say(
        language,
        f"{of}{'最高' if most else '最低'}的是{named}。",
        f"{of}{'Highest' if most else 'Lowest'}: {named}.",
    )


def _of(language: Language, action: str | None, finding: str, *, several: bool) -> str:
    """Return by what figures are compared, where there are several kinds of them."""
    if not several:
        return ""
    known = action or "数量"
    done = finding == "achieved"
    return say(
        language,
        f"按{known}{'（已完成）' if done else ''}，",
        f"By {ACTIONS_IN_ENGLISH.get(known, known)}{' (achieved)' if done else ''}: ",
    )


def _named(language: Language, row: Row) -> str:
    marker = f" [{row.citation}]" if row.citation else ""
    figure = bounded(language, row)
    return say(language, f"{_place(row)}（{figure}）{marker}", f"{_place(row)} ({figure}){marker}")


def _place(row: Row) -> str:
    return row.place or row.notice_id


def _counted(language: Language, rows: Sequence[Row]) -> str:
    """Return how many places set a figure; where none does, how many speak of it."""
    found = [row for row in rows if row.finding == "target"]
    found = found or [row for row in rows if row.finding != "silent"]
    places = list(dict.fromkeys(map(_place, found)))
    if not places:
        return ""
    listed = say(language, "、", ", ").join(places)
    return say(language, f"共 {len(places)} 个：{listed}。", f"{len(places)}: {listed}.")


def _absent(language: Language, rows: Sequence[Row]) -> str:
    speaking = {row.notice_id for row in rows if row.finding != "silent"}
    silent = list(dict.fromkeys(_place(r) for r in rows if r.notice_id not in speaking))
    figures = {row.notice_id for row in rows if row.finding in ("target", "achieved")}
    only = [row for row in rows if row.notice_id in speaking - figures]
    without = list(dict.fromkeys(map(_place, only)))
    between = say(language, "、", ", ")
    parts = []
    if silent:
        listed = between.join(silent)
        parts.append(say(language, f"没有提及的是：{listed}。", f"Silent: {listed}."))
    if without:
        listed = between.join(without)
        parts.append(
            say(
                language,
                f"提到而没有数字的是：{listed}。",
                f"Mentioned without a figure: {listed}.",
            )
        )
    return "".join(parts) or say(language, "范围内没有这样的通知。", "There is none in scope.")


def _beyond(language: Language, condition: Condition, rows: Sequence[Row]) -> str:
    limit = condition.limit or 0.0
    above = condition.asks == "above"
    found = [
        row for row in _measured(rows) if (_number(row) > limit if above else _number(row) < limit)
    ]
    named = say(language, "、", ", ").join(_named(language, row) for row in found)
    return say(
        language,
        f"符合“{condition.written}”的是：{named}。"
        if named
        else f"没有符合“{condition.written}”的数字。",
        f"{condition.written}: {named}." if named else f"No figure is {condition.written}.",
    )


def verdict(language: Language, premise: Premise, rows: Sequence[Row], texts: Sequence[str]) -> str:
    """Return whether the rows bear out the figure that a question takes for granted.

    A figure that no row has is only denied if it stands nowhere in the texts in scope.
    """
    measured = _measured(rows)
    same = [row for row in measured if _says(row, premise.number)]
    alike = [r for r in same if not premise.actions or r.action in premise.actions]
    if alike:
        markers = "".join(f"[{row.citation}]" for row in alike[:1] if row.citation)
        return say(language, f"是，原文如此 {markers}。", f"Yes, so it says {markers}.")
    if same:
        row = same[0]
        of = row.action or ""
        english = ACTIONS_IN_ENGLISH.get(of, of)
        return say(
            language,
            f"不是：{premise.written}在原文里是{of} [{row.citation}]。",
            f"No: {premise.written} is the {english} there [{row.citation}].",
        )
    if not measured or any(premise.written in text for text in texts):
        return ""
    return say(
        language,
        f"不是：原文没有{premise.written}，写的是：",
        f"No: it does not say {premise.written}. What it says:",
    )


def _says(row: Row, number: float) -> bool:
    found = row.number if isinstance(row.number, tuple) else (row.number,)
    return any(each is not None and abs(each - number) < 1e-9 for each in found)
