"""Whatever happens to the files, text, vectors, keywords and encoder stay together."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from embeddings.archive.generation import Generation
from embeddings.archive.ingestion import ingest
from embeddings.archive.verification import problems
from embeddings.hashing import HashingEncoder
from tests.embeddings.archive import tiny

NAMES = st.sampled_from(["a.txt", "b.txt", "c.txt", "x/a.txt"])
CONTENTS = st.sampled_from([tiny.PUTUO, tiny.JIADING, "虹口区\n12家\n", "海曙区\n"])
FOLDERS = st.lists(st.dictionaries(NAMES, CONTENTS), min_size=1, max_size=6)


def make(folder, files):
    (folder / "x").mkdir(parents=True, exist_ok=True)
    for old in folder.rglob("*.txt"):
        if str(old.relative_to(folder)) not in files:
            old.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FOLDERS)
def test_the_index_holds_what_the_folder_holds(tmp_path_factory, folders):
    """Files come, go, change, move, and exchange their contents."""
    home = tmp_path_factory.mktemp("drift")
    index, encoder = home / "data" / "index", HashingEncoder(dimension=16)
    for files in folders:
        make(home / "notices", files)
        report = ingest(
            index, [home / "notices"], encoder, tiny.understand, suffixes=tiny.SUFFIXES, prune=True
        )
        assert all(r.reason.startswith("same content") for r in report.rejected)
        if report.generation is None:
            assert not files
            continue
        with Generation.open(index, encoder) as generation:
            assert problems(generation, encoder) == ()
            notices = [generation.tables.notice(n.notice_id) for n in generation.tables.notices()]
        assert sorted(n.text for n in notices) == sorted(set(files.values()))
        for notice in notices:
            name = notice.source.removeprefix(f"{home / 'notices'}/")
            assert files[name] == notice.text
