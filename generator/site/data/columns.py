"""The columns of the tables that people open: what each is called, means, and is made from."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace
from functools import cached_property
from typing import Any, get_args

from generator.check.recount import Recounts
from generator.entities import (
    Attribute,
    Claim,
    Finding,
    Intervention,
    Sourced,
    Statement,
    Study,
    Theory,
)
from generator.entities.study import Fact
from generator.entities.support import Support
from generator.library.kinds import CLAIM, FINDING, INTERVENTION, STUDY, THEORY
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.views.basis import BASIS_LABELS
from generator.pages.views.claims import HOW_LABELS, ClaimView, claim_view
from generator.pages.views.findings import format_labels, named_lists
from generator.pages.views.names import Link, Names
from generator.pages.views.recounts import every_name
from generator.pages.views.rows import attribute_row
from generator.site.data import cells
from generator.site.data.column import Column, Making, column, column_of

NOT_STATED = "not stated"


class Columns:
    """The columns of each table, in the words of one review."""

    def __init__(self, library: Library, recounts: Recounts) -> None:
        self.library, self.recounts, self.names = library, recounts, Names(library)
        self.words, self.source = library.review.words, library.review.source

    def interventions(self) -> list[Column]:
        """A row for each intervention: its attributes in words."""
        own = [
            *(column_of(Intervention, key) for key in ("id", "number", "title")),
            column_of(Intervention, "summary", lambda item: self.names.plain(item.summary)),
        ]
        address = self._address(lambda item: addresses.at(INTERVENTION.name, item.id))
        recorded = list(map(self._attribute, self.library.attributes.attributes))
        taken = {one.key for one in (*own, address)}
        others = taken | {one.key for one in recorded}
        apart = (_apart(one, others) if one.key in taken else one for one in recorded)
        return [*own, *apart, address]

    def _attribute(self, attribute: Attribute) -> Column:
        def cell(item: Intervention) -> str:
            known = attribute_row(item, attribute, self.library, self.names)
            if not known.values:
                return known.told
            values = [v.text if isinstance(v, Link) else v for v in known.values]
            said = " and ".join(values) + (f" ({known.text})" if known.text else "")
            note = f". Note: {self.names.plain(known.note)}" if known.note else ""
            return cells.marked(self.names.plain(said), known.state) + note

        return Column(attribute.id, attribute.label, attribute.meaning, cell)

    def theories(self) -> list[Column]:
        """A row for each theory: its statements one after another."""
        plain = self.names.plain

        def said(statements: tuple[Statement, ...]) -> str:
            # Each begins with its id, which shows where the statement before it and its mark end.
            named = (f"{s.id}: {cells.marked(plain(s.text), s.basis)}" for s in statements)
            return " ".join(named) or NOT_STATED

        return [
            column_of(Theory, "id"),
            column_of(Theory, "number", lambda item: str(item.number or "")),
            column_of(Theory, "group", self._group),
            column_of(Theory, "title"),
            column_of(Theory, "summary", lambda item: plain(item.summary)),
            *self._models(),
            column_of(Theory, "contexts", lambda item: said(item.contexts)),
            column_of(Theory, "mechanisms", lambda item: said(item.mechanisms)),
            column_of(Theory, "outcomes", lambda item: said(item.outcomes)),
            self._address(lambda item: addresses.at(THEORY.name, item.id)),
        ]

    def _models(self) -> list[Column]:
        if not self.library.has_two_models:
            return []
        meaning = "Whether the {} model has it: present, absent, or not stated."
        return [
            column("initial", meaning.format(self.words.initial), cells.initial),
            column("final", meaning.format(self.words.final), cells.final),
        ]

    def _group(self, theory: Theory) -> str:
        return self.library.group(theory.group).title if theory.group else ""

    def statements(self) -> list[Column]:
        """A row for each context, mechanism and outcome: (theory, kind, statement)."""
        return [
            *self._part_of_theory(),
            column("kind", "Context, mechanism or outcome.", lambda item: item[1]),
            column_of(Statement, "text", lambda item: self.names.plain(item[2].text)),
            *self._change(),
            column_of(Statement, "quotes", lambda item: "; ".join(item[2].quotes)),
            column_of(Statement, "note", lambda item: self.names.plain(item[2].note or "")),
            *self._provenance(lambda item: item[2]),
            self._address(lambda item: (addresses.theory(item[0].id), item[2].id)),
        ]

    def _change(self) -> list[Column]:
        """What became of a statement, in the words of its page; none where there is one model."""
        labels = self.words.change_labels
        made = column_of(Statement, "change", lambda item: labels[item[2].change])
        return [made] if self.library.has_two_models else []

    def support(self) -> list[Column]:
        """A row for each tie of a theory to what bears on it: (theory, tie)."""
        return [
            *self._part_of_theory(),
            column_of(Support, "how", lambda item: item[-1].how),
            column("by", "What it is that does.", lambda item: self.names.full(item[-1].by).text),
            column(
                "intervention-id",
                f"Its id, where it is one of the {self.words.intervention.many}.",
                lambda item: item[-1].intervention or "",
                names="interventions",
            ),
            column(
                "study-id",
                f"Its id, where it is one of the {self.words.study.many}.",
                lambda item: item[-1].study or "",
                names="studies",
            ),
            column_of(Support, "text", lambda item: self.names.plain(item[-1].text or "")),
            column_of(Support, "quotes", lambda item: "; ".join(item[-1].quotes)),
            column_of(Support, "note", lambda item: self.names.plain(item[-1].note or "")),
            *self._provenance(lambda item: item[-1]),
            self._address(lambda item: (addresses.theory(item[0].id), item[-1].id)),
        ]

    def _part_of_theory(self) -> list[Column]:
        noun = self.words.theory.one
        meaning = f"The {noun} that it belongs to."
        both = f"The id of the {noun}, a space, and its own, which is permanent within the {noun}."
        return [
            column("id", both, lambda item: f"{item[0].id} {item[-1].id}"),
            column("theory-id", f"The id of the {noun}.", lambda item: item[0].id, "theories"),
            column("theory", meaning, lambda item: self.names.plain_title(item[0])),
        ]

    def studies(self) -> list[Column]:
        """A row for each study that the source includes."""

        def fact(name: Fact) -> Making:
            def cell(study: Study) -> str:
                known = study.fact(name)
                return self.names.plain(known.text) if known else cells.spaced(study.state_of(name))

            return cell

        return [
            *(column_of(Study, key) for key in ("id", "title", "citation", "year", "doi", "url")),
            *(column_of(Study, name, fact(name)) for name in get_args(Fact)),
            self._address(lambda item: addresses.at(STUDY.name, item.id)),
        ]

    def findings(self) -> list[Column]:
        """A row for each finding, with who ties it to theories."""
        bears = f"The {self.words.theory.many} that it bears on, in whole or in part."
        tied = "Who ties it to them, and why where it is this site."
        return [
            column_of(Finding, "id"),
            column_of(Finding, "topic", lambda item: cells.spaced(item.topic)),
            column(
                "kind",
                "A benefit, limit, risk or pattern; finding, where it is none of these.",
                lambda item: "finding" if item.kind == "fact" else item.kind,
            ),
            column_of(Finding, "text", lambda item: self.names.plain(item.text)),
            column_of(Finding, "quotes", lambda item: "; ".join(item.quotes)),
            column_of(Finding, "lists", self._lists),
            column_of(Finding, "note", lambda item: self.names.plain(item.note or "")),
            column_of(Finding, "formats", lambda item: "; ".join(format_labels(item, self.names))),
            column("theories", bears, self._tied_to),
            column("tied-by", tied, self._tied_by),
            *self._provenance(lambda item: item),
            self._address(lambda item: addresses.at(FINDING.name, item.id)),
        ]

    def _lists(self, finding: Finding) -> str:
        lists = named_lists(finding)
        return self.names.plain(" ".join(f"{name}: {'; '.join(said)}." for name, said in lists))

    def _tied_to(self, finding: Finding) -> str:
        return cells.listed(self.names.all(finding.tie.theories)) if finding.tie else ""

    def _tied_by(self, finding: Finding) -> str:
        tie = finding.tie
        return (
            f"{BASIS_LABELS[tie.basis]}. {self.names.plain(tie.why or '')}".strip() if tie else ""
        )

    def claims(self) -> list[Column]:
        """A row for each claim of the source, with what became of checking it, as its page says."""

        def said(words: Callable[[ClaimView], str | None]) -> Making:
            return lambda item: self.names.plain(words(self._checked[item.id]) or "")

        ways = "; ".join(HOW_LABELS.values())
        return [
            column_of(Claim, "id"),
            column_of(Claim, "text", said(lambda view: view.text)),
            column_of(Claim, "printed", said(lambda view: view.printed)),
            column("found", f"What checking it found, after how: {ways}.", said(cells.found)),
            column_of(Claim, "verdict", said(lambda view: view.verdict_label)),
            column_of(Claim, "severity", said(lambda view: view.severity)),
            column_of(Claim, "problem", said(lambda view: view.problem)),
            column_of(Claim, "same-problem-as", lambda item: item.same_problem_as or "", "claims"),
            column_of(Claim, "explanation", said(lambda view: view.explanation)),
            column_of(Claim, "readings", said(cells.readings)),
            column_of(Claim, "assessment", said(lambda view: view.assessment)),
            column("concerns", "What it concerns.", said(lambda view: cells.listed(view.about))),
            self._places(lambda item: item),
            column_of(Claim, "tension", said(lambda view: cells.listed(view.tension))),
            self._address(lambda item: addresses.at(CLAIM.name, item.id)),
        ]

    @cached_property
    def _checked(self) -> dict[str, ClaimView]:
        """What the page says of each claim, made when the first row is."""
        known = self.library.current(CLAIM).items()
        checked = (self.library, self.recounts, self.names)
        return {id: claim_view(it, *checked, naming=every_name) for id, it in known}

    def _provenance(self, of: Callable[[Any], Sourced]) -> list[Column]:
        basis = f"What it rests on: {'; '.join(BASIS_LABELS.values())}."
        return [
            column("basis", basis, lambda item: BASIS_LABELS[of(item).basis]),
            column("why", "The reasoning.", lambda item: self.names.plain(of(item).why or "")),
            self._places(of),
        ]

    def _places(self, of: Callable[[Any], Any]) -> Column:
        meaning = f"Where in the {self.source.noun} it stands."
        return column("places", meaning, lambda item: cells.listed(self.names.places(of(item).at)))

    def _address(self, of: Callable[[Any], tuple[Address, str]]) -> Column:
        review = self.library.review
        meaning = "Where this site shows it"
        meaning += (
            "." if review.has_address else ": a path, since it has no address of its own yet."
        )

        def cell(item: object) -> str:
            page, fragment = of(item)
            return review.whole(page.path + (f"#{fragment}" if fragment else ""))

        return column("address", meaning, cell)


def _apart(column: Column, others: Container[str]) -> Column:
    """A column whose key is another’s, under a key of its own."""
    key = f"attribute-{column.key}"
    while key in others:
        key = f"attribute-{key}"
    return replace(column, key=key)
