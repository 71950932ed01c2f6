"""The year that an undated report plans for, as its own words for what lies ahead name it."""

import re
from collections import Counter

from corpus.metadata.layout import Found, Layout
from corpus.notice import Years
from corpus.numerals import plain_years
from corpus.sentences import Span

# 2013年政府工作的总体要求, 2013年经济社会发展主要预期目标, 做好2013年工作.
AHEAD = re.compile(
    r"(?<!\d)((?:19|20)\d{2})年[^。；;，,、：:\n\d是“]{0,14}?"
    "(?:总体要求|预期目标|主要目标|奋斗目标|目标任务|工作安排|工作部署|工作重点|重点工作|工作任务|主要任务|总体思路|工作思路|"
    "工作的?建议|发展目标|工作打算)"
    r"|(?:做好|安排|部署)((?:19|20)\d{2})年[^。；;，,\n]{0,8}工作"
)
# What was done is told before the middle of a report, and with other words.
DONE = re.compile("完成|实现了|超额|圆满")
BEHIND = 12
# A speech to a people's congress, whatever it calls itself: …第四次会议上, 向大会作关于…规划纲要的报告.
TO_A_CONGRESS = re.compile(
    r"人民代表大会第[^，。；\s]{1,3}次会议(?:上|报告)|向大会作[^。，；\n]{0,45}报告"
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
HEAD_CHARACTERS = 600


def year_ahead(layout: Layout) -> Found[Years] | None:
    """Return the year named most often before words for plans; the earlier of two named equally."""
    text = plain_years(layout.text)
    spans: dict[int, Span] = {}
    counts: Counter[int] = Counter()
    for line in layout.body:
        for found in AHEAD.finditer(text, line.start, line.end):
            if not DONE.search(text, found.end(), found.end() + BEHIND):
                year = int(found[1] or found[2])
                spans.setdefault(year, Span(*found.span()))
                counts[year] += 1
    if not counts:
        return _after_the_past(layout, text)
    year = min(counts, key=lambda one: (-counts[one], one))
    return Found(Years(year, year), spans[year], "the year of what lies ahead", 0.8)


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
