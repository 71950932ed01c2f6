"""The whole command on a few dozen documents, written here, of four regions."""

import json
import lzma
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import UsageError
from embeddings.static import StaticEncoder
from embeddings.training import sources
from embeddings.training.pairs import Pair, is_held_out
from embeddings.training.sources import LAWS, PASSAGES, QUESTIONS, REPORTS, read_training_data

TOPICS = ["科技企业", "科普场馆", "专利保护", "人才引进", "产业园区", "成果转化"]


def write(path: Path, records: list[dict]) -> None:
    with lzma.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in records)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all files; the regions 地区0 … 地区39 include some that are held out."""
    asked = Pair("有钱搞科研吗", "大力推进科技工作，安排专项资金。", "asked", "某地")
    monkeypatch.setattr(sources, "asked_pairs", lambda folder: [asked])
    folder = tmp_path / "data"
    folder.mkdir()
    body = "大力推进{0}工作。今年将认真做好{0}，安排专项资金，落实责任单位，力争年底前全部完成。"
    reports = [
        {"region": f"地区{n}", "text": f"一、关于{t}的安排{n}\n" + body.format(f"{t}{n}")}
        for n in range(40)
        for t in TOPICS
    ]
    write(folder / REPORTS, reports)
    for name in LAWS:
        text = "第一条 为了促进科学技术进步，发挥科学技术第一生产力的作用，根据宪法，制定本法。"
        write(folder / name, [{"title": f"科技法{n}", "text": text} for n in range(40)])
    write(folder / PASSAGES, [{"pid": "p", "title": "某", "text": "某人生于1919年，是科学家。"}])
    question = {"qid": "q", "pid": "p", "question": "某人生于哪年？", "answers": ["1919年"]}
    write(folder / QUESTIONS, [question])
    return folder


def test_no_group_is_learnt_and_measured(data):
    found = read_training_data(data, seed=1)
    learnt = {pair.group for pair in found.learn}
    measured = {pair.group for pair in found.develop}
    assert learnt
    assert measured
    assert not learnt & measured
    assert all(is_held_out(group) for group in measured)
    assert {pair.kind for pair in found.learn} >= {"asked", "gloss", "term"}
    assert {pair.kind for pair in found.learn} >= {"heading", "sentence", "keywords", "article"}


def test_a_passage_that_is_learnt_elsewhere_is_not_measured(data):
    found = read_training_data(data, seed=1)
    assert "article" in {pair.kind for pair in found.learn}  # every law here has the same article
    assert not {pair.passage for pair in found.learn} & {pair.passage for pair in found.develop}


def test_the_development_files_of_cmrc_are_not_among_the_sources():
    assert not [name for name in (QUESTIONS, PASSAGES, REPORTS, *LAWS) if "dev" in name]


def test_a_missing_file_is_named(data):
    (data / REPORTS).unlink()
    with pytest.raises(UsageError, match=rf"needs {REPORTS}"):
        read_training_data(data, seed=1)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # torch, datasets and transformers warn of each other
def test_the_command_writes_a_model_its_log_and_its_card(data, tmp_path):
    pytest.importorskip("datasets", reason="needs the extra 'train'")
    pytest.importorskip("accelerate", reason="needs the extra 'train'")
    from embeddings.training.__main__ import make_model
    from embeddings.training.train import BATCHES, Recipe

    recipe = Recipe(
        dimension=16,
        nested_dimensions=(16, 8),
        nested_weights=(1.0, 0.5),
        pieces=400,
        batches=dict.fromkeys(BATCHES, 1),
        batch_size=64,
        measure_every=2,
    )
    for name in ("first", "second"):
        make_model(data, tmp_path / name, recipe)
    first = StaticEncoder(tmp_path / "first")
    assert (first.name, first.dimension) == ("kewen-static-2", 16)
    assert first.fingerprint == StaticEncoder(tmp_path / "second").fingerprint
    assert not first.encode_query("龘").any()
    assert first.encode_query("loans").any()
    assert np.isfinite(first.encode_query("科技企业")).all()
    card = (tmp_path / "first" / "README.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in card
    assert "| heading |" in card
    log = (tmp_path / "first" / "training-log.jsonl").read_text(encoding="utf-8").splitlines()
    assert any("at_1" in json.loads(line) for line in log)


def test_the_command_tells_what_is_missing(tmp_path, capsys):
    pytest.importorskip("datasets", reason="needs the extra 'train'")
    from embeddings.training.__main__ import main

    assert main(["--data", str(tmp_path), "--output", str(tmp_path / "model")]) == 2
    assert "gov_reports.jsonl.xz" in capsys.readouterr().err
    assert not (tmp_path / "model").exists()
