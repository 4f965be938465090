"""What the data are, how to cite them and how they may be used: it goes along with each file."""

from __future__ import annotations

from collections.abc import Iterator

from generator.citing.edition import Edition
from generator.citing.record import Record, page_record, source_record
from generator.entities.words import opening
from generator.library.library import Library
from generator.pages import addresses
from generator.site.data.columns import NOT_STATED

_APART = (
    " “does not apply” means that on this site’s reading it cannot have a value; its page says why."
)


def about(library: Library, edition: Edition) -> Iterator[tuple[str, str]]:
    """What is told, each line with its name; nothing of what is not known."""
    review = library.review
    yield "title", f"{review.title}: data"
    if edition.day:
        yield "version", f"Version {edition.version}, {edition.day.isoformat()}."
    elif edition.since:
        yield "version", f"{opening(edition.dated)}."
    yield "description", review.description
    yield (
        "words",
        f"“{NOT_STATED}” means that nothing of it stands in the {review.source.text}, and "
        "“not yet extracted” that nobody has looked yet; an empty cell never means that the source "
        "says “none”."
        + _APART
        * any(item.not_applicable for item in library.interventions.values()),
    )
    data = page_record(review, edition, f"{review.title}: data", addresses.DATA)
    yield "citation", f"To cite the data: {_line(data)}"
    if kept := edition.kept(addresses.DATA):
        yield "kept", f"The data as they were in version {edition.since}: {review.whole(kept.path)}"
    yield "source", f"The {review.source.noun}: {_line(source_record(review))}"
    yield "licence", review.licence
    if review.licence_url:
        yield "licence-address", review.licence_url


def _line(record: Record) -> str:
    """A reference in no journal’s style: files of data are made before the processor of styles."""
    who = "; ".join(name.turned for name in record.authors) or record.organisation
    when = str(record.issued or "")
    said = (who, record.title, record.container, when, record.address)
    return ". ".join(part for part in said if part)
