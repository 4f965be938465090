"""The page of all versions, and what other pages say of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from reviews import GARDEN, Edit, context_of, copy_of, edit, holding, text_of

from generator.diff.compare import compare
from generator.diff.read import read
from generator.entities import Release, Released
from generator.library.kinds import CHANGES, RELEASES
from generator.pages import addresses
from generator.pages.views.versions import versions_view
from generator.site.catalogue import pages
from generator.site.cite_boxes import CiteBoxes, Past
from generator.site.context import newest
from generator.site.versions.history import History
from generator.site.versions.releases import Newest, edition
from generator.site.versions.version_changes import VersionChanges

pytestmark = pytest.mark.slow

DIGEST = "sha256:" + "0" * 64


def with_versions(library, *versions: str):
    kept = [Released(version=v, date=date(2022, 2, 1), digest=DIGEST) for v in versions]
    return holding(library, RELEASES, *kept)


def with_doi(library):
    first, *others = library.changes
    return holding(library, CHANGES, first.model_copy(update={"doi": "10.1000/182"}), *others)


def box_of(library, kept: Newest | None = None) -> str:
    ctx = replace(context_of(library), edition=edition(library, kept))
    theory = next(page for page in pages(ctx) if page.address == addresses.theory("j01"))
    history = History(kept.history, kept.since) if kept else History()
    (made,) = CiteBoxes(ctx, [theory], Past(kept, history)).pages()
    return made.body


def newest_kept(tmp_path: Path, *edits: Edit, pages: frozenset[str]) -> Newest:
    """A kept version of the garden, from which it differs today by these edits."""
    old, new = (copy_of(GARDEN, tmp_path / name) for name in ("old", "new"))
    edit(new, *edits)
    report = compare(*read(("version 0.2.0", old), ("today", new)))
    told = dict.fromkeys(pages, ())
    one = VersionChanges(version="0.2.0", date=date(2022, 3, 2), before="", pages=told, touched=())
    return Newest("0.2.0", report, (one,))


def test_a_review_without_kept_versions_speaks_of_none(library, garden_pages):
    assert "versions/" not in garden_pages
    assert "versions/" not in box_of(library)


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


THERE = frozenset({"theories/j01/"})


@pytest.mark.parametrize(("there", "is_told"), [(THERE, True), (frozenset({"help/"}), False)])
def test_a_page_names_where_it_is_kept_if_it_is(library, tmp_path, there, is_told):
    body = box_of(library, newest_kept(tmp_path, pages=there))
    assert ("../../v/0.2.0/theories/j01/" in body) == is_told
    assert "../../versions/" in body


def test_a_version_that_is_not_kept_yet_is_not_called_changed(library, tmp_path):
    coming = Release(version="0.3.0", date=date(2022, 4, 1), changes=("A page.",))
    later = holding(library, CHANGES, coming, *library.changes)
    body = box_of(later, newest_kept(tmp_path, pages=frozenset({"help/"})))
    assert "Version 0.3.0." in body
    assert "hanged since version" not in body


@pytest.mark.parametrize(
    ("change", "is_told"),
    [
        (("theories/j01.yml", "text: She joins.", "text: She asks."), True),
        (("theories/gx1.yml", "title: ", "title: The "), False),
    ],
)
def test_a_page_that_changed_since_says_so(library, tmp_path, change, is_told):
    body = box_of(library, newest_kept(tmp_path, change, pages=THERE))
    assert ('href="../../since/0.2.0/#theories-j01"' in body) == is_told
    assert ("hanged since version 0.2.0" in body) == is_told


def test_a_page_shows_the_doi_of_its_version(library):
    assert "https://doi.org/10.1000/182" in box_of(with_doi(library))
