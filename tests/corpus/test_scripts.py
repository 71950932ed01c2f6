import subprocess
import sys
from importlib.resources import files
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from corpus.data.build_characters import traditional
from corpus.scripts import simplified
from tests.corpus.documents import NOTICES
from tests.corpus.generated import notice

DATA = files("corpus") / "data"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("關於印發《2016年科技工作要點》的通知", "关于印发《2016年科技工作要点》的通知"),
        ("眾創空間、高新技術企業", "众创空间、高新技术企业"),
        ("為甚麼臺灣與香港衞生署寫法不同", "为什么台湾与香港卫生署写法不同"),
        ("沿著既定目標，著力提升", "沿着既定目标，着力提升"),
        ("專著、論著與著作權登記", "专著、论著与著作权登记"),
        ("裏面裡面後臺皇后", "里面里面后台皇后"),
        ("覆蓋率，回覆，複製，恢復", "覆盖率，回复，复制，恢复"),
    ],
)
def test_traditional_characters_become_simplified_ones(written, expected):
    assert simplified(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "which districts set targets in 2016–2018?",
        "著名的乾隆、乾县、昇腾、瞭望、着力、什么、么么",
        "ﬁ１２％　神\uf900",
        "\ud800 is half a character",
    ],
)
def test_a_text_without_traditional_characters_is_returned_itself(text):
    assert simplified(text) is text


def test_shipped_notices_are_returned_themselves():
    for path in NOTICES.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert simplified(text) is text


def test_words_of_a_simplified_text_stay_beside_a_traditional_quotation():
    text = "乾县和乾隆年间的事，" * 5 + "见《臺灣通史》。"
    assert simplified(text) == text.replace("臺灣", "台湾")


def test_only_the_script_is_changed():
    assert simplified("資訊１２％ﬁ　\uf900\ud800\0") == "资讯１２％ﬁ　\uf900\ud800\0"


@given(st.text(st.one_of(st.sampled_from("關於臺灣乾著甚麼么 ，發髮后後"), st.characters())))
def test_length_and_everything_but_ideographs_stay(text):
    result = simplified(text)
    assert len(result) == len(text)
    assert all(
        a == b or "\u3400" <= a <= "\u9fff" or a >= "\U00020000"
        for a, b in zip(text, result, strict=True)
    )
    assert simplified(result) == result


@pytest.mark.parametrize("standard", ["s2t", "s2tw", "s2hk"])
def test_a_notice_comes_back_from_each_standard_of_traditional_characters(standard):
    convert, random = OpenCC(standard).convert, Random(2016)
    for _ in range(200):
        text = notice(random)
        assert simplified(convert(text)) == text


def test_the_table_is_what_opencc_says():
    lines = (DATA / "traditional.tsv").read_text(encoding="utf-8").splitlines()
    assert [tuple(line.split("\t")) for line in lines] == list(traditional())


def test_no_name_of_a_place_or_term_is_changed():
    for table in ("divisions.tsv", "thesaurus.tsv", "everyday.tsv"):
        text = (DATA / table).read_text(encoding="utf-8")
        assert simplified(text) is text


def test_a_simplified_text_loads_no_converter():
    code = (
        "import sys; from corpus.scripts import simplified; simplified('通知'); "
        "sys.exit('opencc' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
