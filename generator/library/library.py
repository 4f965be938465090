"""A realist review as a whole: what it holds by name, and what follows from all of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import get_args

from generator.entities import (
    Attribute,
    Attributes,
    Claim,
    Decision,
    EvidencePage,
    Finding,
    GlossaryEntry,
    Intervention,
    MiddleRangeTheory,
    Register,
    RelatedEvidence,
    Release,
    Released,
    Review,
    Study,
    Theory,
)
from generator.entities.guidance import Matrix
from generator.entities.review import TheoryGroup
from generator.entities.study import Fact
from generator.entities.support import Support
from generator.library import kinds
from generator.library.holdings import Holdings

# A review without interventions has no file of attributes.
_NO_FORMAT = Attribute.model_construct(
    id="", group="", label="", meaning="", kind="choice", choices=()
)
_NO_ATTRIBUTES = Attributes.model_construct(format="", groups=(), attributes=())


@dataclass(frozen=True)
class Library(Holdings):
    """What a realist review holds by the names of its kinds, and what follows from all of it."""

    @cached_property
    def review(self) -> Review:
        """What the review says of itself and of its source."""
        return self.of(kinds.REVIEW)[""]

    @cached_property
    def attributes(self) -> Attributes:
        """What is recorded of interventions; nothing where the review has none."""
        return self.one(kinds.ATTRIBUTES) or _NO_ATTRIBUTES

    @cached_property
    def theories(self) -> Mapping[str, Theory]:
        """The programme theories that count: all but the retired ones."""
        return self.current(kinds.THEORY)

    @property
    def every_theory(self) -> Mapping[str, Theory]:
        """The theories that have a page: the retired ones, too."""
        return self.of(kinds.THEORY)

    @cached_property
    def interventions(self) -> Mapping[str, Intervention]:
        """The interventions that count: all but the retired ones."""
        return self.current(kinds.INTERVENTION)

    @property
    def every_intervention(self) -> Mapping[str, Intervention]:
        """The interventions that have a page: the retired ones, too."""
        return self.of(kinds.INTERVENTION)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each intervention and each theory among all of both."""
        both = (*self.every_intervention, *self.every_theory)
        return {id: place for place, id in enumerate(both)}

    @cached_property
    def included_studies(self) -> Mapping[str, Study]:
        """The studies of the source that count: all but the retired ones."""
        return self.current(kinds.STUDY)

    @property
    def every_study(self) -> Mapping[str, Study]:
        """The studies that have a page: the retired ones, too."""
        return self.of(kinds.STUDY)

    @property
    def middle_range(self) -> Mapping[str, MiddleRangeTheory]:
        """The middle-range theories by their ids."""
        return self.of(kinds.MIDDLE_RANGE_THEORY)

    @property
    def findings(self) -> Mapping[str, Finding]:
        """What the source says beside its theories."""
        return self.of(kinds.FINDING)

    @property
    def claims(self) -> Mapping[str, Claim]:
        """What the source claims and can be checked."""
        return self.of(kinds.CLAIM)

    @property
    def guidance(self) -> Mapping[str, Decision]:
        """The decisions for which there is a page of guidance."""
        return self.of(kinds.DECISION)

    @property
    def evidence(self) -> Mapping[str, EvidencePage]:
        """The pages of evidence tables."""
        return self.of(kinds.EVIDENCE_PAGE)

    @property
    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """The terms."""
        return self.all(kinds.GLOSSARY)

    @property
    def changes(self) -> tuple[Release, ...]:
        """What changed for readers, release by release."""
        return self.all(kinds.CHANGES)

    @property
    def releases(self) -> tuple[Released, ...]:
        """The versions that are kept, the oldest first."""
        return self.all(kinds.RELEASES)

    @property
    def related_evidence(self) -> RelatedEvidence | None:
        """Publications from outside the source."""
        return self.one(kinds.RELATED_EVIDENCE)

    @property
    def register(self) -> Register:
        """Every id that was published."""
        return self.one(kinds.IDS) or Register()

    @cached_property
    def recorded_of_studies(self) -> tuple[Fact, ...]:
        """What the review records of its studies: of what it records of none, no page speaks."""
        return tuple(
            name
            for name in get_args(Fact)
            if any(study.state_of(name) != "not-extracted" for study in self.every_study.values())
        )

    @cached_property
    def ties(self) -> tuple[tuple[Theory, Support], ...]:
        """Each tie of a theory to an intervention or a study, but for those that are retired."""
        return tuple(
            (theory, item)
            for theory in self.theories.values()
            for item in theory.support
            if item.by not in self.retired
        )

    @cached_property
    def tied(self) -> frozenset[str]:
        """The kinds of what theories are tied to: intervention, study, both or none."""
        return frozenset("intervention" if item.intervention else "study" for _, item in self.ties)

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """For each finding of guidance the first page that lists it: it stands in full there."""
        found: dict[str, str] = {}
        for decision in self.guidance.values():
            for section in decision.sections:
                for id in section.findings:
                    found.setdefault(id, decision.id)
        return found

    @cached_property
    def matrices(self) -> Mapping[str, Matrix]:
        """For each finding in a row of a matrix, the first matrix that has it."""
        found: dict[str, Matrix] = {}
        for matrix in (decision.matrix for decision in self.guidance.values() if decision.matrix):
            for row in matrix.rows:
                found.update((id, matrix) for id in row.findings if id not in found)
        return found

    @cached_property
    def explained_alone(self) -> tuple[str, ...]:
        """The terms, and other words for them, of which no page tells more than the glossary."""
        called = [
            *(word for page in self.guidance.values() for word in (page.title, *page.also)),
            *(page.title for page in self.evidence.values()),
            *(page.title for page in self.middle_range.values()),
        ]
        told = f" {' '.join(map(_plain, called))} "
        words = (word for entry in self.glossary for word in (entry.term, *entry.also))
        return tuple(word for word in words if f" {_plain(word)} " not in told)

    @cached_property
    def called(self) -> frozenset[str]:
        """What terms, pages of guidance and choices are called, in small letters."""
        choices = (choice for one in self.attributes.attributes for choice in one.choices)
        of_guidance = ((page.title, page.id, *page.also) for page in self.guidance.values())
        names = chain(self.explained_alone, *of_guidance, *(choice.also for choice in choices))
        return frozenset(name.lower() for name in names)

    @cached_property
    def has_two_models(self) -> bool:
        """Whether the theories say how they stand in an initial and in a final model."""
        return any(theory.model for theory in self.every_theory.values())

    @cached_property
    def rates_theories(self) -> bool:
        """Whether the source says of any theory as a whole how sure it is, on a scale."""
        return any(theory.confidence for theory in self.theories.values())

    def attribute(self, id: str) -> Attribute:
        """The attribute with this id. Raises KeyError where there is none."""
        return {one.id: one for one in self.attributes.attributes}[id]

    @property
    def format(self) -> Attribute:
        """The attribute that holds the format of an intervention; one without choices if none."""
        known = (a for a in self.attributes.attributes if a.id == self.attributes.format)
        return next(known, _NO_FORMAT)

    def group(self, id: str) -> TheoryGroup:
        """The group of theories with this id. Raises KeyError where there is none."""
        return {group.id: group for group in self.review.groups}[id]

    def theories_of(self, group: str) -> list[Theory]:
        """The theories of a group, in the order of their ids."""
        return [theory for theory in self.theories.values() if theory.group == group]


def _plain(text: str) -> str:
    """Its words in small letters, each as it is written without a hyphen."""
    return re.sub(r"[^\w\s]", "", text.lower())
