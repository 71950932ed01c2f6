"""The words around an answer, in Chinese and in English."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers.answer import Citation, Coverage, Finding, Language, Row
from assistant.answers.wording import ACTIONS_IN_ENGLISH, bounded


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language; `columns` are by the field of a row that they head."""

    language: Language
    columns: Mapping[str, str]
    findings: Mapping[Finding, str]
    other_year: str
    coverage: str
    citations: str
    one_by_one: str
    between: str
    unknown_title: str
    page: str
    review: str
    plots: str

    def finding(self, row: Row) -> str:
        """Return the word for what was found."""
        elsewhere = row.finding == "mention" and row.target_year is not None
        return self.other_year if elsewhere else self.findings[row.finding]

    def action(self, row: Row) -> str:
        """Return what happens to the indicator: 新增, or in English added (新增)."""
        action = row.action or ""
        english = ACTIONS_IN_ENGLISH.get(action)
        return f"{english} ({action})" if self.language == "en" and english else action

    def figure(self, row: Row) -> str:
        """Return the figure with its bound in words: 力争 20家, 超过 900家, more than 900家."""
        return bounded(self.language, row)

    def place_of(self, citation: Citation) -> list[str]:
        """Return where in its file a sentence stands, and on which years its part looks back."""
        page = [self.page.format(page=citation.page)] if citation.page else []
        return [*page, *filter(None, [self.looks_back(citation)])]

    def looks_back(self, citation: Citation) -> str:
        """Return on which years the part of a sentence looks back, empty where it does not."""
        is_review = citation.role == "review" and citation.years
        return self.review.format(years=citation.years) if is_review else ""

    def examined(self, coverage: Coverage) -> str:
        """Return the sentence that says how many notices were read."""
        return self.coverage.format(
            in_scope=coverage.in_scope, examined=coverage.examined, found=coverage.with_finding
        )


CHINESE = Labels(
    language="zh",
    columns={
        "place": "地区",
        "year": "年份",
        "finding": "结论",
        "indicator": "指标",
        "figure": "数值",
        "action": "口径",
        "scope": "范围",
        "target_year": "目标年",
        "task": "任务",
        "responsible": "责任单位",
        "deadline": "完成时间",
        "citation": "出处",
    },
    findings={
        "target": "提出目标",
        "achieved": "完成情况",
        "mention": "提到，无数字",
        "silent": "未提及",
    },
    other_year="数字属其他年份",
    coverage="范围内 {in_scope} 份通知 · 已逐份查阅 {examined} 份 · {found} 份有相关内容",
    citations="出处",
    one_by_one="逐条原文",
    between="、",
    unknown_title="（无标题）",
    page="第 {page} 页",
    review="回顾 {years} 年",
    plots="图",
)

ENGLISH = Labels(
    language="en",
    columns={
        "place": "Place",
        "year": "Year",
        "finding": "Finding",
        "indicator": "Indicator",
        "figure": "Figure",
        "action": "Measured as",
        "scope": "Of",
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
    other_year="figure for another year",
    coverage="{in_scope} notices in scope · {examined} examined · {found} with relevant text",
    citations="Sources",
    one_by_one="In the words of the notices",
    between=", ",
    unknown_title="(no title)",
    page="p. {page}",
    review="looks back on {years}",
    plots="Chart",
)


def labels_for(language: Language) -> Labels:
    """Return the words of a language."""
    return CHINESE if language == "zh" else ENGLISH
