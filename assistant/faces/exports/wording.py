"""The words of an exported conversation, in Chinese and in English."""

from dataclasses import dataclass

from assistant.answers.answer import Language
from assistant.faces.rendering.conditions import conditions
from assistant.retrieval.filters import Filters


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    language: Language
    exported: str
    asked_as: str
    understood: str
    between: str
    quotes: str
    references: str
    same: str

    def conditions(self, filters: Filters) -> str:
        """Return the line of what the notices had to meet; empty if all were asked."""
        named = conditions(filters, self.language)
        listed = self.between.join(f"{name} {value}" for name, value in named)
        return self.understood.format(conditions=listed) if listed else ""


CHINESE = Wording(
    language="zh",
    exported="导出日期：{day} · {questions} 个问题",
    asked_as="按上文理解为：{question}",
    understood="查阅范围：{conditions}",
    between="；",
    quotes="引文",
    references="参考文献",
    same="同 [{number}].",
)
ENGLISH = Wording(
    language="en",
    exported="Exported on {day} · {questions} questions",
    asked_as="Understood as: {question}",
    understood="Scope: {conditions}",
    between="; ",
    quotes="Quotes",
    references="References",
    same="As [{number}].",
)


def wording_for(language: Language) -> Wording:
    """Return the words of a language."""
    return CHINESE if language == "zh" else ENGLISH
