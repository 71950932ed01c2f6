import json
import lzma

from embeddings.training.pairs import (
    Pair,
    drop_common_queries,
    is_held_out,
    law_pairs,
    question_pairs,
    read_records,
    report_pairs,
)

BODY = "加快建设重点产业基地，支持企业设立研发机构，新增高新技术企业一百家。"


def test_records_are_read_line_by_line(tmp_path):
    path = tmp_path / "some.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"text": "一"}) + "\n" + json.dumps({"text": "二"}) + "\n")
    assert [record["text"] for record in read_records(path)] == ["一", "二"]


def test_a_report_gives_heading_and_first_sentence():
    text = f"## 一、培育现代产业体系\n\n大力培育产业。{BODY}"
    assert list(report_pairs([{"text": text, "region": "某市"}])) == [
        Pair("培育现代产业体系", f"大力培育产业。{BODY}", "heading", "某市"),
        Pair("大力培育产业", BODY, "sentence", "某市"),
    ]


def test_a_heading_is_asked_for_at_most_three_paragraphs():
    text = "## 一、培育现代产业体系\n" + "\n".join(f"{number}{BODY}" for number in "甲乙丙丁")
    assert len(list(report_pairs([{"text": text, "region": "某市"}]))) == 3


def test_a_law_gives_at_most_three_articles_spread_over_it():
    text = "\n\n".join(f"第{number}条 {BODY}" for number in "一二三四五六")
    found = list(law_pairs([{"title": "科技进步法", "text": text}]))
    queries = ["科技进步法第一条", "科技进步法第三条", "科技进步法第五条"]
    assert [pair.query for pair in found] == queries
    assert {(pair.passage, pair.kind, pair.group) for pair in found} == {
        (BODY, "article", "科技进步法")
    }


def test_a_question_gets_the_piece_that_holds_its_answer():
    passage = {"pid": "p", "title": "某人", "text": "甲" * 399 + "。" + "乙生于1919年。"}
    asked = {"question": "乙生于哪年？", "pid": "p", "answers": ["1919年"]}
    lost = {"question": "丙生于哪年？", "pid": "p", "answers": ["1920年"]}
    assert list(question_pairs([asked, lost], [passage])) == [
        Pair("乙生于哪年？", "乙生于1919年。", "question", "某人")
    ]


def test_repeats_and_common_queries_are_dropped():
    common = [Pair("工作回顾", str(number), "heading", "某市") for number in range(5)]
    rare = Pair("科普", "建设科普场馆", "heading", "某市")
    assert drop_common_queries([*common, rare, rare], most=4) == [rare]


def test_the_same_groups_are_held_out_everywhere_and_about_as_many_as_asked():
    groups = [f"地区{number}" for number in range(2000)]
    held = [group for group in groups if is_held_out(group)]
    assert held == [group for group in groups if is_held_out(group)]
    assert 60 <= len(held) <= 140
    assert not any(is_held_out(group, share=0) for group in groups)
