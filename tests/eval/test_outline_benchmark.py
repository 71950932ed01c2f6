"""The outline benchmark: what is counted as right, what is left out, and what the gate stops."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.errors import UsageError
from eval.labelled import Missing, texts
from eval.outline import __main__ as command
from eval.outline.figures import figures, misses, worst
from eval.outline.gold import Gold, GoldHeading, read_labels
from eval.outline.judging import judged

TEXT = "2016年普陀区科技工作要点\n一、目标\n（一）引进人才，加强服务。\n推进：一是引进；二是培养。\n二、保障"
PLACES = {words: TEXT.index(words) for words in ("一、目标", "（一）", "一是", "二是", "二、保障")}


def gold(*headings: tuple[str, int, str], optional: tuple[str, ...] = ()) -> Gold:
    return Gold(
        "one", "one.txt", None, None, len(TEXT), sha256(TEXT.encode()).hexdigest(),
        tuple(GoldHeading(PLACES[place], level, words) for place, level, words in headings),
        frozenset((PLACES["一是"], PLACES["二是"])),
        frozenset(PLACES[place] for place in optional), frozenset(),
    )  # fmt: skip


FIRST, BELOW, LAST = (
    ("一、目标", 1, "一、目标"),
    ("（一）", 2, "（一）引进人才"),
    ("二、保障", 1, "二、保障"),
)


def test_all_right_is_one_everywhere() -> None:
    found = figures([judged(gold(FIRST, BELOW, LAST), TEXT)])
    assert (found.precision, found.recall, found.f1, found.levels, found.words) == (1, 1, 1, 1, 1)
    assert (found.items, found.items_f1) == (2, 1)


def test_a_boundary_that_is_not_labelled_is_read_in_vain_unless_it_is_optional() -> None:
    assert figures([judged(gold(FIRST, LAST), TEXT)]).precision == pytest.approx(2 / 3)
    assert figures([judged(gold(FIRST, LAST, optional=("（一）",)), TEXT)]).precision == 1


def test_a_labelled_boundary_that_is_not_read_is_missed() -> None:
    extra = ("一是", 2, "一是引进")
    assert figures([judged(gold(FIRST, BELOW, LAST, extra), TEXT)]).recall == pytest.approx(3 / 4)


def test_levels_and_words_are_counted_among_the_boundaries_found() -> None:
    wrong = ("（一）", 1, "（一）培养人才")
    found = figures([judged(gold(FIRST, wrong, LAST), TEXT)])
    assert (found.f1, found.levels, found.words) == (1, pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_the_gate_names_what_is_too_low() -> None:
    assert misses(figures([judged(gold(FIRST, BELOW, LAST), TEXT)])) == []
    [miss] = misses(figures([judged(gold(FIRST, ("（一）", 1, "（一）"), LAST), TEXT)]))
    assert miss == "the accuracy of the levels is 0.667, expected 0.95"


def test_the_worst_document_comes_first() -> None:
    good, bad = (judged(each, TEXT) for each in (gold(FIRST, BELOW, LAST), gold(FIRST, LAST)))
    assert worst([good, bad], 1) == [bad]


def test_a_text_that_has_changed_is_left_out() -> None:
    [missing] = texts([gold(FIRST)], None)
    assert isinstance(missing, Missing)
    assert missing.at_fault


def test_records_are_left_out_without_the_public_data_and_that_is_no_fault() -> None:
    labels = read_labels(command.HERE / "labels-dev.jsonl")
    found = list(texts([each for each in labels if each.data], None))
    assert found
    assert all(isinstance(each, Missing) and not each.at_fault for each in found)


def test_labels_lie_in_their_committed_texts_where_they_say() -> None:
    for name in ("dev", "test"):
        labels = [each for each in read_labels(command.HERE / f"labels-{name}.jsonl") if each.file]
        for found in texts(labels, None):
            assert not isinstance(found, Missing), found.reason
            one, text = found
            assert all(text.startswith(words, start) for start, _, words in one.headings)


def test_no_record_is_in_both_halves() -> None:
    dev, test = (read_labels(command.HERE / f"labels-{name}.jsonl") for name in ("dev", "test"))
    assert not {each.record or each.file for each in dev} & {
        each.record or each.file for each in test
    }


def test_a_line_that_is_no_label_says_which(tmp_path: Path) -> None:
    file = tmp_path / "labels.jsonl"
    file.write_text(json.dumps({"id": "one"}) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"labels\.jsonl, line 1 is no labelled outline"):
        read_labels(file)


def test_the_command_shows_differences_of_the_development_half_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one = judged(gold(FIRST, LAST), TEXT)
    for half, shown in (("dev", True), ("test", False)):
        monkeypatch.setattr(command, "texts", lambda *_: [(one.gold, TEXT)])
        command.main(["--split", half])
        assert ("in vain  2" in capsys.readouterr().out) is shown


def test_missing_public_data_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--split", "dev", "--data", str(tmp_path)]) == 2
    assert "Give --data the folder that holds it." in capsys.readouterr().err


def test_the_committed_development_documents_pass_the_gate() -> None:
    assert command.main(["--split", "dev", "--gate"]) == 0
