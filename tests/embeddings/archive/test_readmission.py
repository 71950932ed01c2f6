"""One notice read again with what a person set, while all others stay as they are."""

from contextlib import contextmanager
from functools import partial

import pytest

from corpus.correction import AS_READ, Correction
from corpus.errors import IndexLocked, NoticeNotFound, UnreadableFile
from corpus.notice import Years
from embeddings.archive.durable import sha256_of
from embeddings.archive.files.crew import Task
from embeddings.archive.files.spool import Spool
from embeddings.archive.generation import Generation
from embeddings.archive.ingestion import ingest, remove
from embeddings.archive.lock import writing
from embeddings.archive.readmission import Readmission, readmit
from embeddings.archive.verification import problems
from embeddings.hashing import HashingEncoder
from tests.embeddings.archive import tiny
from tests.embeddings.archive.tiny import PUTUO

LATER = Correction(plan_years=Years(2019, 2020))
SETTINGS = {"size": 1}


def understand(path, notice_id, correction=AS_READ):
    """As the tiny one does, with the years that a person set."""
    notice = tiny.understand(path, notice_id)
    years = correction.plan_years or notice.plan_years
    return tiny.replace(notice, plan_years=years, readings=correction.readings)


class Kept:
    """What is changed alongside: notes whether it was kept or undone."""

    def __init__(self):
        self.states = []

    @contextmanager
    def __call__(self):
        self.states.append("changed")
        try:
            yield
        except Exception:
            self.states.append("undone")
            raise


@pytest.fixture
def kept():
    return Kept()


@pytest.fixture
def read_again(index, encoder, kept):
    def run(notice_id, correction=LATER, source=None, **options):
        options = {"encoder": encoder, "understand": understand, "settings": SETTINGS} | options
        wanted = Readmission(notice_id, correction, source)
        return readmit(index, wanted, alongside=kept(), **options)

    return run


@pytest.fixture
def again(take_in):
    """Ingest the folder as before, with the corrections that are kept."""
    return partial(take_in, understand=understand, settings=SETTINGS)


def years(index):
    with Generation.open(index) as generation:
        return {n.notice_id: n.plan_years for n in generation.tables.notices()}


def test_one_notice_is_read_again_with_its_correction(again, read_again, index, encoder, kept):
    again()
    assert read_again("putuo") == 2
    assert years(index) == {"putuo": Years(2019, 2020), "嘉定": Years(2016, 2018)}
    assert kept.states == ["changed"]
    with Generation.open(index, encoder) as generation:
        assert problems(generation, encoder) == ()


def test_no_other_is_read_or_encoded_even_when_the_reader_is_another(again, read_again, index):
    class Counting(HashingEncoder):
        def encode_passages(self, texts):
            raise AssertionError(texts)

    def only_putuo(path, notice_id, correction):
        assert notice_id == "putuo"
        return understand(path, notice_id, correction)

    again()
    read_again("putuo", encoder=Counting(32), understand=only_putuo, settings={"size": 2})
    with Generation.open(index) as generation:
        # The others are still to be read with the new settings.
        assert generation.manifest.settings == SETTINGS


def test_a_file_that_was_changed_is_read_as_it_is_now(again, read_again, folder, index):
    again()
    (folder / "putuo.txt").write_text(PUTUO + "另加一句\n", encoding="utf-8")
    read_again("putuo")
    with Generation.open(index) as generation:
        assert generation.tables.text("putuo").endswith("另加一句\n")
        assert generation.tables.summary("putuo").sha256 == sha256_of(folder / "putuo.txt")


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00", "崩溃".encode()])
def test_a_file_that_is_gone_or_unreadable_changes_nothing(
    again, read_again, folder, index, kept, content
):
    again()
    if content is None:
        (folder / "putuo.txt").unlink()
    else:
        (folder / "putuo.txt").write_bytes(content)
    with pytest.raises(UnreadableFile):
        read_again("putuo")
    assert years(index)["putuo"] == Years(2016, 2018)
    assert kept.states == ["changed", "undone"]


def test_an_unknown_notice_and_a_locked_index_change_nothing(again, read_again, index, kept):
    again()
    with pytest.raises(NoticeNotFound, match="pudong"):
        read_again("pudong")
    assert kept.states == ["changed", "undone"]
    with writing(index), pytest.raises(IndexLocked):
        read_again("putuo")
    assert kept.states == ["changed", "undone"]


def test_a_removed_notice_comes_back_under_the_id_it_had(again, read_again, folder, index):
    other = folder / "z" / "putuo.txt"
    other.parent.mkdir()
    other.write_text("另一份\n", encoding="utf-8")
    again()
    (marked,) = set(years(index)) - {"putuo", "嘉定"}
    remove(index, "putuo")
    remove(index, marked)
    # By its name alone it would be called putuo now.
    read_again(marked, source=other)
    assert years(index) == {"嘉定": Years(2016, 2018), marked: Years(2019, 2020)}


def test_what_is_another_notice_by_now_is_not_taken_in_twice(again, read_again, folder, index):
    again()
    remove(index, "putuo")
    (folder / "嘉定.txt").write_text(PUTUO, encoding="utf-8")
    again(folder / "嘉定.txt")
    with pytest.raises(UnreadableFile, match="same content as the notice 嘉定"):
        read_again("putuo", source=folder / "putuo.txt")
    with pytest.raises(UnreadableFile, match="same content as the notice 嘉定"):
        read_again("other", source=folder / "嘉定.txt")


def test_corrections_count_each_time_a_notice_is_read(again, folder, index):
    corrections = {"putuo": LATER}
    again(corrections=lambda: corrections)
    assert years(index)["putuo"] == Years(2019, 2020)
    again(corrections=lambda: corrections, rebuild=True)
    (folder / "putuo.txt").write_text(PUTUO + "另加一句\n", encoding="utf-8")
    again(corrections=lambda: corrections)
    assert years(index)["putuo"] == Years(2019, 2020)


def test_a_notice_read_with_another_correction_is_read_again(again, index):
    again()
    report = again(corrections=lambda: {"putuo": LATER})
    assert (report.updated, report.unchanged) == (("putuo",), ("嘉定",))
    assert not again(corrections=lambda: {"putuo": LATER}).published
    report = again(corrections=lambda: {"putuo": AS_READ})
    assert report.updated == ("putuo",)
    assert years(index)["putuo"] == Years(2016, 2018)


def test_processes_that_read_get_the_correction(index, tmp_path, encoder):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(20):
        (folder / f"n{number}.txt").write_text(f"第{number}号\n", encoding="utf-8")
    corrections = {f"n{number}": LATER for number in range(0, 20, 2)}
    ingest(
        index, [folder], encoder, understand,
        suffixes=tiny.SUFFIXES, corrections=lambda: corrections, workers=2,
    )  # fmt: skip
    found = years(index)
    assert {name for name in found if found[name] == Years(2019, 2020)} == set(corrections)


def test_what_was_read_with_another_correction_is_another_reading(index):
    with writing(index) as writer:
        spool = Spool(writer, "")
        task = Task("a.txt", "a", "")
        spool.put_notice(task, b"1")
        assert spool.holds(task)
        assert not spool.holds(task._replace(correction=LATER))
        spool.close()


def test_a_removal_tells_what_is_changed_alongside(again, index, kept):
    again()
    with pytest.raises(NoticeNotFound):
        remove(index, "pudong", kept())
    assert kept.states == ["changed", "undone"]
    remove(index, "putuo", kept())
    assert kept.states == ["changed", "undone", "changed"]
