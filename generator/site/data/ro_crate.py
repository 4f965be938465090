"""`ro-crate-metadata.json`: what the folder of the data is, who made it and from what, as RO-Crate.

It lies beside the files that it describes, so that the folder can be kept or deposited as it is.
Source: https://www.researchobject.org/ro-crate/specification/1.2/.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Any

from generator.citing.edition import Edition
from generator.citing.licences import licence_at
from generator.citing.record import Record, page_record, source_record
from generator.entities import Review
from generator.entities.names import Name
from generator.pages import addresses
from generator.site.files import as_json

_SPECIFICATION = "https://w3id.org/ro/crate/1.2"
_DESCRIPTOR = {
    "@id": "ro-crate-metadata.json",
    "@type": "CreativeWork",
    "about": {"@id": "./"},
    "conformsTo": {"@id": _SPECIFICATION},
}


def ro_crate(review: Review, edition: Edition, files: Iterable[tuple[str, str, str, int]]) -> str:
    """The crate of an edition; of what changed since a version nobody can tell the day.

    `files` are those of the data: the path of each, its type, what it holds, its bytes.
    """
    record = page_record(review, edition, f"{review.title}: data", addresses.DATA)
    source, conditions = source_record(review), _conditions(review)
    licence = _licence(review) or conditions
    made = [_file(*file) for file in files]
    people, body, article = _people(record, "author"), _body(record), _article(source)
    kept = _kept(review, edition)
    whole = {
        **_whole(review, edition, record),
        "license": _to([licence]),
        "usageInfo": _to([conditions]),
        "author": _to(people or body),
        "publisher": _to(body),
        "isBasedOn": _to([*kept, article]),
        "hasPart": _to(made),
    }
    licences = [conditions] if licence is conditions else [licence, conditions]
    others = [*licences, *people, *body, *kept, article, *_people(source, "author-of-the-source")]
    graph = [_known(one) for one in (_DESCRIPTOR, whole, *made, *others)]
    return as_json({"@context": f"{_SPECIFICATION}/context", "@graph": graph})


def _whole(review: Review, edition: Edition, record: Record) -> dict[str, Any]:
    """What the folder is, but for what else the crate names."""
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": record.title,
        "description": review.description,
        "version": record.version,
        "datePublished": str(record.issued or ""),
        "url": record.address,
        "identifier": f"https://doi.org/{edition.doi}" if edition.doi else "",
    }


def _kept(review: Review, edition: Edition) -> list[dict[str, Any]]:
    """The version that these data came after."""
    kept, named = edition.kept(addresses.DATA), f"{review.title}: data, version {edition.since}"
    there = {"@type": "Dataset", "name": named}
    return [{"@id": review.whole(kept.path), **there}] if kept else []


def _file(path: str, kind: str, holds: str, size: int) -> dict[str, Any]:
    start = posixpath.dirname(addresses.RO_CRATE)
    name = posixpath.relpath(path, start)
    return {
        "@id": name,
        "@type": "File",
        "name": name,
        "description": holds,
        "encodingFormat": kind,
        "contentSize": str(size),
    }


def _licence(review: Review) -> dict[str, Any] | None:
    """The licence by its short name; by its address, where no name is known for that."""
    if not review.licence_url:
        return None
    known = licence_at(review.licence_url)
    name = known.name if known else review.licence_url
    return {"@id": review.licence_url, "@type": "CreativeWork", "name": name}


def _conditions(review: Review) -> dict[str, Any]:
    """How the data may be used, in the words of the review."""
    return {
        "@id": "#conditions-of-use",
        "@type": "CreativeWork",
        "name": "Conditions of use",
        "description": review.licence,
    }


def _people(record: Record, called: str) -> list[dict[str, Any]]:
    return [
        {
            "@id": f"#{called}-{number}",
            "@type": "Organization" if name.is_organisation else "Person",
            "name": name.whole,
            **_parts(name),
        }
        for number, name in enumerate(record.authors, 1)
    ]


def _parts(name: Name) -> dict[str, str]:
    """Those of a person’s name; an organisation’s has none."""
    parts = {"givenName": name.given, "familyName": name.family}
    return {} if name.is_organisation else parts


def _body(record: Record) -> list[dict[str, Any]]:
    """The organisation that publishes it, if one does."""
    named = {"@id": "#organisation", "@type": "Organization", "name": record.organisation}
    return [named] if record.organisation else []


def _article(source: Record) -> dict[str, Any]:
    return {
        "@id": source.address or "#source",
        "@type": "ScholarlyArticle",
        "name": source.title,
        "author": _to(_people(source, "author-of-the-source")),
        "datePublished": str(source.issued),
    }


def _to(things: list[dict[str, Any]]) -> Any:
    """What leads to these, each by its id; to one alone without a list."""
    found = [{"@id": one["@id"]} for one in things]
    return found[0] if len(found) == 1 else found


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
