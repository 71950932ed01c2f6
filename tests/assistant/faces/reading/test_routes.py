"""The page of a notice: whole without a script, true links, a sentence where something is wrong."""

import io
from dataclasses import replace
from urllib.parse import quote

import pytest
from PIL import Image

from assistant.faces.reading import routes
from assistant.faces.reading.asking import Asked, asked_language, asked_stretch
from assistant.faces.reading.page import notice_document
from assistant.faces.reading.wording import CHINESE
from assistant.faces.rendering.links import notice_page
from assistant.faces.rendering.notices import Marked, page_image_path, panel_html
from corpus.errors import IndexDamaged
from corpus.understanding import understand_text
from tests.assistant.faces.reading.conftest import PUTUO
from tests.assistant.faces.reading.shown import HOSTILE, Shown, squeezed

QUOTE = "力争认定高新技术企业20家。"
START = PUTUO.index(QUOTE)
END = START + len(QUOTE)
LINK = notice_page("putuo", START, END)


def shown(response, status=200):
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.text.startswith("<!doctype html><html lang=")
    return Shown(response.text.removeprefix("<!doctype html>"))


def test_the_page_holds_the_notice_with_the_sentence_marked(client):
    found = shown(client.get(LINK))
    assert found.notice == squeezed(PUTUO)
    assert found.marked("current") == QUOTE
    assert found.ids.count("cited") == 1
    assert found.text("h1") == "普陀区科学技术委员会2016年工作要点"
    assert found.text("title").startswith("普陀区科学技术委员会2016年工作要点")


def test_the_outline_stands_beside_it_and_each_link_leads_somewhere(client):
    found = shown(client.get(LINK))
    assert found.text("aside") == "一、发展目标二、保障措施"
    assert found.text("a", "holds") == "一、发展目标"
    inside = [link["href"][1:] for link in found.all("a") if link["href"].startswith("#")]
    assert set(inside) <= set(found.ids)


def test_the_reference_can_be_copied_and_the_chat_be_opened(client):
    found = shown(client.get(LINK))
    reference = found.text("p", "reference")
    for part in ("普陀区科学技术委员会", "普科〔2016〕1号", "一、发展目标"):
        assert part in reference
    assert "一、发展目标" not in shown(client.get("/notice/putuo")).text("p", "reference")
    assert [link["href"] for link in found.all("a", "ask")] == ["/"]


def test_it_runs_no_script_and_loads_nothing_from_elsewhere(client):
    response = client.get(LINK, headers={"accept": "text/html"})
    found = shown(response)
    assert "script" not in found.tags
    assert "nonce" not in response.text
    assert "style" not in {name for _, attributes in found.elements for name in attributes}
    assert [link["href"] for link in found.all("link")] == ["/notice.css"]
    assert "default-src 'self'" in response.headers["content-security-policy"]


def test_the_stylesheet_is_served_and_loads_nothing(client):
    response = client.get("/notice.css")
    assert response.headers["content-type"].startswith("text/css")
    assert "url(" not in response.text
    assert "@import" not in response.text
    for media in ("prefers-color-scheme: dark", "max-width", "print"):
        assert f"@media {media}" in response.text or f"@media ({media}" in response.text


def test_the_page_speaks_the_language_asked_for(client):
    chinese = shown(client.get(LINK))
    assert chinese.all("html") == [{"lang": "zh-CN"}]
    english = shown(client.get(LINK, headers={"accept-language": "en-GB,en;q=0.9,zh;q=0.5"}))
    assert english.all("html") == [{"lang": "en"}]
    (other,) = english.all("a", "language")
    again = shown(client.get(other["href"], headers={"accept-language": "en"}))
    assert again.all("html") == [{"lang": "zh-CN"}]
    assert again.marked("current") == QUOTE


