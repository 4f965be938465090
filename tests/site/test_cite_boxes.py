"""The box of each page: whose names, which version, which address, and files beside it."""

import re
from html import unescape

import pytest
import rispy
from reviews import GARDEN, copy_of, edit

from generator.pages.page import Page
from generator.site.assemble import Site
from generator.site.build import build

pytestmark = pytest.mark.slow

ADDRESS = ("seeds/review.yml", "address: https://garden-review.example/", "")
REAL = (ADDRESS[0], ADDRESS[1], "address: https://gardens.test/review/")
MADE_BY = (
    "seeds/review.yml",
    "authors: [Example Gardener, 'Example Sol, Another']\norganisation: Example Garden Trust",
    "authors: [Ann van der Example, Bo Sample]\norganisation: Trust <b & Sons",
)
NOBODY = (MADE_BY[0], MADE_BY[1] + "\n", "")


def site_of(tmp_path_factory: pytest.TempPathFactory, *edits: tuple[str, str, str]) -> Site:
    root = edit(copy_of(GARDEN, tmp_path_factory.mktemp("review") / "garden"), *edits)
    built = build(root)
    assert built.site is not None, built.diagnostics
    return built.site


@pytest.fixture(scope="module")
def placeholder(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(tmp_path_factory)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(tmp_path_factory, REAL, MADE_BY)


def box(page: Page) -> str:
    found = re.search(r'<details class="rl-citing".*?</details>', page.body, re.S)
    assert found, page.address
    return found[0]


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def page_at(site: Site, path: str) -> Page:
    return next(page for page in site.pages if page.address.path == path)


def test_every_page_has_one_below_its_title(published: Site):
    for page in published.pages:
        assert page.body.count('id="cite"') == 1, page.address
        assert page.pieces[2].strip().startswith('<details class="rl-citing"'), page.address


def test_it_names_people_version_day_and_address(published: Site):
    said = words(box(page_at(published, "theories/g02/")))
    assert "van der Example, A., & Sample, B. (2022, March 2). Growing theory 2: " in said
    assert "Version 0.2.0. https://gardens.test/review/theories/g02/" in said
    assert "[cited the day you read it]" in said
    assert "Identifier of this page: g02." in said
    assert "not yet published" not in said


def test_the_source_is_cited_beside_the_page(published: Site):
    said = words(box(page_at(published, "glossary/")))
    assert "The report that this site rests on" in said
    assert "Identifier of this page" not in said


def test_an_address_that_nobody_can_open_stands_nowhere(placeholder: Site):
    for page in placeholder.pages:
        said = box(page)
        assert "not yet published at an address of its own" in said
        assert ".example" not in said
    for path, text in placeholder.files.items():
        if "cite." in path:
            assert ".example" not in text, path


def test_a_text_is_text_in_the_box(published: Site):
    page = box(page_at(published, "theories/g02/"))
    assert "<b" not in page.replace("<button", "")
    assert "Trust &lt;b &amp; Sons" in page


def test_each_page_has_a_file_of_each_format(published: Site):
    for page in published.pages:
        for ending in ("ris", "bib", "json"):
            assert f"{page.address.path}cite.{ending}" in published.files
            assert f'href="cite.{ending}"' in box(page)
    entry, source = rispy.loads(published.files["theories/g02/cite.ris"])
    assert entry["urls"] == ["https://gardens.test/review/theories/g02/"]
    assert source["type_of_reference"] == "JOUR"


def test_the_whole_site_is_cited_from_its_first_page(published: Site):
    said = words(box(page_at(published, "")))
    assert "Example review: community gardens (invented), version 0.2.0. " in said
