"""Files by which archives and hosts of code cite a review: `CITATION.cff` and `.zenodo.json`.

Sources: https://github.com/citation-file-format/citation-file-format/blob/main/schema-guide.md,
https://help.zenodo.org/docs/github/describe-software/zenodo-json (of a repository with both files
Zenodo reads its own alone) and https://developers.zenodo.org/#deposit-metadata for its fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

from generator.citing.edition import Edition
from generator.citing.licences import licence_at
from generator.citing.record import Record, page_record, source_record
from generator.entities import Release, Review
from generator.pages import addresses

CITATION, ZENODO = "CITATION.cff", ".zenodo.json"
_OTHER_LICENCE = "notspecified"
"""What Zenodo is told of a licence that it may not know: told nothing, it takes CC0 for data."""


def deposits(review: Review, release: Release) -> dict[str, str]:
    """Both files by their names; none where the review names nobody, since both need somebody.

    Their address is that at which the version is kept.
    """
    record = page_record(review, Edition(release), review.title, addresses.HOME)
    if record.address:
        record = replace(record, address=review.address + addresses.kept(release.version).path)
    if not (record.authors or record.organisation):
        return {}
    about = dict(_known(_citation(review, release, record)))
    return {CITATION: _yaml(about), ZENODO: _json(dict(_known(_zenodo(review, release, record))))}


def _citation(review: Review, release: Release, record: Record) -> dict[str, Any]:
    licence = licence_at(review.licence_url)
    return {
        "cff-version": "1.2.0",
        "message": "Please cite this site with its version, and the source that it rests on.",
        "type": "dataset",
        "title": review.title,
        "abstract": review.description,
        "authors": _people(record),
        "version": release.version,
        "date-released": str(release.date),
        "doi": release.doi,
        "url": record.address,
        "repository": review.repository if record.address else "",
        "license": licence.spdx if licence else None,
        "license-url": "" if licence else review.licence_url,
        "references": [dict(_known(_source(review)))],
    }


def _source(review: Review) -> dict[str, Any]:
    record = source_record(review)
    return {
        "type": "article",
        "title": record.title,
        "authors": _people(record),
        "journal": record.container,
        "year": review.source.year,
        "doi": record.doi,
        "url": "" if record.doi else record.address,
    }


def _people(record: Record) -> list[dict[str, str]]:
    people = [
        {"family-names": name.family, "given-names": name.given}
        if name.given
        else {"name": name.family}
        for name in record.authors
    ]
    return people or [{"name": record.organisation}]


def _zenodo(review: Review, release: Release, record: Record) -> dict[str, Any]:
    names = [name.turned for name in record.authors] or [record.organisation]
    source = {"identifier": review.source.doi or review.source.url, "relation": "isDerivedFrom"}
    pages = {"identifier": record.address, "relation": "isSourceOf"}
    licence = licence_at(review.licence_url)
    return {
        "upload_type": "dataset",
        "title": review.title,
        "description": escape(review.description, quote=False),
        "creators": [{"name": name} for name in names],
        "version": release.version,
        "publication_date": str(release.date),
        "language": "eng",
        "access_right": "open",
        # Small letters: of `CC-BY-4.0` it makes CC BY 1.0. Source: `legacy_to_rdm` in
        # zenodo/zenodo-rdm, site/zenodo_rdm/legacy/vocabularies/licenses.py.
        "license": licence.spdx.lower() if licence else _OTHER_LICENCE,
        "notes": escape(review.licence, quote=False),
        "related_identifiers": [
            {**one, "resource_type": kind}
            for one, kind in ((source, "publication-article"), (pages, "other"))
            if one["identifier"]
        ],
    }


def _known(values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, value) for key, value in values.items() if value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _yaml(about: dict[str, Any]) -> str:
    """A mapping as YAML: its values as JSON, which is YAML and cannot be misread."""
    return "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in about.items()
    )
