"""What gives the pages their look and their buttons: the style sheet, scripts and the icon."""

from __future__ import annotations

from functools import partial
from importlib.resources import files as package_files

import rcssmin
import rjsmin

from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.figures.explored_chart import explored_charts
from generator.site.files import Make

STYLES = (
    *("colours", "reading", "labels", "configuration", "lists", "tables", "explorer", "matrix"),
    *(
        "checks",
        "charts",
        "explore",
        "model",
        "provenance",
        "citing",
        "print",
        "explorer-print",
        "handout",
        "access",
        "search",
        "versions",
        "document",
    ),
)
"""The parts of the style sheet, each of one subject; a later one may refine an earlier one."""
SCRIPTS = ("copy", "leave", "menu", "reveal")
"""The parts of the script of every page, each of one subject, which know nothing of each other."""
ASSETS = (
    addresses.ICON,
    addresses.PICTURE,
    addresses.COMPARE,
    addresses.EXPLORER_FILE,
    addresses.EXPLORER,
    addresses.REDIRECT,
    addresses.SEARCH,
    addresses.ANSWERS,
    addresses.SEARCH_DIALOG,
    addresses.SEARCH_STYLES,
)
"""Files of the generator that every site has at the same paths."""
PLOTLY = (
    addresses.EXPLORE,
    addresses.PLOTLY,
    addresses.PLOTLY_STYLES,
    addresses.PLOTLY_LICENCE,
)
"""What draws a chart that is explored."""


def files(library: Library) -> dict[str, Make]:
    """What makes each file, by its path; Plotly, which is larger than all else, only if needed."""
    paths = (*ASSETS, *(PLOTLY if any(explored_charts(library)) else ()))
    whole: dict[str, Make] = {addresses.STYLESHEET: _style_sheet, addresses.SCRIPT: _script}
    return whole | {path: partial(_sent, path) for path in paths}


def _style_sheet() -> str:
    return str(rcssmin.cssmin("\n".join(_asset(f"assets/styles/{name}.css") for name in STYLES)))


def _script() -> str:
    return str(rjsmin.jsmin("\n".join(_asset(f"assets/scripts/{name}.js") for name in SCRIPTS)))


def _sent(path: str) -> str:
    """A file as readers load it: what is our own without comments; Plotly comes so already."""
    text = _asset(path)
    if path == addresses.SEARCH_STYLES:
        return str(rcssmin.cssmin(text))
    is_ours = path.endswith(".js") and path != addresses.PLOTLY
    return str(rjsmin.jsmin(text)) if is_ours else text


def _asset(path: str) -> str:
    return (package_files("generator.site") / path).read_text(encoding="utf-8")
