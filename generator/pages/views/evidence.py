"""Evidence tables: rows and counts come from the data, never from a typed total."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.check.recount import Recounts
from generator.entities import Attribute, EvidencePage, EvidenceTable, Intervention
from generator.entities.claim import SumCheck
from generator.entities.support import How, Support
from generator.library.library import Library
from generator.pages.views import formats
from generator.pages.views.claims import ClaimView, claim_view
from generator.pages.views.common import Link, Names, RemarkView, places, remark_view
from generator.pages.views.formats import Bearing
from generator.pages.views.intervention import Row, row
from generator.pages.views.support import COLUMNS, SupportView, of_theory


@dataclass(frozen=True)
class ChoiceRow:
    """A choice of an attribute and the interventions that have it."""

    label: str
    interventions: tuple[Link, ...]
    count: int
    contested: tuple[Link, ...]
    """Those of them for which the source contradicts itself."""
    places: tuple[Link, ...]
    """Where the source says it."""
    theories: tuple[Bearing, ...] = ()
    """For the format: theories that name it."""


@dataclass(frozen=True)
class InterventionRow:
    """An intervention with a cell for each column, and where the source says what they say."""

    link: Link
    cells: tuple[Row, ...]
    places: tuple[Link, ...]


@dataclass(frozen=True)
class SupportRow:
    """A theory, with what it is tied to in a cell for each column, and where the source says so."""

    link: Link
    cells: tuple[tuple[SupportView, ...], ...]
    places: tuple[Link, ...]


@dataclass(frozen=True)
class TableView:
    """One table; which of its lists are filled depends on its kind."""

    id: str
    caption: str
    kind: str
    attribute: str = ""
    columns: tuple[Attribute, ...] = ()
    choices: tuple[ChoiceRow, ...] = ()
    silent: tuple[Link, ...] = ()
    """Interventions for which the source states nothing; theories that are tied to nothing."""
    distinct: int = 0
    total: int = 0
    rows: tuple[InterventionRow, ...] = ()
    support: tuple[SupportRow, ...] = ()
    hows: tuple[str, ...] = ()
    """The headings of the columns of `support`."""
    parts: tuple[tuple[str, int], ...] = ()
    places: tuple[Link, ...] = ()
    printed_total: int = 0
    shows_theories: bool = False
    not_limited: tuple[Bearing, ...] = ()
    """Where theories are shown: those that bear on every format."""


@dataclass(frozen=True)
class EvidencePageView:
    """A page of evidence tables."""

    title: str
    summary: str
    tables: tuple[TableView, ...]
    notes: tuple[RemarkView, ...]
    claims: tuple[ClaimView, ...] = field(default=())


def evidence_page_view(
    page: EvidencePage, library: Library, recounts: Recounts, names: Names
) -> EvidencePageView:
    """The view of one page of evidence tables."""
    return EvidencePageView(
        page.title,
        page.summary,
        tuple(_table(table, library, names) for table in page.tables),
        tuple(remark_view(note, names) for note in page.notes),
        tuple(claim_view(library.claims[id], library, recounts, names) for id in page.claims),
    )


def _table(table: EvidenceTable, library: Library, names: Names) -> TableView:
    match table.kind:
        case "choices":
            return _choices(table, library.attribute(table.columns[0]), library, names)
        case "interventions":
            return _interventions(table, library, names)
        case "support":
            return _support(table, library, names)
    return _parts(table, library, names)


def _choices(
    table: EvidenceTable, attribute: Attribute, library: Library, names: Names
) -> TableView:
    interventions = list(library.interventions.values())
    values = {i.id: i.values_of(attribute.id) for i in interventions}
    is_format = attribute.id == library.format.id
    rows = []
    for choice in attribute.choices:
        members = [id for id, found in values.items() if choice.id in found]
        at = {
            a: None for id in members for a in library.interventions[id].attributes[attribute.id].at
        }
        rows.append(
            ChoiceRow(
                choice.label,
                names.all(members),
                len(members),
                names.all(id for id in members if len(values[id]) > 1),
                places(tuple(at), names),
                formats.naming(library, names, [choice.id]) if is_format else (),
            )
        )
    silent = [id for id, found in values.items() if not found]
    return TableView(
        table.id,
        table.caption,
        table.kind,
        attribute.label,
        choices=tuple(rows),
        silent=names.all(silent),
        distinct=len(values) - len(silent),
        total=len(values),
        shows_theories=is_format,
        not_limited=formats.not_limited(library, names) if is_format else (),
    )


def _interventions(table: EvidenceTable, library: Library, names: Names) -> TableView:
    columns = tuple(
        a for a in library.attributes.attributes
        if (a.facet if table.facets else a.id in table.columns)
    )  # fmt: skip
    stated: list[Intervention] = []
    silent: list[Intervention] = []
    for item in library.interventions.values():
        is_silent = table.stated_only and not any(item.values_of(a.id) for a in columns)
        (silent if is_silent else stated).append(item)
    return TableView(
        table.id,
        table.caption,
        table.kind,
        columns=columns,
        rows=tuple(_row(item, columns, library, names) for item in stated),
        silent=names.all(item.id for item in silent),
        distinct=len(stated),
        total=len(library.interventions),
    )


def _row(
    item: Intervention, columns: tuple[Attribute, ...], library: Library, names: Names
) -> InterventionRow:
    cells = tuple(row(item, attribute, library, names) for attribute in columns)
    places = dict.fromkeys(
        place for cell in cells if cell.provenance for place in cell.provenance.places
    )
    return InterventionRow(names.full(item.id), cells, tuple(places))


def _support(table: EvidenceTable, library: Library, names: Names) -> TableView:
    """The theories that are tied to something, with a column for each way that occurs."""
    tied: dict[str, list[Support]] = {}
    for theory, tie in library.ties:
        tied.setdefault(theory.id, []).append(tie)
    used = [how for how in COLUMNS if any(tie.how == how for _, tie in library.ties)]
    return TableView(
        table.id,
        table.caption,
        table.kind,
        support=tuple(_tied(id, ties, used, names) for id, ties in tied.items()),
        hows=tuple(COLUMNS[how] for how in used),
        silent=names.all(id for id in library.theories if id not in tied),
        total=len(library.theories),
    )


def _tied(id: str, ties: list[Support], used: list[How], names: Names) -> SupportRow:
    views = of_theory(ties, names)
    return SupportRow(
        names.full(id),
        tuple(tuple(view for view in views if view.how == how) for how in used),
        tuple(dict.fromkeys(place for view in views for place in view.remark.provenance.places)),
    )


def _parts(table: EvidenceTable, library: Library, names: Names) -> TableView:
    claim = library.claims[table.claim or ""]
    assert isinstance(claim.check, SumCheck), "held by the rule on tables"
    return TableView(
        table.id,
        table.caption,
        table.kind,
        parts=tuple((part.label, part.value) for part in claim.check.parts),
        total=sum(part.value for part in claim.check.parts),
        printed_total=claim.check.total,
        places=places(claim.at, names),
    )
