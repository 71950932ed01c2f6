from corpus.cleaning import lines
from corpus.metadata.labels import cells
from corpus.metadata.layout import Layout


def table(text: str) -> list[tuple[str, str]]:
    found = cells(text, lines(text))
    assert all(text[cell.start : cell.end] == cell.value for cell in found)
    return [(cell.label, cell.value) for cell in found]


def test_one_cell_a_line() -> None:
    assert table("索 引 号：001\n发布机关: 区科委") == [("索引号", "001"), ("发布机关", "区科委")]


def test_several_cells_on_a_line() -> None:
    assert table("发布日期:2017-04-17信息来源: 区科技局 浏览次数:") == [
        ("发布日期", "2017-04-17"),
        ("信息来源", "区科技局"),
    ]


def test_a_value_below_its_label() -> None:
    assert table("发布机构\n区科委\n文号\n普科〔2016〕1号") == [
        ("发布机构", "区科委"),
        ("文号", "普科〔2016〕1号"),
    ]


def test_labels_inside_sentences_are_no_cells() -> None:
    assert table("各单位应当注明信息来源：未注明的，不予采用。") == []


def test_the_first_of_the_labels_asked_for_that_has_a_value() -> None:
    text = "来源：网站\n发布机关：区科委"
    layout = Layout.of(text, lines(text))
    found = layout.cell(("发布机关", "来源"))
    assert found
    assert found.value == "区科委"
    assert layout.cell(("文号",)) is None
