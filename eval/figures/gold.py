"""Labelled clauses: which figures of the watched indicators each states."""

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from corpus.errors import UsageError
from corpus.notice import Kind

Part = Literal["dev", "test"]
ActionClass = Literal["new", "level", "rate", "share", "step"]
# The indicators that clauses were chosen and labelled for.
WATCHED = frozenset(
    """
    地区生产总值 高新技术企业 科技型中小企业 科技小巨人企业 城镇新增就业 研发投入 研发经费支出占GDP比重
    技术合同成交额 每万人口发明专利拥有量 专利授权量 专利申请量 众创空间 科技企业孵化器 重点实验室 工程技术研究中心
    企业技术中心
    """.split()  # noqa: SIM905 - a list of words is for reading
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure: what is counted, whether it is a goal, what is done, and the number as written."""

    indicator: str
    kind: Kind
    action: ActionClass
    value: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the text of a record of the public data, and the figures a reader finds in it."""

    id: str
    record: str
    sha256: str
    start: int
    end: int
    figures: tuple[Labelled, ...]


def clauses(part: Part) -> list[Clause]:
    """Return the labelled clauses of a part; test regions are none of the development part."""
    text = (files("eval.figures") / f"labels-{part}.jsonl").read_text(encoding="utf-8")
    return [_clause(line) for line in text.splitlines() if line]


def _clause(line: str) -> Clause:
    try:
        entry = json.loads(line)
        figures = tuple(Labelled(**figure) for figure in entry["figures"])
        return Clause(
            entry["id"], entry["record"], entry["sha256"], entry["start"], entry["end"], figures
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"A labelled clause cannot be read ({error}): {line[:80]}") from error
