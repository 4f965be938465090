"""The reviews that tests share: the small invented garden, and the real one."""

import os
from pathlib import Path

import pytest
from hypothesis import settings
from reviews import GARDEN, ROOT, context_of, copy_of, linked

from generator.library.library import Library
from generator.pages.page import Page
from generator.site.catalogue import pages

# The same examples on every machine, and no deadline: a slow machine is no mistake. At night
# others each time; a failure prints what makes it happen again.
settings.register_profile("realist", deadline=None, derandomize=True, max_examples=60)
settings.register_profile(
    "nightly", deadline=None, derandomize=False, max_examples=300, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "realist"))


@pytest.fixture(scope="session")
def garden() -> Path:
    return GARDEN


@pytest.fixture
def garden_copy(tmp_path: Path) -> Path:
    return copy_of(GARDEN, tmp_path / "garden")


@pytest.fixture(scope="session")
def library() -> Library:
    return linked(GARDEN)


@pytest.fixture(scope="session")
def garden_pages(library: Library) -> dict[str, Page]:
    return {page.address.path: page for page in pages(context_of(library))}


@pytest.fixture(scope="session")
def real_root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def real_library() -> Library:
    return linked(ROOT)
