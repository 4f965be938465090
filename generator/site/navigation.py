"""The navigation: by task for those who run services, by structure for those who check."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.entities import Theory
from generator.entities.words import opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.addresses import Address
from generator.pages.render import Page
from generator.pages.views.common import Names
from generator.pages.views.model import forms

Nav = list[Any]
"""As in `mkdocs.yml`: mappings of a title to a file or to a list of the same."""


def navigation(library: Library, by_hand: Iterable[Page]) -> Nav:
    """The tree of all pages; pages written by hand come in at the end of their part."""
    names = Names(library)
    hand = {page.address.path: page for page in by_hand}
    decisions = [(d.title, addresses.decision(d.id)) for d in library.guidance.values()]
    tables = [(e.title, addresses.evidence(e.id)) for e in library.evidence.values()]
    nav: Nav = [_item("Home", addresses.HOME)]
    if decisions:
        nav.append(_section("Guidance", addresses.GUIDANCE, decisions))
    nav.append({opening(names.words.theory.many): _theories(library, names)})
    nav.append(
        _section(
            opening(names.words.intervention.many),
            addresses.INTERVENTIONS,
            [
                (names.intervention_title(item), addresses.intervention(item.id))
                for item in library.interventions.values()
            ],
        )
    )
    if tables:
        nav.append(_section("Evidence", addresses.EVIDENCE, tables))
    nav.append({"Check and cite": _checks(library, hand)})
    nav.append(_contribute(hand))
    return nav


def _contribute(hand: dict[str, Page]) -> dict[str, Any]:
    """The pages for contributors: those written by hand, their index first, and that of errors."""
    pages = [page for path, page in hand.items() if path.startswith("contributing/")]
    first, *rest = [
        *((p.title, p.address) for p in sorted(pages, key=lambda p: not p.address.is_index)),
        ("What a check can find", addresses.ERRORS),
    ]
    return _section("Contribute", first[1], rest)


def _item(title: str, address: Address) -> dict[str, Any]:
    return {title: address.source}


def _section(title: str, first: Address, items: list[tuple[str, Address]]) -> dict[str, Any]:
    return {title: [first.source, *(_item(text, address) for text, address in items)]}


def _theories(library: Library, names: Names) -> Nav:
    views = [_item(form.text, form.address) for form in forms(library)]
    tree: Nav = [addresses.THEORIES.source, {"The model": views}]
    for group in library.review.groups:
        items = [
            _item(_theory_title(theory, names), addresses.theory(theory.id))
            for theory in library.theories_of(group.id)
        ]
        if items:
            tree.append({group.title: items})
    if library.middle_range:
        broader = [(m.title, addresses.middle_range(m.id)) for m in library.middle_range.values()]
        tree.append(_section("Middle-range theories", addresses.MIDDLE_RANGE, broader))
    return tree


def _theory_title(theory: Theory, names: Names) -> str:
    """Its title, with words for the strikethrough, which the navigation cannot have."""
    removed = f" ({names.words.initial} model only)" if theory.model.change == "removed" else ""
    return names.theory_title(theory) + removed


def _checks(library: Library, hand: dict[str, Page]) -> Nav:
    noun = library.review.source.noun
    items = [
        ("Limitations", hand["limitations/"].address) if "limitations/" in hand else None,
        ("Source check", addresses.SOURCE_CHECK) if library.claims else None,
        (f"The {noun}, paragraph by paragraph", addresses.ARTICLE),
        ("All findings", addresses.FINDINGS) if library.findings else None,
        ("Methods", hand["methods/"].address) if "methods/" in hand else None,
        ("Glossary", addresses.GLOSSARY) if library.glossary else None,
        ("Related evidence", addresses.RELATED) if library.studies else None,
        ("How to cite", addresses.CITE),
        ("Data", addresses.DATA),
        ("Data dictionary", addresses.DICTIONARY),
        ("Changes", addresses.CHANGES),
        (library.review.help.title, addresses.HELP),
    ]
    listed = {"limitations/", "methods/"}
    others = [
        (page.title, page.address)
        for path, page in hand.items()
        if path not in listed and not path.startswith("contributing/")
    ]
    return [_item(*item) for item in (*items, *others) if item]
