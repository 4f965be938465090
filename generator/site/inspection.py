"""All that keeps a site from being built, without rendering a page.

What `inspect` tells is all that `build` refuses, but for settings that only the engine knows: a
review that passes it can be rendered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.check.check import Checked, check
from generator.diagnostics import Diagnostic, Location, in_order
from generator.library.corpus import FileReading, data_files
from generator.library.readings import Reader, by_several, one_by_one
from generator.pages.addresses import KEPT
from generator.pages.views.moved import moved_views
from generator.pages.views.names import Names
from generator.side_by_side import meanwhile
from generator.site import settings_file
from generator.site.by_hand.files import Written, unpublished, written
from generator.site.by_hand.markup import Audited
from generator.site.doors import dead_doors, dead_links, pages_at
from generator.site.navigation import Nav, navigation
from generator.site.versions import release_record

_NAME = re.compile(r"docs/(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.md")
"""Of a page by hand. An engine takes README.md for an index, and `_headers` is for the host."""
_SENT = 500
"""Files of data at most for which it pays to inspect a review in another process."""


@dataclass(frozen=True)
class Inspected(Checked):
    """A review that was checked, with the pages by hand and the navigation of its site.

    There are none where the data have errors: what is wrong with a page would often be theirs.
    """

    hand: tuple[Written, ...] = ()
    nav: Nav = field(default_factory=list)


@contextmanager
def inspecting(
    root: Path, audits: Callable[[], Mapping[str, Audited]]
) -> Iterator[Callable[[], Inspected]]:
    """Inspect a review while the block does something else; gives what to call for what was found.

    `audits` gives what was seen on pages by hand already. A large review is inspected when somebody
    calls: it would take too long to be sent, and several processes read its files. So is one over
    which the other process fell, since here an error says where it happened.
    """
    if len(data_files(root)[0]) > _SENT:
        yield partial(inspect, root, by_several, audits)
        return
    with meanwhile(partial(inspect, root, audits=audits)) as sent:

        def found() -> Inspected:
            try:
                return sent()
            except Exception:
                return inspect(root)

        yield found


def inspect(
    root: Path,
    reader: Reader[FileReading] = one_by_one,
    audits: Callable[[], Mapping[str, Audited]] = dict,
) -> Inspected:
    """Check the data and, where they have no errors, the pages by hand and the first page's links.

    The `reader` reads the files of data; `audits` gives what was seen on pages by hand already.
    With the defaults of both it may be called in a program with threads.

    Diagnostics: of check, by_hand.files, doors, releases and settings_file.
    """
    checked = check(root, reader)
    library = checked.library
    if library is None or checked.has_errors:
        return Inspected(library, checked.diagnostics, checked.recounts)
    pages = list(written(root, library, audits()))
    hand = tuple(page for page in pages if isinstance(page, Written))
    wrong = [page for page in pages if isinstance(page, Diagnostic)]
    moved = {address.path for address in moved_views(Names(library))}
    wrong += _misplaced(hand, moved | pages_at(library, navigation(library, ())).keys())
    nav = navigation(library, hand)
    wrong += dead_doors(library, nav, hand)
    wrong += dead_links(library, nav, hand, moved)
    wrong += unpublished(root)
    wrong += release_record.changed(root, library)
    wrong += settings_file.unreadable(root)
    told = tuple(in_order({*checked.diagnostics, *wrong}))
    return Inspected(library, told, checked.recounts, hand, nav)


def _misplaced(hand: tuple[Written, ...], taken: Container[str]) -> Iterator[Diagnostic]:
    """Pages by hand where a page is made from the data, or with a name that becomes no address."""
    for page in hand:
        path = page.address.path
        is_taken = path in taken or path.startswith(KEPT.path)
        if is_taken or not _NAME.fullmatch(page.edit):
            yield Diagnostic(
                Location(page.edit),
                "file-name",
                "A page with this name is made from the data."
                if is_taken
                else "This name cannot become an address that is the same everywhere.",
                "A name that no other page has, of small letters, digits and “-”.",
                "Rename it, also where pages link to it.",
            )
