"""The walls of the house: which floor imports which, and which library stands where."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("corpus", "embeddings", "assistant", "eval")
HOME = {
    "faiss": {"embeddings/vectors.py", "eval/benchmarks/precision.py"},
    "bm25s": {"embeddings/training/measure.py"},
    "docx": {"assistant/faces/exports/styles.py", "assistant/faces/exports/word.py"},
    "langchain_text_splitters": {"corpus/cutting.py", "eval/benchmarks/peer.py"},
    "pickle": set(),
    "marshal": set(),
    "shelve": set(),
}


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def modules():
    return [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]


def test_every_import_points_down():
    for path in modules():
        floor = FLOORS.index(path.relative_to(ROOT).parts[0])
        above = {name for name in imports_of(path) if name.split(".")[0] in FLOORS[floor + 1 :]}
        assert not above, f"{path.relative_to(ROOT)} imports {above} from a floor above it"


@pytest.mark.parametrize("library", sorted(HOME))
def test_a_library_is_imported_in_its_home_only(library):
    found = {
        str(path.relative_to(ROOT))
        for path in modules()
        if library in {name.split(".")[0] for name in imports_of(path)}
    }
    assert found <= HOME[library]


def test_gradio_is_imported_on_the_page_only():
    found = {
        str(path.relative_to(ROOT))
        for path in modules()
        if "gradio" in {name.split(".")[0] for name in imports_of(path)}
    }
    assert all(path.startswith("assistant/faces/page/") for path in found)


def test_no_module_runs_text_as_code():
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec"), path
