"""How long after a save a page is in the browser again, under `realist serve`; see `make bench`."""
# ruff: noqa: T201 - this is a command, and it prints

import gc
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from bench_large import large  # noqa: E402 - beside the benches that use them too
from bench_process import BIN  # noqa: E402

from generator.cli.mkdocs import settings  # noqa: E402
from generator.serve.desk import Desk  # noqa: E402

AIMS = {56: 0.3, 560: 0.5}
"""Seconds at each size, as the median of so many edits."""
EDITS = 20
PAGE, SHOWN = "theories/p18", "Edit number"


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of a review under `realist serve`, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(BIN / "realist"), "serve", "--address", where]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, env=environment)
    try:
        while True:
            try:
                urlopen(f"http://{where}/").close()
                break
            except URLError:
                time.sleep(0.1)
        yield f"http://{where}/"
    finally:
        process.terminate()
        process.wait()


def saved(file: Path) -> Iterator[str]:
    """What an edit of a theory says, as soon as it is saved; the first one warms up."""
    before = file.read_text(encoding="utf-8")
    for number in range(EDITS + 1):
        text = f"{SHOWN} {number}."
        file.write_text(before.replace("summary: >-\n  ", f"summary: >-\n  {text} ", 1), "utf-8")
        yield text
    file.write_text(before, "utf-8")


def work(root: Path) -> Iterator[float]:
    """The seconds of a processor that each edit takes, whatever else the machine does."""
    path = f"{PAGE}/index.html"
    with Desk(root, settings) as desk:
        desk.look()
        gc.freeze()  # as the command does
        for text in saved(root / f"{PAGE}.yml"):
            start = time.process_time()
            desk.look()
            assert desk.answers is not None
            page = desk.answers(path)
            yield time.process_time() - start
            assert page is not None
            assert text.encode() in page


def edits(page: Page, file: Path) -> Iterator[float]:
    """The seconds from each save until the page in the browser shows what was saved."""
    for text in saved(file):
        start = time.perf_counter()
        page.wait_for_function(
            "(text) => document.body?.innerText.includes(text)",
            arg=text,
            polling=10,
            timeout=60_000,
        )
        yield time.perf_counter() - start
        time.sleep(0.5)


def main() -> None:
    """Measure and print."""
    executable = shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=executable, args=flags)
        for items, aim in AIMS.items():
            root = large(Path(name) / str(items), items)
            with served(root) as address:
                page = browser.new_page()
                page.goto(f"{address}{PAGE}/")
                _, *taken = edits(page, root / f"{PAGE}.yml")
                page.close()
            _, *worked = work(root)
            print(
                f"{items} items, a page after a save: median {statistics.median(taken):.2f} s, "
                f"best {min(taken):.2f} s, worst {max(taken):.2f} s (aim: {aim} s); "
                f"of a processor {statistics.median(worked):.2f} s"
            )
        browser.close()


if __name__ == "__main__":
    main()
