import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from corpus.errors import EncoderMismatch, IndexDamaged, IndexLocked, IndexMissing
from embeddings.archive.generation import Generation
from embeddings.archive.layout import generations
from embeddings.archive.lock import writing
from embeddings.archive.manifest import Manifest
from embeddings.archive.verification import problems
from embeddings.hashing import HashingEncoder
from tests.embeddings.archive.tiny import JIADING


def change(folder, text):
    (folder / "嘉定.txt").write_text(text, encoding="utf-8")


def damage(data, choice):
    """Flip a bit, cut the end off, or add something."""
    kind = choice.choice(["flip", "flip", "flip", "cut", "append"])
    if kind == "cut":
        return data[: choice.randrange(len(data))]
    if kind == "append":
        return data + b"\0"
    at = choice.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << choice.randrange(8))]) + data[at + 1 :]


def files_of(generation):
    return sorted(path for path in generation.rglob("*") if path.is_file())


def test_the_last_two_generations_are_kept(take_in, folder, index):
    for number in range(4):
        change(folder, f"{JIADING}{number}\n")
        take_in()
    assert generations(index) == [4, 3]
    assert sorted(p.name for p in index.iterdir()) == ["CURRENT", "LOCK", "gen-3", "gen-4"]


def test_every_damage_to_every_file_is_found_and_the_last_good_one_used(take_in, folder, index):
    take_in()
    change(folder, "新的\n")
    take_in()
    choice = random.Random(1)
    for path in files_of(index / "gen-2"):
        whole = path.read_bytes()
        for _ in range(20):
            path.write_bytes(damage(whole, choice))
            with Generation.open(index) as generation:
                assert generation.number == 1, path
                assert path.name in generation.warnings[0]
                assert "kewen index --rebuild" in generation.warnings[0]
        path.unlink()
        with Generation.open(index) as generation:
            assert generation.number == 1
        path.write_bytes(whole)
    with Generation.open(index) as generation:
        assert (generation.number, generation.warnings) == (2, ())


def test_a_damaged_pointer_is_found(take_in, folder, index):
    take_in()
    change(folder, "新的\n")
    take_in()
    whole = (index / "CURRENT").read_bytes()
    choice = random.Random(2)
    for _ in range(20):
        (index / "CURRENT").write_bytes(damage(whole, choice))
        with Generation.open(index) as generation:
            assert generation.number == 2
            assert generation.warnings


def test_damage_without_a_good_generation_is_an_error(take_in, index):
    take_in()
    (index / "gen-1" / "index.faiss").write_bytes(b"")
    with pytest.raises(IndexDamaged, match=r"index\.faiss.*kewen index --rebuild"):
        Generation.open(index)
    with pytest.raises(IndexDamaged):
        take_in()
    report = take_in(rebuild=True)
    assert report.added == ("putuo", "嘉定")
    assert "index.faiss" in report.warnings[0]
    with Generation.open(index) as generation:
        assert generation.warnings == ()


def test_the_next_ingestion_mends_a_damaged_index(take_in, folder, index):
    take_in()
    change(folder, "新的\n")
    take_in()
    (index / "gen-2" / "notices.sqlite").write_bytes(b"")
    report = take_in()
    assert (report.updated, report.generation) == (("嘉定",), 3)
    with Generation.open(index) as generation:
        assert generation.warnings == ()
        assert generation.tables.text("嘉定") == "新的\n"


def test_another_format_is_refused(take_in, index):
    take_in()
    path = index / "gen-1" / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b'"format_version": "4', b'"format_version": "9'))
    with pytest.raises(IndexDamaged, match=r"format '9-.*this version reads '4-"):
        Generation.open(index)


def test_the_manifest_says_how_the_index_was_made(take_in, index, encoder):
    take_in(settings={"size": 400})
    with Generation.open(index) as generation:
        manifest = generation.manifest
    assert manifest.encoder.name == encoder.name
    assert manifest.encoder.fingerprint == encoder.fingerprint
    assert manifest.settings == {"size": 400}
    assert (manifest.counts.notices, manifest.counts.passages) == (2, 5)
    assert [canary.row for canary in manifest.canaries] == [0, 1, 2, 3, 4]
    assert Manifest.from_bytes(manifest.to_bytes()) == manifest
    assert set(manifest.files) > {"index.faiss", "notices.sqlite"}


