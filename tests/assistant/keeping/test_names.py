"""Names that come from elsewhere end as one short, readable part of a path."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.keeping.names import safe_name

HOSTILE = [
    "../../etc/passwd",
    "..",
    "/",
    "",
    "a\u202egpj.txt",
    "\x1b[31mred.txt",
    "通知\u0000.txt",
    "知" * 300 + ".txt",
    "x" * 300,
    "a." + "s" * 300,
    "<img src=x>.txt",
    "C:\\Users\\someone\\通知.docx",
    ".bashrc",
    "con\n.txt",
    "\ud800.txt",
]


def is_safe(name):
    one_part = Path(name).name == name and name not in ("", ".", "..")
    short = len(name) <= 120 and len(name.encode()) <= 255
    return one_part and short and name.isprintable() and not set(name) & set('/\\<>:"|?*')


@pytest.mark.parametrize("given_name", HOSTILE)
def test_a_hostile_name_ends_as_a_safe_one(given_name):
    assert is_safe(safe_name(given_name))
    assert not safe_name(given_name).startswith(".")


@example("0 \x1b\r0")
@example("e\u200d\u0301")
@given(st.text(max_size=400))
def test_any_name_ends_as_a_safe_one_that_stays_as_it_is(given_name):
    name = safe_name(given_name)
    assert is_safe(name)
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("2016年科技工作要点.docx", "2016年科技工作要点.docx"),
        ("../../etc/passwd", "passwd"),
        ("a\u202egpj.txt", "agpj.txt"),
        ("C:\\Users\\someone\\通知.DOCX", "通知.DOCX"),
        ("<img src=x>.txt", "-img src=x-.txt"),
        ("通知（终稿） v2.1.pdf", "通知（终稿） v2.1.pdf"),
    ],
)
def test_what_can_stay_stays(given_name, name):
    assert safe_name(given_name) == name


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".PDF"])
def test_the_suffix_stays_however_long_the_name_is(suffix):
    assert Path(safe_name("知" * 300 + suffix)).suffix == suffix
