"""What can be cited: a page of the site in its version, and the source of the review."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from generator.citing.edition import Edition
from generator.entities import Review
from generator.entities.names import Name, name_of
from generator.entities.words import in_version
from generator.pages.address import Address
from generator.pages.addresses import HOME


@dataclass(frozen=True)
class Record:
    """One thing to cite, as far as every style and file needs it."""

    key: str
    """Its name within files: `theories-j01`, `sorrel2020`."""
    is_page: bool
    """Whether it is a page of this site; the source is none."""
    title: str
    container: str
    """What it stands in: the site with its version, or a journal. A whole site stands in none."""
    authors: tuple[Name, ...]
    organisation: str = ""
    """The body that publishes it."""
    issued: date | int | None = None
    """The day, or the year where no more is known."""
    version: str = ""
    address: str = ""
    """None while it has none that lasts."""
    doi: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    article_number: str = ""
    language: str = ""
    """Its code; empty where nobody has said it."""


def page_record(
    review: Review,
    edition: Edition,
    title: str,
    address: Address,
) -> Record:
    """A page of the site, in the edition that it has."""
    site = in_version(review.title, edition.words)
    is_whole = address == HOME
    return Record(
        key=re.sub(r"\W+", "-", address.path).strip("-") or "site",
        is_page=True,
        title=site if is_whole else title,
        container="" if is_whole else site,
        authors=tuple(name_of(author) for author in review.authors),
        organisation=review.organisation or "",
        issued=edition.day,
        version=edition.version,
        address=review.address + address.path if review.has_address else "",
        doi=edition.doi if is_whole else "",
        language="en",
    )


def source_record(review: Review) -> Record:
    """The source of the review, whose findings the pages tell."""
    source = review.source
    authors = tuple(name_of(author) for author in source.authors)
    return Record(
        key=_letters(authors[0].family) + str(source.year),
        is_page=False,
        title=source.title,
        container=source.journal,
        authors=authors,
        issued=source.year,
        address=source.address,
        doi=source.doi or "",
        volume=_printed(source.volume),
        issue=_printed(source.issue),
        pages=_printed(source.pages),
        article_number=_printed(source.article_number),
        language=source.language or "",
    )


def _letters(name: str) -> str:
    """A name in the letters that every program takes within a key: Côté is cote."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"\W", "", plain.lower()) or "source"


def _printed(value: str | int | None) -> str:
    return "" if value is None else str(value)
