"""The page of all versions, and what other pages say of them."""

from datetime import date

import pytest
from reviews import context_of, holding, text_of

from generator.entities import Released
from generator.library.kinds import CHANGES, RELEASES
from generator.pages import addresses
from generator.pages.views.versions import versions_view
from generator.site.catalogue import pages
from generator.site.cite_boxes import CiteBoxes
from generator.site.context import newest

DIGEST = "sha256:" + "0" * 64


def with_versions(library, *versions: str):
    kept = [Released(version=v, date=date(2022, 2, 1), digest=DIGEST) for v in versions]
    return holding(library, RELEASES, *kept)


def with_doi(library):
    first, *others = library.changes
    return holding(library, CHANGES, first.model_copy(update={"doi": "10.1000/182"}), *others)


def box_of(library, kept: frozenset[str]) -> str:
    ctx = context_of(library)
    help_page = next(page for page in pages(ctx) if page.address == addresses.HELP)
    (made,) = CiteBoxes(ctx, [help_page], kept).pages()
    return made.body


def test_a_review_without_kept_versions_speaks_of_none(library, garden_pages):
    assert "versions/" not in garden_pages
    assert "versions/" not in box_of(library, frozenset())


def test_the_newest_stands_first_and_each_leads_to_all_later_ones(library):
    view = versions_view(with_versions(library, "0.1.0", "0.1.1", "0.2.0"), newest(library))
    assert [one.number for one in view.versions] == ["0.2.0", "0.1.1", "0.1.0"]
    assert [[version for version, _ in one.since] for one in view.versions] == [
        ["today"],
        ["version 0.2.0"],
        ["version 0.2.0", "version 0.1.1"],
    ]
    assert view.versions[2].since[0][1].path == "v/0.2.0/since/0.1.0/"
    assert [one.is_told for one in view.versions] == [True, False, True]
    assert view.not_kept is None


def test_a_version_that_is_not_kept_yet_is_named(library):
    kept = with_versions(library, "0.1.0")
    assert versions_view(kept, newest(kept)).not_kept == newest(kept)
    page = next(p for p in pages(context_of(kept)) if p.address == addresses.VERSIONS)
    assert "The site of today is version 0.2.0 of 2 March 2022" in text_of(page.body)


def test_the_page_shows_a_doi(library):
    view = versions_view(with_doi(with_versions(library, "0.1.0", "0.2.0")), newest(library))
    assert [one.doi for one in view.versions] == ["10.1000/182", ""]


@pytest.mark.parametrize(
    ("versions", "kept", "is_told"),
    [
        (("0.1.0", "0.2.0"), {"help/"}, True),
        (("0.1.0", "0.2.0"), {"other/"}, False),
        (("0.1.0",), {"help/"}, False),
    ],
    ids=["kept", "a page that the version lacks", "an older version"],
)
def test_a_page_names_where_it_is_kept_if_its_version_is(library, versions, kept, is_told):
    body = box_of(with_versions(library, *versions), frozenset(kept))
    assert ("../v/0.2.0/help/" in body) == is_told
    assert "see what changed since" in body


def test_a_page_shows_the_doi_of_its_version(library):
    assert "https://doi.org/10.1000/182" in box_of(with_doi(library), frozenset())
