"""The data for programs, one file each: lists of every kind, and a file for each thing with a page.

The addresses and the keys of version 1 stay: a key may be added, and none goes or changes its
meaning; then there would be a version 2 beside it. `tests/site/data/api_v1_keys.txt` holds them.
Source of the description: https://spec.openapis.org/oas/v3.1.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.citing.edition import Edition
from generator.entities import Moved
from generator.library.kinds import KINDS, MOVED, Kind, by_register
from generator.library.library import Library
from generator.pages import addresses
from generator.site.files import Make, as_json

VERSION = "1"
START = f"api/v{VERSION}/"
INDEX = f"{START}index.json"
DESCRIPTION = f"{START}openapi.json"
_JSON = "application/json"
SHOWN: tuple[Kind[Any], ...] = tuple(kind for kind in KINDS if kind.is_shown)


def files(library: Library, edition: Edition) -> dict[str, Make]:
    """Every file by its path within the site."""
    made: dict[str, Make] = {
        INDEX: lambda: as_json(_index(library, edition)),
        DESCRIPTION: lambda: as_json(_description(library)),
    }
    for kind in SHOWN:
        if items := library.all(kind):
            made[list_of(kind)] = partial(_list, library, kind)
        if addresses.OF_KIND[kind.name].has_pages:
            for item in items:
                made[file_of(kind, item.id)] = partial(_one, library, kind, item)
    return {**dict(_of_gone(library)), **made}


def _of_gone(library: Library) -> Iterator[tuple[str, Make]]:
    """The files of things that are no more, each with what became of it."""
    for item in library.all(MOVED):
        kind, id, part = by_register(item.was) or (None, "", "")
        if kind and id and not part and addresses.OF_KIND[kind.name].has_pages:
            yield file_of(kind, id), partial(_gone, library, kind, id, item)


def _gone(library: Library, kind: Kind[Any], id: str, item: Moved) -> str:
    kept = library.review.whole(addresses.at(kind.name, id)[0].path)
    return as_json({"kind": kind.name, "id": id, "page": kept, "gone": item})


def _list(library: Library, kind: Kind[Any]) -> str:
    return as_json([_thing(library, kind, item) for item in library.all(kind)])


def _one(library: Library, kind: Kind[Any], item: Any) -> str:
    return as_json(_thing(library, kind, item))


def list_of(kind: Kind[Any]) -> str:
    """The file with everything of a kind, what is retired included."""
    return f"{START}{kind.download_key}.json"


def file_of(kind: Kind[Any], id: str) -> str:
    """The file of one thing that has a page."""
    return f"{START}{kind.download_key}/{id}.json"


def by_page(library: Library) -> dict[str, str]:
    """The file that says the same as a page, by the path of the page."""
    return {
        addresses.at(kind.name, id)[0].path: file_of(kind, id)
        for kind in SHOWN
        if addresses.OF_KIND[kind.name].has_pages
        for id in library.of(kind)
    }


def _thing(library: Library, kind: Kind[Any], item: Any) -> dict[str, Any]:
    """One thing: what it is, where it is shown, and its YAML as JSON."""
    id = getattr(item, "id", "")
    page, fragment = addresses.at(kind.name, id)
    shown = library.review.whole(page.path + (f"#{fragment}" if fragment else ""))
    told = {"kind": kind.name, "id": id, "page": shown, "data": item}
    return {key: value for key, value in told.items() if value != ""}


def _index(library: Library, edition: Edition) -> dict[str, Any]:
    review = library.review
    return {
        "api": VERSION,
        "title": review.title,
        "version": edition.version or None,
        "date": edition.day.isoformat() if edition.day else None,
        "changed-since": edition.since or None,
        "licence": review.licence,
        "source": review.source.address or review.source.title,
        "description": review.whole(DESCRIPTION),
        "lists": [
            {
                "kind": kind.name,
                "list": review.whole(list_of(kind)),
                "count": len(library.all(kind)),
                "schema": review.whole(kind.schema_file),
            }
            for kind in SHOWN
            if library.all(kind)
        ],
    }


def _description(library: Library) -> dict[str, Any]:
    review = library.review
    paths = {f"/{INDEX}": _get("What there is.", {"type": "object"})}
    for kind in SHOWN:
        one = {
            "type": "object",
            "required": ["kind", "page"],
            "properties": {
                "kind": {"const": kind.name},
                "id": {"type": "string"},
                "page": {"type": "string"},
                "data": {"type": "object", "description": f"As {kind.schema_file} says."},
                "gone": {"type": "object", "description": "In place of data: what became of it."},
            },
        }
        if library.all(kind):
            every = {"type": "array", "items": one}
            paths[f"/{list_of(kind)}"] = _get(f"{kind.heading}: everything.", every)
        if library.all(kind) and addresses.OF_KIND[kind.name].has_pages:
            path = f"/{file_of(kind, '{id}')}"
            paths[path] = {"parameters": [_id(kind)], **_get(f"{kind.heading}: one.", one)}
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{review.title}: data", "version": VERSION},
        "servers": [{"url": review.address if review.has_address else "/"}],
        "paths": paths,
    }


def _id(kind: Kind[Any]) -> dict[str, Any]:
    words = f"The id, as {list_of(kind)} lists it."
    schema = {"type": "string"}
    return {"name": "id", "in": "path", "required": True, "schema": schema, "description": words}


def _get(summary: str, schema: dict[str, Any]) -> dict[str, Any]:
    found = {"description": summary, "content": {_JSON: {"schema": schema}}}
    return {"get": {"summary": summary, "responses": {"200": found}}}
