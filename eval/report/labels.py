"""Names of measures and types of questions in both languages."""

from assistant.faces.rendering.escaping import Html
from eval.judging.scoring import MEASURES
from eval.report.wording import NAMES, TYPES, Wording


def measure_name(name: str) -> Html:
    """Return the name of a measure, as Chinese readers and as others know it."""
    english = MEASURES[name]
    return Wording(NAMES.get(name, english), english).html()


def type_name(name: str) -> Html:
    """Return the name of a type of question; one of somebody else's is shown as it is written."""
    return Wording(TYPES.get(name, name), name).html()
