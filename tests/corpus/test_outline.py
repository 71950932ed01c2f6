import pytest
from hypothesis import given

from corpus.notice import Section, Years
from tests.corpus.documents import document, shipped, understood


def outline(body: str, title: str = "2016年普陀区科技工作要点") -> list[Section]:
    return list(understood(f"{title}\n{body}").sections)[1:]


def levels(body: str) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in outline(body)]


def test_the_ladder_of_the_standard_gives_four_levels() -> None:
    body = "一、目标\n（一）人才\n1.引进\n（1）落户\n二、保障"
    assert levels(body) == [
        (1, "一、目标"),
        (2, "（一）人才"),
        (3, "1.引进"),
        (4, "（1）落户"),
        (1, "二、保障"),
    ]


def test_a_ladder_that_skips_rungs_has_the_depth_it_shows() -> None:
    assert levels("一、目标\n1、引进\n2．培养") == [(1, "一、目标"), (2, "1、引进"), (2, "2．培养")]


def test_numbers_that_run_on_through_the_chapters_stay_below_them() -> None:
    body = "一、人才\n1.引进\n2.培养\n二、平台\n3.建设"
    assert [level for level, _ in levels(body)] == [1, 2, 2, 1, 2]


def test_half_and_full_width_brackets_are_one_kind() -> None:
    assert levels("(一)人才\n（二）平台") == [(1, "(一)人才"), (1, "（二）平台")]


def test_chapters_and_articles_of_a_law() -> None:
    body = "第一章 总则\n第一条 为了促进科技进步，制定本条例。\n第二条 本条例适用于本市。"
    assert [level for level, _ in levels(body)] == [1, 2, 2]


def test_markdown_marks_are_no_part_of_a_heading() -> None:
    assert levels("## 一、目标") == [(1, "一、目标")]


@pytest.mark.parametrize(
    "line",
    ["2016. 是开局之年", "7.这一项前面没有六", "3.5亿元投入研发", "20、30年前", "一是加强领导"],
)
def test_a_number_that_continues_nothing_is_text(line: str) -> None:
    assert levels(line) == []


def test_a_heading_that_runs_on_into_text_ends_at_its_first_stop() -> None:
    text = "1.加强平台建设。" + "发挥政府引导作用，鼓励社会力量创办平台，" * 4 + "形成体系。"
    assert levels(text) == [(1, "1.加强平台建设")]


def test_a_short_item_with_a_colon_is_headed_by_what_stands_before_it() -> None:
    assert levels("（一)市场化原则:发挥市场的决定性作用。") == [(1, "（一)市场化原则")]


def test_a_full_stop_is_no_part_of_a_heading() -> None:
    assert levels("(一)大柏树科技创新中心建设。") == [(1, "(一)大柏树科技创新中心建设")]


def test_an_annex_starts_a_ladder_of_its_own() -> None:
    assert levels("一、目标\n（一）人才\n附件1：任务表\n一、任务") == [
        (1, "一、目标"), (2, "（一）人才"), (1, "附件1：任务表"), (2, "一、任务"),
    ]  # fmt: skip


def test_paths_hold_the_headings_from_the_top_down() -> None:
    assert outline("一、目标\n（一）人才")[1].path == ("一、目标", "（一）人才")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("一、2015年工作回顾", "review"),
        ("一、实施背景", "review"),
        ("一、发展基础", "review"),
        ("一、2015年及“十二五”：发展跃上新台阶", "review"),
        ("一、“十二五”发展开局良好", "review"),
        ("二、2016年工作安排", "plan"),
        ("三、夯实智慧政务软硬件基础", "plan"),
        ("三、推动转型升级取得新成效", "plan"),
        ("四、总结推广典型案例", "plan"),
    ],
)
def test_headings_look_back_or_ahead(heading: str, role: str) -> None:
    body = heading.replace("二、", "一、").replace("三、", "一、").replace("四、", "一、")
    assert outline(body)[0].role == role


def test_a_review_is_about_the_year_before_the_plan_and_so_is_all_below_it() -> None:
    first, below = outline("一、工作回顾\n（一）人才")
    assert (first.years, below.years) == (Years(2015, 2015), Years(2015, 2015))
    assert below.role == "review"


def test_a_section_that_opens_with_a_year_gone_by_looks_back() -> None:
    [section] = outline("一、攻坚克难，团结奋进\n2015年，全区新增高新技术企业20家。")
    assert (section.role, section.years) == ("review", Years(2015, 2015))


def test_an_unnumbered_line_that_names_a_period_is_a_heading_after_the_first_prose() -> None:
    prose = (
        "现将工作报告如下，请予审议，并请各位委员提出意见和建议，以便改进今后的各项工作，推动发展。"
    )
    assert levels(f"{prose}\n2015年工作回顾\n完成任务。\n2016年工作安排\n一、人才") == [
        (1, "2015年工作回顾"), (1, "2016年工作安排"), (2, "一、人才"),
    ]  # fmt: skip


@given(document())
def test_sections_follow_each_other_and_begin_with_their_heading(text: str) -> None:
    notice = understood(text)
    found = notice.sections
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    for section in found:
        written = notice.text[section.start : section.end]
        assert written == written.strip() != ""
        assert written.startswith(section.marker)
        assert len(section.path) == section.level or section.level == 0


@given(document())
def test_a_section_is_at_most_one_level_below_the_one_before(text: str) -> None:
    found = understood(text).sections
    assert all(b.level <= a.level + 1 for a, b in zip(found, found[1:], strict=False))


