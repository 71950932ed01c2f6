"""A file that many begin to use at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.database import Database
from corpus.errors import KewenError


def database(path, version=1):
    return Database(path / "things.db", "things", version, ("CREATE TABLE things (name TEXT)",))


def put(kept):
    with kept.opened() as connection, connection:
        connection.execute("INSERT INTO things VALUES ('a')")


def count(kept):
    with kept.opened() as connection:
        return connection.execute("SELECT count(*) FROM things").fetchone()[0]


@pytest.mark.parametrize("time", range(10))
def test_many_that_begin_at_once_lose_nothing(tmp_path, time):
    kept = database(tmp_path)
    assert not kept.exists
    with ThreadPoolExecutor(16) as threads:
        list(threads.map(lambda _: put(kept), range(16)))
    assert kept.exists
    assert count(kept) == 16


def test_a_later_version_is_left_alone_and_told(tmp_path):
    put(database(tmp_path, version=2))
    with pytest.raises(KewenError, match=r"The things in .* later version"):
        count(database(tmp_path))
    assert count(database(tmp_path, version=2)) == 1


def test_a_file_that_is_none_is_told(tmp_path):
    (tmp_path / "things.db").write_bytes(b"no database at all, whatever it is called" * 20)
    with pytest.raises(KewenError, match=r"The things in .* cannot be read or written"):
        count(database(tmp_path))
