"""Arbitrary documents for property tests, and the five notices as understood once."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from hypothesis import strategies as st

from corpus.notice import Notice
from corpus.understanding import understand, understand_text

NOTICES = Path(str(files("corpus") / "notices"))
SENTENCES = (
    "力争新认定高新技术企业20家；培育科技小巨人企业16家。",
    "全年安排创新项目30项，落实支持资金300万元。",
    "到2020年，高新技术企业总数超过900家、众创空间达到50家以上。",
    "2015年，技术合同成交额增长１２．５％，专利授权量 2,000 件。",
    "推进四大领域的10个试点应用项目建设。",
    "完成平台建设。（责任单位：区科委，完成时间：6月底前）",
    "加强领导，落实责任",
    "Keep going.",
    "",
)
HEADINGS = (
    "一、",
    "二、",
    "（一）",
    "(二)",
    "1.",
    "2、",
    "３．",
    "（1）",
    "①",
    "第一章 ",
    "第二条 ",
    "## ",
    "附件1：",
    "",
)
RESIDUE = (
    "验证码",
    "首页 >> 政务公开 >> 通知",
    "发布机关：普陀区科委",
    "2016-05-06 字体：大 中 小",
    "打印本页】 【关闭窗口",
    "版权所有：某网站",
    "附件.doc",
    "[bookmark: _GoBack]",
    "****",
    "普陀区科学技术委员会",
    "2016年5月6日",
)  # fmt: skip
BLANKS = ("", " ", "    ", "\u3000\u3000", "\t", "\xa0")


def line() -> st.SearchStrategy[str]:
    body = st.builds(
        "".join,
        st.tuples(
            st.sampled_from(BLANKS),
            st.sampled_from(HEADINGS),
            st.lists(st.sampled_from(SENTENCES), max_size=3).map("".join),
            st.sampled_from(BLANKS),
        ),
    )
    return st.one_of(body, st.sampled_from(RESIDUE), st.text(max_size=30))


def document() -> st.SearchStrategy[str]:
    return st.lists(line(), min_size=1, max_size=25).map(
        lambda lines: "2016年普陀区科技工作要点\n" + "\n".join(lines)
    )


def understood(text: str) -> Notice:
    return understand_text(text, "n1", source="n1.txt", sha256="")


@lru_cache(maxsize=8)
def shipped(name: str) -> Notice:
    return understand(NOTICES / f"{name}.txt", name)
