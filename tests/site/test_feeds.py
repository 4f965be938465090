"""The feeds of changes, read back by programs that are not ours."""

import json
from dataclasses import replace

import feedparser
import pytest
from reviews import GARDEN, linked

from generator.library.kinds import REVIEW
from generator.library.library import Library
from generator.pages.views.common import Names
from generator.site import feeds

ADDRESS = "https://gardens.test/review/"


@pytest.fixture(scope="module")
def published() -> Library:
    library = linked(GARDEN)
    review = library.review.model_copy(update={"address": ADDRESS})
    return replace(library, held={**library.held, REVIEW: (review,)})


def test_a_feed_reader_finds_each_version_with_what_changed(published):
    made = feeds.files(Names(published))
    read = feedparser.parse(made[feeds.ATOM])
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


def test_both_feeds_say_the_same(published):
    made = feeds.files(Names(published))
    atom, told = feedparser.parse(made[feeds.ATOM]), json.loads(made[feeds.JSON])
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert [(item["id"], item["title"], item["content_text"]) for item in told["items"]] == [
        (entry.id, entry.title, entry.content[0].value) for entry in atom.entries
    ]


def test_a_site_without_an_address_or_without_changes_has_none(published, library):
    assert feeds.files(Names(library)) == {}
    silent = {kind: items for kind, items in published.held.items() if kind.name != "changes"}
    assert feeds.files(Names(replace(published, held=silent))) == {}
