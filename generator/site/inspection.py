"""All that keeps a site from being built, without rendering a page.

What `inspect` tells is all that `build` refuses: a review that passes it can be rendered.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.check.check import Checked, check
from generator.diagnostics import Diagnostic, Location, in_order
from generator.site import release_record
from generator.site.by_hand_files import Written, written
from generator.site.doors import dead_doors, pages_at
from generator.site.navigation import Nav, navigation


@dataclass(frozen=True)
class Inspected(Checked):
    """A review that was checked, with the pages by hand and the navigation of its site.

    There are none where the data have errors: what is wrong with a page would often be theirs.
    """

    hand: tuple[Written, ...] = ()
    nav: Nav = field(default_factory=list)


def inspect(root: Path) -> Inspected:
    """Check the data and, where they have no errors, the pages by hand and the first page's links.

    Diagnostics: of check, by_hand_files, doors and releases.
    """
    checked = check(root)
    library = checked.library
    if library is None or checked.has_errors:
        return Inspected(library, checked.diagnostics, checked.recounts)
    pages = list(written(root, library))
    hand = tuple(page for page in pages if isinstance(page, Written))
    wrong = [page for page in pages if isinstance(page, Diagnostic)]
    wrong += _misplaced(hand, pages_at(library, navigation(library, ())))
    nav = navigation(library, hand)
    wrong += dead_doors(library, nav, hand)
    wrong += release_record.changed(root, library)
    told = tuple(in_order({*checked.diagnostics, *wrong}))
    return Inspected(library, told, checked.recounts, hand, nav)


def _misplaced(hand: tuple[Written, ...], taken: Container[str]) -> Iterator[Diagnostic]:
    """Pages by hand at the address of a page that is made from the data, or of a file."""
    for page in hand:
        if page.address.path in taken or "." in page.address.path:
            is_taken = page.address.path in taken
            yield Diagnostic(
                Location(page.edit),
                "file-name",
                "A page with this name is made from the data."
                if is_taken
                else "The name of a page holds a point, which belongs to its ending alone.",
                "A name that no other page has, of small letters, digits and “-”.",
                "Rename it, also where pages link to it.",
            )
