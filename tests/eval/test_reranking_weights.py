from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from assistant import Assistant
from embeddings.archive.searchable import Searchable
from embeddings.hashing import HashingEncoder
from embeddings.loading import load_encoder
from eval.gold.questions import read_questions
from eval.reranking import fit, recall
from eval.retrieval.cases import Case, Question, cases, cases_of
from eval.retrieval.searching import Searcher

TEXTS = [
    Searchable("", text)
    for text in ("力争新认定高新技术企业20家。", "组织开展科普活动。", "加大专利保护力度。")
]


def case(right, *rows):
    return Case(np.array([[*row, 0, 0, 0] for row in rows], float), right)


def test_what_tells_the_right_candidate_gets_the_weight():
    known = [case(0, (1, 0), (0, 1)), case(1, (0.2, 0.9), (0.8, 0.1)), None]
    weights = fit(known)
    assert weights[0] > 1
    assert weights[1] == 0


def test_recall_counts_what_was_no_candidate_as_not_found():
    known = [case(1, (1, 0), (0, 1)), None]
    assert recall(known, np.array([1.0, 0, 0, 0, 0])) == [0.0, 0.5, 0.5]
    assert recall(known, np.array([0, 1.0, 0, 0, 0])) == [0.5, 0.5, 0.5]


def test_of_candidates_that_score_the_same_the_first_is_first():
    nothing = np.zeros(5)
    assert recall([case(0, (1, 0), (0, 1))], nothing) == [1.0, 1.0, 1.0]
    assert recall([case(1, (1, 0), (0, 1))], nothing) == [0.0, 1.0, 1.0]


def test_a_case_is_the_candidates_of_a_question_and_where_the_right_one_stands():
    searcher = Searcher(TEXTS, load_encoder())
    (found,) = cases(searcher, [Question("科普活动有哪些", 1)])
    assert found.right == int(np.argmax(found.features[:, 0]))


def test_an_encoder_without_pieces_has_no_features():
    with pytest.raises(TypeError, match="no pieces"):
        Searcher(TEXTS, HashingEncoder()).candidates("科普")


def test_each_right_passage_of_a_question_is_a_case_without_the_other_right_ones(tmp_path):
    path = Path(str(files("eval") / "questions" / "five-notices.dev.jsonl"))
    asked = [
        q for q in read_questions(path).questions if q.type == "coverage" and len(q.quotes) > 1
    ]
    with Assistant.open(tmp_path) as assistant:
        found = list(cases_of(assistant, asked[:1]))
        again = list(cases_of(assistant, asked[:1]))
    assert len(found) > 1
    assert {case.right for case in found} == {0}
    assert len({len(case.features) for case in found}) == 1
    assert len({tuple(case.features[0]) for case in found}) == len(found)
    np.testing.assert_array_equal(found[0].features, again[0].features)
