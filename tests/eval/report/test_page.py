import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import get_args

import pytest

from eval.comparison import Earlier, compare
from eval.evaluation import evaluate
from eval.gate import Miss, Threshold
from eval.gold.questions import parse_questions
from eval.judging.calibration import calibration
from eval.judging.diagnosis import Failure, Verdict
from eval.judging.scoring import MEASURES
from eval.report.cards import SIGNS
from eval.report.page import page
from eval.report.wording import ABOUT, FAILURES, MEANINGS, TEXTS
from tests.eval.tiny_evaluation import QUESTION_LINES, RIGHT_ANSWERS, ScriptedAssistant, answer

UNSAFE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
VOID = {"meta", "input", "br", "hr"}


def evaluated(change=lambda answer: answer, lines=QUESTION_LINES):
    return evaluate(ScriptedAssistant(RIGHT_ANSWERS, change), parse_questions(lines.splitlines()))


class Balanced(HTMLParser):
    """Collects the tags that are opened, and fails where one is closed that was not."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def tags(html):
    parser = Balanced()
    parser.feed(html)
    assert parser.open == []
    return parser.seen


def refuse(given):
    return replace(given, status="not_found", reason="notice_silent", rows=(), citations=())


@pytest.mark.parametrize("change", [lambda a: a, refuse, lambda a: replace(a, text=UNSAFE)])
def test_the_page_is_whole_and_loads_and_runs_nothing(change):
    html = page(evaluated(change))
    seen = tags(html)
    assert not {tag for tag, _ in seen} & {"script", "img", "link", "iframe", "object", "form"}
    assert not [name for _, attributes in seen for name in attributes if name.startswith("on")]
    assert all(a["href"].startswith("#") for _, a in seen if "href" in a)
    assert "http:" not in html
    assert "https:" not in html
    assert "default-src" in html


def test_what_comes_from_outside_is_escaped_wherever_it_stands():
    entry = QUESTION_LINES.splitlines()[0].replace("普陀区高新技术企业多少家?", "普陀区?")
    entry = entry.replace('"contains": ["20家"]', '"contains": ["<b>20家"]').replace(
        '"a"', '"<i>a"'
    )
    given = {"普陀区?": replace(answer(UNSAFE), text=UNSAFE)}
    done = evaluate(ScriptedAssistant(given), parse_questions([entry]))
    seen = tags(page(done))
    assert {"b", "i", "script", "img"} & {tag for tag, _ in seen} == {"b"}
    assert sum(tag == "b" for tag, _ in seen) == page(done).count('class="card"')


def test_every_link_leads_somewhere():
    seen = tags(page(evaluated(refuse)))
    ids = [attributes["id"] for _, attributes in seen if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for _, a in seen if "href" in a} <= set(ids)


def test_each_question_is_there_once_the_wrong_ones_first():
    lines = QUESTION_LINES.replace('"contains": ["20家"], "excludes": []}', '"contains": ["9家"]}')
    html = page(evaluated(lines=lines))
    cards = re.findall(r'<article id="q\d" class="question is-(\w+)', html)
    assert cards == ["wrong", "right", "right"]
    assert "没有说出：9家" in html


def test_both_runs_stand_side_by_side_where_a_question_turned():
    before, after = evaluated(refuse), evaluated()
    earlier = {
        score.question_id: Earlier(score.values, reply, None)
        for score, reply in zip(before.scores, before.replies, strict=True)
    }
    html = page(replace(after, comparison=compare(after.scores, earlier)))
    seen = tags(html)
    assert sum(a.get("class") == "pair" for _, a in seen) == 2 + 1
    assert "由错转对" in html
    assert "由对转错" not in html.replace("题由对转错", "")


def test_an_earlier_run_without_answers_is_no_hindrance():
    after = evaluated()
    earlier = {"a": Earlier({"answer_accuracy": 0.0}, None, None)}
    assert "上一次的回答没有保存" in page(replace(after, comparison=compare(after.scores, earlier)))


def test_the_gate_says_what_is_missed():
    missed = Miss(Threshold("row_f1", None, 1.1, 2.0), 1.0)
    assert "未达门槛：row&#95;f1 is 1.000" in page(replace(evaluated(), misses=(missed,)))
    assert "达到门槛" in page(replace(evaluated(), misses=()))


def test_calibration_is_shown_where_answers_say_how_sure_they_are():
    done = evaluated()
    assert "circle" not in page(done)
    sure = replace(done, calibration=calibration([(0.9, True), (0.4, False)]))
    assert page(sure).count("<circle") == 2


def test_every_text_has_both_languages_with_the_same_fields():
    tables = (TEXTS, FAILURES, MEANINGS, ABOUT)
    for name, wording in [item for table in tables for item in table.items()]:
        assert wording.zh.strip(), name
        assert wording.en.strip(), name
        fields = [set(re.findall(r"{(\w+)}", text)) for text in wording]
        assert fields[0] == fields[1], name


def test_every_failure_verdict_and_measure_has_words():
    assert set(FAILURES) == set(get_args(Failure))
    assert set(MEANINGS) == set(MEASURES)
    assert (
        set(SIGNS) == set(get_args(Verdict)) == {n.split("_")[0] for n in TEXTS if "verdict" in n}
    )


def test_right_answers_beyond_a_number_are_left_to_the_file(monkeypatch):
    monkeypatch.setattr("eval.report.page.MOST_RIGHT", 1)
    html = page(evaluated())
    assert html.count("<article") == 1
    assert "另有 2 题答对" in html
