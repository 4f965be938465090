"""Records as CSL-JSON, which style processors and reference managers read.

Source: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.citing.record import Record


def item(record: Record) -> dict[str, Any]:
    """A record as an item of CSL-JSON, without what it lacks."""
    authors: list[dict[str, str]] = [
        {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
        for name in record.authors
    ]
    publisher = record.organisation
    if publisher and not authors:
        authors, publisher = [{"literal": publisher}], ""
    known = {
        "id": record.key,
        "type": "webpage" if record.is_page else "article-journal",
        "title": record.title,
        "container-title": record.container,
        "author": authors,
        "publisher": publisher,
        "issued": {"date-parts": [_parts(record.issued)]} if record.issued else None,
        "version": record.version,
        "volume": record.volume,
        "issue": record.issue,
        "page": record.pages,
        "number": record.article_number,
        "DOI": record.doi,
        "URL": record.address,
        "language": record.language,
    }
    return {name: value for name, value in known.items() if value}


def _parts(day: date | int) -> list[int]:
    return [day] if isinstance(day, int) else [day.year, day.month, day.day]
