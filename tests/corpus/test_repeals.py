import time

import pytest

from corpus.repeals import repeals


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "本办法自2018年1月1日起施行，《海曙区科技创新券管理办法》（海科〔2015〕3号）同时废止。",
            [("海曙区科技创新券管理办法", "海科〔2015〕3号")],
        ),
        (
            "原《创客扶持意见》（普科发[2014]12号）、《专利资助办法》（普科发〔2013〕5 号）自施行之日起废止。",
            [("专利资助办法", "普科发〔2013〕5号"), ("创客扶持意见", "普科发〔2014〕12号")],
        ),
        (
            "根据《国务院办公厅关于清理文件的通知》规定，现将《甲区孵化器办法》予以废止。",
            [("甲区孵化器办法", None)],
        ),
        ("海科〔2015〕3号文件同时废止。", [(None, "海科〔2015〕3号")]),
        (
            "下列文件同时废止：\n1．《甲区办法》（甲科〔2010〕1号）\n2．《乙区办法》（甲科〔2011〕2号）\n",
            [("甲区办法", "甲科〔2010〕1号"), ("乙区办法", "甲科〔2011〕2号")],
        ),
        (
            "此前发布的《甲区创新券办法》（甲科〔2015〕3号，以下简称旧办法）停止执行。",
            [("甲区创新券办法", "甲科〔2015〕3号")],
        ),
    ],
)
def test_what_is_repealed_is_found_where_it_is_named(text, named):
    found = list(repeals(text))
    assert [(r.title, r.document_number) for r in found] == named
    assert all(text[r.start : r.end].startswith(("《", "海科")) for r in found)


@pytest.mark.parametrize(
    "text",
    [
        "不得废止《科学技术进步法》。",
        "修改或废止《某某办法》的建议，由科技局提出。",
        "凡与《甲区孵化器办法》不一致的，以本办法为准。",
        "原有政策同时废止。",
        "《甲区办法》有效期三年。到期的政策同时废止。",
    ],
)
def test_what_is_not_repealed_is_left_alone(text):
    assert list(repeals(text)) == []


@pytest.mark.parametrize(
    "unit", ["停止执行", "废止：", "《甲乙》、废止", "海科〔2015〕3号废止", "》废止", "《"]
)
def test_hostile_text_is_read_in_a_second(unit):
    started = time.perf_counter()
    list(repeals((unit * 100_000)[:100_000]))
    assert time.perf_counter() - started < 1
