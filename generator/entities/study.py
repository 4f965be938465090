"""A study that the source includes: how, where and how well it was done, and what it reports."""

from datetime import date
from typing import Literal

from generator.entities.base import Entity, Locators, Mark, Remark, Retired, Slug, StudyId, Text
from generator.entities.intervention import State
from generator.entities.numbers import Whole, Year
from generator.entities.texts import Address, Doi, Title

Fact = Literal["design", "country", "quality"]
"""What is recorded of every study, where the review records it of any."""


class Report(Remark):
    """Something that the study reports, as the source tells it; it can be cited."""

    id: Mark
    """Permanent within the file: `r1` of `st1` is cited as /studies/st1/#r1."""


class RetiredStudy(Retired):
    """Says that a study is withdrawn."""

    successor: StudyId | None = None
    """The study to read instead."""


class Study(Entity):
    """One file in `studies/`: a study that the source includes, as the source tells of it."""

    id: Slug
    """The name of the file without its ending; it is the address and never changes."""
    title: Title
    """What pages call it, as the source does: Bean and others 2018, study A."""
    summary: Text | None = None
    """Ours, in plain words, no surer than the source."""
    at: Locators
    """Where the source names it, and says which intervention it is of."""
    citation: Text | None = None
    """The publication, as the source lists it."""
    year: Year | None = None
    """The year of the publication."""
    doi: Doi | None = None
    """Its DOI, without https://doi.org/."""
    url: Address | None = None
    """Where it can be read, if it has no DOI."""
    references: tuple[Whole, ...] = ()
    """The source’s reference numbers."""
    design: Remark | None = None
    """How it was done: trial, survey, interviews."""
    country: Remark | None = None
    """Where it was done."""
    quality: Remark | None = None
    """How good the source judges it to be, in the source’s own terms."""
    not_stated: tuple[Fact, ...] = ()
    """What was looked for and the source does not state of it."""
    reports: tuple[Report, ...] = ()
    """What it reports."""
    note: Text | None = None
    """What an editor wants the reader to know about it."""
    checked: date | None = None
    """The day on which somebody last compared all of this file with the source, if recorded."""
    retired: RetiredStudy | None = None
    """Why it is withdrawn, where it is: the page stays, and says so."""

    def fact(self, name: Fact) -> Remark | None:
        """What the source says of its design, its country or its quality."""
        known: Remark | None = getattr(self, name)
        return known

    def state_of(self, name: Fact) -> State:
        """What is known of one of these, in one word."""
        known = self.fact(name)
        if known is not None:
            return known.basis
        return "not-stated" if name in self.not_stated else "not-extracted"
