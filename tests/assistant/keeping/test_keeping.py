"""Notices that a person brings, corrects, removes and takes back, over a real index."""

import shutil
import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from assistant import Assistant, Filters, Settings
from assistant.indexing import SHIPPED_NOTICES, build_index
from assistant.keeping import Keeping
from assistant.keeping.originals import Originals
from corpus.correction import AS_READ, BY_HAND, Correction
from corpus.errors import IndexLocked, NoticeNotFound, UnreadableFile, UsageError
from corpus.notice import Years
from embeddings.archive.durable import sha256_of
from embeddings.archive.lock import writing
from embeddings.archive.verification import problems

ZHOUSHAN = Correction(place="浙江省舟山市普陀区", plan_years=Years(2018, 2018))
QUESTION = "2018年舟山市普陀区提出了哪些高新技术企业目标？"
NOTICE = (
    "{place}{year}年科技工作要点\n一、主要目标\n新认定高新技术企业{number}家，新增众创空间{few}家。\n"
    "二、保障措施\n责任单位：区科委。\n{year}年3月6日\n"
)
SECONDS = 60


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder that held the shipped notices when the index beside it was made."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(SHIPPED_NOTICES, folder / "files")
    build_index(Settings(data=folder / "data", workers=1), [folder / "files"])
    return folder


@pytest.fixture
def files(built):
    """The shipped notices in a folder that a test may change."""
    shutil.rmtree(built / "files")
    return shutil.copytree(SHIPPED_NOTICES, built / "files")


@pytest.fixture
def kewen(tmp_path, built, files):
    settings = Settings(data=tmp_path / "data", workers=1)
    shutil.copytree(built / "data", settings.data)
    with Assistant.open(settings) as assistant:
        yield assistant


def written(folder, name, place="徐汇区", year=2016, number=35, few=3):
    folder.mkdir(exist_ok=True)
    text = NOTICE.format(place=place, year=year, number=number, few=few)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def finished(kewen, job):
    until = time.monotonic() + SECONDS
    while not (now := kewen.job(job.id)).is_over:
        assert time.monotonic() < until, now
        time.sleep(0.02)
    return now


def figures(kewen, notice_id):
    return {(t.place, t.year) for t in kewen.targets() if t.notice_id == notice_id}


def test_a_correction_changes_figures_and_answers(kewen):
    assert figures(kewen, "putuo-2016") == {("普陀区", 2016)}
    before = kewen.ask(QUESTION)
    summary = kewen.correct("putuo-2016", ZHOUSHAN)
    assert (summary.place.full_name, summary.plan_years) == (ZHOUSHAN.place, Years(2018, 2018))
    assert figures(kewen, "putuo-2016") == {("普陀区", 2018)}
    after = kewen.ask(QUESTION)
    assert (before.status, after.status) == ("not_found", "answered")
    assert "putuo-2016" in {row.notice_id for row in after.rows}
    in_zhejiang = {t.notice_id for t in kewen.targets(Filters(places=["浙江省"], year_from=2018))}
    assert "putuo-2016" in in_zhejiang


def test_a_coverage_answer_counts_a_corrected_notice_where_it_belongs(kewen):
    asked = "2016–2018年哪些区提出了高新技术企业目标？"
    kewen.correct("putuo-2016", Correction(plan_years=Years(2011, 2011)))
    rows = [row for row in kewen.ask(asked).rows if row.notice_id == "putuo-2016"]
    assert [row.value for row in rows if row.finding == "target"] == []
    kewen.correct("putuo-2016", AS_READ)
    rows = [row for row in kewen.ask(asked).rows if row.notice_id == "putuo-2016"]
    assert "20家" in {row.value for row in rows}


