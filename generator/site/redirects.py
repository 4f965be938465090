"""Other ways to write an address: pages that lead on, and the same as rules for hosts.

A host of plain files knows no redirects, so each of these addresses is a page of its own that leads
on at once, with or without JavaScript. Hosts that know rules answer before they look for a page.
Sources: https://docs.netlify.com/routing/redirects/,
https://developers.cloudflare.com/pages/configuration/redirects/,
https://httpd.apache.org/docs/2.4/mod/mod_alias.html#redirect,
https://nginx.org/en/docs/http/ngx_http_map_module.html.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import urlsplit

from generator.entities import Review
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.page import Page
from generator.pages.render import Renderer
from generator.pages.views.names import Names
from generator.site import policy
from generator.site.files import Make

Redirects = dict[str, Page]
"""The pages that are meant, by the other addresses that lead to them: `t/18/`."""


def redirects(library: Library, names: Names, pages: Iterable[Page]) -> Redirects:
    """Every other address that means one page alone."""
    known = {page.address.path: page for page in pages}
    meant: dict[str, set[str]] = {}
    for path, target in others(library, names):
        meant.setdefault(path, set()).add(target.path)
    return {
        path: known[min(targets)]
        for path, targets in sorted(meant.items())
        if len(targets) == 1 and path not in known
    }


def files(found: Redirects, review: Review, renderer: Renderer) -> dict[str, Make]:
    """The page of each, and the rules of all of them for three kinds of hosts."""
    start = urlsplit(review.address).path
    rules = [(f"{start}{path}", f"{start}{page.address.path}") for path, page in found.items()]
    return {
        **{
            f"{path}index.html": partial(_leading, Address(path), page, renderer)
            for path, page in found.items()
        },
        "_redirects": lambda: "".join(f"{was} {now} 301\n" for was, now in rules),
        ".htaccess": lambda: "".join(f"Redirect 301 {was} {now}\n" for was, now in rules),
        "redirects.nginx": lambda: "".join(f"{was} {now};\n" for was, now in rules),
    }


def _leading(address: Address, page: Page, renderer: Renderer) -> str:
    values = {"to": page.address, "title": page.title}
    return renderer.part("redirect.html", address, content_policy=policy.within_page([]), **values)


def others(library: Library, names: Names) -> Iterator[tuple[str, Address]]:
    """Each other address that may lead to the page of something, with that page."""
    for id, theory in library.every_theory.items():
        number = "" if theory.number is None else str(theory.number)
        yield from _ways(id, addresses.theory(id), names.theory(theory), number)
    for id, item in library.every_intervention.items():
        number = "" if item.number is None else str(item.number)
        spoken = f"{names.words.intervention.one} {number}"
        yield from _ways(id, addresses.intervention(id), spoken, number)
    for id in library.every_study:
        yield from _ways(id, addresses.study(id), "", "")


def _ways(id: str, target: Address, spoken: str, number: str) -> Iterator[tuple[str, Address]]:
    """`j03/` and `theories/J03/`; `joining-theory-3/`, `jt/3/` and `j/3/` for “Joining theory 3”.

    Where a host tells no capitals from small letters, the page itself answers to `theories/J03/`.
    """
    yield f"{id}/", target
    if id.upper() != id:
        yield f"{target.path.removesuffix(f'{id}/')}{id.upper()}/", target
    before, label = _slug(spoken.removesuffix(number)), _slug(number)
    if before and label:
        letters = re.match("[a-z]*", id)
        initials = "".join(word[0] for word in before.split("-"))
        yield f"{before}-{label}/", target
        yield f"{initials}/{label}/", target
        yield f"{letters[0] if letters else id}/{label}/", target


def _slug(text: str) -> str:
    """A text as it stands in an address: plain letters and numbers, with hyphens between them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))
