"""What a run came to in plain words, for a person who reads no further."""

from collections.abc import Iterator

from eval.evaluation import Evaluation
from eval.measures import Figure
from eval.report.wording import TEXTS, Wording


def sentences(done: Evaluation) -> Iterator[Wording]:
    """Yield the sentences of the headline, those that apply."""
    overall = done.summary.overall
    name, count = done.about.get("questions", "?"), done.summary.questions
    yield TEXTS["asked"].filled(questions=name, count=count)
    verdicts = [diagnosis.verdict for diagnosis in done.diagnoses]
    wrong, flawed = verdicts.count("wrong"), verdicts.count("flawed")
    accuracy = overall["answer_accuracy"]
    low, high = percent(accuracy.low), percent(accuracy.high)
    shares = {"share": percent(accuracy.mean), "low": low, "high": high}
    yield TEXTS["said_right"].filled(right=count - wrong, **shares)
    if flawed:
        yield TEXTS["said_flawed"].filled(flawed=flawed)
    if wrong:
        yield TEXTS["said_wrong"].filled(wrong=wrong)
    if answered := overall.get("false_answer_rate"):
        yield TEXTS["said_refused"].filled(count=answered.questions, answered=times(answered))
    if refused := overall.get("false_refusal_rate"):
        yield TEXTS["said_refusing"].filled(count=refused.questions, refused=times(refused))
    if verbatim := overall.get("citation_verbatim"):
        yield TEXTS["said_verbatim"].filled(share=percent(verbatim.mean))


def percent(share: float) -> str:
    """Return a share in whole per cent; 100% only where it is all."""
    whole = round(100 * share)
    return "99.9%" if whole == 100 and share < 1 else f"{whole}%"


def times(figure: Figure) -> int:
    """Return how many questions a rate stands for."""
    return round(figure.mean * figure.questions)
