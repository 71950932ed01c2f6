import json

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, Judged, R, nDCG

from corpus.errors import UsageError
from embeddings.hashing import HashingEncoder
from eval.exchange.beir import write_beir
from eval.exchange.retrieval import RetrievalSet
from eval.exchange.trec import qrels_lines, read_qrels, read_run, run_lines
from eval.gate import Gate, Regression, Threshold
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


def test_a_gate_may_hold_a_ranking_to_an_earlier_one(folder, tmp_path, capsys):
    (tmp_path / "qrels").write_text("q 0 d 1\n", encoding="utf-8")
    (tmp_path / "good").write_text("q Q0 d 1 1 x\n", encoding="utf-8")
    (tmp_path / "bad").write_text("q Q0 e 1 1 x\n", encoding="utf-8")
    gate = Gate((), (Regression("ndcg_at_10", 0.5),))
    files = {name: tmp_path / name for name in ("qrels", "good", "bad")}
    assert run_trec(files["qrels"], files["good"], against=files["bad"], gate=gate) == 0
    assert run_trec(files["qrels"], files["bad"], against=files["good"], gate=gate) == 1
    assert "fall of ndcg_at_10 is 1.000" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("gate", "against", "said"),
    [
        (Gate((), (Regression("ndcg_at_10", 0.5),)), None, "--against RUN"),
        (Gate(turned_wrong=0), "none", "turned_wrong"),
        (None, "none", "cannot be read"),
    ],
)
def test_what_cannot_be_compared_is_known_before_the_search(
    folder, tmp_path, capsys, gate, against, said
):
    earlier = tmp_path / against if against else None
    with pytest.raises(UsageError, match=said):
        run_beir(folder, HashingEncoder(), against=earlier, gate=gate)
    assert capsys.readouterr().err == ""


def test_ids_with_white_space_read_back_from_the_report(tmp_path, capsys):
    found = RetrievalSet({"d 1": ("", "天使俱乐部")}, {"q 1": "天使"}, {"q 1": {"d 1": 1}})
    write_beir(tmp_path / "beir", found)
    run_beir(tmp_path / "beir", HashingEncoder(), report=tmp_path / "report")
    run_beir(tmp_path / "beir", HashingEncoder(), against=tmp_path / "report")
    assert "nDCG@10      1.000 → 1.000" in capsys.readouterr().out


def test_ids_that_a_trec_file_cannot_tell_apart_are_refused(tmp_path):
    documents = {"d 1": ("", "天使"), "d_1": ("", "企业")}
    write_beir(tmp_path, RetrievalSet(documents, {"q": "天使"}, {"q": {"d 1": 1}}))
    with pytest.raises(UsageError, match="differ in white space"):
        run_beir(tmp_path, HashingEncoder())


def test_qrels_that_judge_nothing_are_refused(tmp_path):
    for name in ("qrels", "run"):
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="judges nothing"):
        run_trec(tmp_path / "qrels", tmp_path / "run")


# Few scores, so that many passages have the same.
@given(
    st.dictionaries(QUESTION, st.dictionaries(PASSAGE, st.integers(0, 3), min_size=1), min_size=1),
    st.dictionaries(
        QUESTION,
        st.dictionaries(PASSAGE, st.sampled_from([0.1, 0.25, 0.5]), min_size=1),
        min_size=1,
    ),
)
def test_files_measure_as_ir_measures_measures_them(tmp_path_factory, qrels, run):
    folder = tmp_path_factory.mktemp("trec")
    (folder / "qrels").write_text("".join(qrels_lines(qrels)), encoding="utf-8")
    (folder / "run").write_text("".join(run_lines(run)), encoding="utf-8")
    theirs = ir_measures.calc_aggregate(
        [nDCG @ 10, RR @ 10, R @ 1, R @ 5, R @ 10, Judged @ 10],
        ir_measures.read_trec_qrels(str(folder / "qrels")),
        ir_measures.read_trec_run(str(folder / "run")),
    )
    ours = ranked(read_qrels(folder / "qrels"), read_run(folder / "run")).overall
    assert ours["ndcg_at_10"].mean == pytest.approx(theirs[nDCG @ 10])
    assert ours["mrr_at_10"].mean == pytest.approx(theirs[RR @ 10])
    assert ours["recall_at_1"].mean == pytest.approx(theirs[R @ 1])
    assert ours["recall_at_5"].mean == pytest.approx(theirs[R @ 5])
    assert ours["recall_at_10"].mean == pytest.approx(theirs[R @ 10])
    assert ours["judged_at_10"].mean == pytest.approx(theirs[Judged @ 10])


@given(
    st.dictionaries(PASSAGE, st.integers(0, 3), min_size=1),
    st.lists(st.tuples(PASSAGE, st.floats(-2, 2, width=16)), min_size=1),
)
def test_a_run_that_repeats_passages_never_scores_above_1(tmp_path_factory, grades, scored):
    path = tmp_path_factory.mktemp("trec") / "run"
    lines = (f"q Q0 {passage} 1 {score} x\n" for passage, score in scored)
    path.write_text("".join(lines), encoding="utf-8")
    found = ranked({"q": grades}, read_run(path)).values["q"]
    assert all(0 <= value <= 1 for value in found.values())


def test_two_rankings_are_compared_question_by_question():
    qrels = {"a": {"x": 1}, "b": {"x": 1}}
    good = ranked(qrels, {"a": {"x": 1.0}, "b": {"x": 1.0}})
    bad = ranked(qrels, {"a": {"x": 1.0}})
    found = {change.measure: change for change in changes(good, bad)}
    assert (found["recall_at_1"].before, found["recall_at_1"].after) == (0.5, 1.0)
    assert found["recall_at_1"].p_value == 1.0
