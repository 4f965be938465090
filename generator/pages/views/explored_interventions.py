"""Interventions as a table to explore, by the attributes by which the review compares them."""

from __future__ import annotations

from generator.entities import Attribute, Intervention
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.explorer import (
    STATED,
    Explorer,
    ExplorerCell,
    ExplorerColumn,
    ExplorerGroup,
    ExplorerRow,
    FilterValue,
    explorer,
    gap,
)
from generator.pages.views.names import Names
from generator.pages.views.rows import attribute_row


def intervention_explorer(library: Library, names: Names) -> Explorer:
    """Every intervention by every attribute by which interventions are compared."""
    items = library.interventions.values()
    facets = [a for a in library.attributes.attributes if a.facet]
    return explorer(
        names.words.intervention,
        f"grouped by {names.words.format.one}",
        [ExplorerColumn(a.id, a.label) for a in facets],
        (_row(n, item, facets, library, names) for n, item in enumerate(items)),
        intervention_groups(library, names),
        whole=addresses.INTERVENTIONS,
    )


def intervention_groups(library: Library, names: Names) -> list[tuple[ExplorerGroup, set[str]]]:
    """The formats in their order, then what is known instead of one; each with its ids."""
    kind_of = {item.id: _kind(item, library, names) for item in library.interventions.values()}
    order = [choice.label for choice in library.format.choices]
    rank = {
        kind: order.index(kind.title) if kind.title in order else len(order)
        for kind in kind_of.values()
    }
    return [
        (kind, {id for id, own in kind_of.items() if own == kind})
        for kind in sorted(rank, key=rank.__getitem__)
    ]


def _kind(item: Intervention, library: Library, names: Names) -> ExplorerGroup:
    """The format under which an intervention stands, or what is known instead."""
    format = library.format
    shown = attribute_row(item, format, library, names)
    labels = [value if isinstance(value, str) else value.text for value in shown.values]
    if not labels:
        title = f"{format.label}: {shown.short_label}"
        return ExplorerGroup(title, (), name=f"{format.id}-{shown.state}")
    return ExplorerGroup(
        " and ".join(labels), (), name="-and-".join(map(str, item.values_of(format.id)))
    )


def _row(
    n: int, item: Intervention, facets: list[Attribute], library: Library, names: Names
) -> ExplorerRow:
    cells = tuple(cell_of(item, attribute, library, names) for attribute in facets)
    shown = (cell.shown.provenance.places for cell in cells if cell.shown.provenance)
    places = dict.fromkeys(place for places in shown for place in places)
    return ExplorerRow(item.id, names.full(item.id), cells, n, tuple(places))


def cell_of(
    item: Intervention, attribute: Attribute, library: Library, names: Names
) -> ExplorerCell:
    """What an intervention says of an attribute, and what it is found under there."""
    shown, values = attribute_row(item, attribute, library, names), item.values_of(attribute.id)
    if not values:
        return ExplorerCell(shown, (gap(shown),))
    if attribute.kind == "choice":
        choices = {choice.id: (n, choice.label) for n, choice in enumerate(attribute.choices)}
        beside = names.plain(shown.text or "")
        own = ((str(value), *choices[str(value)]) for value in values)
        return ExplorerCell(shown, tuple(FilterValue(id, label, n, beside) for id, n, label in own))
    first = values[0]
    return ExplorerCell(
        shown, (FilterValue(STATED, "stated", str(first) if isinstance(first, str) else first),)
    )
