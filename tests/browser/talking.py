"""A visit to the page on which a person talks with kewen."""

import time

from tests.browser.visiting import SECONDS, Visit

ZH = "2016–2018年哪些区提出了高新技术企业目标？"
EN = "which districts set 高新技术企业 targets in 2016–2018?"
LOOKUP = "普陀区2016年新增众创空间的目标是多少？"
SILENT = "徐汇区2016年高新技术企业目标是多少？"
PHONE = {"width": 390, "height": 844}
BOX = "#question textarea"
ANSWERS = "#chat .answer, #chat .failure"


class Talk(Visit):
    """A visit that may copy, and begins when a question can be asked."""

    def __init__(self, browser, address, **options):
        allowed = {"permissions": ["clipboard-read", "clipboard-write"]}
        super().__init__(browser, address, **(allowed | options))
        self.ready()

    def ready(self):
        self.page.wait_for_selector(f"{BOX}:enabled")

    def ask(self, question):
        """Type a question and press Enter; return the seconds until its answer can be seen."""
        answers = self.page.locator(ANSWERS)
        before = answers.count()
        self.page.fill(BOX, question)
        started = time.perf_counter()
        self.page.press(BOX, "Enter")
        answers.nth(before).wait_for(state="visible", timeout=20 * SECONDS)
        return time.perf_counter() - started

    def answer(self):
        return self.page.locator("#chat .answer").last.inner_text()

    def until(self, text, selector="#chat .answer"):
        """Wait until the last of the elements holds a text, and return what it holds."""
        self.page.wait_for_function(
            "([s, t]) => [...document.querySelectorAll(s)].at(-1)?.innerText.includes(t)",
            arg=[selector, text],
            timeout=20 * SECONDS,
        )
        return self.page.locator(selector).last.inner_text()

    def source(self):
        self.page.wait_for_selector("#source mark.current, #source #cited")
        return self.page.inner_text("#source #cited")

    def copied(self):
        return self.page.evaluate("navigator.clipboard.readText()")

    def tab(self, number):
        self.page.locator("#tabs button[role=tab]").nth(number).click()
