"""The versions that are kept, as they come into a finished site.

An address that any of them had on the site of its day leads somewhere for ever: where the site of
today has no such page, one stands there that names the newest version which has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.pages import addresses
from generator.pages.address import Address
from generator.site import policy
from generator.site.assemble import Site
from generator.site.versions import releases


def put_versions(site: Site, root: Path, folder: Path) -> set[str]:
    """Put every kept version into the folder of a site; gives the scripts that they name by hash.

    Raises what `releases.unfold` raises.
    """
    unfolded = releases.unfold(root, site.library.releases, folder)
    for path, html in gone(site, unfolded.pages):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(html, encoding="utf-8")
    return unfolded.scripts


def gone(site: Site, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The file in place of each page that only a version has, and what it says.

    `pages` gives for the path of each page of a version the newest version that has it.
    """
    known = {page.address.path for page in site.pages}
    allowed = policy.within_page([])
    for path, version in pages.items():
        file = f"{path}index.html"
        if path in known or file in site.files or path.startswith(addresses.SINCE.path):
            continue
        page = Address(path)
        yield (
            file,
            site.renderer.part(
                "gone.html",
                page,
                version=version,
                kept=addresses.kept(version, page),
                content_policy=allowed,
            ),
        )