@pytest.mark.parametrize(
    ("wanted", "accepted", "language"),
    [
        (None, "", "zh"),
        (None, "en", "en"),
        (None, "zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        (None, "en-US,en;q=0.9,zh-CN;q=0.8", "en"),
        (None, "fr, en;q=0.1", "en"),
        (None, "en;q=0", "zh"),
        (None, "*;q=0.1, x" * 5_000, "zh"),
        ("en", "zh", "en"),
        ("zh", "en", "zh"),
        ("fr", "en", "en"),
    ],
)
def test_the_language_is_that_of_the_address_then_of_the_browser(wanted, accepted, language):
    assert asked_language(wanted, accepted) == language


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (None, None, None),
        ("0", "0", None),
        ("3", "3", None),
        ("3", "10", Marked(3, 10)),
        ("0", "10", Marked(0, 10)),
    ],
)
def test_two_offsets_are_a_stretch(start, end, span):
    assert asked_stretch(start, end, 10) == Asked(span)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("5", "3"),
        ("0", "11"),
        ("-1", "3"),
        ("a", "3"),
        ("3", None),
        (None, "3"),
        ("", ""),
        ("1e1", "3"),
        ("１", "3"),
        ("1", "9" * 5_000),
        ("+1", "3"),
        ("<script>", "3"),
    ],
)
def test_what_is_no_stretch_is_refused_with_what_was_given(start, end):
    asked = asked_stretch(start, end, 10)
    assert asked.span is None
    assert asked.refused
    assert len(asked.refused) < 70


@pytest.mark.parametrize(
    "query",
    ["start=5&end=3", "start=0&end=99999", "start=-1&end=3", "start=x&end=", "end=3", "start=3"],
)
def test_the_page_says_that_a_stretch_is_none_and_shows_the_notice_from_the_top(client, query):
    found = shown(client.get(f"/notice/putuo?{query}"))
    assert found.notice == squeezed(PUTUO)
    assert "mark" not in found.tags
    assert f"{len(PUTUO)} 个字符" in found.text("p", "refused")


def test_beyond_the_text_is_said_in_english_too(client):
    found = shown(client.get("/notice/putuo?start=1&end=99999&lang=en"))
    assert "(start=1, end=99999)" in found.text("p", "refused")


def test_without_offsets_nothing_is_marked_and_nothing_said(client):
    found = shown(client.get("/notice/putuo"))
    assert not {"mark"} & found.tags
    assert found.text("p", "refused") == ""


@pytest.mark.parametrize("notice_id", ["nothing", "a/b", "甲\n乙", "../x", "x" * 3_000, *HOSTILE])
def test_an_unknown_notice_is_a_page_that_says_so(client, notice_id):
    found = shown(client.get(f"/notice/{quote(notice_id, safe='')}"), 404)
    assert "没有编号为" in found.text("p", "refused")
    assert found.tags <= {
        "html", "head", "meta", "title", "link", "body", "header", "a", "div", "main", "p",
    }  # fmt: skip
    english = shown(client.get("/notice/nothing?lang=en"), 404)
    assert "There is no notice “nothing”" in english.text("p", "refused")


def test_an_index_that_cannot_be_read_is_a_page_that_says_so(client, archive, monkeypatch):
    def damaged(_):
        raise IndexDamaged("The index is damaged. Run `kewen index --rebuild`.")

    monkeypatch.setattr(archive, "notice", damaged)
    found = shown(client.get("/notice/putuo"), 503)
    assert found.text("p", "refused") == "The index is damaged. Run `kewen index --rebuild`."


@pytest.mark.parametrize(
    "notice_id", ["a/b", "a/page/1.png", "甲 乙?c#d&e", "x\ny\n", "100%", "a//b", *HOSTILE]
)
def test_any_id_can_be_addressed(client, archive, monkeypatch, notice_id):
    notice = understand_text(PUTUO, notice_id, source="n.txt", sha256="")
    monkeypatch.setattr(archive, "notice", {notice_id: notice}.__getitem__)
    monkeypatch.setattr(archive, "notices", lambda: [notice])
    found = shown(client.get(notice_page(notice_id, START, END)))
    assert found.marked("current") == QUOTE
    (other,) = found.all("a", "language")
    assert shown(client.get(other["href"])).all("html") == [{"lang": "en"}]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_notice_puts_nothing_but_text_on_the_page(hostile):
    text = f"普陀区{hostile}\n一、产业{hostile}\n{hostile} 新增四家。\n二、其他\n完。"
    notice = understand_text(text, hostile, source="n.txt", sha256="")
    notice = replace(notice, title=hostile, issuer=hostile, document_number=hostile)
    start = text.index("新增")
    page = notice_document(notice, Asked(Marked(start, start + 4), hostile), CHINESE, {})
    found = Shown(page.removeprefix("<!doctype html>"))
    assert not {"script", "img", "svg", "iframe", "style"} & found.tags
    assert not [n for _, a in found.elements for n in a if n.startswith("on") or n == "style"]
    assert {link["href"][:1] for link in found.all("a")} <= {"/", "#"}
    assert found.marked() == "新增四家"
    assert found.ids.count("cited") == 1


