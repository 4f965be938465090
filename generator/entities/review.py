"""The review as a whole: its source, its groups of theories, and what the site says of itself."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StrictInt

from generator.entities.base import Entity, Locator, Remark, Slug, Text


class Paragraph(Entity):
    """A paragraph of the source, as far as locators need it."""

    sentences: Annotated[StrictInt, Field(ge=1)]
    opens: Text
    """Its first words, four at most, so that a reader can find it."""


class Caption(Entity):
    """A caption of the source that a locator can name, for example `methods table-1`."""

    id: Slug
    label: Text


class Section(Entity):
    """A section of the source."""

    id: Slug
    title: Text
    short: Text | None = None
    """A shorter title for locators, where the title is long."""
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]
    captions: tuple[Caption, ...] = ()


class Missing(Entity):
    """A part of the source that the site was made without."""

    part: Text
    holds: Text
    fills: Text | None = None
    """What a contributor who has it can fill in."""


class Source(Entity):
    """The bibliographic record and the sections of the source."""

    noun: Text
    """What to call it on the pages: article, report, thesis."""
    title: Text
    authors: Annotated[tuple[Text, ...], Field(min_length=1)]
    journal: Text
    year: StrictInt
    doi: Text | None = None
    preprint_doi: Text | None = None
    last_search: Text
    """When its evidence was last searched for, in words."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    missing: tuple[Missing, ...] = ()


class TheoryGroup(Entity):
    """A group of programme theories, such as those on take-up."""

    id: Slug
    title: Text
    subject: Text
    numbered: Text
    """How a numbered theory is called, with {number}: “Negative theory {number}”."""
    prefixes: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The letters its ids begin with."""
    evidence: tuple[Remark, ...] = ()


class Link(Entity):
    """A link within the site, by the address of its page."""

    text: Text
    to: Text


class Door(Entity):
    """One of the ways into the site from its first page."""

    title: Text
    text: Text
    links: Annotated[tuple[Link, ...], Field(min_length=1)]


class Home(Entity):
    """The first page."""

    lead: Text
    doors: Annotated[tuple[Door, ...], Field(min_length=1)]
    not_this: Annotated[tuple[Text, ...], Field(min_length=1)]


class Service(Entity):
    """Somewhere to turn for help."""

    name: Text
    text: Text
    phone: Text | None = None
    url: Text | None = None


class Help(Entity):
    """The note on every page and the page it leads to."""

    notice: Text
    link: Text
    title: Text
    intro: Text
    services: Annotated[tuple[Service, ...], Field(min_length=1)]


class Convention(Remark):
    """How the source marks its model, and what of it can be known here."""

    caveat: Text


class Review(Entity):
    """`seeds/review.yml`."""

    title: Text
    description: Text
    address: Annotated[str, Field(strict=True, pattern=r"^https?://[^\s]+/$")]
    """Where the site is published; ends with a slash."""
    repository: Annotated[str, Field(strict=True, pattern=r"^https?://[^\s]+/$")]
    """Where the YAML files can be edited; ends with a slash."""
    licence: Text
    home: Home
    help: Help
    source: Source
    groups: Annotated[tuple[TheoryGroup, ...], Field(min_length=1)]
    convention: Convention
    remarks: tuple[Remark, ...] = ()
    """What holds for every theory, however sure the theory itself."""
    theories_lack: tuple[Text, ...] = ()
    """What the source does not give of any theory; each theory adds its own."""
    unknown_models_lack: tuple[Text, ...] = ()
    """What it does not give of theories whose initial model is not stated."""
    cautions: tuple[Remark, ...] = ()
    """What must stand beside every number about the evidence."""


class GlossaryEntry(Entity):
    """A term and what it means on this site."""

    term: Text
    meaning: Text
    at: tuple[Locator, ...] = ()
    """Where the source defines it; none where the definition is ours."""


class Release(Entity):
    """A dated set of changes to the data or the pages."""

    version: Text
    date: date
    changes: Annotated[tuple[Text, ...], Field(min_length=1)]
