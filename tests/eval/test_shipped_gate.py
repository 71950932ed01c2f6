from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from assistant import Assistant
from eval import run

EVAL = Path(str(files("eval")))


class Broken:
    """The real assistant with its answers changed on the way out."""

    def __init__(self, assistant, change):
        self.assistant = assistant
        self.change = change
        self.search = assistant.search
        self.notice = assistant.notice

    def ask(self, question, history=(), filters=None):
        return self.change(self.assistant.ask(question, history=history, filters=filters))


def answer_everything(answer):
    return replace(answer, status="answered", reason=None)


def refuse_everything(answer):
    return replace(answer, status="not_found", reason="notice_silent", rows=(), citations=())


def shift_citations(answer):
    moved = (replace(c, start=c.start + 1, end=c.end + 1) for c in answer.citations)
    return replace(answer, citations=tuple(moved))


def drop_citations(answer):
    return replace(answer, citations=())


def drop_a_row(answer):
    return replace(answer, rows=answer.rows[:-1])


def call_silence_a_mention(answer):
    rows = (
        replace(r, finding="mention" if r.finding == "silent" else r.finding) for r in answer.rows
    )
    return replace(answer, rows=tuple(rows))


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with Assistant.open(tmp_path_factory.mktemp("data")) as opened:
        yield opened


def status(assistant):
    questions = EVAL / "questions" / "five-notices.dev.jsonl"
    gate, baseline = EVAL / "gates" / "five-notices.dev.toml", EVAL / "baselines" / questions.name
    return run(questions, assistant=assistant, gate=gate, against=baseline)


def test_the_assistant_passes_the_shipped_gate(assistant):
    assert status(assistant) == 0


@pytest.mark.parametrize(
    "change",
    [
        answer_everything,
        refuse_everything,
        shift_citations,
        drop_citations,
        drop_a_row,
        call_silence_a_mention,
    ],
)
def test_breaking_the_assistant_turns_the_shipped_gate_red(assistant, change):
    assert status(Broken(assistant, change)) == 1


def test_dropping_the_keyword_leg_turns_the_shipped_gate_red(assistant, capsys):
    by_vectors = replace(assistant.settings, search="vectors")
    with Assistant.open(by_vectors) as half:
        assert status(half) == 1
    assert "ndcg_at_10" in capsys.readouterr().err
