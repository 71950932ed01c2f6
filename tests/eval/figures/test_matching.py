"""Figures of the ledger against those that a reader found."""

from corpus.understanding import understand_text
from eval.figures.gold import Labelled
from eval.figures.matching import action_class, is_written_so, matched

TITLE = "某市2016年科技工作要点\n\n二、主要目标\n"


def ledger(sentence):
    return understand_text(TITLE + sentence, "n", source="n.txt", sha256="").targets


def wanted(value, indicator="高新技术企业", action="new"):
    return Labelled(indicator, "target", action, value)


def test_a_figure_is_right_if_indicator_and_number_agree_however_it_is_bounded():
    found = matched([wanted("20家")], ledger("新认定高企20家以上。"))
    ((label, target),) = found.pairs
    assert (found.missed, found.invented) == ((), ())
    assert is_written_so(label, target)
    assert action_class(target) == "new"


def test_another_number_is_one_missed_and_one_invented():
    found = matched([wanted("30家")], ledger("新认定高新技术企业20家。"))
    assert (len(found.pairs), len(found.missed), len(found.invented)) == (0, 1, 1)


def test_a_figure_of_an_indicator_that_nobody_watched_is_no_invention():
    assert matched([], ledger("新建公园5个。")).invented == ()


def test_one_figure_answers_one_label_only():
    found = matched([wanted("20家"), wanted("20家")], ledger("新认定高新技术企业20家。"))
    assert (len(found.pairs), len(found.missed)) == (1, 1)