def test_another_encoder_is_refused(take_in, index):
    take_in()
    with pytest.raises(EncoderMismatch, match=r"hashing-32 .* hashing-16 "):
        Generation.open(index, HashingEncoder(dimension=16))


def test_an_encoder_that_changed_under_its_name_is_found(take_in, index):
    class Drifted(HashingEncoder):
        def encode_passages(self, texts):
            return -super().encode_passages(texts)

    take_in()
    with Generation.open(index) as generation:
        found = problems(generation, Drifted(dimension=32))
    assert len(found) == 5
    assert "another vector for row 0" in found[0]


def test_no_index_is_an_error_that_says_what_to_do(index):
    with pytest.raises(IndexMissing, match="kewen index"):
        Generation.open(index)


def test_a_reader_keeps_its_generation_until_it_closes(take_in, folder, index, encoder):
    take_in()
    with Generation.open(index) as generation:
        for number in range(3):
            change(folder, f"新的{number}\n")
            take_in()
        assert generations(index) == [4, 3, 1]
        assert generation.tables.text("嘉定") == JIADING
        assert problems(generation, encoder) == ()
    change(folder, "更新的\n")
    take_in()
    assert generations(index) == [5, 4]


def test_searches_keep_working_while_generations_are_published(take_in, folder, index, encoder):
    take_in()
    stop = []

    def read():
        numbers = set()
        while not stop:
            with Generation.open(index) as generation:
                assert generation.warnings == ()
                hits = generation.vectors.search(encoder.encode_query("众创空间"), 3)
                passages = generation.tables.passages(np.array([row for row, _ in hits]))
                assert passages[0].notice_id == "putuo"
                assert generation.keywords.size == len(generation.tables.passage_rows())
                numbers.add(generation.number)
        return numbers

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read) for _ in range(4)]
        for number in range(15):
            change(folder, "新的\n" + "句\n" * number)
            take_in()
        stop.append(True)
        seen = set().union(*(reader.result() for reader in readers))
    assert len(seen) > 3


def test_eight_threads_may_share_a_generation(take_in, index, encoder):
    take_in()
    with Generation.open(index) as generation, ThreadPoolExecutor(8) as pool:

        def search(word):
            found = generation.vectors.search(encoder.encode_query(word), 3)
            return found, generation.keywords.search(list(word), 3), generation.tables.tasks()

        words = ["众创空间", "高新技术企业", "责任单位"] * 30
        assert list(pool.map(search, words)) == [search(word) for word in words]


def test_only_one_may_write(take_in, index):
    with writing(index), pytest.raises(IndexLocked, match=str(index)):
        take_in()
    assert take_in().published


def test_a_ledger_question_needs_neither_faiss_nor_bm25s(take_in, index):
    take_in()
    code = (
        "import sys; from pathlib import Path\n"
        "from embeddings.archive.generation import Generation\n"
        "with Generation.open(Path(sys.argv[1])) as generation:\n"
        "    assert len(generation.tables.targets()) == 2\n"
        "sys.exit(bool({'faiss', 'bm25s', 'rjieba'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(index)], check=False)
    assert done.returncode == 0


def test_a_lost_pointer_loses_nothing(take_in, index):
    take_in()
    (index / "CURRENT").unlink()
    with Generation.open(index) as generation:
        assert generation.number == 1
        assert generation.warnings == ()
        assert len(generation.tables.notices()) == 2


def test_a_rebuild_reads_again_what_a_damaged_index_held(take_in, index, folder):
    take_in()
    held = len(list(folder.iterdir()))
    vectors = index / "gen-1" / "index.faiss"
    vectors.write_bytes(vectors.read_bytes() + b"x")
    (folder / "another").mkdir()
    report = take_in(folder / "another", rebuild=True)
    assert len(report.added) == held
    with Generation.open(index) as generation:
        assert len(generation.tables.notices()) == held
