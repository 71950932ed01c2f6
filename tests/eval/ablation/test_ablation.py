import json

import pytest

from assistant import Assistant
from assistant.indexing import build_index
from assistant.settings import Settings
from corpus import everyday, thesaurus
from corpus.errors import UsageError
from corpus.understanding import understand
from embeddings.archive.ingestion import ingest
from embeddings.hashing import HashingEncoder
from eval.ablation.ablating import ablate
from eval.ablation.command import run_ablation
from eval.ablation.reading import in_fixed_sizes, without_outline
from eval.ablation.variants import VARIANTS, WHOLE, chosen, without_thesaurus
from eval.evaluation import evaluate
from eval.gold.questions import read_questions
from tests.eval.tiny_evaluation import HAISHU, PUTUO, QUESTION_LINES


@pytest.fixture
def folder(tmp_path):
    notices = tmp_path / "notices"
    notices.mkdir()
    (notices / "putuo.txt").write_text(PUTUO, encoding="utf-8")
    (notices / "haishu.txt").write_text(HAISHU, encoding="utf-8")
    return notices


class Unwilling(HashingEncoder):
    """An encoder that is not to be asked."""

    def encode_query(self, query):
        raise AssertionError("the vectors were searched")


def opened(folder, data, search, encoder):
    settings = Settings(data=data, search=search)
    ingest(settings.index_folder, [folder], HashingEncoder(), understand, suffixes={".txt"})
    assistant = Assistant.open(settings)
    assistant._serving.__dict__["encoder"] = encoder
    return assistant


def test_keywords_alone_never_search_the_vectors(folder, tmp_path):
    with opened(folder, tmp_path, "keywords", Unwilling()) as assistant:
        assert assistant.search("众创空间")[0].notice_id == "putuo"
        assistant.ask("普陀区怎样发展众创空间?")


@pytest.mark.parametrize("search", ["hybrid", "vectors"])
def test_hybrid_and_vectors_do(folder, tmp_path, search):
    with (
        opened(folder, tmp_path, search, Unwilling()) as assistant,
        pytest.raises(AssertionError, match="vectors were searched"),
    ):
        assistant.search("众创空间")


def test_vectors_alone_find_what_shares_no_word(folder, tmp_path):
    with opened(folder, tmp_path, "vectors", HashingEncoder()) as assistant:
        found = assistant.search("天使俱乐部", top_k=50)
        assert len(found) == assistant.generation.manifest.counts.passages


def test_without_an_outline_nothing_is_under_a_heading(folder):
    whole, flat = (read(folder / "putuo.txt", "putuo") for read in (understand, without_outline))
    assert any(passage.section_path for passage in whole.passages)
    assert not any(passage.section_path for passage in flat.passages)
    assert [section.level for section in flat.sections] == [0]


def test_pieces_of_one_size_cross_sections_and_quote_the_notice(folder):
    cut = in_fixed_sizes(folder / "putuo.txt", "putuo")
    assert len(cut.passages) == 1
    for passage in cut.passages:
        assert cut.text[passage.start : passage.end] == passage.text
        assert "一、目标" in passage.text
        assert "二、环境" in passage.text
    assert cut.targets == understand(folder / "putuo.txt", "putuo").targets


def test_without_the_thesaurus_another_name_says_nothing_and_afterwards_it_does_again():
    assert thesaurus.term("高企").name == "高新技术企业"
    with without_thesaurus():
        assert thesaurus.term("高企") is None
        assert thesaurus.find_terms("高新技术企业") == []
        assert thesaurus.find_english_terms("high-tech enterprises") == []
        assert everyday.meanings("没有抵押怎么借钱") == []
    assert thesaurus.term("高企").name == "高新技术企业"
    assert everyday.meanings("没有抵押怎么借钱")


def test_a_name_that_is_no_part_is_refused_and_named():
    with pytest.raises(UsageError, match=r"'outline'.*no-outline"):
        chosen(["outline"])
    assert chosen([]) == VARIANTS
    assert [variant.name for variant in chosen(["no-outline", "no-outline"])] == ["no-outline"]


def test_the_whole_is_a_plain_evaluation_and_what_is_lost_is_told(folder, tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text(QUESTION_LINES.replace("高新技术企业多少家", "HNTE"), encoding="utf-8")
    whole, without = ablate(
        lambda _: read_questions(path), Settings(), [folder], chosen(["no-thesaurus"])
    )
    plain = Settings(data=tmp_path / "plain")
    build_index(plain, [folder])
    with Assistant.open(plain) as assistant:
        overall = evaluate(assistant, read_questions(path)).summary.overall
    for name, worth in whole.worth.items():
        assert worth.figure == overall[name]
        assert (worth.difference, worth.p_value) == (0.0, 1.0)
    assert "a" in without.lost
    assert without.worth["answer_accuracy"].difference < 0


def test_the_command_prints_a_line_for_each_and_writes_them(folder, tmp_path, capsys):
    path = tmp_path / "questions.jsonl"
    path.write_text(QUESTION_LINES, encoding="utf-8")
    status = run_ablation(
        path,
        settings=Settings(data=tmp_path),
        notices=[folder],
        names=["keywords-only"],
        report=tmp_path / "report",
    )
    assert status == 0
    out = capsys.readouterr().out
    assert out.splitlines()[1].startswith("whole")
    assert out.splitlines()[2].startswith("keywords-only")
    figures = json.loads((tmp_path / "report" / "ablation.json").read_text(encoding="utf-8"))
    assert [each["name"] for each in figures] == [WHOLE.name, "keywords-only"]
    assert "| keywords-only (" in (tmp_path / "report" / "ablation.md").read_text(encoding="utf-8")


def test_a_set_that_is_about_other_notices_is_a_usage_error(folder, tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text(QUESTION_LINES.splitlines()[0].replace("putuo", "hongkou"), encoding="utf-8")
    with pytest.raises(UsageError, match="can be used with these notices"):
        run_ablation(path, settings=Settings(data=tmp_path), notices=[folder], names=["no-outline"])
