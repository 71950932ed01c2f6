"""A folder of notices of its own, indexed, and a browser without a page around it."""

import pytest

from assistant import Assistant, Settings
from assistant.indexing import build_index
from tests.corpus.formats.printing import BREAK, paragraph, printed

PUTUO = (
    "普陀区科学技术委员会2016年工作要点\n普科〔2016〕1号\n一、发展目标\n"
    "新增众创空间4家。力争认定高新技术企业20家。\n二、保障措施\n加强领导，落实责任。\n"
)
PAGES = ("嘉定区2018年科技工作要点", "一、目标", "力争新认定高新技术企业900家。")


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "notices"
    found.mkdir()
    (found / "putuo.txt").write_text(PUTUO, encoding="utf-8")
    first, *rest = (paragraph(text, fontSize=14, leading=24) for text in PAGES)
    (found / "jiading.pdf").write_bytes(printed(first, BREAK, *rest))
    return found


@pytest.fixture
def archive(folder, tmp_path):
    settings = Settings(data=tmp_path / "data")
    build_index(settings, [folder])
    with Assistant.open(settings) as assistant:
        yield assistant


@pytest.fixture
def client(archive):
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    from assistant.faces.guarding import Guard
    from assistant.faces.reading import reading_router
    from assistant.faces.rest.problems import install

    app = FastAPI(openapi_url=None)
    app.state.assistant = archive
    app.add_middleware(Guard, hosts=["localhost"])
    app.include_router(reading_router)
    install(app)
    with TestClient(app, base_url="http://localhost") as client:
        yield client
