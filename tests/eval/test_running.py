import json

import pytest

from corpus.errors import UsageError
from eval import run
from eval.command import Manner
from eval.gold.questions import read_questions
from eval.running.journal import NAME, journal
from eval.running.reply import reply_of
from eval.running.runner import run_questions
from eval.running.sampling import sampled
from tests.eval.tiny_evaluation import RIGHT_ANSWERS, ScriptedAssistant


@pytest.fixture
def questions(questions_file):
    return read_questions(questions_file).questions


def counting(answers=RIGHT_ANSWERS, stop_at=None):
    asked = []

    def change(answer):
        asked.append(answer.question)
        if len(asked) == stop_at:
            raise KeyboardInterrupt
        return answer

    return ScriptedAssistant(answers, change), asked


def without_times(replies):
    return [(r.question_id, r.answer, r.ranking, r.error) for r in replies]


def test_several_threads_give_the_same_replies_in_the_same_order(questions):
    one = run_questions(ScriptedAssistant(RIGHT_ANSWERS), questions * 20)
    many = run_questions(ScriptedAssistant(RIGHT_ANSWERS), questions * 20, workers=8)
    assert without_times(one) == without_times(many)


def test_a_reply_is_the_same_after_json(questions):
    for reply in run_questions(ScriptedAssistant(RIGHT_ANSWERS), questions):
        assert reply_of(json.loads(json.dumps(reply.to_dict()))) == reply


def test_a_sample_is_always_the_same_in_file_order_and_part_of_a_larger_one(questions):
    one, two = sampled(questions, 1), sampled(questions, 2)
    assert one == sampled(questions[::-1], 1)
    assert set(one) < set(two)
    assert list(two) == [question for question in questions if question in two]
    assert sampled(questions, 99) == sampled(questions, None) == questions


def test_a_sample_of_nothing_is_refused(questions):
    with pytest.raises(UsageError, match="sample is 0"):
        sampled(questions, 0)


def test_a_run_that_was_stopped_goes_on_where_it_was(questions_file, tmp_path, capsys):
    stopped, _ = counting(stop_at=3)
    with pytest.raises(KeyboardInterrupt):
        run(questions_file, assistant=stopped, report=tmp_path)
    assert "--resume" in capsys.readouterr().err
    assert len((tmp_path / NAME).read_text(encoding="utf-8").splitlines()) == 2
    going_on, asked = counting()
    run(questions_file, assistant=going_on, report=tmp_path, manner=Manner(resume=True))
    assert len(asked) == 1
    assert not (tmp_path / NAME).exists()
    lines = (tmp_path / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["scores"]["answer_accuracy"] for line in lines] == [1.0] * 3


def test_without_resume_everything_is_asked_again(questions_file, tmp_path):
    stopped, _ = counting(stop_at=3)
    with pytest.raises(KeyboardInterrupt):
        run(questions_file, assistant=stopped, report=tmp_path)
    again, asked = counting()
    run(questions_file, assistant=again, report=tmp_path)
    assert len(asked) == 3


def test_replies_of_another_index_or_to_another_gold_or_cut_short_are_not_taken_up(
    questions, tmp_path
):
    (reply,) = run_questions(ScriptedAssistant(RIGHT_ANSWERS), questions[:1])
    path = tmp_path / NAME
    with journal(tmp_path, "this index", resume=False) as kept:
        kept.keep(questions[0], reply)
        whole = path.read_bytes() + b'{"key": "cu'
    path.write_bytes(whole)
    with journal(tmp_path, "this index", resume=True) as kept:
        assert kept.known(questions[0]) == reply
        assert kept.known(questions[1]) is None
    path.write_bytes(whole)
    with journal(tmp_path, "another index", resume=True) as kept:
        assert kept.known(questions[0]) is None


@pytest.mark.parametrize("manner", [Manner(workers=0), Manner(workers=65), Manner(resume=True)])
def test_a_manner_that_cannot_be_is_refused(questions_file, manner):
    with pytest.raises(UsageError):
        run(questions_file, assistant=ScriptedAssistant(RIGHT_ANSWERS), manner=manner)
