import pytest

from tests.corpus.documents import shipped, understood


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("putuo-2016", None),
        ("haishu-2017", "海科〔2017〕6号"),
        ("jiading-2018", None),
        ("shanghai-2012", None),
        ("hongkou-2015", "虹府发〔2015〕10号"),
    ],
)
def test_numbers_of_the_shipped_notices(name: str, expected: str | None) -> None:
    assert shipped(name).document_number == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("普科〔2016〕1号", "普科〔2016〕1号"),
        ("（普科〔2016〕1号）", "普科〔2016〕1号"),
        ("普科[2016]12号", "普科〔2016〕12号"),
        ("普科〔２０１６〕１２号", "普科〔2016〕12号"),
        ("普科 〔 2016 〕 1 号", "普科〔2016〕1号"),
        ("发文字号：普科〔2016〕1号 发布日期：2016-05-06", "普科〔2016〕1号"),
        ("文 号: 普科（2016）1号", "普科〔2016〕1号"),
    ],
)
def test_numbers_as_notices_write_them(line: str, expected: str) -> None:
    assert understood(f"{line}\n2016年普陀区科技工作要点").document_number == expected


def test_a_number_cited_in_the_text_is_not_that_of_the_notice() -> None:
    text = "2016年普陀区科技工作要点\n根据沪府发〔2015〕10号文件精神，制定本要点，请各单位认真贯彻执行。"
    assert understood(text).document_number is None


@pytest.mark.parametrize(
    "head",
    [
        "普科〔2016〕1号 普陀区科委关于加快科技创新的意见",
        "普陀区科委关于加快科技创新的意见\n（普科〔2016〕1号  2016年6月3日）",
    ],
)
def test_a_number_may_share_its_line_with_the_title_or_the_day(head: str) -> None:
    notice = understood(f"{head}\n各单位：")
    assert notice.document_number == "普科〔2016〕1号"
    assert notice.title == "普陀区科委关于加快科技创新的意见"
