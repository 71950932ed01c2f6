"""The year that an undated report plans for, as its own words for what lies ahead name it."""

import re
from collections import Counter

from corpus.metadata.layout import Found, Layout
from corpus.notice import Years
from corpus.numerals import plain_years
from corpus.sentences import Span

# 2013年政府工作的总体要求, 2013年经济社会发展主要预期目标, 做好2013年工作.
AHEAD = re.compile(
    r"(?<![\d到至])((?:19|20)\d{2})年[^。；;，,、：:\n\d是“]{0,14}?"
    "(?:总体要求|预期目标|主要目标|奋斗目标|目标任务|工作安排|工作部署|工作重点|重点工作|工作任务|主要任务|总体思路|工作思路|"
    "工作的?建议|发展目标|工作打算)"
    r"|(?:做好|安排|部署)((?:19|20)\d{2})年(?:的|政府|全[省市区县州]|各项|经济|社会|发展|和|我[省市区县州]){0,5}工作"
)
# What was done is told before the middle of a report, and with other words.
DONE = re.compile("完成|实现了|超额|圆满")
BEHIND = 12
REACHED = re.compile(
    r"(?<![\d到至由从比])((?:19|20)\d{2})年(?!的|提高|前|底前)[^。；;\n到至]{0,40}"
    r"(?:比上年|比去年|同比|预计达到|增长到|增加到|(?:达到?|实现)了?\d[^。；;\n]{0,20}增长)"
)
HEADING = re.compile(
    r"(?<![\d到至])((?:19|20)\d{2})年(?:的|政府|全[省市区县州]|主要|重点|各项|经济社会发展|国民经济|我[省市区县州]){0,4}"
    r"(?:工作|任务|目标)(?!的?(?:简要|基本|主要)?(?:回顾|总结|情况|估计|完成))"
)
LONGEST_HEADING = 30
HEADING_COUNTS = 3
# A speech to a people's congress, whatever it calls itself: …第四次会议上, 向大会作关于…规划纲要的报告.
TO_A_CONGRESS = re.compile(
    r"人民代表大会第[^，。；\s]{1,3}次会议(?:上|报告)|向大会作[^。，；\n]{0,45}报告"
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
HEAD_CHARACTERS = 600


def year_ahead(layout: Layout) -> Found[Years] | None:
    """Return the year that most of what the text says speaks for; the earlier of two equal ones.

    Headings count most (三、2013年的重点工作), then words for plans, and the year after the last that
    figures were reached in. What lies further ahead than that year is a goal.
    """
    text = plain_years(layout.text)
    spans, counts = _said_ahead(layout, text)
    reached = _last_reached(layout, text)
    near = {year: n for year, n in counts.items() if reached is None or year <= reached + 1}
    counts = Counter(near or counts)
    if not counts:
        return _after_the_past(layout, text)
    year = min(counts, key=lambda one: (-counts[one] - (one - 1 == reached), one))
    return Found(Years(year, year), spans[year], "the year of what lies ahead", 0.8)


def heading_ahead(layout: Layout) -> Found[Years] | None:
    """Return the last year that a heading plans the work of: 三、2017年重点工作; None without one."""
    text = plain_years(layout.text)
    found = [
        (int(named[1]), Span(*named.span()))
        for line in layout.body
        if line.end - line.start <= LONGEST_HEADING
        and (named := HEADING.search(text, line.start, line.end))
    ]
    if not found:
        return None
    year, span = max(found)
    return Found(Years(year, year), span, "a heading on what lies ahead", 0.8)


def _said_ahead(layout: Layout, text: str) -> tuple[dict[int, Span], Counter[int]]:
    """Return where each year is first named before words for plans, and how much speaks for it."""
    spans: dict[int, Span] = {}
    counts: Counter[int] = Counter()
    for line in layout.body:
        weight = HEADING_COUNTS if line.end - line.start <= LONGEST_HEADING else 1
        for found in AHEAD.finditer(text, line.start, line.end):
            if not DONE.search(text, found.end(), found.end() + BEHIND):
                year = int(found[1] or found[2])
                spans.setdefault(year, Span(*found.span()))
                counts[year] += weight
    return spans, counts


def _last_reached(layout: Layout, text: str) -> int | None:
    """Return the last year of which figures are told as reached: 2002年，全市…比上年增长12.5%."""
    years = [
        int(found[1])
        for line in layout.body
        for found in REACHED.finditer(text, line.start, line.end)
    ]
    return max(years, default=None)


def _after_the_past(layout: Layout, text: str) -> Found[Years] | None:
    """Return the last year named after the year before it, else the one after those the head names.

    A report says 2003年 of what was done, and 2004年 or 今年 of what is to come.
    """
    start, end = layout.body[0].start, layout.body[-1].end
    named = {int(found[1]): Span(*found.span()) for found in YEAR.finditer(text, start, end)}
    pairs = [year for year in named if year - 1 in named]
    if pairs:
        last = max(pairs)
        return Found(Years(last, last), named[last], "the last of two years in turn", 0.6)
    first = [
        int(found[1]) for found in YEAR.finditer(text, start, min(end, start + HEAD_CHARACTERS))
    ]
    if not first:
        return None
    reviewed = max(first)
    return Found(Years(reviewed + 1, reviewed + 1), named[reviewed], "after the year reviewed", 0.6)
