"""The adapter to a folder: the same pages as files, for Zensical or any other engine."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from generator.addresses import STYLESHEET
from generator.assemble import Site

MARKER = ".realist-export"


class NotAnExportError(Exception):
    """The folder holds something else than an earlier export; nothing was written."""


def export(site: Site, root: Path, target: Path) -> None:
    """Write a folder that an engine builds with `mkdocs.yml`. Raises NotAnExportError.

    An earlier export is replaced as a whole; any other folder that is not empty is left alone.
    """
    if target.exists() and any(target.iterdir()) and not (target / MARKER).exists():
        raise NotAnExportError(str(target))
    shutil.rmtree(target, ignore_errors=True)
    docs = target / "docs"
    if (root / "docs").is_dir():
        shutil.copytree(root / "docs", docs)
    for page in site.pages:
        _write(docs / page.address.source, page.markdown)
    for path, content in site.files.items():
        _write(docs / path, content)
    _write(target / "mkdocs.yml", _settings(site, root))
    _write(target / MARKER, "Written by `realist export`; it may replace this folder.\n")


def _settings(site: Site, root: Path) -> str:
    """The settings of the review, with what the MkDocs adapter sets at run time added.

    JSON is YAML, so that nothing of what is added can be misread.
    """
    review = site.library.review
    added = {
        "site_url": review.address,
        "site_description": review.description,
        "repo_url": review.repository,
        "repo_name": "Edit the data",
        "edit_uri": "edit/main/",
        "extra_css": [STYLESHEET],
        "nav": site.nav,
    }
    own = (root / "mkdocs.yml").read_text(encoding="utf-8")
    keys = {line.split(":")[0] for line in own.splitlines() if line[:1].isalpha()}
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in added.items()
        if key not in keys
    ]
    return own.rstrip() + "\n\n# Added by `realist export`.\n" + "\n".join(lines) + "\n"


def _write(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
