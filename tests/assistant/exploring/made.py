"""Figures, tasks and notices of which a test says only what it is about."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from corpus.notice import Target, Task, Years
from corpus.places import named
from embeddings.archive.recording import record
from embeddings.archive.records import summary_of
from embeddings.archive.tables import Tables
from tests.embeddings.archive import tiny

FIGURE = Target(
    "a", "普陀区", 2016, "众创空间", "众创空间", "target", "新增", ">=", "", "12家", 12.0, "家", 2016,
    0, 4, "新增众创空间12家",
)  # fmt: skip
TASK = Task(
    "a", "普陀区", 2016, "建平台", ("区科委",), (), None, None, 0, 3, "建平台（责任单位：区科委）"
)


def figure(notice_id="a", value=12, **fields):
    return replace(FIGURE, notice_id=notice_id, value=f"{value}家", number=float(value), **fields)


def task(text="建平台", due=None, **fields):
    return replace(TASK, text=text, due_on=date.fromisoformat(due) if due else None, **fields)


def place(name):
    return named(name)[0]


def notice(notice_id, where, years=(2016, 2016), figures=(), tasks=(), title="工作要点"):
    """A notice of a place with these figures and tasks, whichever notice they name."""
    plain = tiny.notice_of("通知", notice_id, notice_id, notice_id)
    return replace(
        plain,
        title=title,
        issuer=None,
        place=place(where) if where else None,
        plan_years=Years(*years) if years else None,
        targets=tuple(replace(one, notice_id=notice_id) for one in figures),
        tasks=tuple(replace(one, notice_id=notice_id) for one in tasks),
    )


def summaries(*notices):
    return [summary_of(one) for one in notices]


@contextmanager
def recorded(folder, *notices):
    record(folder / "notices.sqlite", list(notices))
    tables = Tables(folder / "notices.sqlite")
    try:
        yield tables
    finally:
        tables.close()
