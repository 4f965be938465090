"""A feed as the two formats that programs read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

from generator.entities import Review
from generator.entities.names import name_of
from generator.site.files import Make, as_json
from generator.site.versions.feeds import ATOM, JSON, Feed

_NAMESPACE = "http://www.w3.org/2005/Atom"


def files(review: Review, feeds: Iterable[Feed]) -> dict[str, Make]:
    """What makes the files of all feeds, by their paths."""
    makers = {ATOM: _atom, JSON: _json}
    return {
        feed.page.path + name: partial(makers[name], review, feed)
        for feed in feeds
        for name in feed.names
    }


def _moment(day: date) -> str:
    """The day as a moment, which both formats ask for; the data know no hour."""
    return f"{day.isoformat()}T00:00:00Z"


def _authors(review: Review) -> Iterable[str]:
    whole = [name_of(author).whole for author in review.authors]
    return whole or (review.organisation or review.title,)


def _atom(review: Review, feed: Feed) -> str:
    root = ET.Element("feed", xmlns=_NAMESPACE)
    here = review.address + feed.page.path
    _add(root, "id", here + ATOM)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.entries[0].day))
    for author in _authors(review):
        _add(ET.SubElement(root, "author"), "name", author)
    ET.SubElement(root, "link", rel="self", href=here + ATOM)
    ET.SubElement(root, "link", rel="alternate", href=here)
    _add(root, "rights", review.licence)
    for it in feed.entries:
        entry = ET.SubElement(root, "entry")
        _add(entry, "id", it.id)
        _add(entry, "title", it.title)
        _add(entry, "updated", _moment(it.day))
        ET.SubElement(entry, "link", rel="alternate", href=it.link)
        _add(entry, "content", it.text).set("type", "text")
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = text
    return child


def _json(review: Review, feed: Feed) -> str:
    here = review.address + feed.page.path
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": here,
        "feed_url": here + JSON,
        "language": "en",
        "authors": [{"name": author} for author in _authors(review)],
        "items": [
            {
                "id": it.id,
                "url": it.link,
                "title": it.title,
                "content_text": it.text,
                "date_published": _moment(it.day),
            }
            for it in feed.entries
        ],
    }
    return as_json(made)
