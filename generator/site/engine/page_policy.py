"""What a page tells the browser that it may do, with the theme's own scripts named."""

from __future__ import annotations

from jinja2 import pass_context
from jinja2.runtime import Context

from generator.site import policy

_SCRIPTS = tuple(f"partials/javascripts/{name}.html" for name in ("base", "palette", "content"))
"""The templates of Material that hold a script within the page."""


class PagePolicy:
    """The policies of all pages of a build, each made once for the pages that share it."""

    def __init__(self, *, is_served: bool) -> None:
        """`is_served`: a server adds a script to each page that no policy can name."""
        self._is_served = is_served
        self._known: dict[str, str] = {}
        self.scripts: set[str] = set()
        """The hashes of all scripts within pages, which hosts name as well."""

    @pass_context
    def within(self, context: Context) -> str:
        """The policy of the page that is being rendered; empty where there can be none."""
        if self._is_served:
            return ""
        base = context["base_url"]
        if base not in self._known:
            shown = {"config": context["config"], "base_url": base}
            shown["features"] = shown["config"].theme.get("features", [])
            templates = map(context.environment.get_template, _SCRIPTS)
            scripts = policy.hashes("".join(one.render(shown) for one in templates))
            self.scripts.update(scripts)
            self._known[base] = policy.within_page(scripts)
        return self._known[base]
