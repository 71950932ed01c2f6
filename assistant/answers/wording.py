"""The few sentences that are ours, in Chinese and English; all others are quotes."""

from collections.abc import Sequence

from assistant.answers.answer import Citation, Finding, Language, Row
from assistant.retrieval.filters import Filters
from corpus.places import in_pinyin
from corpus.thesaurus import term
from embeddings.archive.records import NoticeSummary

ACTIONS_IN_ENGLISH = {
    "新认定": "newly certified", "新增": "added", "净增": "net increase", "总数": "total", "增长率": "growth rate",
    "占比": "share", "提高": "rise", "下降": "fall", "下降率": "rate of fall",
    "培育": "fostered", "新建": "newly built",
    "投入": "allocated", "申报": "applied for", "承接": "undertaken", "评选": "selected", "遴选": "selected",
    "备案": "registered", "开展": "held", "完成": "completed", "数量": "number",
    "引进": "brought in", "走访": "visited",
    "总结": "summed up", "实现": "achieved", "运行": "run", "组织": "organised",
    "推动": "promoted", "支持": "supported",
}  # fmt: skip
AIMS = {"力争": "aims for", "争取": "aims for"}
BOUNDS = {
    "zh": {">=": "不少于", "<=": "不超过", "~": "约", ">": "超过", "<": "低于"},
    "en": {">=": "at least", "<=": "at most", "~": "about", ">": "more than", "<": "less than"},
}
FINDINGS = {
    "target": ("提出目标", "sets a target", "set a target"),
    "achieved": ("写明已完成的数字", "tells what was achieved", "tell what was achieved"),
    "mention": (
        "提到但没有所问的数字",
        "mentions it without such a figure",
        "mention it without such a figure",
    ),
    "silent": ("未提及", "does not mention it", "do not mention it"),
}
FINDING = {
    "zh": {
        "target": "目标",
        "achieved": "已完成",
        "mention": "提到但没有数字",
        "silent": "未提及",
    },
    "en": {
        "target": "target",
        "achieved": "achieved",
        "mention": "mentioned without a figure",
        "silent": "not mentioned",
    },
}


def say(language: Language, zh: str, en: str) -> str:
    """Return the sentence in the language of the answer."""
    return en if language == "en" else zh


def notice_label(language: Language, notice: NoticeSummary) -> str:
    """Return a notice as a lead names it: 普陀区（2016）, in English Putuo 普陀区 (2016)."""
    name = notice.place_name or notice.title
    years = f"{notice.plan_years}" if notice.plan_years else ""
    if language == "zh":
        return f"{name}（{years}）" if years else name
    spelt = f"{in_pinyin(notice.place)} {name}" if notice.place else name
    return f"{spelt} ({years})" if years else spelt


def cited_label(language: Language, notice: NoticeSummary, citation: Citation) -> str:
    """Return the label of a notice, and where it looks back in the sentence cited, on which years."""
    label = notice_label(language, notice)
    if citation.role != "review" or not citation.years or citation.years == notice.plan_years:
        return label
    return label + say(language, f"回顾{citation.years}年", f" looking back on {citation.years}")


def figure(language: Language, row: Row) -> str:
    """Return a row's figure with what it counts: 高新技术企业新认定 力争 20家."""
    action = row.action or ""
    if language == "en":
        meaning = " ".join(filter(None, [ACTIONS_IN_ENGLISH.get(action), action]))
        meaning += ", achieved" if row.finding == "achieved" else ""
        return f"{glossed(row.indicator or '')}{part(row)}: {bounded(language, row)} ({meaning})"
    # 数量 says nothing, and an indicator that is a share need not be called one again.
    said = "" if action == "数量" or (row.indicator or "").endswith(("比重", "强度")) else action
    done = "（已完成）" if row.finding == "achieved" else ""
    return f"{row.indicator}{part(row)}{said} {bounded(language, row)}{done}"


def part(row: Row) -> str:
    """Return the part of the place that a figure is of, in brackets, where its name does not say so."""
    return f"（{row.scope}）" if row.scope and row.scope not in (row.indicator or "") else ""


def glossed(indicator: str) -> str:
    """Return an indicator with its English name, where the thesaurus has one."""
    known = term(indicator)
    english = known.english[0] if known and known.english else ""
    return f"{indicator} ({english})" if english else indicator


def bounded(language: Language, row: Row) -> str:
    """Return a row's value with its bound: 力争 20家, 超过 900家; in English aims for 20家."""
    value, said = row.value or "", row.comparator_text or ""
    if not value or (said and said in value):
        return value
    known = BOUNDS[language].get(row.comparator or "=", "")
    word = (AIMS.get(said) or known) if language == "en" else (said or known)
    return f"{word} {value}".strip()


def existing(language: Language, notices: Sequence[NoticeSummary], limit: int = 12) -> str:
    """Return which notices there are, so that a refusal says what could be asked instead."""
    labels = [notice_label(language, notice) for notice in notices[:limit]]
    more = len(notices) - len(labels)
    listed = say(language, "、", ", ").join(labels) or say(language, "（无）", "(none)")
    return listed + (say(language, f"等 {len(notices)} 份", f" and {more} more") if more else "")


def years_named(filters: Filters) -> str:
    """Return the years of a filter: 2016, 2016–2018, …–2015; empty if it names none."""
    first, last = filters.year_from, filters.year_to
    if first is None and last is None:
        return ""
    return str(first) if first == last else f"{first or '…'}–{last or '…'}"


PLAIN_MENTION = ("提到", "mentions it", "mention it")


def found_by(language: Language, finding: Finding, count: int, *, of_figures: bool) -> str:
    """Return how many notices had a finding: 2 份提出目标, 1 sets a target.

    :param of_figures: whether figures were asked for; else a mention lacks nothing.
    """
    plain = finding == "mention" and not of_figures
    chinese, one, many = PLAIN_MENTION if plain else FINDINGS[finding]
    return say(language, f"{count} 份{chinese}", f"{count} {one if count == 1 else many}")


def counted(number: int, noun: str) -> str:
    """Return a number with its English noun: 1 notice, 2 notices."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def quoted(text: str) -> str:
    """Return a quote for the running text: on one line, in Chinese quotation marks."""
    return "「" + " ".join(text.split()) + "」"
