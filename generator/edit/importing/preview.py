"""The report of an import, for people and for machines."""

from __future__ import annotations

import json

from generator.edit.importing.plan import Item, Kind, Plan, Spot

_TITLES: dict[Kind, tuple[str, str]] = {
    "made": ("Files that would be made", "Files made"),
    "added": ("Would be added", "Added"),
    "changed": ("Would be changed", "Changed"),
    "contradicted": ("Contradictions", "Contradictions"),
    "not-placed": ("Could not be placed", "Could not be placed"),
    "note": ("Also", "Also"),
}


def as_text(plan: Plan, written: list[str] | None) -> str:
    """The report in words; `written` is None for a preview, or the files that changed."""
    blocks = [f"{plan.source.label} ({plan.source.id})"]
    for kind, titles in _TITLES.items():
        items = [item for item in plan.items if item.kind == kind]
        if items:
            lines = [f"  {_line(item)}" for item in items]
            title = titles[0 if written is None else 1]
            blocks.append("\n".join([f"{title} ({len(items)})", *lines]))
    if written is not None:
        end = f"Written: {', '.join(written)}." if written else "Nothing had to be written."
    elif plan.edits or plan.new:
        end = "This is a preview: nothing was written. To write it, add --write."
    else:
        end = "Nothing would change."
    end = end if plan.placed else _NOTHING
    return "\n\n".join([*blocks, end])


def as_json(plan: Plan, written: list[str] | None) -> str:
    """The report as JSON: every item with its place and the id it is about."""
    items: dict[str, object] = {
        kind: [_data(item) for item in plan.items if item.kind == kind] for kind in _TITLES
    }
    data: dict[str, object] = {
        "source": {"id": plan.source.id, "label": plan.source.label},
        "is-preview": written is None,
        "written": written or [],
        "placed": plan.placed,
        **items,
    }
    return json.dumps(data, indent=1, ensure_ascii=False)


_NOTHING = "Nothing could be placed: nothing in the file is about anything that this review has."
FORMATS = {"text": as_text, "json": as_json}
"""The reports by what --format calls them."""


def _line(item: Item) -> str:
    arrow = f" -> {item.target}" if item.target else ""
    start = f"{_words(item.spot)}{arrow}" if item.spot else item.target
    return f"{start}: {item.message}" if start else item.message


def _words(spot: Spot) -> str:
    """“row 12, column 3”, with table and row within it where the file has several tables."""
    words = f"row {spot.row}"
    if spot.row != spot.row_in_table:
        words += f" (table {spot.table}, row {spot.row_in_table})"
    return words + (f", column {spot.column}" if spot.column else "")


def _data(item: Item) -> dict[str, object]:
    place: dict[str, object] = {}
    if item.spot:
        place = {
            "table": item.spot.table,
            "row": item.spot.row,
            "row-in-table": item.spot.row_in_table,
            "column": item.spot.column or None,
        }
    return {**place, "id": item.target or None, "message": item.message}
