"""What stands around a page, rendered once for all pages that share it.

The theme would render header, tabs and footer for each page, and the navigation too, though most
pages of a folder have the same. `theme/main.html` and `theme/partials/nav.html` name the parts that
are kept. A page is given none that was made for others where it could differ: what leads to the
page itself is written in another way there. The navigation is kept as a page of the folder would
have it that it does not name; a page that it names has its own entry put in place of that one's.
Features of the theme could make a part depend on more than is known here; with such a one, nothing
is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from copy import copy
from types import SimpleNamespace
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

_TITLE = "realist-title-of-the-page"
"""Stands for the title of the page, which the header has, while it is rendered to be kept, and for
its name in the navigation."""
_ITSELF = 'href="./"'
"""A link to the page that it is on."""

_FEATURES = {
    "content.action.edit",
    "content.action.view",
    "content.code.copy",
    "navigation.indexes",
    "navigation.path",
    "navigation.prune",
    "navigation.sections",
    "navigation.tabs",
    "navigation.tabs.sticky",
    "navigation.top",
    "toc.follow",
}
"""Features of the theme with which each part is the same for all pages of a folder, or of a
section of the navigation."""


class Frame:
    """The parts that are kept, for one build."""

    def __init__(self, features: Collection[str], *, is_plain: bool) -> None:
        """Keep parts of a theme that is plain: with no template but its own and ours."""
        self._is_known = is_plain and set(features) <= _FEATURES
        self._kept: dict[tuple[Any, ...], Markup] = {}
        self.unnamed: set[str] = set()
        """The files of pages that the navigation does not name."""

    @pass_context
    def once(self, context: Context, part: str, caller: Callable[[], Markup]) -> Markup:
        """A part of the frame of the page that is being rendered: `caller` renders it."""
        page = context.get("page")
        key = self._key(part, page, context) if self._is_known else None
        if key is None:
            return caller()
        if part == "nav":
            return self._navigation(key, context, page) or caller()
        if key not in self._kept:
            made = _with_title(_TITLE, page, caller)
            if _ITSELF in made:
                return _set_in(made, page)
            self._kept[key] = made
        kept = self._kept[key]
        return caller() if f'href="../{_name(page)}/"' in kept else _set_in(kept, page)

    def _key(self, part: str, page: Any, context: Context) -> tuple[Any, ...] | None:
        """What the part depends on; None where every page has its own."""
        if page is None or page.is_index or "title" not in page.meta:
            return None
        folder = page.url.rstrip("/").rpartition("/")[0]
        if part == "nav":
            return (part, folder, id(page.parent)) if page.parent else None
        return part, folder, *(n for n, item in enumerate(context["nav"].items) if item.active)

    def _navigation(self, key: tuple[Any, ...], context: Context, page: Any) -> Markup | None:
        """What is kept of the navigation, with the entry of the page; None where it has others."""
        stranger = copy(page)
        stranger.file = SimpleNamespace(url=f"{key[1]}/{_TITLE}/".lstrip("/"))
        there = {**context.get_all(), "page": stranger}
        is_named = page.file.src_uri not in self.unnamed
        if is_named:
            page.active, page.parent.active = False, True
        if key not in self._kept:
            template = context.environment.get_template("below/partials/nav.html")
            self._kept[key] = Markup(template.render(there))  # noqa: S704 - what the theme has made
        made = self._kept[key]
        if is_named:
            template = context.environment.get_template("partials/nav-item.html")
            as_any = template.make_module(there).render(page)  # type: ignore[attr-defined]
            page.active = True
            as_own = template.make_module({**there, "page": page}).render(page)  # type: ignore[attr-defined]
            if made.count(as_any) != 1:
                return None
            made = made.replace(as_any, as_own)
        return None if f'href="../{_name(page)}/"' in made else made


def _name(page: Any) -> str:
    return str(page.url.rstrip("/").rpartition("/")[2])


def _set_in(kept: Markup, page: Any) -> Markup:
    return kept.replace(_TITLE, escape(page.meta["title"]))


def _with_title(title: str, page: Any, render: Callable[[], Markup]) -> Markup:
    own = page.meta["title"]
    page.meta["title"] = title
    try:
        return render()
    finally:
        page.meta["title"] = own
