"""The words around an answer, in Chinese and in English."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers.answer import Coverage, Finding, Language, Row
from corpus.notice import Comparator


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language; `columns` are by the field of a row that they head."""

    columns: Mapping[str, str]
    findings: Mapping[Finding, str]
    comparators: Mapping[Comparator, str]
    coverage: str
    citations: str
    source: str
    path: str
    between: str
    unknown_title: str

    def finding(self, row: Row) -> str:
        """Return the word for what was found."""
        return self.findings[row.finding]

    def figure(self, row: Row) -> str:
        """Return the figure with its comparator in words: 超过900家, at least 2家."""
        if not row.value:
            return ""
        said = row.comparator_text or ""
        word = self.comparators.get(row.comparator, "") if row.comparator else ""
        if said and said in row.value:
            return row.value
        return f"{said or word}{self.between if not said else ''}{row.value}".strip()

    def examined(self, coverage: Coverage) -> str:
        """Return the sentence that says how many notices were read."""
        return self.coverage.format(
            in_scope=coverage.in_scope, examined=coverage.examined, found=coverage.with_finding
        )


CHINESE = Labels(
    columns={
        "place": "地区",
        "year": "年份",
        "finding": "结论",
        "indicator": "指标",
        "figure": "数值",
        "action": "口径",
        "target_year": "目标年",
        "task": "任务",
        "responsible": "责任单位",
        "deadline": "完成时间",
        "citation": "出处",
    },
    findings={"target": "目标", "achieved": "完成数", "mention": "提及", "silent": "未提及"},
    comparators={">=": "不少于", "<=": "不超过", "=": "", "~": "约", ">": "超过", "<": "低于"},
    coverage="范围内 {in_scope} 份通知，已逐份核查 {examined} 份，其中 {found} 份有相关内容。",
    citations="出处",
    source="原文",
    path=" › ",
    between="",
    unknown_title="（无标题）",
)

ENGLISH = Labels(
    columns={
        "place": "Place",
        "year": "Year",
        "finding": "Finding",
        "indicator": "Indicator",
        "figure": "Figure",
        "action": "Measured as",
        "target_year": "For year",
        "task": "Task",
        "responsible": "Responsible",
        "deadline": "Due",
        "citation": "Source",
    },
    findings={
        "target": "target",
        "achieved": "achieved",
        "mention": "mentioned",
        "silent": "silent",
    },
    comparators={
        ">=": "at least",
        "<=": "at most",
        "=": "",
        "~": "about",
        ">": "more than",
        "<": "less than",
    },
    coverage="Notices in scope: {in_scope}, examined: {examined}, with something to say: {found}.",
    citations="Sources",
    source="Source",
    path=" › ",
    between=" ",
    unknown_title="(no title)",
)


def labels_for(language: Language) -> Labels:
    """Return the words of a language."""
    return CHINESE if language == "zh" else ENGLISH
