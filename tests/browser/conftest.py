"""A Chromium for the tests of pages.

Without Chromium these tests are skipped, unless KEWEN_REQUIRE_BROWSER=1, which makes that a failure.
"""

import os
import shutil

import pytest

from tests.browser.talking import Talk
from tests.browser.visiting import serving

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="module")
def chromium():
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = f"none of {', '.join(NAMES)} is installed"
        if os.environ.get("KEWEN_REQUIRE_BROWSER") == "1":
            pytest.fail(f"KEWEN_REQUIRE_BROWSER is 1, but {reason}")
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def page_address(pytestconfig, tmp_path_factory):
    """A server over the shipped notices, for visits that change nothing in them."""
    data = tmp_path_factory.mktemp("browser") / "data"
    with serving(pytestconfig.rootpath, "app.py", "--data", data) as address:
        yield address


@pytest.fixture
def talk(chromium, page_address):
    visit = Talk(chromium, page_address)
    yield visit
    visit.end()
