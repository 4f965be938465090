"""How long a check takes and how much a page weighs: run by `make bench`."""
# ruff: noqa: T201 - this is a command, and it prints

import gzip
import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "built"), str(ROOT / "tests")]

from bench_engines import median  # noqa: E402
from bench_process import run  # noqa: E402
from conftest import OFFLINE  # noqa: E402 - beside the tests that use it too
from serving import Handler, serve  # noqa: E402

CHECKS = 15
VIEWS = {"home": "", "a theory": "theories/p18/", "the matrix": "guidance/formats/"}
"""The pages whose first view is weighed."""
SEARCHES = ("group", "depression")
"""What is typed first into the search, whose weight comes on top of the page."""
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


class Compressing(Handler):
    """Sends texts with gzip, as web hosts do, and keeps count, also of what workers load."""

    sent: ClassVar[dict[str, int]] = {}

    def send_head(self) -> io.BytesIO | None:
        """The headers of an answer; gives its body."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return None
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in COMPRESSED:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.sent[self.path] = len(body)
        return io.BytesIO(body)


def weights(site: Path, page: str, search: str = "") -> dict[str, int]:
    """What a first view loads, or a first search on it, in a browser that knows nothing.

    Gives bytes by path.
    """
    executable = shutil.which("chromium") or "/usr/bin/chromium"
    Compressing.sent.clear()
    with serve(site, Compressing) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=OFFLINE)
        tab = browser.new_page()
        tab.goto(address + page, wait_until="networkidle")
        if search:
            Compressing.sent.clear()
            tab.keyboard.press("/")
            tab.locator(".rl-search-dialog [type=search]").fill(search)
            tab.locator(".rl-found a").first.wait_for()
            tab.wait_for_load_state("networkidle")
        browser.close()
    return dict(Compressing.sent)


def weighed(name: str, loaded: dict[str, int]) -> str:
    """The weight of what was loaded, and how much of it is scripts."""
    scripts = sum(size for path, size in loaded.items() if path.endswith(".js"))
    whole = sum(loaded.values())
    return f"{whole / 1000:6.1f} kB compressed, {scripts / 1000:.1f} kB of it scripts: {name}"


def main() -> None:
    """Measure and print."""
    run("realist", "check", cwd=ROOT)  # Python compiles what was edited
    check = median(run("realist", "check", cwd=ROOT) for _ in range(CHECKS))
    print(
        f"realist check, start-up included: {check.seconds:.2f} s, of processors "
        f"{check.processors:.2f} s (aim: 0.45 s)"
    )
    with tempfile.TemporaryDirectory() as made:
        run("realist", "build", "--site-dir", made, cwd=ROOT)
        print("First views (aim: 120 kB, scripts under 60 kB):")
        for name, page in VIEWS.items():
            print(weighed(name, weights(Path(made), page)))
        print("First searches, on top of the page:")
        for words in SEARCHES:
            print(weighed(f"“{words}”", weights(Path(made), VIEWS["a theory"], words)))


if __name__ == "__main__":
    main()
