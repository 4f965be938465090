"""What every engine needs of `mkdocs.yml`, which says how the pages of a review become a site.

What else stands there, such as the name of a theme, only its engine can judge.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.diagnostics import Diagnostic, Location
from generator.files.text_file import read_text
from generator.files.yaml_errors import explain
from generator.files.yaml_reading import LOADER

SETTINGS = "mkdocs.yml"


def unreadable(root: Path) -> list[Diagnostic]:
    """What keeps an engine from reading the file; nothing where there is none, or nothing is wrong.

    Diagnostics: those of `text_file.read_text` and `yaml_errors.explain`, missing-key.
    """
    if not (root / SETTINGS).exists():
        return []
    text, wrong = read_text(root, SETTINGS)
    if text is None:
        return wrong
    try:
        node = yaml.compose(text, LOADER)
    except yaml.YAMLError as error:
        return [explain(error, text, SETTINGS)]
    keys = node.value if isinstance(node, yaml.MappingNode) else []
    names = {key.value: value.value for key, value in keys}
    return [] if names.get("site_name") or "INHERIT" in names else [_nameless()]


def _nameless() -> Diagnostic:
    return Diagnostic(
        Location(SETTINGS),
        "missing-key",
        "The site has no name.",
        "A line such as “site_name: Gardens in towns”.",
        "Add it, without a space before it; put a name with a colon in 'quotation marks'.",
    )
