"""What has changed, for programs that tell a reader of it: an Atom feed and a JSON feed.

Both hold what the page of changes says, a version an entry. A feed is known by its address, so a
site that has none of its own has none of these either.
Sources: https://www.rfc-editor.org/rfc/rfc4287, https://www.jsonfeed.org/version/1.1/.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from generator.entities import Release, Review
from generator.pages import addresses
from generator.pages.views.common import Names

ATOM, JSON = "changes/feed.xml", "changes/feed.json"
TYPES = {ATOM: "application/atom+xml", JSON: "application/feed+json"}
_NAMESPACE = "http://www.w3.org/2005/Atom"


def files(names: Names) -> dict[str, str]:
    """Both feeds by their paths; none without an address, or where nothing is published yet."""
    review, releases = names.library.review, names.library.changes
    if not review.has_address or not releases:
        return {}
    return {ATOM: _atom(review, releases, names), JSON: _json(review, releases, names)}


def _address(review: Review, release: Release) -> str:
    return f"{review.address}{addresses.CHANGES.path}#{release.anchor}"


def _said(release: Release, names: Names) -> str:
    return "\n".join(names.plain(change) for change in release.changes)


def _moment(release: Release) -> str:
    """The day as a moment, which both formats ask for; the data know no hour."""
    return f"{release.date.isoformat()}T00:00:00Z"


def _authors(review: Review) -> Iterable[str]:
    return review.authors or (review.organisation or review.title,)


def _atom(review: Review, releases: tuple[Release, ...], names: Names) -> str:
    feed = ET.Element("feed", xmlns=_NAMESPACE)
    _add(feed, "id", review.address + ATOM)
    _add(feed, "title", f"{review.title}: changes")
    _add(feed, "updated", _moment(releases[0]))
    for author in _authors(review):
        _add(ET.SubElement(feed, "author"), "name", author)
    ET.SubElement(feed, "link", rel="self", href=review.address + ATOM)
    ET.SubElement(feed, "link", rel="alternate", href=review.address + addresses.CHANGES.path)
    _add(feed, "rights", review.licence)
    for release in releases:
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", _address(review, release))
        _add(entry, "title", f"Version {release.version}")
        _add(entry, "updated", _moment(release))
        ET.SubElement(entry, "link", rel="alternate", href=_address(review, release))
        _add(entry, "content", _said(release, names)).set("type", "text")
    ET.indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = text
    return child


def _json(review: Review, releases: tuple[Release, ...], names: Names) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{review.title}: changes",
        "home_page_url": review.address,
        "feed_url": review.address + JSON,
        "language": "en",
        "authors": [{"name": author} for author in _authors(review)],
        "items": [
            {
                "id": _address(review, release),
                "url": _address(review, release),
                "title": f"Version {release.version}",
                "content_text": _said(release, names),
                "date_published": _moment(release),
            }
            for release in releases
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
