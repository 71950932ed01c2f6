"""What a question was understood to be about: places, years, issuer."""

from assistant.answers.answer import Language
from assistant.answers.wording import years_named
from assistant.faces.rendering.labels import labels_for
from assistant.retrieval.filters import Filters

NAMES = {"zh": ("地区", "年份", "发文机关"), "en": ("Places", "Years", "Issuer")}


def conditions(filters: Filters, language: Language) -> list[tuple[str, str]]:
    """Return name and value of each condition that notices had to meet; empty if all were asked."""
    values = (labels_for(language).between.join(filters.places), years_named(filters))
    named = zip(NAMES[language], (*values, filters.issuer or ""), strict=True)
    return [(name, value) for name, value in named if value]
