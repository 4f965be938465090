"""The feeds of changes, read back by programs that are not ours."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import feedparser
import pytest
from reviews import GARDEN, context_of, linked

from generator.library.kinds import REVIEW
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.names import Names
from generator.site.catalogue import pages
from generator.site.versions import feed_files, feeds
from generator.site.versions.version_changes import VersionChanges

ADDRESS = "https://gardens.test/review/"
SITE = "changes/feed.xml"
FIRST = {"theories/": (), "theories/j01/": (), "theories/j02/": (), "help/": ()}
KEPT = (
    VersionChanges(version="1.0.0", date=date(2022, 4, 1), before="", pages=FIRST, touched=()),
    VersionChanges(
        version="1.1.0",
        date=date(2022, 5, 1),
        before="1.0.0",
        pages={**FIRST, "theories/j01/": ("Theory & <one>: wording changed", "Also this")},
        touched=(),
    ),
)


@pytest.fixture(scope="module")
def published() -> Library:
    library = linked(GARDEN)
    review = library.review.model_copy(update={"address": ADDRESS})
    return replace(library, held={**library.held, REVIEW: (review,)})


def written(library: Library, made: Iterable[feeds.Feed]) -> dict[str, str]:
    return {path: make() for path, make in feed_files.files(library.review, made).items()}


def of_site(library: Library) -> dict[str, str]:
    feed = feeds.of_site(Names(library))
    return written(library, [feed] if feed else [])


@pytest.fixture(scope="module")
def of_pages(published: Library) -> dict[str, str]:
    made = feeds.of_pages(published.review, KEPT, pages(context_of(published)))
    return written(published, made)


def test_a_feed_reader_finds_each_version_with_what_changed(published):
    made = of_site(published)
    read = feedparser.parse(made[SITE])
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.id == f"{ADDRESS}changes/feed.xml"
    assert read.feed.author
    assert [entry.title for entry in read.entries] == [
        f"Version {release.version}" for release in published.changes
    ]
    for entry, release in zip(read.entries, published.changes, strict=True):
        assert entry.link == f"{ADDRESS}changes/#{release.anchor}"
        assert entry.updated.startswith(release.date.isoformat())
        assert entry.content[0].value.count("\n") == len(release.changes) - 1
        assert "[[" not in entry.content[0].value


def test_both_feeds_say_the_same(published, of_pages):
    for made, path in ((of_site(published), "changes/"), (of_pages, "theories/")):
        atom = feedparser.parse(made[f"{path}feed.xml"])
        told = json.loads(made[f"{path}feed.json"])
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert [(item["id"], item["title"], item["content_text"]) for item in told["items"]] == [
            (entry.id, entry.title, entry.content[0].value) for entry in atom.entries
        ]


def test_a_site_without_an_address_or_without_changes_has_none(published, library):
    assert of_site(library) == {}
    silent = {kind: items for kind, items in published.held.items() if kind.name != "changes"}
    assert of_site(replace(published, held=silent)) == {}
    made = pages(context_of(library))
    assert list(feeds.of_pages(library.review, KEPT, made)) == []
    assert list(feeds.of_pages(published.review, (), made)) == []


def test_a_page_has_a_feed_of_the_versions_in_which_it_changed(of_pages):
    read = feedparser.parse(of_pages["theories/j01/feed.xml"])
    assert not read.bozo
    assert "Joining theory 1" in read.feed.title
    changed, first = read.entries
    assert changed.id == changed.link == f"{ADDRESS}v/1.1.0/since/1.0.0/#theories-j01"
    assert changed.content[0].value == "Theory & <one>: wording changed\nAlso this"
    assert changed.updated == read.feed.updated == "2022-05-01T00:00:00Z"
    assert first.id == first.link == f"{ADDRESS}v/1.0.0/theories/j01/"
    (only,) = feedparser.parse(of_pages["theories/j02/feed.xml"]).entries
    assert only.title == "Version 1.0.0"


def test_a_list_has_a_feed_of_what_changed_on_the_pages_that_it_leads_to(of_pages):
    changed, first = feedparser.parse(of_pages["theories/feed.xml"]).entries
    assert changed.link == f"{ADDRESS}v/1.1.0/since/1.0.0/"
    assert changed.content[0].value == "j01: Theory & <one>: wording changed\nj01: Also this"
    assert first.link == f"{ADDRESS}v/1.0.0/theories/"


def test_no_entry_of_one_feed_is_taken_for_that_of_another(of_pages):
    read = [feedparser.parse(text) for path, text in of_pages.items() if path.endswith(".xml")]
    ids = [entry.id for one in read for entry in one.entries]
    assert len(ids) == len(set(ids))


def test_only_things_with_pages_and_their_lists_have_one(of_pages):
    assert sorted(of_pages) == [
        "theories/feed.json",
        "theories/feed.xml",
        "theories/j01/feed.xml",
        "theories/j02/feed.xml",
    ]
    assert addresses.HELP.path in FIRST
