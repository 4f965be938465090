"""Findings in full: with their hedges, what they rest on and the theories they bear on."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities import Finding
from generator.entities.words import opening
from generator.pages.views.common import RemarkView, remark_view
from generator.pages.views.names import Link, Names

KIND_LABELS = {"demi-regularity": "Demi-regularity: a pattern that recurs"}
"""What the kind of a finding is called, where the word alone says too little."""


@dataclass(frozen=True)
class TieView:
    """Who ties a finding to its theories, and why where it is this site."""

    basis: str
    why: str | None

    @property
    def is_ours(self) -> bool:
        """Whether this site ties it, and not the source."""
        return self.basis == "inferred"


@dataclass(frozen=True)
class FindingView:
    """A finding with the theories it bears on."""

    remark: RemarkView
    kind: str
    kind_label: str
    theories: tuple[Link, ...] = ()
    tie: TieView | None = None
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    about: str = ""
    """The formats that it is about: “Formats: …; …”, or empty where it names none."""

    @property
    def label(self) -> str:
        """What readers see before it: its kind; nothing before a fact."""
        return "" if self.kind == "fact" else self.kind_label


def finding_view(finding: Finding, names: Names) -> FindingView:
    """A finding with the theories it bears on, and who ties them to it."""
    tie = finding.tie
    return FindingView(
        remark_view(finding, names),
        finding.kind,
        KIND_LABELS.get(finding.kind, opening(finding.kind)),
        names.all(tie.theories) if tie else (),
        TieView(tie.basis, tie.why) if tie else None,
        named_lists(finding),
        _about(finding, names),
    )


def named_lists(finding: Finding) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The lists that the source prints, by the names that readers see."""
    lists = finding.lists.items()
    return tuple((name.replace("-", " ").capitalize(), entries) for name, entries in lists)


def format_labels(finding: Finding, names: Names) -> tuple[str, ...]:
    """The formats that a finding is about, as readers know them."""
    choices = names.library.format.choices
    return tuple(choice.label for choice in choices if choice.id in finding.formats)


def _about(finding: Finding, names: Names) -> str:
    labels = format_labels(finding, names)
    noun = opening(names.words.format.of(len(labels)))
    return f"{noun}: {'; '.join(labels)}" if labels else ""
