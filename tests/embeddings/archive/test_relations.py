"""Duplicates, versions and repeals among notices, most of them made of the five shipped ones."""

from pathlib import Path

import numpy as np
import pytest

import corpus
from corpus.understanding import understand, understand_text
from embeddings.archive.generation import Generation
from embeddings.archive.ingestion import ingest, remove
from embeddings.archive.records import summary_of
from embeddings.archive.related.likeness import candidates, likeness
from embeddings.archive.related.relations import relations
from embeddings.archive.related.sketches import BINS, letters_of, minhash, pieces, sketch_of
from embeddings.hashing import HashingEncoder

NOTICES = Path(corpus.__file__).parent / "notices"
MEASURES = """甲区科学技术局关于印发《甲区科技创新券管理办法》的通知
甲科〔2015〕3号
各有关单位：
现将《甲区科技创新券管理办法》印发给你们，请认真贯彻执行。
第一章 总则
第一条 为鼓励科技型中小微企业购买科技服务，促进科技资源开放共享，制定本办法。
第二条 科技创新券由区财政资金出资，每家企业每年申领额度不超过20万元。
第二章 申领
第三条 申领企业须在本区注册，上年度销售收入不超过2亿元，从业人员不超过300人。
第四条 企业凭创新券向高等学校、科研院所购买检验检测、研究开发和成果转化服务。
第五条 区科技局每年四月和九月受理申领，十五个工作日内完成审核，并在网站公示五天。
第三章 附则
第六条 本办法由区科技局负责解释，自2015年5月1日起施行。
甲区科学技术局
2015年4月1日
"""
AMENDED = (
    MEASURES.replace("甲科〔2015〕3号", "甲科〔2018〕9号")
    .replace("不超过20万元", "不超过30万元")
    .replace("2015年4月1日", "2018年4月1日")
    .replace("自2015年5月1日起施行", "自2018年5月1日起施行")
)


def related(*texts):
    """Return the relations of the notices that the texts are, called a, b, c …."""
    notices = [
        understand_text(text, name, source=f"/x/{name}.txt", sha256=name)
        for name, text in zip("abcdef", texts, strict=False)
    ]
    by_id = {notice.notice_id: notice for notice in notices}
    return relations(
        [(summary_of(n), sketch_of(n)) for n in notices], lambda name: letters_of(by_id[name])
    )


def kinds(*texts):
    found = related(*texts)
    return {
        (name, r.notice_id, r.kind, r.newer)
        for name, all_of in found.items()
        for r in all_of
        if name < r.notice_id
    }


def shipped():
    return [path.read_text(encoding="utf-8") for path in sorted(NOTICES.glob("*.md"))] or [
        path.read_text(encoding="utf-8") for path in sorted(NOTICES.glob("*.txt"))
    ]


def test_the_five_notices_are_not_related():
    texts = shipped()
    assert len(texts) == 5
    assert kinds(*texts) == set()


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize(
    "elsewhere",
    [
        lambda text: text.replace("。", "．").replace("，", ",").replace("\n", "\n\n"),
        lambda text: "\n".join("  " + line.strip() + "\u3000" for line in text.splitlines()),
        lambda text: (
            f"首页 > 政务公开 > 通知公告\n{text}\n上一篇：会议通知\n扫一扫在手机打开当前页\n"
        ),
    ],
    ids=["punctuation", "white space", "furniture"],
)
def test_the_same_notice_on_another_site_is_a_duplicate(number, elsewhere):
    text = shipped()[number]
    ((_, _, kind, _),) = kinds(text, elsewhere(text))
    assert kind == "duplicate"


def test_an_amended_notice_is_a_newer_version():
    assert kinds(MEASURES, AMENDED) == {("a", "b", "version", "b")}
    assert kinds(AMENDED, MEASURES) == {("a", "b", "version", "a")}
    (of_old,) = related(MEASURES, AMENDED)["a"]
    assert of_old.supersedes
    assert of_old.similarity > 0.7


@pytest.mark.parametrize("mark", ["（2018年修订）", "（修订版）", "（2018年版）"])
def test_a_title_that_says_amended_is_the_newer(mark):
    undated = MEASURES.replace("甲科〔2015〕3号\n", "").replace("2015年4月1日\n", "")
    amended = undated.replace("创新券管理办法》", f"创新券管理办法{mark}》").replace("20万", "30万")
    assert kinds(undated, amended) == {("a", "b", "version", "b")}


def test_three_versions_name_each_other():
    third = AMENDED.replace("〔2018〕9号", "〔2021〕2号").replace("2018年", "2021年")
    assert kinds(MEASURES, AMENDED, third) == {
        ("a", "b", "version", "b"),
        ("a", "c", "version", "c"),
        ("b", "c", "version", "c"),
    }