def test_a_correction_survives_indexing_rebuilding_and_a_changed_file(kewen, files):
    kewen.correct("putuo-2016", ZHOUSHAN)
    kewen.index([files])
    kewen.index([], rebuild=True)
    path = files / "putuo-2016.txt"
    path.write_text(path.read_text("utf-8") + "\n附件：另附一句话。\n", "utf-8")
    assert kewen.index([files]).updated == ("putuo-2016",)
    notice = kewen.notice("putuo-2016")
    assert (notice.place.full_name, notice.plan_years) == (ZHOUSHAN.place, Years(2018, 2018))
    assert kewen.correction("putuo-2016") == ZHOUSHAN


def test_a_correction_survives_an_index_that_is_made_anew(kewen, files, tmp_path):
    kewen.correct("putuo-2016", ZHOUSHAN)
    kewen.close()
    shutil.rmtree(tmp_path / "data" / "index")
    with Assistant.open(kewen.settings) as opened:
        opened.index([files])
        assert opened.notice("putuo-2016").place.full_name == ZHOUSHAN.place


def test_a_correction_that_is_taken_back_leaves_the_notice_as_read(kewen):
    before = kewen.notice("putuo-2016")
    kewen.correct("putuo-2016", ZHOUSHAN)
    kewen.correct("putuo-2016", AS_READ)
    assert kewen.notice("putuo-2016") == before
    assert kewen.correction("putuo-2016") == AS_READ


def test_a_correction_of_no_notice_or_of_a_file_that_is_gone_changes_nothing(kewen, files):
    with pytest.raises(NoticeNotFound):
        kewen.correct("nothing", ZHOUSHAN)
    with pytest.raises(NoticeNotFound):
        kewen.correction("nothing")
    (files / "putuo-2016.txt").unlink()
    number = kewen.generation.number
    with pytest.raises(UnreadableFile, match=r"putuo-2016\.txt of the notice putuo-2016"):
        kewen.correct("putuo-2016", ZHOUSHAN)
    assert kewen.correction("putuo-2016") == AS_READ
    assert kewen.generation.number == number


def test_a_correction_while_another_writes_changes_nothing(kewen):
    with writing(kewen.settings.index_folder), pytest.raises(IndexLocked):
        kewen.correct("putuo-2016", ZHOUSHAN)
    assert kewen.correction("putuo-2016") == AS_READ


def test_removing_takes_the_correction_away_and_restoring_brings_it_back(kewen):
    kewen.correct("putuo-2016", ZHOUSHAN)
    kewen.remove("putuo-2016")
    with pytest.raises(NoticeNotFound):
        kewen.correction("putuo-2016")
    assert kewen.restore("putuo-2016").place.full_name == ZHOUSHAN.place
    assert kewen.correction("putuo-2016") == ZHOUSHAN
    with pytest.raises(UsageError, match="is there"):
        kewen.restore("putuo-2016")


def test_a_notice_indexed_again_after_its_removal_is_as_read(kewen, files):
    kewen.correct("putuo-2016", ZHOUSHAN)
    kewen.remove("putuo-2016")
    kewen.index([files])
    assert kewen.notice("putuo-2016").place.full_name == "上海市普陀区"


def test_a_pruned_notice_takes_its_correction_with_it(kewen, files):
    kewen.correct("putuo-2016", ZHOUSHAN)
    (files / "putuo-2016.txt").unlink()
    kewen.index([files], prune=True)
    written(files, "putuo-2016.txt", place="虹口区")
    kewen.index([files])
    assert kewen.notice("putuo-2016").place_name == "虹口区"


def test_restoring_says_when_it_cannot(kewen, files):
    with pytest.raises(NoticeNotFound, match="no removed notice 'nothing'"):
        kewen.restore("nothing")
    kewen.remove("putuo-2016")
    (files / "putuo-2016.txt").unlink()
    with pytest.raises(UnreadableFile, match="Put it back"):
        kewen.restore("putuo-2016")


