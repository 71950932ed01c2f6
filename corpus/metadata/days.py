"""When a notice was issued, and from when it takes effect."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from corpus.metadata.dates import DATE, HAN_DAY, dated_end, find_date, find_dates, is_date_line
from corpus.metadata.layout import Found, Layout
from corpus.metadata.notes import notes
from corpus.metadata.numbering import NUMBER
from corpus.numerals import chinese_number, plain_digits
from corpus.sentences import Span

WRITTEN = ("成文日期", "成文时间", "发文日期", "发文时间", "生成日期", "制发日期", "印发日期")
PUT_UP = ("发布日期", "发布时间", "公布日期", "公开日期", "日期")
EFFECTIVE = ("实施日期", "生效日期", "施行日期")
# The note under a title (题注): ——2021年2月2日在…会议上, （2003年9月3日公布）, 1998年7月31日…会议通过.
NOTE = re.compile(r"[—\-（(\s]{0,6}(?:\d{4}\s?年|[一二][〇○零九O0])|[^。]{0,60}会议[^。]{0,60}$")
# The last line of a printed notice (版记): 普陀区科委办公室 2016年5月6日印发.
IMPRINT = re.compile(r"印发\s{0,4}$")
CONNECTED = re.compile(r"通过|批准|公布|修正|修订|发布|印发|制定")
PUBLISHED = re.compile("[^0-9（）()]{0,24}(?:公布|发布|印发|颁布)|[^（）()年]{0,36}号(?:公布|发布)")
STARTS = re.compile(r"\s{0,4}(?:起|后)?(?:正式)?(?:施行|实施|执行|试行|生效)")
# 本办法自2018年1月1日起施行, 自印发之日起施行; not what another document, in 《》, is in force from.
IN_FORCE = re.compile(
    r"[自从于]\s{0,2}(?P<day>\d{4}\s{0,2}年\s{0,2}\d{1,2}\s{0,2}月\s{0,2}\d{1,2}\s{0,2}日|"
    rf"{HAN_DAY}|(?:发布|公布|印发|颁布|发文|下发|通过)之日|即日)\s{{0,2}}(?:起|后)"
    r"(?:满?(?P<wait>\d{1,3}|[一二三四五六七八九十]{1,3})[日天](?:后|起))?(?:正式|开始)?(?:施行|实施|执行|试行|生效)"
)
OWN = re.compile(r"本|(?:^|[。，,；;（(、]|现予|\s)$")
HEAD_LINES = 8
BEFORE = 12


def issued_on(layout: Layout) -> Found[date] | None:
    """Return the day of issue.

    The signature (成文日期, GB/T 9704-2012 7.3.6) comes first, then the label of that name, the
    note under the title, the imprint (版记, 7.4.3), and last the labels and the byline of the website,
    which tell when the page was put up.
    """
    signed = chain(_signed(layout), _labelled(layout, WRITTEN, 0.97))
    printed = chain(_noted(layout), _imprint(layout), _under_title(layout))
    return next(chain(signed, printed, _labelled(layout, PUT_UP, 0.85), _byline(layout)), None)


def effective_on(layout: Layout, issued: Found[date] | None) -> Found[date] | None:
    """Return the day from which the notice is in force, as its table or its last article says."""
    labelled = next(_labelled(layout, EFFECTIVE, 0.97), None)
    return labelled or _own_clause(layout, issued)


def _own_clause(layout: Layout, issued: Found[date] | None) -> Found[date] | None:
    text = plain_digits(layout.text)
    clauses = [
        clause
        for line in layout.body
        for clause in IN_FORCE.finditer(text, line.start, line.end)
        if _is_own(text, line.start, clause.start())
    ]
    if not clauses:
        return None
    clause = clauses[-1]
    published = _first_published(layout)
    day = find_date(clause["day"]) or published or (issued.value if issued else None)
    if day and clause["wait"]:
        day += timedelta(days=_number(clause["wait"]))
    return Found(day, Span(*clause.span()), "clause on its coming into force", 0.9) if day else None


def _first_published(layout: Layout) -> date | None:
    """Return the first day of publication, from which an amended law is in force too."""
    days = list(_note_days(layout))
    published = [day for day, _, end in days if PUBLISHED.match(layout.text, end, end + 40)]
    return min(published or [day for day, _, _ in days], default=None)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else chinese_number(written)


def _is_own(text: str, line_start: int, start: int) -> bool:
    before = text[max(line_start, start - BEFORE) : start]
    return "》" not in before and bool(OWN.search(before) or not before)


def _signed(layout: Layout) -> Iterator[Found[date]]:
    """Yield the first date that stands alone below an organ or below prose, or behind an organ."""
    prose = _first_sentence(layout)
    for index, line in enumerate(layout.body):
        written = layout.written(line)
        above = layout.written(layout.body[index - 1]) if index else ""
        before = dated_end(written)
        alone = is_date_line(written) and (index > prose or _is_organ(above))
        if alone or (before and len(written) <= 60 and _is_organ(before)):
            yield from _found(layout, line.start, line.end, "signature (GB/T 9704 7.3.6)", 0.97)
            return


def _first_sentence(layout: Layout) -> int:
    """Return the index of the first line that is prose or ends a sentence, however short."""
    prose = layout.opens_prose()
    ends = (i for i, line in enumerate(layout.body[:prose]) if layout.written(line)[-1:] == "。")
    return next(ends, prose)


def _is_organ(words: str) -> bool:
    return words.endswith(("政府", "委员会", "局", "厅", "办公室", "委", "部", "院", "组", "会"))


def _labelled(layout: Layout, labels: Sequence[str], sure: float) -> Iterator[Found[date]]:
    for label in labels:
        cell = layout.cell([label])
        if cell:
            yield from _found(layout, cell.start, cell.end, f"cell {label}", sure)


def _noted(layout: Layout) -> Iterator[Found[date]]:
    """Yield the last day on which the document was passed or amended, as its note says."""
    days = list(_note_days(layout))
    if days:
        day, start, end = max(days)
        yield Found(day, Span(start, end), "note under the title", 0.9)


def _note_days(layout: Layout) -> Iterator[tuple[date, int, int]]:
    """Yield the days that the note names; only those on which it says something was done."""
    for span in _notes(layout):
        days = _days(layout, span.start, span.end)
        done = [day for day in days if not _is_in_force(layout, day)]
        yield from [day for day in done if _is_passed(layout, day, span.end)] or done[:1]


def _notes(layout: Layout) -> list[Span]:
    """Return the notes of laws, and the lines that tell when and where a report was given."""
    found = list(notes(layout))
    for line in layout.body[:HEAD_LINES]:
        written = layout.written(line)
        is_known = any(note.start <= line.start < note.end for note in found)
        if not is_known and NOTE.match(written) and not is_date_line(written):
            found.append(Span(line.start, line.end))
    return found


def _is_in_force(layout: Layout, found: tuple[date, int, int]) -> bool:
    """Return whether the day is that from which a law is in force."""
    _, start, end = found
    return layout.text.startswith("自", start - 1) or bool(STARTS.match(layout.text, end))


def _is_passed(layout: Layout, found: tuple[date, int, int], note_end: int) -> bool:
    behind = layout.text[found[2] : min(note_end, found[2] + 90)]
    following = DATE.search(plain_digits(behind))
    words = behind[: following.start()] if following else behind
    return bool(CONNECTED.search(words))


def _under_title(layout: Layout) -> Iterator[Found[date]]:
    for line in layout.body[: layout.opens_prose()]:
        written = layout.written(line)
        if is_date_line(NUMBER.sub("", plain_digits(written))):
            yield from _found(layout, line.start, line.end, "date line in the head", 0.85)


def _imprint(layout: Layout) -> Iterator[Found[date]]:
    for line in reversed(layout.body):
        if IMPRINT.search(layout.text, line.start, line.end) and line.end - line.start <= 60:
            yield from _found(layout, line.start, line.end, "imprint (GB/T 9704 7.4.3)", 0.9)


def _byline(layout: Layout) -> Iterator[Found[date]]:
    for line in layout.lines:
        if line.kind == "meta":
            yield from _found(layout, line.start, line.end, "byline", 0.75)


def _found(layout: Layout, start: int, end: int, rule: str, sure: float) -> Iterator[Found[date]]:
    for day, first, last in _days(layout, start, end)[:1]:
        yield Found(day, Span(first, last), rule, sure)


def _days(layout: Layout, start: int, end: int) -> list[tuple[date, int, int]]:
    found = find_dates(layout.text[start:end])
    return [(day, start + first, start + last) for day, first, last in found]
