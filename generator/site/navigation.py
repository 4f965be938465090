"""The navigation: by task for those who run services, by structure for those who check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import Any

from generator.entities import Theory
from generator.entities.words import opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.views import listed
from generator.pages.views.model_forms import model_forms
from generator.pages.views.names import Names
from generator.site.by_hand.files import Written

_LIMITATIONS, _METHODS = "limitations/", "methods/"
"""Pages by hand that have a place of their own among those about the review, if it has them."""

Nav = list[Any]
"""As in `mkdocs.yml`: mappings of a title to a file or to a list of the same."""


def navigation(library: Library, by_hand: Iterable[Written]) -> Nav:
    """The tree of pages; pages written by hand come in at the end of their part.

    Of more than `LISTED` things of a kind or group only the page that lists them is named.
    """
    hand = {page.address.path: page for page in by_hand}
    help = library.review.help
    return [
        _item("Home", addresses.HOME),
        *_things(library, Names(library)),
        {"About": _about(library, hand)},
        {"Cite and data": _cite(library)},
        _contribute(hand),
        *([_item(help.title, addresses.HELP)] if help else []),
    ]


def _things(library: Library, names: Names) -> Iterator[dict[str, Any]]:
    """The parts that hold what the review is about, those that it has."""
    if library.guidance:
        decisions = [(d.title, addresses.decision(d.id)) for d in library.guidance.values()]
        yield _section("Guidance", addresses.GUIDANCE, decisions)
    if library.every_theory or library.middle_range:
        yield {opening(names.words.theory.many): _theories(library, names)}
    if library.every_intervention:
        items = [
            (names.intervention_title(item), addresses.intervention(item.id))
            for item in library.interventions.values()
        ]
        title = opening(names.words.intervention.many)
        yield _section(title, addresses.INTERVENTIONS, items)
    if library.every_study:
        studies = [(s.title, addresses.study(s.id)) for s in library.included_studies.values()]
        yield _section(opening(names.words.study.many), addresses.STUDIES, studies)
    if library.evidence:
        tables = [(e.title, addresses.evidence(e.id)) for e in library.evidence.values()]
        yield _section("Evidence", addresses.EVIDENCE, tables, "Evidence tables")


def _contribute(hand: dict[str, Written]) -> dict[str, Any]:
    """The pages for contributors: those written by hand, their index first, and that of errors."""
    pages = [page for path, page in hand.items() if path.startswith(addresses.CONTRIBUTING.path)]
    first, *rest = [
        *((p.title, p.address) for p in sorted(pages, key=lambda p: not p.address.is_index)),
        ("What a check can find", addresses.ERRORS),
    ]
    return _section("Contribute", first[1], rest, first[0])


def _item(title: str, address: Address) -> dict[str, Any]:
    return {title: address.source}


def _section(
    title: str, first: Address, items: list[tuple[str, Address]], own: str = ""
) -> dict[str, Any]:
    """A part of the site and its pages; `own` is the title of the first, where it is another.

    It is told here, so that an engine can name every page before it has made one.
    """
    if not _is_named(items):
        return _item(title, first)
    return {title: [_item(own or title, first), *(_item(*item) for item in items)]}


def _is_named(items: Sized) -> bool:
    """Whether every page of the part can name all of them."""
    return len(items) <= listed.LISTED


def _theories(library: Library, names: Names) -> Nav:
    def items(theories: Iterable[Theory]) -> Nav:
        return [_item(names.plain_title(t), addresses.theory(t.id)) for t in theories]

    title = opening(names.words.programme_theory.many)
    tree: Nav = [_item(title, addresses.THEORIES)] if library.every_theory else []
    if library.theories:
        tree.append(
            {"The model": [_item(form.text, form.address) for form in model_forms(library)]}
        )
    if not library.review.groups and _is_named(library.theories):
        tree += items(library.theories.values())
    for group in library.review.groups:
        members = library.theories_of(group.id)
        if members and _is_named(members):
            tree.append({group.title: items(members)})
    if library.middle_range:
        broader = [(m.title, addresses.middle_range(m.id)) for m in library.middle_range.values()]
        tree.append(_section("Middle-range theories", addresses.MIDDLE_RANGE, broader))
    return tree


def _by_hand(page: Written | None) -> tuple[str, Address] | None:
    return (page.title, page.address) if page else None


def _about(library: Library, hand: dict[str, Written]) -> Nav:
    """How far the pages can be relied on, and where everything stands."""
    noun = library.review.source.noun
    items = [
        _by_hand(hand.get(_LIMITATIONS)),
        ("Source check", addresses.SOURCE_CHECK) if library.claims else None,
        (f"The {noun}, paragraph by paragraph", addresses.ARTICLE),
        ("All findings", addresses.FINDINGS) if library.findings else None,
        _by_hand(hand.get(_METHODS)),
        ("Glossary", addresses.GLOSSARY) if library.glossary else None,
        ("Find", addresses.FIND),
        ("Related evidence", addresses.RELATED) if library.related_evidence else None,
    ]
    others = [
        _by_hand(page)
        for path, page in hand.items()
        if path not in (_LIMITATIONS, _METHODS) and not path.startswith(addresses.CONTRIBUTING.path)
    ]
    return [_item(*item) for item in (*items, *others) if item]


def _cite(library: Library) -> Nav:
    """What a reader takes along: references, data, and what has changed."""
    items = [
        ("How to cite", addresses.CITE),
        ("Data", addresses.DATA),
        ("Data dictionary", addresses.DICTIONARY),
        ("Changes", addresses.CHANGES) if library.changes else None,
        ("All versions", addresses.VERSIONS) if library.releases else None,
    ]
    return [_item(*item) for item in items if item]
