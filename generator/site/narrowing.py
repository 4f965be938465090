"""By what readers narrow what the search has found: what a page is, and what is recorded of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.entities import Attribute
from generator.entities.words import opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.views.explored_interventions import cell_of
from generator.pages.views.names import Names
from generator.site.found_as import kind_in_words


@dataclass(frozen=True)
class Narrowing:
    """One thing to choose by, such as the country, and the pages that each choice leaves."""

    label: str
    choices: dict[str, list[Address]]
    """By their label; an intervention of which the source says two things stands under both."""


def narrowings(found: Iterable[Address], names: Names) -> Iterator[Narrowing]:
    """By kind of page, by group of theories, and by each attribute that an evidence table counts.

    `found` are the pages of the site. What leaves nothing to choose is left out.
    """
    library, words = names.library, names.words
    kinds = _gathered((kind_in_words(page, words), page) for page in found)
    groups = {group.id: group.title for group in library.review.groups}
    of_groups = _gathered(
        (groups[theory.group], addresses.theory(id))
        for id, theory in library.theories.items()
        if theory.group in groups
    )
    yield from (
        narrowing
        for narrowing in (
            Narrowing("Kind", dict(sorted(kinds.items()))),
            Narrowing(f"Group of {words.theory.many}", of_groups),
            *(Narrowing(one.label, _choices(one, names)) for one in _counted(library)),
        )
        if len(narrowing.choices) > 1
    )


def _counted(library: Library) -> list[Attribute]:
    tables = [table for page in library.evidence.values() for table in page.tables]
    counted = {id for table in tables if table.kind == "choices" for id in table.columns}
    return [one for one in library.attributes.attributes if one.id in counted]


def _choices(attribute: Attribute, names: Names) -> dict[str, list[Address]]:
    """In the order in which the review has them, and last what is known instead.

    A theory that may bear on any format is left by each of them.
    """
    library = names.library
    of_interventions = {
        addresses.intervention(id): cell_of(item, attribute, library, names).values
        for id, item in library.interventions.items()
    }
    labels = {choice.id: choice.label for choice in attribute.choices}
    is_format = attribute.id == library.attributes.format
    of_theories = [
        (labels[format], addresses.theory(id))
        for id, theory in (library.theories.items() if is_format else ())
        for named in theory.formats
        for format in (labels if named.covers == "any" else named.formats)
    ]
    pairs = [(one.label, page) for page, values in of_interventions.items() for one in values]
    known = _gathered((*of_theories, *pairs))
    order = [*labels.values(), *(label for label in known if label not in labels.values())]
    return {label: known[label] for label in order if label in known}


def _gathered(pairs: Iterable[tuple[str, Address]]) -> dict[str, list[Address]]:
    gathered: dict[str, dict[Address, None]] = {}
    for label, page in pairs:
        gathered.setdefault(opening(label), {})[page] = None
    return {label: list(pages) for label, pages in gathered.items()}
