"""The command line: what it prints, where, and what it exits with."""

import json
import subprocess
import sys

import pytest

from assistant.faces.commands import main

QUESTION = "which districts set 高新技术企业 targets in 2016–2018?"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cli") / "data"
    assert main(["index", "--data", str(folder)]) == 0
    return str(folder)


def printed(capsys, *arguments):
    status = main(list(arguments))
    return status, capsys.readouterr()


def test_ask_prints_one_json_document(data, capsys):
    status, output = printed(capsys, "ask", QUESTION, "--json", "--data", data)
    answer = json.loads(output.out)
    assert status == 0
    assert answer["coverage"] == {"in_scope": 4, "examined": 4, "with_finding": 3}
    assert {row["finding"] for row in answer["rows"]} == {"target", "mention", "silent"}


def test_ask_for_people_shows_the_quote_and_where_it_stands(data, capsys):
    status, output = printed(capsys, "ask", QUESTION, "--data", data)
    assert status == 0
    assert "力争新认定高新技术企业20家" in output.out
    assert "[1] " in output.out


@pytest.mark.parametrize("question", ["徐汇区2016年高新技术企业目标", "今天天气怎么样"])
def test_no_answer_exits_with_1(data, capsys, question):
    assert printed(capsys, "ask", question, "--data", data)[0] == 1


def test_a_first_question_builds_the_index_and_says_so(tmp_path, capsys):
    status, output = printed(capsys, "ask", QUESTION, "--json", "--data", str(tmp_path / "new"))
    assert status == 0
    assert "building one from the shipped notices" in output.err
    json.loads(output.out)


def test_a_batch_answers_every_line_in_order(data, capsys, tmp_path):
    lines = [
        '{"id": "a", "question": "普陀区2016年新增众创空间的目标是多少？"}',
        "not json",
        '{"id": "c", "question": "那嘉定呢？", "history": '
        '[{"role": "user", "content": "普陀区2016年高新技术企业的目标是多少？"}]}',
        '{"id": "d"}',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "out.jsonl"
    status, _ = printed(
        capsys, "ask", "--batch", str(tmp_path / "in.jsonl"), "--output", str(out), "--data", data
    )
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert status == 2
    assert [answer["id"] for answer in answers] == ["a", 2, "c", "d"]
    assert "4-5家" in answers[0]["text"]
    assert "not JSON" in answers[1]["error"]
    assert answers[2]["rows"][0]["number"] == 900
    assert "no question" in answers[3]["error"]


def test_search_prints_scored_passages(data, capsys):
    status, output = printed(
        capsys, "search", "众创空间", "--top-k", "3", "--place", "普陀区", "--json", "--data", data
    )
    passages = json.loads(output.out)["passages"]
    assert status == 0
    assert {p["place"] for p in passages} == {"普陀区"}
    assert {"passage_id", "section_path", "start", "end", "score", "plan_years"} <= passages[
        0
    ].keys()


def test_targets_in_every_format(data, capsys, tmp_path):
    from openpyxl import load_workbook

    arguments = ("targets", "--indicator", "高企", "--data", data)
    assert len(json.loads(printed(capsys, *arguments, "--json")[1].out)["targets"]) == 3
    assert printed(capsys, *arguments, "--format", "csv")[1].out.count("\n") == 4
    assert "力争" in printed(capsys, *arguments)[1].out
    book = tmp_path / "figures.xlsx"
    assert printed(capsys, *arguments, "--format", "xlsx", "--output", str(book))[0] == 0
    assert load_workbook(book).active.max_row == 4


def test_tasks_by_office(data, capsys):
    status, output = printed(capsys, "tasks", "--responsible", "区金融办", "--json", "--data", data)
    assert status == 0
    assert len(json.loads(output.out)["tasks"]) == 4


def test_notices_and_show(data, capsys):
    assert (
        len(json.loads(printed(capsys, "notices", "--json", "--data", data)[1].out)["notices"]) == 5
    )
    status, output = printed(capsys, "show", "hongkou-2015", "--data", data)
    assert status == 0
    assert "虹府发〔2015〕10号" in output.out
    assert "六、2015年重点工作安排" in output.out


def test_an_unknown_notice_exits_with_1(data, capsys):
    status, output = printed(capsys, "show", "nowhere", "--data", data)
    assert status == 1
    assert output.err.startswith("kewen: There is no notice 'nowhere'")


def test_doctor_finds_all_well(data, capsys):
    status, output = printed(capsys, "doctor", "--data", data)
    assert status == 0
    assert "canary vectors agree" in output.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask", "问" * 10_000], "10,000 characters; 500 are the limit"),
        (["ask", "？"], "empty"),
        (["ask"], "No question was given"),
        (["ask", "--batch", "nowhere.jsonl"], "nowhere.jsonl cannot be read"),
        (["search", "众创空间", "--top-k", "999"], "top_k is 999"),
        (["search", "众创空间", "--year-from", "2018", "--year-to", "2016"], "backwards"),
        (["index", "no/such/folder"], "no/such/folder"),
        (["targets", "--format", "xlsx"], "--output"),
        (["tasks", "--due-before", "soon"], "'soon'"),
    ],
)
def test_a_wrong_use_is_one_sentence_and_exits_with_2(data, capsys, arguments, words):
    status, output = printed(capsys, *arguments, "--data", data)
    assert status == 2
    assert words in output.err
    assert "Traceback" not in output.err