HEADINGS = {
    "putuo-2016": {1: ["一、着力提升科技产业发展能级", "二、着力发挥科研院校溢出效应", "三、着力提高区域自主创新能力",
                       "四、着力营造区域创新创业环境", "五、着力推进智慧城市建设"]},
    "haishu-2017": {1: ["一、推进创新生态体系建设", "二、推进创新平台体系建设", "三、推进创新主体培育体系建设",
                        "四、推进科技产业发展体系建设", "五、推进企业技术创新体系建设", "六、加强科技队伍自身建设"],
                    2: ["1.编制“十三五”科技创新规划", "2、推动制订创新型城区建设意见", "3、集成科技创新政策", "4、加快创新人才集聚",
                        "5.强化科技金融支撑", "6.优化科技创新服务", "7.谋划科技城建设", "8.推进高新园区、科创小镇建设",
                        "9.加强“双创”平台建设", "10.实施创新型初创企业培育计划", "11.实施创新型成长企业培育计划",
                        "12、实施创新型领军企业培育计划", "13.大力发展高新技术产业", "14.培育发展科技服务业",
                        "15.推动农业科技创新发展", "16.推动社会发展领域科技创新", "17.加强研发机构建设", "18.引导企业加大研发投入",
                        "19.推动科技成果转化", "20.鼓励企业发明创造", "21.强化党建责任制落实", "22.打造科技创新铁军",
                        "23.加强党风廉政建设"]},
    "jiading-2018": {1: ["一、强化精准导向，做强“底部”生态，进一步激发科创新活力", "二、强化精准发力，培育科创主力，进一步激发科创新动能",
                         "三、强化精准突破，夯实张江嘉定园主阵地，进一步彰显科创新实力",
                         "四、加快信息化建设，助推城市精美成长，进一步提增城市魅力",
                         "五、加强科普工作，提升公众科学素养，进一步实现科技创新与科学普及比翼双飞",
                         "六、切实加强自身建设，打造“科技服务铁军”，进一步提升科技管理服务水平"],
                     2: ["1.多措并举助力众创提质增效", "2.精准服务助力创新提速发展", "1.分层次培育壮大创新主体",
                         "2.协同创新助力资源共享共用", "3.专业化引领加速创新工程建设", "1.强力推进核心功能区建设",
                         "2.持续打造创新主阵地", "3.推进新兴产业创新集群集聚发展", "1.以共享开放为宗旨，持续推进政务资源体系建设",
                         "2.以科学管理为方向，完善信息化建设制度", "3.以能级提升为目标，夯实智慧政务软硬件基础",
                         "4.以民生应用为核心，共营智慧城市良好环境", "1.夯实基础促深化", "2.丰富活动惠民众", "3.产业科普助发展",
                         "1、加强队伍建设", "2、深化作风建设", "3、强化内控管理"]},
    "shanghai-2012": {1: ["一、培育发展战略性新兴产业", "二、全面建设张江国家自主创新示范区", "三、着力推动区县创新发展",
                          "四、持续提升科技基础能力", "五、全面推进技术创新工程试点", "六、深化科技管理改革"],
                      2: ["1、部署实施产业技术攻关", "2、建立健全应用技术体系", "3、全面落实生物医药产业发展行动计划",
                          "4、加快促进现代服务业和文化发展", "5、加快集成示范应用与技术转移", "6、全面落实“五个突破”",
                          "7、拓展张江创新资源布局", "8、优化张江创新创业环境", "9、全面实施区县“创新热点”计划",
                          "10、提升区县创新创业服务能力", "11、加强创新人才培养", "12、加强前沿基础研究", "13、加强研发基地和平台建设",
                          "14、积极培育创新型企业", "15、加快科技与金融的结合", "16、进一步加强科学普及", "17、提升科技合作交流水平",
                          "18、改革完善科技计划体系", "19、深化直属单位改革发展", "20、加强基础管理工作"]},
    "hongkou-2015": {1: ["一、实施背景", "二、总体目标", "三、基本原则", "四、主要任务", "五、保障措施", "六、2015年重点工作安排"],
                     2: ["(一)市场化原则", "(二)专业化原则", "(三)多元化原则", "(四)常态化原则",
                         "(一)大柏树科技创新中心建设", "(二)科技人才服务平台建设", "(三)科技成果转化与技术转移平台建设",
                         "(四)科技金融服务平台建设", "(五)创新创业孵化平台建设", "(六)创新公共服务平台建设", "(七)信息化载体支撑平台建设",
                         "(一)搭建组织架构", "(二)建立协同机制", "(三)加强人员配备", "(四)加大财政投入", "(五)集聚政策效应",
                         "(一)大柏树科技创新中心建设", "(二)科技人才服务平台建设", "(三)科技成果转化与技术转移平台建设",
                         "(四)科技金融服务平台建设", "(五)创新创业孵化平台建设", "(六)创新公共服务平台建设", "(七)信息化载体支撑平台建设"]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "level"), [(name, level) for name, found in HEADINGS.items() for level in found]
)
def test_headings_of_the_shipped_notices(name: str, level: int) -> None:
    found = [section.heading for section in shipped(name).sections if section.level == level]
    assert found == HEADINGS[name][level]


def test_hongkou_has_46_items_on_the_third_level() -> None:
    # 3+6+3+2+2+3+3 under 四、主要任务 and 3+6+3+3+3+3+3 under 六、重点工作安排, counted by hand.
    assert sum(section.level == 3 for section in shipped("hongkou-2015").sections) == 22 + 24


def test_only_the_background_of_hongkou_looks_back() -> None:
    names = ("putuo-2016", "haishu-2017", "jiading-2018", "shanghai-2012", "hongkou-2015")
    back = [s.heading for name in names for s in shipped(name).sections if s.role == "review"]
    assert back == ["一、实施背景"]
