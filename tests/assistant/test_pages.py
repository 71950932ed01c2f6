import io
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from assistant.assistant import Assistant
from assistant.indexing import build_index
from assistant.settings import Settings
from corpus import reading
from corpus.understanding import understand
from embeddings.archive.generation import Generation

TEXT = "关于印发《普陀区科委2016年工作要点》的通知"


def pdf(*pages: str) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file)
    for page in pages:
        canvas.setFont("STSong-Light", 16)
        for number, line in enumerate(page.split("\n")):
            canvas.drawString(72, 750 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


PAGES = (
    f"{TEXT}\n一、总体目标\n到2016年，全区高新技术企业达到300家。",
    "二、重点任务\n新建众创空间10家，由区科委负责。",
    "三、保障措施\n加强组织领导，落实工作责任。",
)


def written(folder: Path) -> Path:
    path = folder / "普陀区科委2016年工作要点.pdf"
    path.write_bytes(pdf(*PAGES))
    return path


def test_pages_begin_where_their_text_does(tmp_path):
    stored = reading.read(written(tmp_path))
    assert len(stored.pages) == 3
    assert stored.text[stored.pages[1] :].startswith("二、重点任务")


def test_an_index_keeps_pages_and_a_citation_names_its_own(tmp_path):
    notice = understand(written(tmp_path), "n")
    pages = [passage.page for passage in notice.passages]
    assert pages == sorted(pages)
    assert set(pages) == {1, 2, 3}
    settings = Settings(data=tmp_path / "data", workers=1)
    assert not build_index(settings, [written(tmp_path)]).rejected
    with Generation.open(settings.index_folder) as generation:
        (kept,) = generation.tables.notices()
        assert generation.tables.whole_text(kept.notice_id).pages == notice.pages
    with Assistant.open(settings) as assistant:
        answer = assistant.ask("普陀区2016年新建众创空间多少家？")
        assert {citation.page for citation in answer.citations} == {2}
        assert {found.page for found in assistant.search("组织领导") if "组织" in found.text} == {3}
