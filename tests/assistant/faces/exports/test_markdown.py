"""Markdown: what a renderer makes of it is headings, paragraphs, lists, tables and quotes of ours."""

import pytest
from markdown_it import MarkdownIt

from assistant.faces.exports import to_markdown
from assistant.faces.exports.contents import blocks
from assistant.faces.rendering.plain import one_line, visible
from tests.assistant.faces.exports.told import (
    HOSTILE,
    answer,
    citation,
    everywhere,
    lookup,
    transcript,
)

OURS = {
    "heading", "paragraph", "bullet_list", "list_item", "blockquote",
    "table", "thead", "tbody", "tr", "th", "td", "inline",
}  # fmt: skip
IN_LINE = {"text", "text_special", "strong_open", "strong_close", "hardbreak"}


def rendered(markdown):
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def kinds(tokens):
    return {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}


def shown(tokens):
    """The text of each block as a reader sees it."""
    return ["".join(c.content or " " for c in t.children) for t in tokens if t.type == "inline"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_others_wrote_is_only_ever_text(hostile):
    tokens = rendered(to_markdown(everywhere(hostile)))
    assert kinds(tokens) <= OURS
    inline = {child.type for token in tokens if token.children for child in token.children}
    assert inline <= IN_LINE


@pytest.mark.parametrize("hostile", HOSTILE)
def test_the_outline_is_ours(hostile):
    tokens = rendered(to_markdown(everywhere(hostile)))
    levels = [token.tag for token in tokens if token.type == "heading_open"]
    assert levels == ["h1", "h2", "h3", "h2", "h3", "h2", "h2"]
    assert sum(token.type == "table_open" for token in tokens) == 1
    assert sum(token.type == "tr_open" for token in tokens) == 3
    assert sum(token.type == "blockquote_open" for token in tokens) == 2


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_reader_sees_what_was_written(hostile):
    text = one_line(hostile)
    seen = shown(rendered(to_markdown(everywhere(hostile))))
    assert seen[0] == text
    assert f"理解为：{text}了" in "".join(seen)
    assert seen.count(text) >= 3


@pytest.mark.parametrize("hostile", HOSTILE)
def test_quotes_are_exact(hostile):
    lines = [line.strip() for line in visible(f"甲{hostile}乙").split("\n")]
    told = lookup("甲 [1]", citation(quote=f"甲{hostile}乙"))
    seen = "".join(shown(rendered(to_markdown(transcript(told)))))
    assert all(line in seen for line in lines)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_address_is_left_that_github_makes_a_link_of(hostile):
    markdown = to_markdown(everywhere(hostile))
    assert "://" not in markdown.replace("\\://", "")
    assert "www." not in markdown
    assert "@" not in markdown.replace("\\@", "")


@pytest.mark.parametrize("after", ["(//evil.example)", ": //evil.example", "[1]", "[1]: //evil"])
def test_what_follows_a_marker_makes_no_link_of_it(after):
    tokens = rendered(to_markdown(transcript(lookup(f"[1]{after}", citation()))))
    assert {child.type for t in tokens for child in t.children or ()} <= IN_LINE
    assert f"[1]{after}" in shown(tokens)


def test_ordinary_text_reads_without_escapes():
    plain = (
        "1.年内，高新技术企业总数超过900家、1.2万家(责任单位:区科委)《要点》〔2016〕1号 5-10家 100%"
    )
    assert to_markdown(transcript(plain)).endswith(f"\n\n{plain}\n")


def test_a_document_reads_well_as_it_is():
    assert to_markdown(transcript(answer())) == (
        "# 对话记录\n\n"
        "导出日期：2026-11-28 · 1 个问题\n\n"
        "## 哪些区提出了目标？\n\n"
        "查阅范围：地区 普陀区、虹口区；年份 2015–2016\n\n"
        "两份。\n\n"
        "高新技术企业\n\n"
        "| 地区 | 年份 | 结论 | 数值 | 口径 | 出处 |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 普陀区 | 2016 | 提出目标 | 力争 20家 | 新认定 | [1] |\n"
        "| 虹口区 | 2015 | 未提及 |  |  |  |\n\n"
        "注意口径。\n\n"
        "范围内 2 份通知 · 已逐份查阅 2 份 · 1 份有相关内容\n\n"
        "### 引文\n\n"
        "> [1] 「新增四家」\n\n"
        "## 参考文献\n\n"
        "[1] 普陀区科学技术委员会. 普陀区科委2016年工作要点: 普科〔2016〕1号\\[Z\\]. 2016-05-06. 一、产业.\n"
    )


def test_points_of_a_list_stand_close_and_their_names_are_bold():
    told = lookup("两份：\n- **甲（2016）**：四家 [1]\n- **乙**：五家", citation())
    assert "- **甲（2016）**：四家 [1]\n- **乙**：五家\n\n" in to_markdown(transcript(told))


def test_bold_that_a_renderer_would_not_see_is_left_out():
    assert "（甲）乙" in to_markdown(transcript(lookup("**（甲）**乙 [1]", citation())))


def test_an_export_of_nothing_is_its_title():
    assert to_markdown(transcript()) == "# 对话记录\n\n导出日期：2026-11-28 · 0 个问题\n"


def test_blocks_and_lines_agree(kewen):
    told = transcript(kewen.ask("虹口区2015年6月底前要完成哪些工作？"), kewen.ask("有哪些通知？"))
    tokens = rendered(to_markdown(told))
    written = list(blocks(told))
    assert sum(t.type in ("heading_open", "table_open") for t in tokens) == sum(
        type(block).__name__ in ("Heading", "Grid") for block in written
    )
    assert kinds(tokens) <= OURS
