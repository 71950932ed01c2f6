import pytest

from corpus.figures.owners import is_of_another
from corpus.places import named
from tests.corpus.documents import understood

PUTUO = next(place for place in named("普陀区") if place.province == "上海市")
[SUZHOU] = (place for place in named("苏州市") if place.level == "city")
[KUNSHAN] = named("昆山市")


@pytest.mark.parametrize(
    "before",
    [
        "市里要求全市高新技术企业突破",
        "全省高新技术企业达到",
        "全市高新技术企业达到1万家，孵化器达到",
        "到2020年，全市孵化器达到10家；众创空间达到",
        "市科委提出，到2020年高新技术企业达到",
        "省里下达的任务是不少于",
        "周边的松江区达到",
        "我区达到120家，全市达到",
        "高新技术企业达到120家（全市",
        "到2020年全国研发投入达到",
        "深圳达到",
    ],
)
def test_a_subject_of_another_level_or_place_owns_the_figure(before: str) -> None:
    assert is_of_another(before, PUTUO)


@pytest.mark.parametrize(
    "before",
    [
        "全区高新技术企业达到",
        "市里下达我区的任务是",
        "全市高新技术企业达到1万家，我区达到",
        "高新技术企业达到（全市2000家）",
        "高新技术企业120家，全市2000家，众创空间",
        "占全市的比重达到",
        "服务全市企业",
        "建成全市首家孵化器",
        "根据市委要求，新增孵化器",
        "争取市科委支持资金",
        "培育国家高新技术企业",
        "上海市创新型企业达到",
        "上海市普陀区高新技术企业达到",
        "市级众创空间达到",
        "市科技小巨人企业达到",
        "全国科普日举办活动",
        "与松江区共建孵化器",
    ],
)
def test_ranks_modifiers_and_our_own_words_do_not(before: str) -> None:
    assert not is_of_another(before, PUTUO)


def test_the_whole_city_is_ours_where_the_place_is_a_city() -> None:
    for place in (SUZHOU, KUNSHAN):
        assert not is_of_another("全市高新技术企业达到", place)
        assert is_of_another("全省高新技术企业达到", place)
    assert not is_of_another("全市高新技术企业达到", None)


def test_the_ledger_leaves_out_what_is_of_another_owner() -> None:
    body = "全市高新技术企业要达到1.3万家；我区新增高新技术企业20家。培育众创空间3家。"
    notice = understood(f"2016年普陀区科技工作要点\n{body}")
    assert [target.value for target in notice.targets] == ["20家", "3家"]
