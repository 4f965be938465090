"""The sites that these tests read, each built once, by the commands that people use."""

import shutil
from collections.abc import Iterator

import pytest
from builds import GARDEN, ROOT, Build, mkdocs
from pages import Pages, read
from playwright.sync_api import Browser, sync_playwright
from serving import serve

from generator.check.check import check
from generator.library.library import Library

OFFLINE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The real review, built with MkDocs."""
    return mkdocs(ROOT, tmp_path_factory.mktemp("mkdocs") / "site", "--strict")


@pytest.fixture(scope="session")
def site(build: Build) -> Pages:
    """The pages of the real review."""
    assert build.code == 0, build.output
    return read(build.folder)


@pytest.fixture(scope="session")
def garden_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The invented example review; not with --strict, since it leaves an attribute unrecorded."""
    return mkdocs(GARDEN, tmp_path_factory.mktemp("garden") / "site")


@pytest.fixture(scope="session")
def garden(garden_build: Build) -> Pages:
    """The pages of the invented example review."""
    assert garden_build.code == 0, garden_build.output
    return read(garden_build.folder)


@pytest.fixture(scope="session")
def library() -> Library:
    """The data that the real site is made from."""
    checked = check(ROOT)
    assert checked.library is not None
    return checked.library


@pytest.fixture(scope="session")
def address(build: Build) -> Iterator[str]:
    """The address of the real site on a server of this machine."""
    assert build.code == 0, build.output
    with serve(build.folder) as served:
        yield served


@pytest.fixture(scope="session")
def garden_address(garden_build: Build) -> Iterator[str]:
    """The address of the invented example on a server of this machine."""
    assert garden_build.code == 0, garden_build.output
    with serve(garden_build.folder) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without any request of its own."""
    executable = shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=OFFLINE)
        yield started
        started.close()
