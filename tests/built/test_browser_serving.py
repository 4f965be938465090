"""`realist serve` as somebody uses it who edits: save, look, break it, read why, mend it."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from builds import BIN, GARDEN
from playwright.sync_api import Browser, Page
from reviews import edit
from test_browser import AXE, RULES, Tab

PATIENCE = 120
"""How long a state is waited for, in seconds, on a busy machine."""
TITLE = ("theories/j01.yml", "newcomers are welcome'", "all who come are welcome'")
BROKEN = ("theories/j01.yml", "change: retained", "change: kept")
SCROLLED = 600


class Served:
    """A running `realist serve`: where it serves, and what it has said so far."""

    def __init__(self, root: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            where = f"127.0.0.1:{free.getsockname()[1]}"
        self.address, self._log = f"http://{where}/", log
        command = [BIN / "realist", "serve", "--address", where]
        env = {**os.environ, "PYTHONUNBUFFERED": "1"}
        with log.open("w") as out:
            self.process = subprocess.Popen(command, cwd=root, stdout=out, stderr=out, env=env)

    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def until(self, state: Callable[[], object]) -> None:
        end = monotonic() + PATIENCE
        while not state():
            assert monotonic() < end, self.said()
            sleep(0.05)


@pytest.fixture
def review(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GARDEN, tmp_path / "garden", ignore=shutil.ignore_patterns("site")))


@pytest.fixture
def served(review: Path, tmp_path: Path) -> Iterator[Served]:
    started = Served(review, tmp_path / "log")
    try:
        started.until(lambda: "The site is at" in started.said())
        yield started
    finally:
        started.process.terminate()
        started.process.wait()


def seen(page: Page, selector: str) -> str:
    return " ".join(page.locator(selector).inner_text(timeout=PATIENCE * 1000).split())


def test_a_page_follows_its_file_and_says_what_is_wrong_with_it(
    browser: Browser, review: Path, served: Served
) -> None:
    context = browser.new_context()
    tab = Tab(context.new_page(), served.address, RULES["light"])
    tab.open("theories/j01/")
    page = tab.page
    page.evaluate(f"window.scrollTo(0, {SCROLLED})")
    edit(review, TITLE)
    page.wait_for_function("() => document.title.includes('all who come')", timeout=PATIENCE * 1000)
    page.wait_for_function(f"() => window.scrollY === {SCROLLED}")

    edit(review, BROKEN)
    told = seen(page, "[role=alert] .rl-live")
    assert "1 error in 1 file." in told
    assert "theories/j01.yml:21:13 “kept” is none of the words that “change” takes." in told
    assert "Remedy: Write one of these words." in told
    assert "all who come" in page.title()
    page.evaluate(AXE)
    assert tab.violations() == []
    page.locator("[role=alert] button").press("Escape")
    assert page.locator(".rl-live").count() == 0

    page.reload()
    assert "1 error" in seen(page, "[role=alert] .rl-live")
    edit(review, (BROKEN[0], BROKEN[2], BROKEN[1]))
    page.locator(".rl-live").wait_for(state="detached", timeout=PATIENCE * 1000)
    assert tab.errors == []
    context.close()

    said = served.said()
    assert re.search(
        r"^theories/j01\.yml: checked in \d+\.\d\d s, /theories/j01/ made again in \d+\.\d\d s\."
        r" 1 warning in 1 file\. Run realist check for",
        said,
        re.M,
    )
    # A file that is half written when it is looked at is told of as well, so the error is counted.
    assert said.count("theories/j01.yml:21:13: error") == 1
    assert "The last good site is served on." in said
    assert "Traceback" not in said
