"""The adapter to a folder: the same pages as files, for Zensical or any other engine."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from generator.files.plain_files import plain_files
from generator.pages.addresses import SCRIPT, STYLESHEET
from generator.pages.page import Page
from generator.side_by_side import WORTH, SideBySide
from generator.site.assemble import Site
from generator.site.footer import footer
from generator.site.staging import staged
from generator.site.versions.keeping import put_versions
from generator.site.writing import Writing, write

_LINK = re.compile(r"""(?P<before>href="|\]\()(?P<link>[^")\s]+)(?P<after>"|\))""")

_PENCIL = "- content.action.edit"


def export(site: Site, root: Path, target: Path) -> None:
    """Write a folder that an engine builds with `mkdocs.yml`; it is replaced as a whole.

    Raises what `staged` raises; what stood at `target` is then as it was.
    """
    settings = _settings(site, root)
    with staged(target) as new:
        docs = new / "docs"
        for file in plain_files(root, "docs")[0]:
            (new / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / file, new / file)
        site.settle()
        others = Writing(site.files, docs)
        try:
            site.share()
            pages = [partial(_write_page, page, docs) for page in site.pages]
            SideBySide(pages, lambda: None, WORTH).finish()
            others.finish()
        finally:
            others.stop()
        put_versions(site, root, docs)
        write(new / "mkdocs.yml", settings)


def _write_page(page: Page, docs: Path) -> None:
    write(docs / page.address.source, _seen_from_source(page))


def _seen_from_source(page: Page) -> str:
    """The Markdown of a page with its links as seen from its source file, and its title escaped.

    Zensical takes every relative link, also one in HTML, to start from the folder of the source
    file: for `help.md`, which becomes `help/`, one level higher than MkDocs leaves it.
    """
    folder = posixpath.dirname(page.address.source)

    def turn(match: re.Match[str]) -> str:
        link, mark, fragment = match["link"].partition("#")
        if not link or re.match(r"[a-z]+:|/", link):
            return match[0]
        target = posixpath.normpath(posixpath.join(page.address.path, link))
        path = posixpath.relpath(target, folder or ".")
        slash = "/" if link.endswith("/") else ""
        return f"{match['before']}{path}{slash}{mark}{fragment}{match['after']}"

    said = page.make()
    escaped = replace(said, description=escape(said.description))
    page = replace(page, title=escape(page.title), make=lambda: escaped)
    return _LINK.sub(turn, page.markdown)


def _settings(site: Site, root: Path) -> str:
    """The settings of the review, with what the MkDocs adapter sets at run time added.

    JSON is YAML, so that nothing of what is added can be misread.
    """
    review = site.library.review
    address = {"site_url": review.address} if review.has_address else {}
    repository = {"repo_url": review.repository.rstrip("/"), "repo_name": "Edit the data"}
    added = {
        **address,
        "site_description": escape(review.description),
        **(repository if review.has_repository else {}),
        "copyright": footer(review),
        "extra_css": [STYLESHEET],
        "extra_javascript": [SCRIPT],
        "nav": _escaped(site.nav),
    }
    own = (root / "mkdocs.yml").read_text(encoding="utf-8")
    # Zensical's pencil would lead to the exported Markdown; every page names its YAML file itself.
    own = "\n".join(line for line in own.splitlines() if line.strip() != _PENCIL)
    keys = {line.split(":")[0] for line in own.splitlines() if line[:1].isalpha()}
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in added.items()
        if key not in keys
    ]
    return own.rstrip() + "\n\n# Added by `realist export`.\n" + "\n".join(lines) + "\n"


def _escaped(nav: Any) -> Any:
    """The navigation with the titles as HTML: engines print them as they stand."""
    if isinstance(nav, dict):
        return {escape(title): _escaped(below) for title, below in nav.items()}
    return [_escaped(item) for item in nav] if isinstance(nav, list) else nav
