"""The review as a whole: its groups of theories, its help, and what the site says of itself."""

from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, StrictInt

from generator.entities.base import Entity, FindingId, Locator, Remark, Slug, Text
from generator.entities.confidence import ConfidenceScale
from generator.entities.names import Author
from generator.entities.source import Source
from generator.entities.texts import (
    Address,
    Doi,
    Email,
    FolderAddress,
    Numbered,
    Phone,
    SitePath,
    Title,
    Version,
)
from generator.entities.words import Words


class TheoryGroup(Entity):
    """A group of programme theories, such as those on one outcome."""

    id: Slug
    """What theories name; never changes."""
    title: Title
    """What readers see."""
    subject: Text
    """What the group is about, in one sentence."""
    numbered: Numbered
    """How a numbered theory is called, with {number}: “Growing theory {number}”."""
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
    headlines: tuple[FindingId, ...] = ()
    """What the review found, in a few sentences: findings in their short form."""
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

    @property
    def dialled(self) -> str:
        """The number as a device dials it."""
        return (self.phone or "").replace(" ", "")


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
    also: tuple[Title, ...] = ()
    """What readers type who need help now: the search puts the page first where all words of one of
    these are typed, in any order and among others."""
    services: tuple[Service, ...] = ()
    """Where to turn."""
    leave_url: Address | None = None
    """Where “Leave this site” leads a reader who may be watched: a page that anyone may open."""

    @property
    def first_numbers(self) -> tuple[Service, ...]:
        """The services with a number that stand first: what a sheet of paper has room for."""
        return tuple(service for service in self.services if service.phone)[:3]


class Convention(Remark):
    """How the source marks its model, and what of it can be known here."""

    caveat: Text
    """What of the convention cannot be known here."""


class Review(Entity):
    """`seeds/review.yml`."""

    format: Annotated[StrictInt, Field(ge=1)] = 1
    """The format of the files; 1 where it is not said. `realist migrate` brings older ones up."""
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
    corrections: Email | None = None
    """Where readers without such an account can send a correction by e-mail."""
    licence: Text
    """How the data may be used."""
    licence_url: Address | None = None
    """Where the licence stands, for programs."""
    authors: tuple[Author, ...] = ()
    """Who made the site, as they are to be cited: “Ann Example” or “Example Sol, Ann”, or an
    organisation under the key “organisation”."""
    organisation: Title | None = None
    """The body that publishes the site; cited as its author where it names none."""
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
    confidence: ConfidenceScale | None = None
    """The scale on which the source says how sure it is of theories or statements."""
    remarks: tuple[Remark, ...] = ()
    """What holds for every theory, however sure the theory itself."""
    theories_lack: tuple[Text, ...] = ()
    """What the source does not give of any theory; each theory adds its own."""
    final_theories_lack: tuple[Text, ...] = ()
    """What it does not give of any theory that stands in the final model: of those that left it,
    it may say that there is none."""
    unknown_models_lack: tuple[Text, ...] = ()
    """What it does not give of theories whose initial model is not stated."""
    cautions: tuple[Remark, ...] = ()
    """What must stand beside every number about the evidence."""

    @property
    def has_address(self) -> bool:
        """False while `address` holds the place of one, which nobody can open or cite."""
        return not _is_placeholder(self.address)

    @property
    def has_repository(self) -> bool:
        """False while `repository` holds the place of one, so that no link may lead there."""
        return not _is_placeholder(self.repository)

    def whole(self, path: str) -> str:
        """The address of a path of the site; the path alone while the site has none that lasts."""
        return self.address + path if self.has_address else path


def _is_placeholder(address: str) -> bool:
    """Whether the host belongs to nobody (https://www.rfc-editor.org/rfc/rfc2606)."""
    host = (urlsplit(address).hostname or "").split(".")
    return host[-1] in ("example", "invalid") or host[-2:-1] == ["example"]


class GlossaryEntry(Entity):
    """A term and what it means on this site."""

    term: Title
    """The term."""
    meaning: Text
    """What it means on this site."""
    also: tuple[Title, ...] = ()
    """Other words for it, such as an abbreviation: named by this site, whatever the source."""
    at: tuple[Locator, ...] = ()
    """Where the source defines it; none where the definition is ours."""
    is_label: bool = False
    """True for a label of this site, which is no word of the field."""

    @property
    def anchor(self) -> str:
        """Its place on the page of all terms."""
        return "-".join(self.term.lower().split(" "))


class Release(Entity):
    """A dated set of changes to the data or the pages."""

    version: Version
    """Its number."""
    date: date
    """Its day; the newest dates the site."""
    changes: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What changed for readers."""
    doi: Doi | None = None
    """The DOI under which an archive keeps this version, once it has one."""

    @property
    def anchor(self) -> str:
        """Its place on the page of changes."""
        return anchor_of(self.version)


def anchor_of(version: str) -> str:
    """The place of a version on the pages that list them: `v1-2-0`."""
    return f"v{version.replace('.', '-')}"
