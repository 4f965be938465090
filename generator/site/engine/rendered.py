"""Pages within the theme, made by several processes, and given to MkDocs each in its turn.

MkDocs asks for one page after the other. It is given the template `rendered.html`, which prints the
next one, whichever process has made it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from generator.progress import counter
from generator.site.side_by_side import side_by_side

TEMPLATE = "rendered.html"


class Rendered:
    """All pages of a site, in the order in which MkDocs asks for them."""

    def __init__(
        self,
        pages: Sequence[Any],
        render: Callable[[Any], str],
        scripts: set[str],
        share: Callable[[], None],
    ) -> None:
        """Render these; `scripts` takes up those that a page names in its policy.

        `share` has ready what the processes share.
        """
        for page in pages:
            page.meta["template"] = TEMPLATE
        self._scripts = scripts
        self._share = share
        self._render = render
        self._all = pages
        self._count = counter("pages made", len(pages))

    @cached_property
    def _pages(self) -> Iterator[tuple[str, set[str]]]:
        """Begun with the first page: until then references are made beside other work."""
        self._share()
        gc.freeze()  # what is there stays, for pages and for the processes that make them
        for page in self._all:
            page.active = False  # MkDocs has begun with the first, which the others are not to know
        return side_by_side([partial(self._made, page) for page in self._all])

    def __call__(self) -> Markup:
        """The next page."""
        html, scripts = next(self._pages)
        self._scripts |= scripts
        self._count()
        return Markup(html)  # noqa: S704 - what the theme has made

    def _made(self, page: Any) -> tuple[str, set[str]]:
        page.active = True  # as MkDocs sets it while it renders a page
        html = self._render(page)
        page.active = False
        return html, self._scripts


def is_elsewhere(page: Any) -> bool:
    """Whether MkDocs will only be given the page as it was rendered."""
    return bool(page.meta.get("template") == TEMPLATE)