def test_bad_files_are_listed_and_stop_nothing(tmp_path, capsys):
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "good.txt").write_text(
        "2016年徐汇区科技工作要点\n一、目标\n新认定高新技术企业35家。", "utf-8"
    )
    status, output = printed(
        capsys, "index", str(folder), "--json", "--data", str(tmp_path / "data")
    )
    report = json.loads(output.out)
    assert status == 0
    assert report["added"] == ["good"]
    reasons = {item["path"].rsplit("/")[-1]: item["reason"] for item in report["rejected"]}
    assert "empty" in reasons["empty.txt"]
    assert "not text" in reasons["binary.txt"]


def test_only_bad_files_exit_with_2(tmp_path, capsys):
    (tmp_path / "empty.txt").write_bytes(b"")
    status, output = printed(
        capsys, "index", str(tmp_path / "empty.txt"), "--data", str(tmp_path / "data")
    )
    assert status == 2
    assert "The file is empty" in output.out


def test_a_damaged_index_exits_with_3_and_names_the_file(tmp_path, capsys):
    data = tmp_path / "data"
    main(["index", "--data", str(data)])
    table = next(data.glob("index/gen-*/notices.sqlite"))
    table.write_bytes(table.read_bytes()[:-100])
    status, output = printed(capsys, "ask", QUESTION, "--data", str(data))
    assert status == 3
    assert "notices.sqlite" in output.err
    assert "--rebuild" in output.err
    assert printed(capsys, "index", "--rebuild", "--data", str(data))[0] == 0
    assert printed(capsys, "ask", QUESTION, "--data", str(data))[0] == 0


