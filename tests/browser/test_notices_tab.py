"""The notices tab in a real Chromium: files in, the list, corrections, deletion with undo."""

import re

import pytest

from tests.browser.visiting import SECONDS, Visit, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NEW = """青浦区科学技术委员会关于印发《青浦区2019年科技工作要点》的通知

各有关单位：
现将《青浦区2019年科技工作要点》印发给你们，请遵照执行。
一、培育创新主体
2019年新认定高新技术企业{number}家。
青浦区科学技术委员会
2019年3月{number}日
"""
HOSTILE = "<img src=x onerror=alert(1)>.txt"


@pytest.fixture(scope="module")
def address(pytestconfig, tmp_path_factory):
    data = tmp_path_factory.mktemp("browser") / "data"
    module = ("-m", "tests.browser.notices_app", "--data", data)
    with serving(pytestconfig.rootpath, *module) as address:
        yield address


class Tab(Visit):
    """A visit to the tab."""

    def __init__(self, browser, address, **options):
        super().__init__(browser, address, **options)
        self.page.wait_for_selector("#notices-list table")
        self.page.wait_for_selector("#notices-zone .zone-pick")

    def count(self, said):
        self.page.wait_for_selector(f"#notices-count:has-text('{said}')")

    def send(self, **contents):
        files = [
            {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
            for name, text in contents.items()
        ]
        self.page.set_input_files("#notices-zone .zone-input", files)

    def lines(self):
        return {
            line.locator(".zone-name").inner_text(): line.inner_text()
            for line in self.page.locator("#notices-zone li").all()
        }

    def choose(self, words):
        self.page.click(f"#notices-list tr:has-text('{words}') a.details")
        self.page.wait_for_selector(f"#notices-facts .chosen:has-text('{words}')")


@pytest.fixture
def tab(chromium, address):
    tab = Tab(chromium, address)
    yield tab
    tab.end()


def test_files_become_notices_and_each_that_does_not_says_why(tab):
    tab.count("5 / 5")
    tab.send(**{
        "青浦.txt": NEW.format(number=12),
        "空.txt": "",
        "程序.exe": "MZ",
        "不是通知.txt": "12345678901234567890",
        HOSTILE: NEW.format(number=13),
    })  # fmt: skip
    tab.page.wait_for_selector("#notices-zone .zone-said:has-text('完成')", timeout=30 * SECONDS)
    tab.count("7 / 7")
    lines = tab.lines()
    assert "已收录" in lines["青浦.txt"]
    assert "文件是空的" in lines["空.txt"]
    assert "不读这种文件（.exe）" in lines["程序.exe"]
    assert "没有中文文字" in lines["不是通知.txt"]
    assert "已收录" in lines[HOSTILE]
    said = tab.page.inner_text("#notices-zone .zone-said")
    assert said == "完成：收录 2，更新 0，没有变化 0，没有收录 3"
    assert tab.page.locator("#notices-zone img").count() == 0
    bar = tab.page.locator("#notices-zone .zone-bar")
    assert bar.evaluate("bar => bar.value / bar.max") == 1
    tab.page.click("#notices-zone button:has-text('清除')")
    tab.page.wait_for_selector("#notices-zone li", state="detached")
    assert tab.page.is_hidden("#notices-zone .zone-bar")


def test_the_notice_of_a_file_can_be_opened_from_its_line_and_deleted_and_brought_back(tab):
    tab.send(**{"青浦二.txt": NEW.format(number=20)})
    tab.page.click("#notices-zone li.added a")
    tab.page.wait_for_selector("#notices-facts .fields:has-text('上海市青浦区')")
    before = tab.page.inner_text("#notices-count") if tab.page.is_visible("#notices-count") else ""
    assert before == ""
    tab.page.click("#notices-remove")
    tab.page.click("#notices-remove:has-text('确定删除')")
    tab.page.wait_for_selector("#notices-deleted:has-text('已删除《青浦区')")
    tab.page.wait_for_selector("#notices-list table")
    after = int(re.match(r"\d+", tab.page.inner_text("#notices-count"))[0])
    tab.page.click("#notices-deleted button")
    tab.page.wait_for_selector("#notices-deleted:has-text('已恢复')")
    tab.count(f"{after + 1} / {after + 1}")


def test_the_list_is_narrowed_by_words_place_and_years(tab):
    tab.page.fill("#notices-search input", "要点 上海")
    tab.page.wait_for_selector("#notices-list:not(:has-text('海曙区')) table")
    tab.page.fill("#notices-search input", "")
    tab.page.wait_for_selector("#notices-list:has-text('海曙区') table")
    tab.page.click("#notices-place input")
    tab.page.click("[role=option]:has-text('浙江省宁波市海曙区')")
    tab.page.wait_for_selector("#notices-list:not(:has-text('普陀区')) table")
    tab.page.fill("#notices-years input", "2030–2031")
    tab.page.press("#notices-years input", "Enter")
    tab.page.wait_for_selector("#notices-list .hint:has-text('换一个词')")


def test_a_field_is_corrected_and_taken_back(tab):
    tab.choose("普陀区科委2016年工作要点")
    tab.page.fill("#notices-field-place input", "普陀区")
    tab.page.press("#notices-field-place input", "Enter")
    tab.page.wait_for_selector("#notices-saved .failure:has-text('不止一个')")
    assert tab.page.input_value("#notices-field-place input") == "普陀区"
    tab.page.fill("#notices-field-place input", "嘉定区")
    tab.page.click("#notices-correction button:has-text('保存更正')")
    tab.page.wait_for_selector("#notices-facts .corrected")
    assert "上海市嘉定区" in tab.page.inner_text("#notices-facts")
    tab.page.click("#notices-correction button:has-text('恢复原读')")
    tab.page.wait_for_selector("#notices-facts .corrected", state="detached")
    assert "上海市普陀区" in tab.page.inner_text("#notices-facts")
    tab.page.click("button:has-text('返回列表')")
    tab.page.wait_for_selector("#notices-list table")


def test_all_files_are_read_again_while_the_page_goes_on(tab):
    tab.page.click("button:has-text('重新读取全部文件')")
    tab.page.wait_for_selector("#notices-progress:has-text('重新读取完成')", timeout=60 * SECONDS)


def test_the_language_changes_and_what_was_sent_stays(tab):
    tab.send(**{"没有字.exe": "MZ"})
    tab.page.wait_for_selector("#notices-zone li.rejected")
    tab.page.click('#language label:has-text("English")')
    tab.page.wait_for_selector("#notices-zone :text('Choose files')")
    assert "Files of this kind" not in tab.lines()["没有字.exe"]
    assert "not taken" in tab.lines()["没有字.exe"]
    tab.page.wait_for_selector("#notices-list th:has-text('Plans for')")
    assert "Search title" in tab.page.get_attribute("#notices-search input", "placeholder")


def test_a_file_that_misses_the_zone_does_not_take_the_place_of_the_page(tab):
    dropped = """selector => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(["MZ"], "某.exe"));
        const options = { bubbles: true, cancelable: true, dataTransfer: transfer };
        const event = new DragEvent("drop", options);
        document.querySelector(selector).dispatchEvent(event);
        return event.defaultPrevented;
    }"""
    assert tab.page.evaluate(dropped, "#notices-list") is True
    assert tab.lines() == {}
    assert tab.page.evaluate(dropped, "#notices-zone .zone-kinds") is True
    assert list(tab.lines()) == ["某.exe"]


class Refusing:
    """Answers requests to REST in the place of the server, in turn."""

    def __init__(self, tab, *answers):
        self.answers = list(answers)
        self.sent = []
        tab.page.route("**/api/v1/notices", self._answer)

    def _answer(self, route):
        self.sent.append(route.request.post_data_buffer.count(b'name="files"'))
        answer = self.answers.pop(0) if self.answers else None
        if answer is None:
            route.continue_()
        elif answer == "gone":
            route.abort()
        else:
            route.fulfill(status=answer, json={"detail": "Sorry."})


def test_too_much_at_once_is_sent_one_by_one_and_a_file_that_is_too_large_is_named(
    chromium, address
):
    tab = Tab(chromium, address)
    server = Refusing(tab, 413, None, 413)
    tab.send(**{"一.txt": NEW.format(number=21), "二.txt": NEW.format(number=22)})
    tab.page.wait_for_selector("#notices-zone .zone-said:has-text('完成')", timeout=30 * SECONDS)
    assert server.sent == [2, 1, 1]
    assert "已收录" in tab.lines()["一.txt"]
    assert "文件太大" in tab.lines()["二.txt"]
    tab.page.close()


@pytest.mark.parametrize(
    ("answer", "said"),
    [(429, "服务器正忙"), (409, "服务器正忙"), ("gone", "连不上服务器"), (503, "（503）：Sorry.")],
)
def test_what_was_not_sent_can_be_sent_again(chromium, address, answer, said):
    tab = Tab(chromium, address)
    Refusing(tab, answer)
    tab.send(**{"某.txt": NEW.format(number=12)})
    tab.page.wait_for_selector(f"#notices-zone .zone-said:has-text('{said}')")
    assert "待上传" in tab.lines()["某.txt"]
    tab.page.click("#notices-zone button:has-text('再试一次')")
    tab.page.wait_for_selector("#notices-zone .zone-said:has-text('完成')", timeout=30 * SECONDS)
    assert "待上传" not in tab.lines()["某.txt"]
    tab.page.close()


def test_a_server_that_was_restarted_leaves_the_outcome_unknown(chromium, address):
    tab = Tab(chromium, address)
    tab.page.route("**/api/v1/jobs/*", lambda route: route.fulfill(status=404, json={}))
    tab.send(**{"某.txt": NEW.format(number=12)})
    tab.page.wait_for_selector("#notices-zone .zone-said:has-text('服务器重新启动过')")
    assert "不知道结果" in tab.lines()["某.txt"]
    tab.page.close()


def test_what_is_not_sent_yet_can_be_cancelled(chromium, address):
    tab = Tab(chromium, address)
    held = []
    tab.page.route("**/api/v1/notices", lambda route: held.append(route))
    tab.send(**{"一.txt": NEW.format(number=12), "二.txt": NEW.format(number=13)})
    tab.page.click("#notices-zone button:has-text('取消')")
    tab.page.wait_for_selector("#notices-zone .zone-said:has-text('完成')")
    assert all("已取消" in line for line in tab.lines().values())
    assert len(held) == 1
    tab.page.close()


def test_the_tab_fits_a_phone(chromium, address):
    phone = Tab(chromium, address, viewport={"width": 390, "height": 844})
    wide = "document.documentElement.scrollWidth - innerWidth"
    assert phone.page.evaluate(wide) <= 0
    phone.choose("普陀区科委2016年工作要点")
    assert phone.page.evaluate(wide) <= 0
    phone.end()
