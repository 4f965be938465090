"""The page of one programme theory."""

from __future__ import annotations

from dataclasses import dataclass

from generator.check.recount import Recounts
from generator.entities import Review, Theory
from generator.entities.middle_range import Use
from generator.entities.theory import Refinement, Relation, TheoryFormat
from generator.entities.words import Words, opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks
from generator.pages.views import formats, support
from generator.pages.views.common import Provenance, RetiredView, provenance, retired_view
from generator.pages.views.links import TiedPage, neighbours
from generator.pages.views.listed import Listed, list_of, listed
from generator.pages.views.names import Link, Names
from generator.pages.views.revisions import RevisionView, revision_view
from generator.pages.views.statements import (
    ChainView,
    ConfigurationPart,
    configuration_parts,
    follows_from,
)
from generator.pages.views.support import SupportView
from generator.pages.views.theory_sections import (
    Bearing,
    Sureness,
    TheoryOrigin,
    bearing,
    guidance,
    origin,
    sureness,
)


@dataclass(frozen=True)
class FormatView:
    """A format that the theory bears on, or several, and the interventions that have one."""

    text: str
    these: str
    """What the text names: “this format”, or “these formats”."""
    interventions: Listed[Link]
    provenance: Provenance


@dataclass(frozen=True)
class ReadingOfView:
    """A notice that the theory's place in the model is this site's reading."""

    claim: Link
    letter: str
    readings: int
    why: str


@dataclass(frozen=True)
class TheoryView:
    """Everything that the page of a theory shows."""

    id: str
    title: str
    name: str
    summary: str
    group: Link | None
    subject: str
    change: str
    change_label: str
    """Empty where the review has one model."""
    standing: str
    """The same, with the model that it stands in where what became of it is not stated."""
    reading_of: ReadingOfView | None
    sorting: str
    """Whose sorting into contexts, mechanisms and outcomes it is."""
    parts: tuple[ConfigurationPart, ...]
    sureness: Sureness
    support: tuple[SupportView, ...]
    support_nouns: str
    """What theories of this review are tied to, in words; empty where they are not."""
    formats: tuple[FormatView, ...]
    has_formats: bool
    """Whether the review tells interventions apart by a format at all."""
    middle_range: Listed[TiedPage]
    related: Listed[TiedPage]
    """Theories that it is related to, before those that say so of it."""
    follows_from: Listed[ChainView]
    """The outcomes that lead to the theory as a whole."""
    revisions: tuple[RevisionView, ...]
    bearing: Bearing
    guidance: Listed[Link]
    not_stated: tuple[str, ...]
    not_at_hand: tuple[str, ...]
    refined_by: tuple[Refinement, ...]
    """Later publications; what this site adds to the source."""
    origin: TheoryOrigin
    note: str | None
    neighbours: tuple[Link | None, Link | None]
    retired: RetiredView | None

    @property
    def change_mark(self) -> str:
        """What became of it, where it has to be marked: nothing where it is not stated."""
        return "" if self.change == "not-stated" else self.change_label

    @property
    def lists_interventions(self) -> bool:
        """Whether any format lists interventions, which is no evidence and has to be said."""
        return any(format.interventions.first for format in self.formats)


def theory_view(
    theory: Theory, library: Library, recounts: Recounts, names: Names, back: Backlinks
) -> TheoryView:
    """The view of one theory."""
    group = library.group(theory.group) if theory.group else None
    return TheoryView(
        id=theory.id,
        title=names.theory_title(theory),
        name=names.plain_name(theory),
        summary=theory.summary,
        group=Link(group.title, addresses.THEORIES, group.id) if group else None,
        subject=group.subject if group else "",
        change=theory.change,
        change_label=names.words.change_labels[theory.change] if theory.model else "",
        standing=_standing(theory, names.words),
        reading_of=_reading_of(theory, library, names),
        sorting=_sorting(library.review),
        parts=configuration_parts(theory, names, back),
        sureness=sureness(theory, library, names),
        support=support.of_theory(theory.support, names),
        support_nouns=support.nouns(library),
        formats=tuple(_format(f, library, names, back) for f in theory.formats),
        has_formats=bool(library.format.choices),
        middle_range=_middle_range(theory, names, back),
        related=_related(theory, names, back),
        follows_from=follows_from(back.steps.get(theory.id, ()), names),
        revisions=tuple(revision_view(revision, names) for revision in theory.revisions),
        bearing=bearing(theory, names, back),
        guidance=guidance(theory, library, back),
        not_stated=_not_stated(theory, library),
        not_at_hand=theory.not_at_hand,
        refined_by=theory.refined_by,
        origin=origin(theory, recounts, names, back),
        note=theory.note,
        neighbours=neighbours(theory.id, names, back),
        retired=retired_view(theory, names),
    )


def _standing(theory: Theory, words: Words) -> str:
    if theory.model is None:
        return ""
    label = words.change_labels[theory.change]
    if theory.change == "not-stated" and theory.is_final:
        read = " by this site’s reading" if theory.reading_of else ""
        return f"In the {words.final} model{read}. {label}"
    return label


def _middle_range(theory: Theory, names: Names, back: Backlinks) -> Listed[TiedPage]:
    def show(tie: tuple[str, Use]) -> TiedPage:
        return TiedPage(names.link(tie[0]), tie[1].text, provenance(tie[1], names))

    where = list_of("middle-range theories", addresses.MIDDLE_RANGE)
    return listed(back.uses.get(theory.id, ()), show, where)


def _related(theory: Theory, names: Names, back: Backlinks) -> Listed[TiedPage]:
    def show(tie: tuple[str, Relation]) -> TiedPage:
        return TiedPage(names.full(tie[0]), tie[1].text, provenance(tie[1], names))

    own = ((relation.theory, relation) for relation in theory.related)
    both = (*own, *back.related.get(theory.id, ()))
    return listed(both, show, list_of(names.words.theory.many, addresses.THEORIES))


def _sorting(review: Review) -> str:
    """Who sorted the statements, as it stands in a sentence."""
    return f"the {review.source.noun}’s" if review.sorted_by == "source" else "this site’s"


def _not_stated(theory: Theory, library: Library) -> tuple[str, ...]:
    """What the source does not give of this theory, of any, and of those that stand as it does."""
    review = library.review
    final = review.final_theories_lack if theory.is_final else ()
    is_unknown = theory.model is not None and theory.initial == "not-stated"
    unknown = review.unknown_models_lack if is_unknown else ()
    return (*theory.not_stated, *review.theories_lack, *final, *unknown)


def _reading_of(theory: Theory, library: Library, names: Names) -> ReadingOfView | None:
    reading = theory.reading_of
    if reading is None:
        return None
    claim = library.claims[reading.claim]
    return ReadingOfView(names.in_text(claim.id), reading.reading, len(claim.readings), reading.why)


def _format(item: TheoryFormat, library: Library, names: Names, back: Backlinks) -> FormatView:
    words = names.words
    labels = {choice.id: choice.label for choice in library.format.choices}
    default = {
        "any": f"It may bear on any {words.format.one}",
        "not-stated": f"{opening(words.format.one)} not stated",
        "named": "; ".join(labels[format] for format in item.formats),
    }[item.covers]
    where = formats.table(library, addresses.INTERVENTIONS, words.intervention.many)
    interventions = listed(back.formats.having(item.formats), names.link, where)
    text = (item.text or default).rstrip(".")
    noun = words.format
    these = f"these {noun.many}" if len(item.formats) > 1 else f"this {noun.one}"
    return FormatView(text, these, interventions, provenance(item, names))
