"""MkDocs as the commands use it: its settings, and one build into a folder."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig

from generator.site.build import Built

# Material prints a banner about the future of MkDocs as it is imported; the decision on
# it is ours and recorded, and a newcomer could take it for an error of the site.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

DATE = "SOURCE_DATE_EPOCH"
"""Whoever sets it dates the build (https://reproducible-builds.org/specs/source-date-epoch/)."""


def build_site(
    root: Path,
    folder: Path,
    *,
    strict: bool = False,
    built: Built | None = None,
    offline: bool = False,
) -> None:
    """Build the site of a review into a folder.

    `offline` leaves out what a copy for a disk cannot use.
    With `built`, the pages are those, and the review is neither checked nor rendered again.
    Nothing is written into the review. Raises what MkDocs raises: its Abort where the plugin or
    `--strict` stopped the build, OSError where a file could not be written.
    """
    with tempfile.TemporaryDirectory() as empty, _warnings_shown(), date_left():
        config = settings(root, folder, Path(empty), strict=strict)
        if plugin := config.plugins.get("realist"):
            plugin.handed = built
            plugin.is_offline = offline
        build(config)


def settings(root: Path, folder: Path, empty: Path, *, strict: bool = False) -> MkDocsConfig:
    """What `mkdocs.yml` says; `empty` stands in for `docs/` where there is none.

    Raises what MkDocs raises where it cannot read the file.
    """
    # MkDocs would use a plugin with `on_startup` again; here each site needs a new one.
    plugins = MkDocsConfig.plugins
    assert isinstance(plugins, Plugins)
    plugins.plugin_cache.clear()
    own = root.absolute() / "docs"  # MkDocs takes a relative path from the folder of mkdocs.yml
    return load_config(
        str(root / "mkdocs.yml"),
        strict=strict,
        site_dir=str(folder.absolute()),
        docs_dir=str(own if own.is_dir() else empty),  # MkDocs refuses to start without one
    )


@contextmanager
def date_left() -> Iterator[None]:
    """Leave the date of a build as it was: the plugin sets it, and the next review has another."""
    before = os.environ.get(DATE)
    try:
        yield
    finally:
        os.environ.pop(DATE, None)
        if before is not None:
            os.environ[DATE] = before


@contextmanager
def _warnings_shown() -> Iterator[None]:
    """Print what MkDocs and its plugins warn of: it counts that with --strict, and says nothing."""
    handler, log = logging.StreamHandler(), logging.getLogger("mkdocs")
    handler.setLevel(logging.WARNING)
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
