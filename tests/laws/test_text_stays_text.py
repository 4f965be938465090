"""Whatever stands in a text is refused, or is text and no more on every page and in every file.

A larger run, over every text: `REALIST_PAYLOADS=5000 pytest tests/laws/test_text_stays_text.py`.
"""

import csv
import io
import json
import os
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from payloads import PAYLOADS
from reviews import GARDEN, ROOT

from generator.check.report import as_text
from generator.check.report_formats import as_github
from generator.library import corpus
from generator.library.kinds import KINDS, TOP_FOLDERS
from generator.site.assemble import Site
from generator.site.build import build
from generator.site.by_hand.markup import EXTENSIONS
from generator.site.data.csv_file import FORMULA

pytestmark = pytest.mark.slow

GRAMMAR = {("em", ""), ("strong", "")}
"""What a text may be marked with, whether or not a review uses it."""
COUNT = int(os.environ.get("REALIST_PAYLOADS", "0"))


class Elements(HTMLParser):
    """What a page is made of: elements with names of attributes, and where it leads."""

    def __init__(self, html: str):
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.add((tag, ""))
        for name, value in attrs:
            self.found.add((tag, name))
            if name in ("href", "src", "action"):
                parts = urlsplit(value or "")
                self.found.add((parts.scheme, parts.netloc))


def made_of(site: Site, known: dict[str, str]) -> set[tuple[str, str]]:
    """The elements, attributes, schemes and hosts of the pages that are not as they are known."""
    found: set[tuple[str, str]] = set()
    for page in site.pages:
        if known.get(page.address.path) != page.markdown:
            front, body = page.markdown.split("\n---\n", 1)
            found |= {("front matter", key) for key in yaml.safe_load(front.strip("-"))}
            found |= Elements(Markdown(extensions=EXTENSIONS).convert(body)).found
    return found


def texts(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The place of every text."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from texts(value[key], (*path, key))


def replaced(value: Any, path: tuple[Any, ...], payload: str) -> Any:
    if not path:
        return payload
    copied = value.copy()
    copied[path[0]] = replaced(value[path[0]], path[1:], payload)
    return copied


class Trial:
    """A review of which any text can be replaced, and what its site is made of as it stands."""

    def __init__(self, review: Path, root: Path):
        for folder in (*TOP_FOLDERS, "docs"):
            if (review / folder).is_dir():
                shutil.copytree(review / folder, root / folder)
        self.root = root
        files = sorted({file for kind in KINDS for file in root.glob(kind.files)})
        self.data = {file: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}
        self.places = [(file, path) for file in files for path in texts(self.data[file])]
        site = build(root).site
        assert site is not None
        self.known = {page.address.path: page.markdown for page in site.pages}
        self.made_of = made_of(site, {}) | GRAMMAR

    def hold(self, place: tuple[Path, tuple[Any, ...]], payload: str) -> None:
        """Replace the text there, and look at what comes of it."""
        file, path = place
        before = file.read_text(encoding="utf-8")
        try:
            changed = replaced(self.data[file], path, payload)
            file.write_text(json.dumps(changed, default=str), encoding="utf-8")
            built = build(self.root)
        finally:
            file.write_text(before, encoding="utf-8")
        told = as_text(built.diagnostics, self.root) + as_github(built.diagnostics)
        assert "\x1b" not in told
        for line in as_github(built.diagnostics).splitlines():
            assert line.startswith(("::error file=", "::warning file="))
        if built.site is not None:
            assert made_of(built.site, self.known) - self.made_of == set()
            for name, content in built.site.files.items():
                if name.endswith(".csv") and isinstance(content, str):
                    cells = (cell for row in csv.reader(io.StringIO(content)) for cell in row)
                    assert [cell for cell in cells if cell[:1] in FORMULA] == []


@pytest.fixture(scope="module", params=[GARDEN, ROOT], ids=["garden", "real"])
def trial(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return Trial(request.param, tmp_path_factory.mktemp("trial"))


@pytest.mark.parametrize("is_checked", [True, False], ids=["refused or text", "text all the same"])
@settings(
    max_examples=COUNT or 8,
    phases=[Phase.generate],  # a text and a payload: there is nothing to make smaller
    suppress_health_check=list(HealthCheck),
)
@given(draw=st.data())
def test_a_text_stays_a_text(trial: Trial, is_checked: bool, draw: st.DataObject):
    place = draw.draw(st.sampled_from(trial.places))
    payload = draw.draw(st.sampled_from(PAYLOADS))
    with pytest.MonkeyPatch.context() as patch:
        if not is_checked:  # what the pages escape does not rest on what the check refuses
            patch.setattr(corpus, "refused", lambda _: ())
        trial.hold(place, payload)
