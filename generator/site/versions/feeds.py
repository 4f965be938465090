"""What has changed, for programs that tell a reader of it: feeds as Atom and as JSON.

The feed of the site holds what the page of changes says, a version an entry. Each thing with a page
and each list of them has one as well, of the versions that are kept: an entry where something of it
changed, known for ever by the address at which that version tells of it. A single page has Atom
alone, which every feed reader reads: one file and not two for each thing. A feed is known by its
address, so a site that has none of its own has none of these either.
Sources: https://www.rfc-editor.org/rfc/rfc4287, https://www.jsonfeed.org/version/1.1/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.entities import Review
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.page import Page
from generator.pages.views.names import Names
from generator.site.versions.version_changes import VersionChanges

ATOM, JSON = "feed.xml", "feed.json"
TYPES = {ATOM: "application/atom+xml", JSON: "application/feed+json"}


@dataclass(frozen=True)
class FeedEntry:
    """What changed in one version."""

    id: str
    link: str
    title: str
    day: date
    text: str


@dataclass(frozen=True)
class Feed:
    """A feed before it has a format."""

    page: Address
    """What it is about; its files lie below that."""
    title: str
    """What a reader sees in a list of feeds."""
    entries: tuple[FeedEntry, ...]
    """The newest first; there is at least one."""
    names: tuple[str, ...] = (ATOM, JSON)

    @property
    def offered(self) -> tuple[tuple[str, str, str], ...]:
        """The type, the path and the title of each of its files."""
        return tuple((TYPES[name], self.page.path + name, self.title) for name in self.names)


def of_site(names: Names) -> Feed | None:
    """The feed of the whole site; none without an address, or where nothing is published yet."""
    review, releases = names.library.review, names.library.changes
    if not review.has_address or not releases:
        return None
    start = review.address + addresses.CHANGES.path
    entries = []
    for release in releases:
        link = f"{start}#{release.anchor}"
        text = "\n".join(names.plain(change) for change in release.changes)
        entries.append(FeedEntry(link, link, f"Version {release.version}", release.date, text))
    return Feed(addresses.CHANGES, f"{review.title}: changes", tuple(entries))


def of_pages(
    review: Review, versions: Sequence[VersionChanges], pages: Iterable[Page]
) -> Iterator[Feed]:
    """The feeds of the things that have pages, and of the lists of them, as far as it is known."""
    lists = {shown.first.path for shown in addresses.OF_KIND.values() if shown.has_pages}
    for page in pages if review.has_address and versions else ():
        is_list = page.address.path in lists
        if not (is_list or addresses.kind_of(page.address)):
            continue
        entries = tuple(_entries(review, versions, page.address, is_list=is_list))
        names = (ATOM, JSON) if is_list else (ATOM,)
        if entries:
            yield Feed(page.address, f"{review.title}: {page.title}", entries, names)


def _entries(
    review: Review, versions: Sequence[VersionChanges], page: Address, *, is_list: bool
) -> Iterator[FeedEntry]:
    """What is told of a page, or of those that a list leads to, the newest version first."""
    for one in reversed(versions):
        if not one.before:
            if page.path in one.pages:
                link = review.address + addresses.kept(one.version, page).path
                said = "The first version that is kept."
                yield FeedEntry(link, link, f"Version {one.version}", one.date, said)
            continue
        told = one.pages.get(page.path, ())
        if is_list:
            told = tuple(_below(one, page))
        if told:
            since = addresses.kept(one.version, addresses.since(one.before))
            id = f"{review.address}{since.path}#{page.mark}"
            # The page of what changed has a fragment for each page, but none for a list.
            link = review.address + since.path if is_list else id
            yield FeedEntry(id, link, f"Version {one.version}", one.date, "\n".join(told))


def _below(one: VersionChanges, page: Address) -> Iterator[str]:
    """What is told of the pages below a list, each with what it is about, and of the list."""
    for path, told in one.pages.items():
        if path.startswith(page.path):
            id = addresses.id_of(Address(path))
            yield from (f"{id}: {sentence}" if id else sentence for sentence in told)