def test_a_removed_upload_is_kept_for_a_day_and_then_swept(kewen, tmp_path):
    now = [time.time()]
    keeping = Keeping(kewen.settings, lambda: kewen.generation, lambda: now[0])
    job = kewen.take_in([written(tmp_path / "new", "xuhui.txt")])
    assert finished(kewen, job).files[0].state == "added"
    (original,) = Originals(kewen.settings.data).folder.glob("*/*")
    keeping.remove("xuhui")
    now[0] += 23 * 3600
    keeping.correct("putuo-2016", AS_READ)
    keeping.restore("xuhui")
    assert kewen.notice("xuhui").source == str(original)
    keeping.remove("xuhui")
    now[0] += 25 * 3600
    with pytest.raises(NoticeNotFound, match="24 hours"):
        keeping.restore("xuhui")
    assert original.exists()
    keeping.correct("putuo-2016", AS_READ)
    assert not original.exists()
    keeping.close()


def test_what_is_brought_is_kept_and_answered_from(kewen, tmp_path):
    source = written(tmp_path / "new", "xuhui.txt")
    done = finished(kewen, kewen.take_in([source]))
    assert [(f.name, f.state, f.notice_id) for f in done.files] == [("xuhui.txt", "added", "xuhui")]
    source.unlink()
    kewen.index([], rebuild=True)
    answer = kewen.ask("徐汇区2016年新认定高新技术企业的目标是多少？")
    assert "35家" in answer.text
    assert kewen.notice("xuhui").issued_on == date(2016, 3, 6)


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["read", "encode", "write"])
def test_a_process_that_is_killed_leaves_whole_originals_and_a_whole_index(kewen, tmp_path, stage):
    files = [written(tmp_path / "new", f"n{n}.txt", number=n + 10) for n in range(12)]
    script = textwrap.dedent(f"""
        import os, pathlib, signal, time
        from assistant import Assistant, Settings
        kewen = Assistant.open(Settings(data={str(kewen.settings.data)!r}, workers=1))
        job = kewen.take_in(sorted(pathlib.Path({str(files[0].parent)!r}).iterdir()))
        while kewen.job(job.id).stage != {stage!r} and not kewen.job(job.id).is_over:
            time.sleep(0.0005)
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    originals = list(Originals(kewen.settings.data).folder.glob("*/*"))
    assert len(originals) == 12
    assert all(sha256_of(path) == path.parent.name for path in originals)
    assert kewen.ask("嘉定区2018年高新技术企业的目标是多少？").status == "answered"
    again = finished(kewen, kewen.take_in(files))
    assert {file.state for file in again.files} <= {"added", "unchanged"}
    assert len(kewen.notices()) == 17
    assert problems(kewen.generation, kewen.encoder) == ()


def test_nothing_brought_is_refused(kewen):
    with pytest.raises(UsageError, match="No file"):
        kewen.take_in([])


def test_a_corrected_upload_is_found_under_its_corrected_place(kewen, tmp_path):
    finished(kewen, kewen.take_in([written(tmp_path / "new", "n.txt", place="某区")]))
    kewen.correct("n", Correction(title="长宁区2016年科技工作要点", place="上海市长宁区"))
    assert "35家" in kewen.ask("长宁区2016年新认定高新技术企业的目标是多少？").text
    assert {r.field for r in kewen.notice("n").readings if r.rule == BY_HAND} == {"title", "place"}


def test_questions_are_answered_while_a_job_runs(kewen, tmp_path):
    files = [written(tmp_path / "new", f"n{n}.txt", number=n + 10) for n in range(25)]
    question, during = "嘉定区2018年高新技术企业的目标是多少？", []
    begun = threading.Event()
    kewen.ask(question)

    def ask(number):
        begun.wait(SECONDS)
        answer = kewen.ask(question)
        during.append(kewen.job(job.id).is_over)
        return answer

    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(ask, number) for number in range(20)]
        job = kewen.take_in(files)
        begun.set()
        answers = [future.result(SECONDS) for future in asked]
    assert [answer.text for answer in answers if "900家" not in answer.text] == []
    assert False in during
    done = finished(kewen, job)
    assert {file.state for file in done.files} == {"added"}
    assert len(kewen.notices()) == 30
