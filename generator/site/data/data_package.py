"""`datapackage.json`: what the tables are, for programs, as a Tabular Data Package.

Sources: https://specs.frictionlessdata.io/tabular-data-package/,
https://specs.frictionlessdata.io/table-schema/.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

from generator.citing.edition import Edition
from generator.citing.licences import licence_at
from generator.entities import Review
from generator.entities.names import name_of
from generator.pages import addresses
from generator.site.data.tables import DataTable
from generator.site.files import as_json

PROFILE = "tabular-data-package"


def data_package(review: Review, edition: Edition, tables: tuple[DataTable, ...]) -> str:
    """The description of the tables, as JSON."""
    known: dict[str, Any] = {
        "profile": PROFILE,
        "name": re.sub(r"[^a-z0-9]+", "-", review.title.lower()).strip("-"),
        "title": review.title,
        "description": review.description,
        "homepage": review.address if review.has_address else None,
        "version": edition.version,
        "licenses": _licences(review),
        "contributors": _contributors(review),
        "sources": [_source(review), *_kept(review, edition)],
        "resources": [_resource(table, tables) for table in tables],
    }
    told = {key: value for key, value in known.items() if value}
    return as_json(told)


def _licences(review: Review) -> list[dict[str, str]]:
    if review.licence_url is None:
        return []
    known, told = licence_at(review.licence_url), {"path": review.licence_url}
    named = {"name": known.spdx, "title": known.name} if known else {}
    return [{**named, **told, "description": review.licence}]


def _contributors(review: Review) -> list[dict[str, str]]:
    body = [{"title": review.organisation, "role": "publisher"}] if review.organisation else []
    return [{"title": name_of(author).whole, "role": "author"} for author in review.authors] + body


def _source(review: Review) -> dict[str, str]:
    source = review.source
    named = {
        "title": f"{source.title}. {source.journal}, {source.year}",
        "path": source.address,
    }
    return {key: value for key, value in named.items() if value}


def _kept(review: Review, edition: Edition) -> list[dict[str, str]]:
    """The version that these data came after."""
    kept = edition.kept(addresses.DATA)
    named = f"The data as they were in version {edition.since}"
    return [{"title": named, "path": review.whole(kept.path)}] if kept else []


def _resource(table: DataTable, tables: tuple[DataTable, ...]) -> dict[str, Any]:
    start = posixpath.dirname(addresses.DATA_PACKAGE)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": posixpath.relpath(table.path, start),
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(table, tables),
    }


def _schema(table: DataTable, tables: tuple[DataTable, ...]) -> dict[str, Any]:
    """What the columns hold, and which of them name rows of other tables."""
    return {
        "fields": [
            {
                "name": column.key,
                "type": "integer" if table.is_whole(position) else "string",
                "title": column.label,
                "description": column.meaning,
            }
            for position, column in enumerate(table.columns)
        ],
        "primaryKey": table.key,
        "foreignKeys": [
            {
                "fields": column.key,
                # A table calls itself by nothing.
                "reference": {
                    "resource": "" if named is table else named.name,
                    "fields": named.key,
                },
            }
            for column, named in table.links(tables)
        ],
    }