def test_a_link_stays_true_when_the_files_are_indexed_again(client, archive, folder):
    before = shown(client.get(LINK))
    (folder / "another.txt").write_text("静安区2017年科技工作要点\n一、目标\n新增五家。", "utf-8")
    generation = archive.generation.number
    archive.index([folder], rebuild=True)
    assert archive.generation.number > generation
    after = shown(client.get(LINK))
    assert before.marked("current") == after.marked("current") == QUOTE
    assert before.notice == after.notice


def test_a_page_of_the_original_can_be_seen(client, archive):
    notice = archive.notice("jiading")
    start = notice.text.index("力争")
    found = shown(client.get(notice_page("jiading", start, len(notice.text))))
    assert [image["src"] for image in found.all("img")] == ["/notice/jiading/page/2.png"]
    assert found.all("img")[0]["loading"] == "lazy"
    assert found.text("summary") == found.all("img")[0]["alt"] == "看原件第 2 页"
    pages = [page["href"] for page in found.all("a", "page-start")]
    assert pages == ["/notice/jiading/page/1.png", "/notice/jiading/page/2.png"]
    for page in pages:
        response = client.get(page)
        assert response.headers["content-type"] == "image/png"
        assert Image.open(io.BytesIO(response.content)).size == (1191, 1684)
    assert client.get(pages[0]).content != client.get(pages[1]).content


def test_the_panel_shows_the_page_that_holds_the_sentence(archive):
    notice = archive.notice("jiading")
    start = notice.text.index("力争")
    found = Shown(panel_html(notice, Marked(start, start + 2), "en"))
    assert [image["src"] for image in found.all("img")] == [page_image_path(notice, 2)]
    assert "See page 2 of the original" in found.text("summary")


@pytest.mark.parametrize("page", ["0", "3", "-1", "1.5", "x", "01", "9" * 30, "１"])
def test_a_page_that_is_not_there_is_a_problem(client, page):
    response = client.get(f"/notice/jiading/page/{page}.png")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert "2 pages, and no page" in response.json()["detail"]


def test_a_notice_without_pages_has_no_pictures(client, archive):
    notice = archive.notice("putuo")
    assert page_image_path(notice, 1) is None
    assert "0 pages" in client.get("/notice/putuo/page/1.png").json()["detail"]
    assert "img" not in shown(client.get(LINK)).tags


def test_pages_of_an_unknown_notice_are_a_problem(client):
    response = client.get("/notice/nothing/page/1.png")
    assert response.status_code == 404
    assert response.json()["type"] == "urn:kewen:problem:notice-not-found"


def test_a_file_that_is_gone_has_no_pictures_though_one_was_drawn(client, archive, folder):
    assert client.get("/notice/jiading/page/1.png").status_code == 200
    (folder / "jiading.pdf").unlink()
    response = client.get("/notice/jiading/page/1.png")
    assert response.status_code == 404
    assert "no longer where it was" in response.json()["detail"]
    assert str(folder) not in response.text
    assert page_image_path(archive.notice("jiading"), 1) is None
    assert "img" not in shown(client.get("/notice/jiading")).tags


def test_a_file_that_has_changed_has_no_pictures(client, folder):
    with (folder / "jiading.pdf").open("ab") as file:
        file.write(b"\n")
    response = client.get("/notice/jiading/page/1.png")
    assert response.status_code == 404
    assert "has changed" in response.json()["detail"]


def test_a_link_in_place_of_the_file_is_not_followed(client, folder):
    file = folder / "jiading.pdf"
    file.rename(folder / "other.pdf")
    file.symlink_to(folder / "other.pdf")
    assert client.get("/notice/jiading/page/1.png").status_code == 404


def test_a_folder_in_place_of_the_file_is_not_read(client, folder):
    (folder / "jiading.pdf").unlink()
    (folder / "jiading.pdf").mkdir()
    assert client.get("/notice/jiading/page/1.png").status_code == 404


def test_the_routes_are_those_that_the_links_lead_to():
    paths = [route.path for route in routes.reading_router.routes]
    assert len(paths) == 3
    assert all(path.startswith("/notice") for path in paths)
