import os
from pathlib import Path

import pytest

from corpus.errors import EncoderMismatch, IndexMissing, NoticeNotFound, UsageError
from embeddings.archive.generation import Generation
from embeddings.archive.ingestion import Rejected, remove
from embeddings.archive.verification import problems
from embeddings.hashing import HashingEncoder
from embeddings.words import tokens
from tests.embeddings.archive import tiny
from tests.embeddings.archive.tiny import JIADING, PUTUO


def held(index):
    with Generation.open(index) as generation:
        return {
            n.notice_id: generation.tables.text(n.notice_id) for n in generation.tables.notices()
        }


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


class CountingEncoder(HashingEncoder):
    """Notes what it was asked to encode."""

    def __init__(self, dimension):
        super().__init__(dimension=dimension)
        self.seen = []

    def encode_passages(self, texts):
        self.seen += texts
        return super().encode_passages(texts)


def test_files_become_notices_that_all_legs_hold(take_in, index, encoder):
    report = take_in()
    assert (report.added, report.generation, report.published) == (("putuo", "嘉定"), 1, True)
    with Generation.open(index, encoder) as generation:
        assert problems(generation, encoder) == ()
        ((row, _),) = generation.keywords.search(tokens("区科委"), 1)
        assert generation.tables.passages([row])[0].text == "责任单位：区科委"
        query = encoder.encode_query("高新技术企业达到900家")
        ((row, _),) = generation.vectors.search(query, 1)
        assert generation.tables.passages([row])[0].notice_id == "嘉定"


def test_nothing_is_written_when_nothing_changed(take_in, index):
    take_in()
    before = sorted((p, p.stat().st_mtime_ns) for p in index.rglob("*") if p.name != "LOCK")
    report = take_in()
    assert (report.unchanged, report.generation, report.published) == (
        ("putuo", "嘉定"), 1, False,
    )  # fmt: skip
    assert before == sorted((p, p.stat().st_mtime_ns) for p in index.rglob("*") if p.name != "LOCK")


def test_only_what_changed_is_encoded_again(take_in, folder):
    encoder = CountingEncoder(32)
    take_in(encoder=encoder)
    encoder.seen.clear()
    write(folder / "嘉定.txt", JIADING + "新增一句\n")
    report = take_in(encoder=encoder)
    assert (report.updated, report.unchanged) == (("嘉定",), ("putuo",))
    assert [text.splitlines()[-1] for text in encoder.seen] == ["新增一句"]


def test_a_bad_file_is_listed_with_its_reason_and_stops_nothing(take_in, folder, index):
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_bytes(b"\xff\xfe\x00")
    write(folder / "c.txt", "崩溃")
    report = take_in()
    assert report.added == ("putuo", "嘉定")
    assert [(Path(r.path).name, r.reason) for r in report.rejected] == [
        ("a.txt", "the file is empty"),
        ("b.txt", "the file is not text"),
        ("c.txt", "reading failed with RuntimeError: the parser fell over"),
    ]


def test_nothing_is_published_when_every_file_is_rejected(take_in, index, tmp_path):
    report = take_in(write(tmp_path / "c.txt", "崩溃"))
    assert (report.generation, report.published, len(report.rejected)) == (None, False, 1)
    with pytest.raises(IndexMissing, match="kewen index"):
        Generation.open(index)


def test_the_last_readable_version_of_a_file_is_kept(take_in, folder, index):
    take_in()
    write(folder / "putuo.txt", "崩溃")
    (rejected,) = take_in().rejected
    assert rejected.reason.endswith("the version indexed before is kept")
    assert held(index)["putuo"] == PUTUO


@pytest.mark.parametrize("wrong", [{"notice_id": "x"}, {"text": "短"}, {"title": "\ud800"}])
def test_a_notice_that_would_be_cited_wrongly_is_refused(take_in, wrong):
    def understand(path, notice_id):
        return tiny.replace(tiny.understand(path, notice_id), **wrong)

    report = take_in(understand=understand)
    assert all(r.reason.startswith("reading failed with") for r in report.rejected)
    assert len(report.rejected) == 2


def test_a_file_changed_while_it_is_read_is_refused(take_in):
    def understand(path, notice_id):
        notice = tiny.understand(path, notice_id)
        path.write_text("别的", encoding="utf-8")
        return notice

    assert all(
        "changed while it was read" in r.reason for r in take_in(understand=understand).rejected
    )


def test_a_path_that_does_not_exist_is_an_error_before_any_work(take_in, folder, index):
    with pytest.raises(UsageError, match=r"no-such-folder"):
        take_in(folder, folder / "no-such-folder")
    assert not index.exists()


def test_other_files_in_a_folder_are_passed_over_but_not_when_named(take_in, folder):
    other = write(folder / "report.xyz", "甲")
    write(folder / ".hidden.txt", "甲")
    write(folder / "~$putuo.txt", "甲")
    (folder / "link.txt").symlink_to(write(folder.parent / "outside.txt", "外"))
    (folder / "loop").symlink_to(folder)
    assert take_in().rejected == ()
    (rejected,) = take_in(other).rejected
    assert rejected.reason == "files of the kind .xyz are not read; these are: .md .txt"


def test_folders_are_searched_to_the_bottom_and_each_file_read_once(take_in, folder):
    deep = write(folder / "a" / "b" / "deep.md", "深处\n")
    assert take_in(folder, deep, folder / "a").added == ("putuo", "嘉定", "deep")


