"""Rules in the words of a reader."""

import ast
from itertools import pairwise
from pathlib import Path

import pytest

import corpus
from assistant.faces.page.notices.rules import rule_in_words

FOLDER = Path(corpus.__file__).parent


def rules():
    """Return what the rules of the metadata call themselves: what stands before how sure they are."""
    files = [*sorted((FOLDER / "metadata").glob("*.py")), FOLDER / "outlook.py"]
    for node in (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))):
        if isinstance(node, ast.Call | ast.Tuple):
            parts = node.args if isinstance(node, ast.Call) else node.elts
            for rule, sure in pairwise(parts):
                if isinstance(sure, ast.Constant) and isinstance(sure.value, float):
                    yield from _written(rule)


def _written(rule):
    if isinstance(rule, ast.Constant) and isinstance(rule.value, str):
        yield rule.value
    elif isinstance(rule, ast.JoinedStr) and isinstance(rule.values[0], ast.Constant):
        yield f"{rule.values[0].value}发文机关"


def test_the_rules_are_found():
    assert {"title", "years in the title", "cell 发文机关", "named most in the text"} < set(rules())


@pytest.mark.parametrize(
    "rule", sorted({*rules(), "三年行动计划", "by hand", "who acts in the title"})
)
def test_every_rule_has_words_in_both_languages(rule):
    assert rule_in_words(rule, "zh") != rule
    assert any("\u4e00" <= char <= "\u9fff" for char in rule_in_words(rule, "zh"))
    assert "GB/T" not in rule_in_words(rule, "en")


def test_a_rule_that_nobody_has_put_into_words_is_shown_as_it_is():
    assert rule_in_words("some new rule", "zh") == "some new rule"


def test_what_a_rule_names_stands_in_its_words():
    assert rule_in_words("cell 索引号", "zh") == "网页信息表的“索引号”栏"
    assert rule_in_words("the place that calls itself 全市", "en") == "the text calls it 全市"
