import json

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, R, nDCG

from corpus.errors import UsageError
from embeddings.hashing import HashingEncoder
from eval.exchange.beir import write_beir
from eval.exchange.retrieval import RetrievalSet
from eval.exchange.trec import qrels_lines, run_lines
from eval.gate import Gate, Threshold
from eval.retrieval.command import run_beir, run_trec
from eval.retrieval.ranked import changes, ranked

SET = RetrievalSet(
    {
        "d1": ("普陀区2016年工作要点", "力争新认定高新技术企业20家。"),
        "d2": ("海曙区2017年工作要点", "为企业提供科技信贷支持。"),
        "d3": ("虹口区实施方案", "成立天使俱乐部。"),
    },
    {"q1": "高新技术企业目标", "q2": "天使俱乐部", "q3": "科技信贷"},
    {"q1": {"d1": 1}, "q2": {"d3": 1}, "q3": {"d2": 1}},
)
QUESTION, PASSAGE = st.sampled_from("abcd"), st.sampled_from([f"p{n}" for n in range(8)])


@pytest.fixture
def folder(tmp_path):
    write_beir(tmp_path / "beir", SET)
    return tmp_path / "beir"


def test_a_collection_is_searched_and_measured(folder, tmp_path, capsys):
    report = tmp_path / "report"
    assert run_beir(folder, HashingEncoder(), report=report) == 0
    assert "Recall@1     1.000" in capsys.readouterr().out
    metrics = json.loads((report / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["questions"] == 3
    assert {path.name for path in report.iterdir()} == {
        "metrics.json",
        "qrels.trec",
        "run.trec",
        "report.md",
    }


def test_the_run_of_a_report_measures_the_same_again_and_compares(folder, tmp_path, capsys):
    report = tmp_path / "report"
    run_beir(folder, HashingEncoder(), report=report)
    capsys.readouterr()
    assert run_trec(report / "qrels.trec", report / "run.trec", against=report, as_json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["overall"]["ndcg_at_10"]["mean"] == 1.0
    assert {change["p_value"] for change in found["changes"]} == {1.0}


def test_a_gate_may_hold_a_ranking(folder, capsys):
    limit = Threshold("ndcg_at_10", None, 0.5, 0.6)
    assert run_beir(folder, HashingEncoder(), gate=Gate((limit,))) == 1
    assert "ndcg_at_10 is 1.000" in capsys.readouterr().err


def test_qrels_that_judge_nothing_are_refused(tmp_path):
    for name in ("qrels", "run"):
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="judges nothing"):
        run_trec(tmp_path / "qrels", tmp_path / "run")


@given(
    st.dictionaries(QUESTION, st.dictionaries(PASSAGE, st.integers(0, 3), min_size=1), min_size=1),
    st.dictionaries(QUESTION, st.lists(PASSAGE, unique=True, min_size=1), min_size=1),
)
def test_files_measure_as_ir_measures_measures_them(tmp_path_factory, qrels, run):
    folder = tmp_path_factory.mktemp("trec")
    (folder / "qrels").write_text("".join(qrels_lines(qrels)), encoding="utf-8")
    (folder / "run").write_text("".join(run_lines(run)), encoding="utf-8")
    theirs = ir_measures.calc_aggregate(
        [nDCG @ 10, RR @ 10, R @ 5],
        ir_measures.read_trec_qrels(str(folder / "qrels")),
        ir_measures.read_trec_run(str(folder / "run")),
    )
    ours = ranked(qrels, run).overall
    assert ours["ndcg_at_10"].mean == pytest.approx(theirs[nDCG @ 10])
    assert ours["mrr_at_10"].mean == pytest.approx(theirs[RR @ 10])
    assert ours["recall_at_5"].mean == pytest.approx(theirs[R @ 5])


def test_two_rankings_are_compared_question_by_question():
    qrels = {"a": {"x": 1}, "b": {"x": 1}}
    good, bad = ranked(qrels, {"a": ["x"], "b": ["x"]}), ranked(qrels, {"a": ["x"]})
    found = {change.measure: change for change in changes(good, bad)}
    assert (found["recall_at_1"].before, found["recall_at_1"].after) == (0.5, 1.0)
    assert found["recall_at_1"].p_value == 1.0
