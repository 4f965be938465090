"""JSON Schemas for editors, made from the entities and from what the review records."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import VERSION

from generator.check import report_formats
from generator.diff.report import Report
from generator.entities.base import REFERS_TO
from generator.entities.describe import entities_in, meanings
from generator.files import of_program
from generator.library import own_lists
from generator.library.kinds import KINDS
from generator.library.library import Library
from generator.library.shape import adapter
from generator.site.files import as_json

DIFF = "schema/diff.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(library: Library) -> dict[str, str]:
    """The JSON Schema of every file of a review, and of the JSON of check and diff, by path."""
    return {path: make() for path, make in files(library).items()}


def files(library: Library) -> dict[str, Callable[[], str]]:
    """What makes each of them."""
    shapes: dict[str, Any] = {**{kind.schema_file: kind.shape for kind in KINDS}, DIFF: Report}
    return {
        **{path: partial(_schema, path, shape, library) for path, shape in shapes.items()},
        report_formats.JSON_SCHEMA: partial(_of_check, library.review.address),
    }


def _of_check(address: str) -> str:
    return as_json(report_formats.json_schema(address))


def _schema(path: str, entity: Any, library: Library) -> str:
    # To make one takes Pydantic longer than a page takes, and it is the same for any review.
    made = of_program.kept(f"{Path(path).stem}-of-any-review", VERSION, partial(_draft, entity))
    schema = json.loads(made)
    _fill_in(schema, _choices(library))
    return as_json({"$schema": _DIALECT, "$id": library.review.address + path, **schema})


def _draft(entity: Any) -> bytes:
    """The schema without what a review lists of its own."""
    schema = adapter(entity).json_schema(by_alias=True)
    _describe(schema, {model.__name__: meanings(model) for model in entities_in(entity)})
    return json.dumps(schema, ensure_ascii=False).encode()


def _describe(schema: dict[str, Any], known: dict[str, dict[str, str]]) -> None:
    """Give every key its meaning, for the editor to show."""
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, value in part.get("properties", {}).items():
            meaning = known.get(part.get("title", ""), {}).get(key)
            if meaning:
                value["description"] = meaning


def _choices(library: Library) -> dict[str, list[str]]:
    """The ids that an editor can offer: those that change only with the review's own design."""
    own = own_lists.labels(library.review, library.attributes)
    return {name: list(ids) for name, ids in own.items()}


def _fill_in(schema: Any, choices: dict[str, list[str]]) -> None:
    """Turn references to what the review defines into lists to choose from."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key != REFERS_TO:
                _fill_in(value, choices)
        if schema.get(REFERS_TO) in choices and "enum" not in schema:
            schema["enum"] = choices[schema[REFERS_TO]]
    elif isinstance(schema, list):
        for item in schema:
            _fill_in(item, choices)
