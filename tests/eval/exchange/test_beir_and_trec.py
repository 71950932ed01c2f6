import pytest

from corpus.errors import UsageError
from eval.exchange.beir import read_beir, write_beir
from eval.exchange.retrieval import RetrievalSet
from eval.exchange.trec import qrels_lines, read_qrels, read_run, run_lines

SET = RetrievalSet(
    {"d1": ("普陀区2016年工作要点", "新认定高新技术企业20家。"), "d2": ("", "众创空间4-5家。")},
    {"q1": "高企几家?", "q2": "众创空间几家?"},
    {"q1": {"d1": 2, "d2": 0}, "q2": {"d2": 1}},
)


def test_a_folder_that_is_written_reads_back_the_same(tmp_path):
    write_beir(tmp_path, SET)
    assert read_beir(tmp_path) == SET


def test_only_judged_queries_are_asked_and_the_split_may_be_chosen(tmp_path):
    write_beir(tmp_path, SET)
    (tmp_path / "qrels" / "dev.tsv").write_text("q2\td2\t1\n", encoding="utf-8")
    assert read_beir(tmp_path, "dev").queries == {"q2": "众创空间几家?"}
    assert read_beir(tmp_path).queries == SET.queries
    with pytest.raises(UsageError, match="There are: dev, test"):
        read_beir(tmp_path, "train")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("corpus.jsonl", '{"_id": "d1"}\n', "text of 'd1'"),
        ("corpus.jsonl", "{\n", "Line 1"),
        ("queries.jsonl", '{"text": "x"}\n', "Line 1"),
        ("queries.jsonl", "", "judge the query 'q1'"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\n", "Line 2"),
        ("qrels/test.tsv", "q1\td1\tyes\n", "Line 1"),
        ("qrels/test.tsv", "q1\td1\t²\n", "Line 1"),
        ("corpus.jsonl", "[" * 100_000, "Line 1"),
    ],
)
def test_what_cannot_be_used_of_a_folder_is_named(tmp_path, file, text, said):
    write_beir(tmp_path, SET)
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        read_beir(tmp_path)


def test_a_folder_without_files_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no qrels"):
        read_beir(tmp_path)


def test_qrels_and_runs_read_back_the_same(tmp_path):
    run = {"q1": {"d2": 0.7, "d1": 1 / 3}, "q2": {"d2": 0.7}}
    (tmp_path / "qrels").write_text("".join(qrels_lines(SET.qrels)), encoding="utf-8")
    (tmp_path / "run").write_text("".join(run_lines(run)), encoding="utf-8")
    assert read_qrels(tmp_path / "qrels") == SET.qrels
    assert read_run(tmp_path / "run") == run


def test_a_repeated_passage_counts_once_with_its_best_score(tmp_path):
    lines = "q Q0 a 1 0.1 x\nq Q0 b 2 0.9 x\nq Q0 a 3 1.5 x\n"
    (tmp_path / "run").write_text(lines, encoding="utf-8")
    assert read_run(tmp_path / "run") == {"q": {"a": 1.5, "b": 0.9}}


@pytest.mark.parametrize("line", ["q 0 d", "q 0 d high", "q 0 d ²", "q 0 d 1 2"])
def test_a_line_that_is_none_of_qrels_is_named(tmp_path, line):
    (tmp_path / "qrels").write_text(f"q 0 d 1\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="Line 2"):
        read_qrels(tmp_path / "qrels")


@pytest.mark.parametrize("line", ["q Q0 d 1 x tag", "q Q0 d 1 nan tag", "q Q0 d 1 0.5"])
def test_a_line_that_is_none_of_a_run_is_named(tmp_path, line):
    (tmp_path / "run").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="Line 1"):
        read_run(tmp_path / "run")