def test_a_notice_that_repeals_another_says_so():
    new = (
        "甲区科学技术局关于印发《甲区科技服务补助办法》的通知\n甲科〔2018〕9号\n"
        "一、每家企业每年补助不超过五十万元，由镇街初审。\n"
        "二、本办法自印发之日起施行，原《甲区科技创新券管理办法》（甲科〔2015〕3号）同时废止。\n"
        "甲区科学技术局\n2018年4月1日\n"
    )
    assert kinds(MEASURES, new) == {("a", "b", "repeals", "b")}
    by_title = new.replace("（甲科〔2015〕3号）", "")
    assert kinds(MEASURES, by_title) == {("a", "b", "repeals", "b")}
    other_number = new.replace("甲科〔2015〕3号", "甲科〔2014〕8号").replace("创新券", "孵化器")
    assert kinds(MEASURES, other_number) == set()


def test_the_same_measures_of_another_district_are_no_version():
    other = MEASURES.replace("甲区", "普陀区").replace("甲科", "普科")
    own = MEASURES.replace("甲区", "嘉定区").replace("甲科", "嘉科")
    assert kinds(own, other) == set()


def test_reports_of_two_years_are_neither_the_same_nor_versions():
    report = (
        "甲市{}年政府工作报告\n各位代表：\n一、{}年工作回顾\n全市生产总值增长{}%，新认定高新技术企业{}家。\n"
        "二、{}年工作安排\n坚持创新驱动，持续优化营商环境，保障和改善民生，加强政府自身建设。\n"
    )
    first = report.format(2016, 2015, 7.1, 120, 2016)
    second = report.format(2017, 2016, 6.8, 150, 2017)
    assert kinds(first, second) == set()
    untitled = [text.split("\n", 1)[1].join(["政府工作报告\n", ""]) for text in (first, second)]
    assert {kind for *_, kind, _ in kinds(*untitled)} <= {"version"}


def test_likeness_is_the_share_of_common_pieces():
    generator = np.random.default_rng(5)
    letters = "".join(chr(0x4E00 + n) for n in generator.integers(0, 3000, 8000))
    for kept in (1.0, 0.9, 0.5, 0.1):
        cut = int(8000 * kept)
        other = letters[:cut] + "".join(
            chr(0x4E00 + n) for n in generator.integers(3000, 6000, 8000 - cut)
        )
        share = likeness(minhash(pieces(letters)), minhash(pieces(other)))
        assert share == pytest.approx(kept / (2 - kept), abs=0.13)


def test_short_texts_have_a_minhash_and_empty_ones_none():
    assert minhash(pieces("短")).shape == (0,)
    one, other = minhash(pieces("众创空间管理办法")), minhash(pieces("众创空间管理办法"))
    assert one.shape == (BINS,)
    assert likeness(one, other) == 1


def test_candidates_are_few_among_many_that_differ():
    generator = np.random.default_rng(6)
    bins = generator.integers(0, 2**32, (20_000, BINS), dtype=np.uint32)
    bins[7] = bins[19_000]
    bins[7, ::9] += 1
    assert candidates(bins) == {(7, 19_000)}


def test_the_index_holds_what_is_related_and_forgets_what_is_removed(tmp_path):
    folder, index = tmp_path / "notices", tmp_path / "index"
    folder.mkdir()
    for name, text in (("old", MEASURES), ("new", AMENDED), ("copy", MEASURES + "\n")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def take_in():
        return ingest(index, [folder], HashingEncoder(32), understand, suffixes=frozenset({".txt"}))

    def held():
        with Generation.open(index) as generation:
            notices = generation.tables.notices()
            assert [generation.tables.notice(n.notice_id).related for n in notices] == [
                n.related for n in notices
            ]
            return {n.notice_id: [(r.notice_id, r.kind) for r in n.related] for n in notices}

    report = take_in()
    everything = {
        "copy": [("new", "version"), ("old", "duplicate")],
        "new": [("copy", "version"), ("old", "version")],
        "old": [("copy", "duplicate"), ("new", "version")],
    }
    assert held() == everything
    assert set(report.related) == set(everything)
    (folder / "more.txt").write_text(
        "乙区科技工作要点\n一、培育企业\n培育企业十家。\n", encoding="utf-8"
    )
    assert take_in().related == {}
    assert held() == everything | {"more": []}
    remove(index, "new")
    assert held() == {"copy": [("old", "duplicate")], "old": [("copy", "duplicate")], "more": []}
