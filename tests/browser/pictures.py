"""The pictures of the page in docs/images: `python -m tests.browser.pictures` makes them anew.

They show the shipped notices; look at them before they are committed.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, NAMES
from tests.browser.talking import EN, PHONE, ZH, Talk
from tests.browser.visiting import serving

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
SETTLED = 900


def shown(visit, name):
    """Take a picture once the page has come to rest."""
    visit.page.wait_for_timeout(SETTLED)
    visit.page.screenshot(path=IMAGES / f"{name}.png")


def asked(browser, address, question, **options):
    visit = Talk(browser, address, **options)
    visit.ask(question)
    visit.source()
    return visit


def main():
    chromium = next(filter(None, map(shutil.which, NAMES)))
    with (
        tempfile.TemporaryDirectory() as data,
        serving(ROOT, "app.py", "--data", Path(data) / "data") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        shown(Talk(browser, address), "page-first")
        light = asked(browser, address, ZH)
        shown(light, "page-zh")
        light.page.locator("#tabs button[role=tab]").nth(1).click()
        shown(light, "page-explore")
        light.page.locator("#tabs button[role=tab]").nth(2).click()
        shown(light, "page-notices")
        shown(asked(browser, address, ZH, color_scheme="dark"), "page-dark")
        shown(asked(browser, address, ZH, viewport=PHONE), "page-phone")
        english = Talk(browser, address)
        english.page.click('#language label:has-text("English")')
        english.page.wait_for_function("() => document.querySelector('#send').innerText === 'Ask'")
        english.ask(EN)
        shown(english, "page-en")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