def test_an_answer_imports_nothing_heavy(data):
    program = (
        "import sys\n"
        "from assistant.faces.commands import main\n"
        "for question in ('哪些区提出了高新技术企业目标', '海曙区怎样帮没有抵押的企业拿到贷款？'):\n"
        f"    main(['ask', question, '--data', {data!r}, '--json'])\n"
        "heavy = ('torch', 'gradio', 'sentence_transformers', 'transformers', 'fastapi', 'scipy',\n"
        "         'langchain_text_splitters', 'pydantic', 'openpyxl')\n"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stderr.strip() == "[]"


def test_what_the_system_refuses_is_one_sentence(data, capsys, tmp_path):
    out = str(tmp_path / "no" / "figures.xlsx")
    status, output = printed(capsys, "targets", "--format", "xlsx", "--output", out, "--data", data)
    assert status == 2
    assert "The system refused" in output.err
    assert "Traceback" not in output.err


def test_names_that_would_steer_the_terminal_are_written_out(tmp_path, capsys):
    (tmp_path / "a\x1b[31mred.txt").write_bytes(b"")
    _, output = printed(capsys, "index", str(tmp_path), "--data", str(tmp_path / "data"))
    assert "\x1b" not in output.out
    assert "\\x1b[31mred.txt" in output.out


def test_indexing_says_what_became_of_each_file(tmp_path, capsys):
    folder, data = tmp_path / "files", str(tmp_path / "data")
    folder.mkdir()
    notice = (
        "徐汇区科技创新券管理办法\n徐科〔{}〕3号\n一、企业每年申领额度不超过{}万元，须在本区注册。\n"
        "二、创新券用于购买检验检测和研究开发服务。\n三、区科技局每年四月和九月受理申领。\n"
        "徐汇区科学技术委员会\n{}年4月1日\n"
    )
    (folder / "old.txt").write_text(notice.format(2015, 20, 2015), "utf-8")
    (folder / "new.txt").write_text(notice.format(2018, 30, 2018), "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "photo.heic").write_bytes(b"1")
    (folder / "photo2.HEIC").write_bytes(b"2")
    (folder / "Makefile").write_bytes(b"3")
    _, output = printed(capsys, "index", str(folder), "--data", data)
    lines = output.out.splitlines()
    assert lines[:4] == ["added: 2 (new, old)", "updated: 0", "unchanged: 0", "removed: 0"]
    assert lines[4] == "rejected: 1"
    assert "empty.txt: The file is empty" in lines[5]
    assert lines[6] == "passed over, of a kind that is not read: 3 (.heic 2, no suffix 1)"
    assert lines[7] == "related: 1"
    assert lines[8].startswith("  new is a newer version of old (")
    assert output.err == ""
    _, output = printed(capsys, "index", str(folder), "--data", data, "--json")
    report = json.loads(output.out)
    assert report["passed_over"] == {".heic": 2, "": 1}
    assert (report["unchanged"], report["resumed"], report["related"]) == (["new", "old"], 0, {})
    shown = printed(capsys, "show", "old", "--data", data)[1].out
    assert "related   old is an older version of new (" in shown
    listed = json.loads(printed(capsys, "notices", "--json", "--data", data)[1].out)["notices"]
    assert [n["related"][0]["newer"] for n in listed] == ["new", "new"]
    assert "newer version" in printed(capsys, "notices", "--data", data)[1].out


def test_a_notice_is_corrected_field_by_field_and_read_again(tmp_path, capsys):
    data = str(tmp_path / "data")
    main(["index", "--data", data])
    capsys.readouterr()
    status, output = printed(
        capsys, "correct", "putuo-2016", "--years", "2018-2019", "--json", "--data", data
    )
    assert status == 0
    assert json.loads(output.out)["correction"]["plan_years"] == [2018, 2019]
    shown = printed(capsys, "correct", "putuo-2016", "--place", "嘉定", "--data", data)[1].out
    assert "上海市嘉定区" in shown
    assert shown.count("by hand") == 2
    listed = printed(capsys, "targets", "--place", "嘉定区", "--json", "--data", data)[1].out
    assert "putuo-2016" in {target["notice_id"] for target in json.loads(listed)["targets"]}
    shown = printed(capsys, "correct", "putuo-2016", "--as-read", "--data", data)[1].out
    assert "by hand" not in shown
    assert "上海市普陀区" in shown


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["putuo-2016"], 2, "--as-read"),
        (["putuo-2016", "--place", "普陀区"], 2, "上海市普陀区 / 浙江省舟山市普陀区"),
        (["putuo-2016", "--years", "soon"], 2, "'soon'"),
        (["nothing", "--title", "标题"], 1, "no notice 'nothing'"),
    ],
)
def test_a_correction_that_cannot_be_set_is_one_sentence(data, capsys, arguments, status, words):
    found, output = printed(capsys, "correct", *arguments, "--data", data)
    assert found == status
    assert words in output.err
    assert output.err.count("\n") == 1