def test_what_is_not_a_regular_file_is_refused(take_in, folder):
    os.mkfifo(folder / "pipe.txt")
    (rejected,) = take_in().rejected
    assert rejected == Rejected(str(folder / "pipe.txt"), "it is not a regular file")


def test_ids_are_safe_and_a_taken_one_is_marked(take_in, folder):
    write(folder / "x" / "putuo.txt", "另一个\n")
    write(folder / "沪 科〔2016〕1号.txt", "上海\n")
    plain, marked, _, named = sorted(take_in().added)
    assert (plain, named) == ("putuo", "沪-科-2016-1号")
    assert marked.startswith("putuo-")
    assert len(marked) == len("putuo-") + 6


def test_the_same_content_twice_is_refused(take_in, folder, index):
    write(folder / "zz.txt", PUTUO)
    (rejected,) = take_in().rejected
    assert rejected.reason == f"same content as {folder / 'putuo.txt'}"
    assert set(held(index)) == {"putuo", "嘉定"}


def test_a_moved_file_keeps_its_id(take_in, folder, index):
    take_in()
    (folder / "putuo.txt").rename(folder / "new.txt")
    report = take_in(prune=True)
    assert (report.added, report.removed, set(report.unchanged)) == ((), (), {"putuo", "嘉定"})
    assert not take_in(prune=True).published
    with Generation.open(index) as generation:
        assert generation.tables.summary("putuo").source == str(folder / "new.txt")


def test_a_file_moved_over_another_replaces_it(take_in, folder, index):
    take_in()
    (folder / "putuo.txt").replace(folder / "嘉定.txt")
    report = take_in()
    assert (report.updated, report.removed) == (("嘉定",), ("putuo",))
    assert held(index) == {"嘉定": PUTUO}


def test_files_that_exchange_their_content_are_both_updated(take_in, folder, index):
    take_in()
    write(folder / "putuo.txt", JIADING)
    write(folder / "嘉定.txt", PUTUO)
    assert set(take_in().updated) == {"putuo", "嘉定"}
    assert held(index) == {"putuo": JIADING, "嘉定": PUTUO}


def test_prune_removes_what_is_gone_from_the_paths_given_only(take_in, folder, index, tmp_path):
    elsewhere = write(tmp_path / "elsewhere" / "hongkou.txt", "虹口\n")
    take_in(folder, elsewhere.parent)
    elsewhere.unlink()
    (folder / "putuo.txt").unlink()
    assert take_in().removed == ()
    assert take_in(prune=True).removed == ("putuo",)
    assert set(held(index)) == {"嘉定", "hongkou"}


def test_the_last_notice_can_be_pruned(take_in, folder, index, encoder):
    take_in()
    for file in folder.iterdir():
        file.unlink()
    take_in(prune=True)
    with Generation.open(index, encoder) as generation:
        assert problems(generation, encoder) == ()
        assert generation.tables.notices() == ()
        assert generation.keywords.search(["众创"], 3) == []


def test_a_removed_notice_leaves_no_trace(take_in, index, encoder):
    take_in()
    assert remove(index, "putuo") == 2
    with Generation.open(index, encoder) as generation:
        assert problems(generation, encoder) == ()
        assert generation.vectors.size == 2
        assert not generation.keywords.known("科委")
        assert generation.tables.tasks() == []
    data = b"".join(path.read_bytes() for path in index.rglob("*") if path.is_file())
    assert "区科委".encode() not in data
    assert "嘉定".encode() in data


def test_removing_what_is_not_there_says_so(take_in, index):
    with pytest.raises(IndexMissing):
        remove(index, "putuo")
    assert not index.exists()
    take_in()
    with pytest.raises(NoticeNotFound, match="pudong"):
        remove(index, "pudong")


def test_another_encoder_is_refused_unless_the_index_is_rebuilt(take_in, index):
    take_in()
    other = HashingEncoder(dimension=16)
    with pytest.raises(EncoderMismatch, match=r"hashing-32 .* hashing-16 .*kewen index --rebuild"):
        take_in(encoder=other)
    assert take_in(encoder=other, rebuild=True).published
    with Generation.open(index, other) as generation:
        assert problems(generation, other) == ()


def test_a_rebuild_keeps_notices_whose_file_is_gone(take_in, folder, index, encoder):
    take_in()
    (folder / "putuo.txt").unlink()
    report = take_in(folder / "嘉定.txt", rebuild=True)
    assert (report.updated, report.removed) == (("嘉定",), ())
    assert set(held(index)) == {"putuo", "嘉定"}


def test_other_settings_read_every_known_file_again(take_in, folder, index):
    take_in(settings={"size": 400, "pair": (1, 2)})
    assert not take_in(settings={"size": 400, "pair": (1, 2)}).published
    report = take_in(folder / "putuo.txt", settings={"size": 200})
    assert set(report.updated) == {"putuo", "嘉定"}
    with Generation.open(index) as generation:
        assert generation.manifest.settings == {"size": 200}


def test_progress_is_told_in_stages(take_in):
    told = []
    take_in(progress=lambda *step: told.append(step))
    assert told[0] == ("read", 0, 2)
    assert ("encode", 5, 5) in told
    assert told[-1] == ("write", 3, 3)
