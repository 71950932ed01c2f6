"""A conversation that nobody had, and texts that would like to be more than text."""

from datetime import date

from assistant.answers.answer import Answer, Citation, Coverage, Row
from assistant.faces.exports import Exported, Transcript
from assistant.retrieval.filters import Filters

DAY = date(2026, 11, 28)
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;script&gt;",
    "=cmd|'/c calc'!A1",
    "![x](http://evil.example/x.png)",
    "[点击](javascript:alert(1))",
    "<http://evil.example> http://evil.example www.evil.example a@evil.example",
    "# 标题\n## 又一个",
    "甲\n\n- 乙\n1. 丙\n> 丁\n---",
    "---",
    "1. 一\n2) 二",
    "+ 加号",
    "-",
    "- - -",
    "甲\n===\n乙\n---",
    "甲\n1)\n-\n丙",
    "**粗** __粗__ *斜* _斜_ ~~删~~ `码` ^上^ $x$",
    "```\n代码\n```",
    "| a | b |\n| --- | --- |\n| c | d |",
    "[1]: http://evil.example",
    "[1](http://evil.example) [2][1] [^1]",
    "甲\u202e乙\u200b丙\U000e0041丁",
    "甲\x00乙\x0b丙\x1b[0m丁\ufffe",
    "甲\r\n乙\r丙\u2028丁",
    "    缩进四格",
    "反斜杠\\ 结尾\\",
    "<!-- 注释 -->",
    "</w:t><w:p/>",
]  # fmt: skip


def citation(marker=1, **changes):
    values = {
        "marker": marker,
        "notice_id": "putuo-2016",
        "title": "普陀区科委2016年工作要点",
        "place": "普陀区",
        "issuer": "普陀区科学技术委员会",
        "document_number": "普科〔2016〕1号",
        "issued_on": date(2016, 5, 6),
        "section_path": ("一、产业",),
        "start": 10,
        "end": 14,
        "quote": "新增四家",
    }
    return Citation(**(values | changes))


def row(**changes):
    values = {
        "notice_id": "putuo-2016",
        "place": "普陀区",
        "year": 2016,
        "finding": "target",
        "indicator": "高新技术企业",
        "action": "新认定",
        "comparator": "=",
        "comparator_text": "力争",
        "value": "20家",
        "number": 20.0,
        "unit": "家",
        "target_year": 2016,
        "citation": 1,
    }
    return Row(**(values | changes))


SILENT = Row("hongkou-2015", "虹口区", 2015, "silent", "高新技术企业")


def answer(**changes):
    values = {
        "question": "哪些区提出了目标？",
        "standalone_question": "哪些区提出了目标？",
        "language": "zh",
        "kind": "coverage",
        "status": "answered",
        "text": "两份。\n\n- **普陀区**：力争 20家：「新增四家」 [1]\n- **虹口区**：未提及\n\n注意口径。",
        "rows": (row(), SILENT),
        "coverage": Coverage(2, 2, 1),
        "citations": (citation(),),
        "filters": Filters(("普陀区", "虹口区"), 2015, 2016),
    }
    return Answer(**(values | changes))


def lookup(text, *citations):
    return answer(kind="lookup", rows=(), coverage=None, text=text, citations=citations)


def transcript(*outcomes, **changes):
    values = {"title": "对话记录", "language": "zh", "day": DAY}
    exchanges = tuple(
        Exported(one.question if isinstance(one, Answer) else "问？", one) for one in outcomes
    )
    return Transcript(**(values | changes), exchanges=exchanges)


def everywhere(text):
    """A conversation with the text wherever text of others can stand."""
    quoted = citation(
        title=text, issuer=text, document_number=text, section_path=(text, text), quote=text
    )
    told = row(
        place=text, indicator=text, action=text, value=text, comparator_text=text, scope=text
    )
    said = {
        "question": text,
        "standalone_question": text + "了",
        "citations": (quoted,),
        "notes": (text,),
        "filters": Filters((text,), issuer=text),
    }
    return transcript(
        answer(text=f"{text} [1]\n- {text}\n**{text}** [2]{text} [1]{text}", rows=(told, SILENT), **said),
        answer(kind="lookup", text=f"{text}[1]{text}\n- {text}\n**{text}**甲", rows=(), **said),
        text,
        title=text,
    )  # fmt: skip
