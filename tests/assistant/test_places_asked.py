"""Places of one name and districts that are no more, from the question to the answer."""

import pytest

from assistant import Assistant, Filters, Settings

NOTICES = {
    "putuo-shanghai": """上海市普陀区2016年科技工作要点
一、主要任务
力争新认定高新技术企业20家。新建众创空间3家。
""",
    "putuo-zhoushan": """舟山市普陀区2016年科技工作要点
一、主要任务
新认定高新技术企业5家。新建众创空间1家。
""",
    "zhabei-2014": """闸北区2014年科技工作要点
一、主要任务
新认定高新技术企业12家。新建众创空间2家。
""",
    "jingan-2017": """静安区2017年科技工作要点
一、主要任务
新认定高新技术企业40家。新建众创空间6家。
""",
    "gulou-2018": """南京市鼓楼区2018年科技工作要点
一、主要任务
新认定高新技术企业60家。新建众创空间8家。
""",
    "suzhou-hitech": """苏州国家高新技术产业开发区2018年科技工作要点
一、主要任务
新认定高新技术企业80家。新建众创空间9家。
""",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("places")
    for name, text in NOTICES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Assistant.open(Settings(data=folder / "data")) as assistant:
        for notice in assistant.notices():
            assistant.remove(notice.notice_id)
        assistant.index([folder])
        yield assistant


def values(answer):
    return {row.notice_id: row.value for row in answer.rows if row.finding == "target"}


def selected(archive, *places):
    return {notice.notice_id for notice in Filters(places).select(archive.notices())}


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("普陀区2016年新认定高新技术企业的目标是多少家？", "不止一处"),
        ("What is the 2016 target for high-tech enterprises of Putuo?", "several places"),
    ],
)
def test_a_shared_name_is_answered_for_each_place_and_said_to_be_shared(archive, question, note):
    answer = archive.ask(question)
    assert values(answer) == {"putuo-shanghai": "20家", "putuo-zhoushan": "5家"}
    assert note in answer.text
    assert "上海市普陀区" in answer.notes[0]
    assert "浙江省舟山市普陀区" in answer.notes[0]
    assert {row.place for row in answer.rows} == {"普陀区（上海市）", "普陀区（舟山市）"}
    assert {c.place for c in answer.citations} == {"普陀区（上海市）", "普陀区（舟山市）"}


@pytest.mark.parametrize(
    "question",
    [
        "舟山市普陀区2016年新认定高新技术企业的目标是多少家？",
        "舟山普陀2016年高新技术企业目标",
        "What is the 2016 target for high-tech enterprises of Putuo District of Zhoushan?",
    ],
)
def test_a_fuller_name_means_one_of_them(archive, question):
    answer = archive.ask(question)
    assert values(answer) == {"putuo-zhoushan": "5家"}
    assert answer.rows[0].place == "普陀区"
    assert answer.notes == ()


def test_the_place_of_the_question_before_says_which_is_meant(archive):
    before = [{"role": "user", "content": "舟山市2016年高新技术企业目标是多少？"}]
    answer = archive.ask("普陀区呢？", before)
    assert values(answer) == {"putuo-zhoushan": "5家"}


def test_a_district_answers_with_the_one_that_became_part_of_it(archive):
    answer = archive.ask("静安区2010–2018年新认定高新技术企业的目标是多少家？")
    assert values(answer) == {"zhabei-2014": "12家", "jingan-2017": "40家"}
    assert any("闸北区已于2015年并入静安区" in note for note in answer.notes)
    assert {row.place for row in answer.rows} == {"闸北区", "静安区"}


def test_the_english_answer_says_of_the_merger_too(archive):
    answer = archive.ask("targets of Jing'an for high-tech enterprises in 2010–2018")
    assert values(answer) == {"zhabei-2014": "12家", "jingan-2017": "40家"}
    assert any("was merged into 静安区 in 2015" in note for note in answer.notes)


def test_a_former_district_keeps_its_name_and_is_found_by_it_its_successor_and_its_city(archive):
    [zhabei] = [n for n in archive.notices() if n.notice_id == "zhabei-2014"]
    assert (zhabei.place_name, zhabei.place.full_name) == ("闸北区", "上海市闸北区")
    assert zhabei.place.change.year == 2015
    assert selected(archive, "闸北区") == selected(archive, "闸北") == {"zhabei-2014"}
    assert selected(archive, "静安区") == {"zhabei-2014", "jingan-2017"}
    assert selected(archive, "上海市") == {"putuo-shanghai", "zhabei-2014", "jingan-2017"}


def test_a_former_district_without_a_notice_of_the_year_is_said_to_be_no_more(archive):
    answer = archive.ask("闸北区2018年高新技术企业目标是多少？")
    assert (answer.status, answer.reason) == ("not_found", "no_such_notice")
    assert any("并入静安区" in note for note in answer.notes)


def test_another_place_of_the_name_is_not_answered_for(archive):
    assert archive.ask("福州鼓楼区2018年高新技术企业目标").reason == "no_such_notice"
    assert selected(archive, "福建省福州市鼓楼区") == set()
    answer = archive.ask("targets of Gulou District of Nanjing for high-tech enterprises in 2018")
    assert values(answer) == {"gulou-2018": "60家"}


def test_a_zone_lies_in_its_city_and_is_found_by_its_own_name(archive):
    [zone] = [n for n in archive.notices() if n.notice_id == "suzhou-hitech"]
    assert zone.place.full_name == "江苏省苏州市"
    assert selected(archive, "苏州高新区") == selected(archive, "苏州市") == {"suzhou-hitech"}
    answer = archive.ask("苏州高新区2018年高新技术企业目标")
    assert values(answer) == {"suzhou-hitech": "80家"}
    assert {row.place for row in answer.rows} == {"苏州高新区"}


def test_a_zone_does_not_speak_for_its_city(archive):
    assert archive.ask("苏州市2018年高新技术企业目标是多少？").rows == ()
    assert selected(archive, "苏州工业园区") == set()


def test_the_city_holds_its_districts_where_districts_are_asked_for(archive):
    answer = archive.ask("上海市哪些区提出了高新技术企业目标？")
    assert set(values(answer)) == {"putuo-shanghai", "zhabei-2014", "jingan-2017"}
