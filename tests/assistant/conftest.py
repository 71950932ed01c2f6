"""One assistant over the shipped notices for all tests that only read."""

import pytest

from assistant import Assistant, Settings


@pytest.fixture(scope="session")
def kewen(tmp_path_factory):
    with Assistant.open(Settings(data=tmp_path_factory.mktemp("kewen") / "data")) as assistant:
        yield assistant
