from functools import partial

import pytest

from embeddings.archive.ingestion import ingest
from embeddings.hashing import HashingEncoder
from tests.embeddings.archive import tiny
from tests.embeddings.archive.tiny import JIADING, PUTUO


@pytest.fixture
def encoder():
    return HashingEncoder(dimension=32)


@pytest.fixture
def folder(tmp_path):
    """A folder with two notices."""
    folder = tmp_path / "notices"
    folder.mkdir()
    (folder / "putuo.txt").write_text(PUTUO, encoding="utf-8")
    (folder / "嘉定.txt").write_text(JIADING, encoding="utf-8")
    return folder


@pytest.fixture
def index(tmp_path):
    return tmp_path / "data" / "index"


@pytest.fixture
def take_in(index, folder, encoder):
    """Ingest the folder, or other paths, into the index."""

    def run(*paths, **options):
        options = {"encoder": encoder, "understand": tiny.understand} | options
        return partial(ingest, index, list(paths) or [folder], suffixes=tiny.SUFFIXES)(**options)

    return run
