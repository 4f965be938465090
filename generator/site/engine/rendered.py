"""Pages within the theme, rendered by several processes, and given to MkDocs each in its turn.

MkDocs asks for one page after the other. It is given the template `rendered.html`, which prints the
next one, whichever process has rendered it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.progress import counter
from generator.site.side_by_side import side_by_side

TEMPLATE = "rendered.html"


class Rendered:
    """All pages of a site, in the order in which MkDocs asks for them."""

    def __init__(
        self, pages: Sequence[Any], render: Callable[[Any], str], scripts: set[str]
    ) -> None:
        """Begin to render; `scripts` takes up those that a page names in its policy."""
        for page in pages:
            page.meta["template"] = TEMPLATE
        self._scripts = scripts
        self._count = counter("pages rendered", len(pages))
        self._pages = side_by_side([partial(self._made, page, render) for page in pages])

    def __call__(self) -> Markup:
        """The next page."""
        html, scripts = next(self._pages)
        self._scripts |= scripts
        self._count()
        return Markup(html)  # noqa: S704 - what the theme has made

    def _made(self, page: Any, render: Callable[[Any], str]) -> tuple[str, set[str]]:
        page.active = True  # as MkDocs sets it while it renders a page
        html = render(page)
        page.active = False
        return html, self._scripts


def is_elsewhere(page: Any) -> bool:
    """Whether MkDocs will only be given the page as it was rendered."""
    return bool(page.meta.get("template") == TEMPLATE)
