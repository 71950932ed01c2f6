"""Archives of a few made-up notices."""

from contextlib import ExitStack

import pytest

from assistant import Assistant, Settings
from assistant.indexing import build_index
from tests.assistant.answers.made_up import NOTICES

REPORT = """{place}政府工作报告

{year}年1月10日

一、{past}年工作回顾
{past}年，全市新认定高新技术企业{had}家，城镇新增就业{jobs}万人，地区生产总值增长{grew}%。
二、{year}年工作安排
{year}年，全市新认定高新技术企业{will}家，城镇新增就业{more}万人，地区生产总值增长{grow}%，\
研发经费支出占GDP比重达到2.{will}%。
"""


def report(place, year, number):
    return REPORT.format(
        place=place,
        year=year,
        past=year - 1,
        had=30 + number,
        will=40 + number,
        jobs=2 + number,
        more=3 + number,
        grew=5 + number,
        grow=6 + number,
    )


@pytest.fixture(scope="session")
def opened(tmp_path_factory):
    """Return a function that opens an archive of texts by their names."""
    with ExitStack() as held:

        def open_(texts):
            folder = tmp_path_factory.mktemp("archive")
            (folder / "files").mkdir()
            for name, text in texts.items():
                (folder / "files" / f"{name}.txt").write_text(text, encoding="utf-8")
            settings = Settings(data=folder / "data", workers=1)
            build_index(settings, [folder / "files"])
            return held.enter_context(Assistant.open(settings, build=False))

        yield open_


@pytest.fixture(scope="session")
def reports(opened):
    """Five reports of four cities, and the notices that nobody issued."""
    places = [
        ("安庆市", 2023),
        ("安庆市", 2024),
        ("芜湖市", 2023),
        ("厦门市", 2023),
        ("包头市", 2024),
    ]
    made = {f"report-{n}": report(place, year, n) for n, (place, year) in enumerate(places)}
    return opened(made | NOTICES)


@pytest.fixture(scope="session")
def emptied(opened):
    """An archive that had a notice."""
    assistant = opened({"fengxian": NOTICES["fengxian"]})
    assistant.remove("fengxian")
    return assistant
