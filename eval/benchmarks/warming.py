"""Questions that are asked before the time is taken, of every program alike: none of those measured."""

import json
from importlib.resources import files

QUESTIONS = "five-notices.dev.jsonl"
COUNT = 60


def questions() -> list[str]:
    """Return questions that stand alone."""
    lines = (files("eval") / "questions" / QUESTIONS).read_text(encoding="utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    return [line["question"] for line in read if not line.get("history")][:COUNT]
