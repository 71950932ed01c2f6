"""The tiny question set as a file."""

import pytest

from tests.eval.tiny_evaluation import QUESTION_LINES


@pytest.fixture
def questions_file(tmp_path):
    path = tmp_path / "tiny.jsonl"
    path.write_text(QUESTION_LINES, encoding="utf-8")
    return path
