"""Evidence tables: rows and counts come from the data, never from a typed total."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.check.recount import Recounts
from generator.entities import Claim, EvidencePage, EvidenceTable
from generator.entities.claim_check import SumCheck
from generator.pages import addresses
from generator.pages.by_format import ByFormat
from generator.pages.views.choices import ChoicesTable, choices_table
from generator.pages.views.claims import ClaimView, claim_view
from generator.pages.views.common import RemarkView, remark_view
from generator.pages.views.cross import CrossTable, cross_table
from generator.pages.views.explorer import Explorer
from generator.pages.views.figures.charts import chart
from generator.pages.views.figures.figure import Figure
from generator.pages.views.figures.flow import FlowTable, flow_table
from generator.pages.views.figures.lineage import LineageTable, lineage_table
from generator.pages.views.intervention_table import InterventionsTable, interventions_table
from generator.pages.views.long_tables import is_to_explore, pages_of
from generator.pages.views.names import Link, Names
from generator.pages.views.states import StatesTable, states_table
from generator.pages.views.support import SupportTable, support_table

PRINTED = "printed"
"""The heading of the claims; no table of a page has that of another."""
LONG, WIDE = 3, 4
"""A table of more columns scrolls where it must, or gets the width of the side bars."""


@dataclass(frozen=True)
class PartsTable:
    """Parts that the source prints, added up beside its own total."""

    parts: tuple[tuple[str, int], ...]
    total: int
    printed_total: int


@dataclass(frozen=True)
class TableView:
    """One table, of one of the kinds that there are, with its chart where that kind has one."""

    id: str
    caption: str
    choices: ChoicesTable | None = None
    interventions: InterventionsTable | None = None
    explorer: Explorer | None = None
    cross: CrossTable | None = None
    states: StatesTable | None = None
    lineage: LineageTable | None = None
    support: SupportTable | None = None
    flow: FlowTable | None = None
    parts: PartsTable | None = None
    places: tuple[Link, ...] = ()
    columns: int = 0
    figure: Figure | None = None
    file: str = ""
    """The file with its rows."""

    @property
    def is_long(self) -> bool:
        """Whether its rows hold so much that its first column stays in sight beside them."""
        return self.columns > LONG

    @property
    def pages(self) -> tuple[TablePage, ...]:
        """Its rows, so many at a time; none where they are no more than one page holds."""
        return tuple(
            TablePage(id, title, self._only(rows))
            for id, title, rows in pages_of(self.id, self.caption, self._length)
        )

    @property
    def _length(self) -> int:
        table = self.interventions or self.support
        return len(table.rows) if table else 0

    def _only(self, rows: slice) -> TableView:
        if self.interventions:
            few = replace(self.interventions, rows=self.interventions.rows[rows])
            return replace(self, interventions=few)
        assert self.support, "no other table has pages"
        return replace(self, support=replace(self.support, rows=self.support.rows[rows]))


@dataclass(frozen=True)
class TablePage:
    """Some rows of a table that has too many for one page."""

    id: str
    title: str
    view: TableView


@dataclass(frozen=True)
class EvidencePageView:
    """A page of evidence tables."""

    title: str
    summary: str
    tables: tuple[TableView, ...]
    notes: tuple[RemarkView, ...]
    claims: tuple[ClaimView, ...] = ()
    claims_file: str = ""
    """The file with the rows of the table of claims."""

    @property
    def is_wide(self) -> bool:
        """Whether a table needs the width that the side bars take."""
        return any(table.columns > WIDE for table in self.tables)

    @property
    def is_explored(self) -> bool:
        """Whether there is a table to explore among them."""
        return any(table.explorer for table in self.tables)

    @property
    def is_drawn(self) -> bool:
        """Whether there is a chart among them, which can be kept."""
        return any(table.figure for table in self.tables)


def evidence_page_view(
    page: EvidencePage,
    recounts: Recounts,
    names: Names,
    by_format: ByFormat,
    explored: Callable[[], Explorer],
) -> EvidencePageView:
    """The view of one page of evidence tables; `explored` gives that of all interventions."""
    library = names.library
    return EvidencePageView(
        page.title,
        page.summary,
        tuple(
            replace(
                _table(table, page, names, by_format, explored),
                figure=chart(table, page, library, names),
            )
            for table in page.tables
        ),
        tuple(remark_view(note, names) for note in page.notes),
        tuple(claim_view(library.claims[id], library, recounts, names) for id in page.claims),
        addresses.table_rows(page.id, PRINTED),
    )


def _table(
    table: EvidenceTable,
    page: EvidencePage,
    names: Names,
    by_format: ByFormat,
    explored: Callable[[], Explorer],
) -> TableView:
    library = names.library
    view = TableView(table.id, table.caption, file=addresses.table_rows(page.id, table.id))
    match table.kind:
        case "choices":
            attribute = library.attribute(table.columns[0])
            return replace(view, choices=choices_table(attribute, library, names, by_format))
        case "interventions":
            if is_to_explore(table):
                every = explored()
                return replace(view, explorer=every, columns=every.width)
            listed = interventions_table(table, library, names)
            return replace(view, interventions=listed, columns=len(listed.columns))
        case "cross":
            down, across = map(library.attribute, table.columns)
            crossed = cross_table(down, across, library, names)
            return replace(view, cross=crossed, columns=len(crossed.columns))
        case "states":
            states = states_table(library)
            return replace(view, states=states, columns=len(states.columns))
        case "flow":
            return replace(view, flow=flow_table(table, library, names))
        case "lineage":
            steps = lineage_table([*map(library.attribute, table.columns)], library, names)
            return replace(view, lineage=steps)
        case "support":
            return replace(view, support=support_table(library, names))
    claim = library.claims[table.claim or ""]
    return replace(view, parts=_parts(claim), places=names.places(claim.at))


def _parts(claim: Claim) -> PartsTable:
    assert isinstance(claim.check, SumCheck), "held by the rule on tables"
    parts = tuple((part.label, part.value) for part in claim.check.parts)
    return PartsTable(parts, sum(value for _, value in parts), claim.check.total)
