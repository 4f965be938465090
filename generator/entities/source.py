"""The source: its bibliographic record, and the sections and paragraphs that locators name."""

from typing import Annotated

from pydantic import Field, StrictInt

from generator.entities.base import Entity, Locator, Slug, Sourced, Text
from generator.entities.names import Author, in_a_row
from generator.entities.numbers import Whole, Year
from generator.entities.texts import Address, Doi, Language, Printed, Title


class Paragraph(Entity):
    """A paragraph of the source, as far as locators need it."""

    sentences: Annotated[Whole, Field(ge=1)]
    """How many sentences it has."""
    opens: Text
    """Its first words, four at most, so that a reader can find it."""


class Caption(Entity):
    """A table, box or figure that a locator can name, for example `methods table-1`."""

    id: Slug
    """What locators name."""
    label: Title
    """What readers see: Table 1; or caption of Table 1, where the rest of it was not at hand."""
    rows: Annotated[StrictInt, Field(ge=1, le=9999)] | None = None
    """How many rows it has below its headings, so that `methods table-1.4` names the fourth."""

    @property
    def whole(self) -> str:
        """What it is called where one of its rows is named: “Table 1”."""
        return self.label.removeprefix("caption of ")


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
    """Its tables, boxes and figures that locators can name."""


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
    """How much the source itself says that it includes: “all” is said where as many have a file."""

    interventions: Annotated[Whole, Field(ge=1)] | None = None
    """How many interventions."""
    studies: Annotated[Whole, Field(ge=1)] | None = None
    """How many studies."""


class Source(Entity):
    """The bibliographic record and the sections of the source."""

    noun: Title
    """What to call it on the pages: article, report, thesis."""
    read: Title | None = None
    """What of it was read, after “the”, where it is not its text: report’s abstract and tables."""
    title: Title
    """Its title."""
    authors: Annotated[tuple[Author, ...], Field(min_length=1)]
    """Its authors, in their order, a line for each: Ann Example; Núñez Íñiguez, Ana María; or
    organisation: Example Trust."""
    journal: Title
    """Where it was published."""
    year: Year
    """When it was published."""
    volume: Printed | None = None
    """The volume that it stands in."""
    issue: Printed | None = None
    """The issue of the volume."""
    pages: Printed | None = None
    """Its pages: 31-38."""
    article_number: Printed | None = None
    """What a journal without pages gives it instead."""
    doi: Doi | None = None
    """Its DOI, without https://doi.org/."""
    language: Language | None = None
    """The language of its text and title as a code, such as en or pt-BR: which words of a title
    references write with capitals depends on it."""
    url: Address | None = None
    """The page with its whole text, where its DOI does not lead there, or to cite without one."""
    preprint_doi: Doi | None = None
    """The DOI of its preprint."""
    last_search: Title | None = None
    """When its evidence was last searched for, in words."""
    last_search_at: tuple[Locator, ...] = ()
    """Where it says so."""
    includes: Included | None = None
    """How many interventions and studies it includes; without it no page says “all”."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """Its sections, in their order."""
    files: tuple[SourceFile, ...] = ()
    """The files beside its text that something here rests on."""
    missing: tuple[Missing, ...] = ()
    """Its parts that were not at hand."""

    @property
    def by(self) -> str:
        """Its authors as running text names them."""
        return in_a_row(self.authors)

    @property
    def address(self) -> str:
        """Where it is read: where its DOI leads, else its url; empty where it has neither."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url or ""

    @property
    def address_in_text(self) -> str:
        """Its address as it stands within a sentence."""
        return self.address.removeprefix("https://")

    @property
    def text(self) -> str:
        """What was read of it, after “the”: “article’s text”."""
        return self.read or f"{self.noun}’s text"

    @property
    def published_in(self) -> str:
        """The journal and the place in it: “Journal of Examples, volume 4, issue 2, page 31”."""
        pages = "page" if str(self.pages).isdigit() else "pages"
        parts = {
            "volume": self.volume,
            "issue": self.issue,
            pages: self.pages,
            "article number": self.article_number,
        }
        known = [f"{name} {value}" for name, value in parts.items() if value is not None]
        return ", ".join([self.journal, *known])
