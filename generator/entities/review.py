"""The review as a whole: its source, its groups of theories, and what the site says of itself."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StrictInt

from generator.entities.base import Entity, Locator, Remark, Slug, Sourced, Text
from generator.entities.texts import Address, Doi, FolderAddress, Numbered, Phone, SitePath, Title
from generator.entities.words import Words


class Paragraph(Entity):
    """A paragraph of the source, as far as locators need it."""

    sentences: Annotated[StrictInt, Field(ge=1)]
    """How many sentences it has."""
    opens: Text
    """Its first words, four at most, so that a reader can find it."""


class Caption(Entity):
    """A caption of the source that a locator can name, for example `methods table-1`."""

    id: Slug
    """What locators name."""
    label: Title
    """What readers see."""


class Section(Entity):
    """A section of the source."""

    id: Slug
    """What locators begin with."""
    title: Title
    """The heading, as the source prints it."""
    short: Title | None = None
    """A shorter title for locators, where the title is long."""
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]
    """Its paragraphs, in their order."""
    captions: tuple[Caption, ...] = ()
    """Its captions that locators can name."""


class SourceFile(Entity):
    """A file that belongs to the source, whose rows a locator can name: `additional-file-5 row-3`.

    Rows are counted from 1 through all tables of the file, headings included.
    """

    id: Slug
    """The first word of its locators."""
    label: Title
    """What the source calls it: Additional File 5."""


class Missing(Entity):
    """A part of the source that the site was made without."""

    part: Title
    """What it is called."""
    holds: Text
    """What it holds."""
    fills: Text | None = None
    """What a contributor who has it can fill in."""


class Included(Sourced):
    """How many interventions the source itself says that it includes."""

    interventions: Annotated[StrictInt, Field(ge=1)]
    """The number; pages say “all” only where as many have a file."""


class Source(Entity):
    """The bibliographic record and the sections of the source."""

    noun: Title
    """What to call it on the pages: article, report, thesis."""
    read: Title | None = None
    """What of it was read, after “the”, where it is not its text: report’s abstract and tables."""
    title: Title
    """Its title."""
    authors: Annotated[tuple[Title, ...], Field(min_length=1)]
    """Its authors, in their order."""
    journal: Title
    """Where it was published."""
    year: StrictInt
    """When it was published."""
    doi: Doi | None = None
    """Its DOI, without https://doi.org/."""
    preprint_doi: Doi | None = None
    """The DOI of its preprint."""
    last_search: Title | None = None
    """When its evidence was last searched for, in words."""
    last_search_at: tuple[Locator, ...] = ()
    """Where it says so."""
    includes: Included | None = None
    """How many interventions it includes; without it no page says that these are all."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """Its sections, in their order."""
    files: tuple[SourceFile, ...] = ()
    """The files beside its text that something here rests on."""
    missing: tuple[Missing, ...] = ()
    """Its parts that were not at hand."""

    @property
    def text(self) -> str:
        """What was read of it, after “the”: “article’s text”."""
        return self.read or f"{self.noun}’s text"


class TheoryGroup(Entity):
    """A group of programme theories, such as those on take-up."""

    id: Slug
    """What theories name; never changes."""
    title: Title
    """What readers see."""
    subject: Text
    """What the group is about, in one sentence."""
    numbered: Numbered
    """How a numbered theory is called, with {number}: “Negative theory {number}”."""
    prefixes: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The letters its ids begin with."""
    evidence: tuple[Remark, ...] = ()
    """How sure the source is of the group together."""


class Link(Entity):
    """A link within the site, by the address of its page."""

    text: Title
    """What readers see."""
    to: SitePath
    """The address of a page of this site, such as guidance/."""


class Door(Entity):
    """One of the ways into the site from its first page."""

    title: Title
    """Who it is for."""
    text: Text
    """What is behind it."""
    links: Annotated[tuple[Link, ...], Field(min_length=1)]
    """Where it leads."""


class Home(Entity):
    """The first page."""

    lead: Text
    """What the site is, in a hundred words."""
    doors: Annotated[tuple[Door, ...], Field(min_length=1)]
    """The ways in."""
    not_this: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the site is not."""


class Service(Entity):
    """Somewhere to turn for help."""

    name: Title
    """What it is called."""
    text: Text
    """What it is for."""
    phone: Phone | None = None
    """Its number; only one that was verified."""
    url: Address | None = None
    """Its own site."""


class Help(Entity):
    """The note on every page and the page it leads to."""

    notice: Title
    """What stands on every page."""
    link: Title
    """The text of the link beside it."""
    title: Title
    """The heading of the page it leads to."""
    intro: Text
    """Its first sentences."""
    services: tuple[Service, ...] = ()
    """Where to turn."""


class Convention(Remark):
    """How the source marks its model, and what of it can be known here."""

    caveat: Text
    """What of the convention cannot be known here."""


class Review(Entity):
    """`seeds/review.yml`."""

    title: Title
    """The name of the site."""
    description: Text
    """What it is, in one sentence, for search engines."""
    address: FolderAddress
    """Where the site is published; ends with a slash."""
    repository: FolderAddress
    """Where the YAML files can be edited; ends with a slash."""
    account: Title | None = None
    """Whose account a correction there asks for, such as GitHub."""
    licence: Text
    """How the data may be used."""
    words: Words = Words()
    """What the review calls its things."""
    sorted_by: Literal["source", "site"] = "site"
    """Who sorted the statements into contexts, mechanisms and outcomes."""
    home: Home
    """The first page."""
    help: Help | None = None
    """The note on every page, and where to turn."""
    source: Source
    """What the review rests on."""
    groups: tuple[TheoryGroup, ...] = ()
    """The groups of theories, in their order."""
    convention: Convention | None = None
    """How the source marks its model."""
    remarks: tuple[Remark, ...] = ()
    """What holds for every theory, however sure the theory itself."""
    theories_lack: tuple[Text, ...] = ()
    """What the source does not give of any theory; each theory adds its own."""
    unknown_models_lack: tuple[Text, ...] = ()
    """What it does not give of theories whose initial model is not stated."""
    cautions: tuple[Remark, ...] = ()
    """What must stand beside every number about the evidence."""


class Register(Entity):
    """`seeds/ids.yml`: every id that was ever published, so that none vanishes unnoticed."""

    theories: tuple[Slug, ...] = ()
    """Programme theories."""
    middle_range: tuple[Slug, ...] = ()
    """Middle-range theories."""
    interventions: tuple[Slug, ...] = ()
    """Interventions."""
    findings: tuple[Slug, ...] = ()
    """Findings."""
    claims: tuple[Slug, ...] = ()
    """Claims."""
    guidance: tuple[Slug, ...] = ()
    """Pages of guidance."""
    evidence: tuple[Slug, ...] = ()
    """Pages of evidence tables."""


class GlossaryEntry(Entity):
    """A term and what it means on this site."""

    term: Title
    """The term."""
    meaning: Text
    """What it means on this site."""
    at: tuple[Locator, ...] = ()
    """Where the source defines it; none where the definition is ours."""


class Release(Entity):
    """A dated set of changes to the data or the pages."""

    version: Title
    """Its number."""
    date: date
    """Its day; the newest dates the site."""
    changes: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What changed for readers."""
