"""A real, tiny understanding of notices, and Hypothesis strategies for any notice there can be."""

import hashlib
import re
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.notice import Notice, Passage, Section, Target, Task, Years
from corpus.places import Place

__all__ = ["JIADING", "NOTICES", "PUTUO", "SUFFIXES", "notice_of", "replace", "understand"]

SUFFIXES = frozenset({".txt", ".md"})
DISTRICT = Place("310107", "普陀区", "district", "上海市", None)
PUTUO = "普陀区众创空间行动计划\n到2018年新增众创空间12家\n责任单位：区科委\n"
JIADING = "嘉定区高新技术企业实施意见\n高新技术企业达到900家\n"


def understand(path, notice_id):
    """The first line is the title, every line a passage; 12家 is a figure, 责任单位：X a task."""
    data = path.read_bytes()
    if not data:
        raise UnreadableFile("the file is empty")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise UnreadableFile("the file is not text") from error
    if "崩溃" in text:
        raise RuntimeError("the parser fell over")
    return notice_of(text, notice_id, str(path), hashlib.sha256(data).hexdigest())


def notice_of(text, notice_id, source="", sha256=""):
    lines = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[^\n]+", text)]
    title = lines[0][2]
    years = Years(2016, 2018)
    section = Section(1, "一、", title, (title,), 0, len(text), "plan", years)
    passages = tuple(
        Passage(f"{notice_id}-{n}", notice_id, (title,), line, start, end, None)
        for n, (start, end, line) in enumerate(lines)
    )
    targets = tuple(
        Target(
            notice_id, "普陀区", 2016, "众创空间", "众创空间", "target", "新增", ">=", "", m.group(),
            float(m[1]), "家", 2018, m.start(), m.end(), m.group(),
        )
        for m in re.finditer(r"(\d+)家", text)
    )  # fmt: skip
    tasks = tuple(
        Task(
            notice_id, "普陀区", 2016, m.group(), (m[1],), (), "2018年底", date(2018, 12, 31),
            m.start(), m.end(), m.group(),
        )
        for m in re.finditer(r"责任单位：(\w+)", text)
    )  # fmt: skip
    return Notice(
        notice_id, source, sha256, text, title, "普陀区人民政府", None, date(2016, 5, 1), years,
        DISTRICT, (section,), passages, targets, tasks, ("只读了文字",),
    )  # fmt: skip


TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
NUMBER = st.floats(allow_nan=False)
OFFSET = st.integers(0, 2**40)
YEAR = st.integers(1, 9999)
MAYBE_YEAR = st.none() | YEAR
MAYBE_DAY = st.none() | st.dates()
YEARS = st.none() | st.builds(Years, YEAR, YEAR)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
PLACES = st.none() | st.builds(
    Place, TEXT, TEXT, st.sampled_from(["province", "city", "district"]), TEXT, st.none() | TEXT
)
SECTIONS = st.builds(
    Section, st.integers(0, 9), TEXT, TEXT, TEXTS, OFFSET, OFFSET,
    st.sampled_from(["plan", "review"]), YEARS,
)  # fmt: skip


def passages_of(notice_id):
    return st.builds(Passage, TEXT, st.just(notice_id), TEXTS, TEXT, OFFSET, OFFSET, YEARS)


def targets_of(notice_id):
    return st.builds(
        Target, st.just(notice_id), st.none() | TEXT, MAYBE_YEAR, TEXT, TEXT,
        st.sampled_from(["target", "achieved"]), TEXT,
        st.sampled_from([">=", "<=", "=", "~", ">", "<"]), TEXT, TEXT,
        NUMBER | st.tuples(NUMBER, NUMBER), TEXT, MAYBE_YEAR, OFFSET, OFFSET, TEXT,
    )  # fmt: skip


def tasks_of(notice_id):
    return st.builds(
        Task, st.just(notice_id), st.none() | TEXT, MAYBE_YEAR, TEXT, TEXTS, TEXTS,
        st.none() | TEXT, MAYBE_DAY, OFFSET, OFFSET, TEXT,
    )  # fmt: skip


def _notice(notice_id):
    def some(parts):
        return st.lists(parts, max_size=3).map(tuple)

    return st.builds(
        Notice, st.just(notice_id), TEXT, TEXT, TEXT, TEXT, st.none() | TEXT, st.none() | TEXT,
        MAYBE_DAY, YEARS, PLACES, some(SECTIONS), some(passages_of(notice_id)),
        some(targets_of(notice_id)), some(tasks_of(notice_id)), TEXTS,
    )  # fmt: skip


IDS = st.text(alphabet="abc普陀嘉定-_09", min_size=1, max_size=8)
NOTICES = st.lists(IDS, max_size=4, unique=True).flatmap(
    lambda ids: st.tuples(*map(_notice, ids)).map(list)
)
