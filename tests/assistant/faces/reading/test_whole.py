"""A notice in full: no character lost or added, each mark exactly where it belongs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.faces.rendering.escaping import INVISIBLE
from assistant.faces.rendering.links import notice_page, open_link
from assistant.faces.rendering.notices import Marked, notice_html, panel_html
from assistant.faces.rendering.notices.marking import Marks
from corpus.notice import Related
from corpus.understanding import understand_text
from tests.assistant.faces.reading.shown import HOSTILE, Shown, squeezed

TEXT = (
    "网站首页\n通知公告\n验证码\n"
    "索引号：AA-1\n"
    "普陀区科委2016年工作要点\n"
    "一、发展目标\n"
    "　　新增众创空间4家。力争认定高新技术企业20家。"
    "建立健全服务科技企业的工作机制，主动上门走访，帮助企业解决发展中的困难。\n"
    "（一）培育企业。培育科技小巨人16家。\n"
    "# 二、保障措施\n"
    "加强领导。\n"
    "打印本页\n关闭窗口\n版权所有\n"
)
ELEMENTS = {
    "article", "div", "p", "a", "span", "strong", "h1", "h2", "h3", "h4", "h5", "h6",
    "dl", "dt", "dd", "details", "summary", "mark",
}  # fmt: skip
ATTRIBUTES = {"class", "id", "href", "lang", "title", "target", "open"}


def understood(text=TEXT, notice_id="n"):
    return understand_text(text, notice_id, source="n.txt", sha256="")


def span(text, words):
    start = text.index(words)
    return Marked(start, start + len(words))


def shown(notice, *spans, current=None, **changes):
    return Shown(notice_html(notice, spans, "zh", current=current, **changes))


def test_the_text_is_shown_whole_and_marked_where_it_is_cited():
    notice, cited = understood(), span(TEXT, "认定高新技术企业20家")
    found = shown(notice, cited, current=0)
    assert found.notice == squeezed(TEXT)
    assert found.marked() == "认定高新技术企业20家"
    assert found.all("mark") == [{"id": "cited", "class": "current"}]


def test_every_passage_of_the_shipped_notices_is_marked_exactly(kewen):
    for summary in kewen.notices():
        notice = kewen.notice(summary.notice_id)
        for passage in notice.passages:
            found = shown(notice, Marked(passage.start, passage.end), current=0)
            assert found.notice == squeezed(notice.text)
            assert found.marked() == squeezed(passage.text)
            assert found.ids.count("cited") == 1


@given(st.data())
def test_marks_that_overlap_lose_nothing(data):
    text = data.draw(st.text("科技。\n 　一、", min_size=1, max_size=40))
    ends = st.integers(0, len(text))
    pairs = st.tuples(ends, ends).map(lambda pair: Marked(min(pair), max(pair)))
    spans = data.draw(st.lists(pairs, min_size=1, max_size=5))
    current = data.draw(st.integers(0, len(spans) - 1))
    first, last = sorted(data.draw(st.tuples(ends, ends)))
    pieces = list(Marks.of(text, spans, current).cut(first, last))
    assert "".join(text[p.start : p.end] for p in pieces) == text[first:last]
    assert all(p.start < p.end for p in pieces)
    marked = {at for p in pieces if p.mark != "plain" for at in range(p.start, p.end)}
    assert marked == {at for s in spans for at in range(*s)} & set(range(first, last))
    read = {at for p in pieces if p.mark == "current" for at in range(p.start, p.end)}
    assert read == set(range(*spans[current])) & set(range(first, last))


def test_the_current_stretch_is_told_apart_inside_another():
    outer, inner = span(TEXT, "新增众创空间4家。力争认定高新技术企业20家。"), span(TEXT, "力争")
    found = shown(understood(), outer, inner, current=1)
    assert found.marked("current") == "力争"
    assert found.marked() == "新增众创空间4家。力争认定高新技术企业20家。"


def test_a_stretch_over_lines_headings_and_furniture_is_marked_in_all_of_them():
    found = shown(understood(), Marked(0, len(TEXT)), current=0)
    assert found.marked("current") == squeezed(TEXT)
    assert found.ids.count("cited") == 1
    assert all("open" in folded for folded in found.all("details"))


def test_a_stretch_that_is_empty_marks_nothing():
    found = shown(understood(), Marked(9, 9), current=0)
    assert "mark" not in found.tags
    assert "cited" not in found.ids


@pytest.mark.parametrize("wrong", [(-1, 3), (3, 2), (0, len(TEXT) + 1)])
def test_a_stretch_outside_the_text_is_an_error(wrong):
    with pytest.raises(ValueError, match="There is no stretch"):
        notice_html(understood(), [Marked(*wrong)], "zh")


def test_headings_are_headings_with_ids_and_a_heading_in_a_line_is_strong():
    found = shown(understood())
    assert found.text("h2") == "一、发展目标# 二、保障措施"
    assert found.text("strong", "run-in") == "（一）培育企业"
    starts = [section.start for section in understood().sections if section.level]
    assert [i for i in found.ids if i.startswith("at-")] == [f"at-{start}" for start in starts]


def test_what_belongs_to_the_website_is_folded_or_faint():
    found = shown(understood())
    assert squeezed(found.text("details", "furniture")).count("版权所有") == 1
    assert found.text("p", "meta") == "索引号：AA-1"
    assert all("open" not in folded for folded in found.all("details"))


def test_two_lines_of_a_website_are_not_worth_folding():
    found = shown(understood("普陀区工作要点\n一、目标\n新增4家。\n打印本页\n关闭窗口"))
    assert "details" not in found.tags
    assert found.text("p", "chrome") == "打印本页关闭窗口"


def test_the_title_block_says_what_is_known():
    known = replace(
        understood("普陀区科委2016年工作要点\n普科〔2016〕1号\n一、目标\n新增4家。"),
        status="repealed",
        warnings=(
            "The text was recognised from pictures (pages 2, 3): characters and figures may be "
            "wrong. Compare what matters with the original.",
            "Something new.",
        ),
    )
    found = shown(known)
    assert found.text("h1") == known.title
    for part in ("普科〔2016〕1号", "普陀区", "2016", "已废止"):
        assert part in found.text("dl")
    warnings = found.text("p", "notice-warning")
    assert "图片识别而来（第 2、3 页）" in warnings
    assert "Something new." in warnings
    english = Shown(notice_html(known, [], "en"))
    assert "recognised from pictures (pages 2, 3)" in english.text("p", "notice-warning")
    assert "repealed" in english.text("dl")


@pytest.mark.parametrize(
    ("kind", "newer", "said"),
    [
        ("version", "m", "已被《新要点》取代。"),
        ("version", "n", "取代了《新要点》。"),
        ("version", None, "另有一个版本：《新要点》。"),
        ("repeals", "m", "已被《新要点》废止。"),
        ("repeals", "n", "废止了《新要点》。"),
        ("duplicate", "m", "与《新要点》是同一份通知。"),
    ],
)
def test_a_related_notice_is_named_and_linked(kind, newer, said):
    notice = replace(understood(), related=(Related(kind, "m", 0.9, newer),))
    found = shown(notice, names={"m": "新要点"})
    assert found.text("p", "notice-related") == said
    assert notice_page("m", 0, 0) in [link["href"] for link in found.all("a")]
    assert "《m》" in shown(notice).text("p", "notice-related")


def test_where_a_page_begins_is_said_without_a_word_in_the_text():
    inside = TEXT.index("力争")
    found = shown(replace(understood(), pages=(0, inside, inside)))
    assert found.notice == squeezed(TEXT)
    assert [page["title"] for page in found.all("span", "page-start")] == [
        "第 1 页",
        "第 2 页",
        "第 3 页",
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_others_wrote_is_only_ever_text(hostile):
    text = f"普陀区{hostile}\n一、产业{hostile}\n{hostile} 新增四家。\n# {hostile}\n完成好。"
    related = (Related("version", hostile, 0.9, hostile),)
    notice = replace(
        understood(text, hostile),
        title=hostile,
        issuer=hostile,
        document_number=hostile,
        notice_type=hostile,
        related=related,
        warnings=(hostile,),
    )
    cited = span(text, "新增四家")
    for html in (
        notice_html(notice, [cited], "zh", current=0, names={hostile: hostile}),
        panel_html(notice, cited, "en", names={hostile: hostile}),
    ):
        found = Shown(html)
        assert found.tags <= ELEMENTS | {"nav", "ul", "li"}
        names = {name for _, attributes in found.elements for name in attributes}
        assert names <= ATTRIBUTES | {"aria-label"}
        assert found.notice == squeezed(INVISIBLE.sub("", text))
        assert found.marked() == "新增四家"
        assert found.ids.count("cited") == 1
        links = [link["href"] for link in found.all("a")]
        assert all(link.startswith(("#open/", "/notice/")) for link in links)
        assert not set(html) & set("\n\r`*$\\{}|~")


def test_the_panel_links_into_itself():
    notice, cited = understood(), span(TEXT, "新增众创空间4家。")
    other = span(TEXT, "培育科技小巨人16家")
    found = Shown(panel_html(notice, cited, "zh", others=[cited, other]))
    assert found.notice == squeezed(TEXT)
    assert found.marked("current") == "新增众创空间4家。"
    assert found.marked() == "新增众创空间4家。培育科技小巨人16家"
    assert found.text("h2", "notice-title") == notice.title
    links = [link["href"] for link in found.all("a")]
    assert links[0] == notice_page("n", *cited)
    heading = span(TEXT, "一、发展目标")
    assert open_link("n", *heading) in links
    assert found.text("a", "holds") == "一、发展目标（一）培育企业"


def test_a_notice_of_half_a_megabyte_is_shown_whole():
    text = "普陀区科委2016年工作要点\n" + "".join(
        f"{'一二三四五六七八九'[n % 9]}、第{n}项工作\n培育科技企业{n}家，支持众创空间建设。" * 3
        + "\n"
        for n in range(2_500)
    )
    assert len(text.encode()) > 500_000
    notice = understood(text)
    last = text.rindex("培育")
    found = shown(notice, Marked(last, last + 4), current=0)
    assert found.notice == squeezed(text)
    assert found.marked() == "培育科技"
