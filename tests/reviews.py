"""Copies of reviews with edits, and what a check finds in them."""

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.check.check import check
from generator.check.recount import recount
from generator.citing.edition import Edition
from generator.diagnostics import Diagnostic
from generator.entities import Entity
from generator.files.archive import digest, pack
from generator.library.kinds import TOP_FOLDERS, Kind
from generator.library.library import Library
from generator.site.catalogue import pages
from generator.site.context import Context, context, newest
from generator.site.data.downloads import downloads
from generator.site.versions.kept_states import written
from generator.site.versions.release_record import archive

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "tests" / "examples"
GARDEN = EXAMPLES / "garden-review"
MENDING = EXAMPLES / "mending-review"
"""The second invented review, as unlike the first as can be; its text is `mending-source.txt`."""
SOURCE = EXAMPLES / "garden-source.txt"
"""The whole invented report, as the comments in the garden's `seeds/review.yml` have it."""

Edit = tuple[str, str, str]
"""A file, a text that stands in it, and what to put in the place of its first occurrence."""

ID = re.compile(r'\bid="([^"]+)"|\{ #([\w-]+) \}')
FRAGMENT = re.compile(r'\bhref="([^"#:]*)#([^"]+)"')
"""A link within the site to something on a page."""


def copy_of(review: Path, target: Path) -> Path:
    """A copy of the data of a review, whichever folders it has, without all that is not data."""
    for folder in (*TOP_FOLDERS, "releases"):
        if (review / folder).is_dir():
            shutil.copytree(review / folder, target / folder)
    return target


def edit(root: Path, *edits: Edit) -> Path:
    for file, old, new in edits:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text, f"{file} holds no {old!r}"
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


def keep(root: Path, files: Mapping[str, bytes]) -> Path:
    """The review of the garden with a version 0.2.0 that is kept, of which these are the files."""
    changed = b'{"version":"0.2.0","date":"2022-03-02","before":"","pages":{"":[]},"touched":[]}'
    known = {"changes.json": changed, "entities.txt": written(linked(GARDEN), {})}
    packed = pack({**known, **files})
    (root / "releases").mkdir()
    (root / archive("0.2.0")).write_bytes(packed)
    entry = f"- version: 0.2.0\n  date: 2022-03-02\n  digest: {digest(packed)}\n"
    (root / "seeds/releases.yml").write_text(entry)
    return root


def linked(root: Path) -> Library:
    """A review, read and linked: those of the repository once, since tests edit only copies."""
    return _once(root) if root in (GARDEN, MENDING, ROOT) else _linked(root)


def _linked(root: Path) -> Library:
    library = check(root).library
    assert library is not None
    return library


_once = cache(_linked)


def holding(library: Library, kind: Kind, *entities: Entity) -> Library:
    """The library with these of a kind, and no others of it."""
    return replace(library, held={**library.held, kind: entities})


def context_of(library: Library) -> Context:
    """What the pages of a library are made from, with its claims counted again."""
    return context(library, recount(library), Edition(newest(library)))


def downloaded(library: Library) -> dict[str, str | bytes]:
    """Every file of the data, by its path."""
    return {file.path: file.content() for file in downloads(library, recount(library), Edition())}


def found(root: Path) -> list[str]:
    """What a check finds, short: “theories/j01.yml:3 wrong-type”; the garden's warning left out."""
    return short(d for d in check(root).diagnostics if d.location.path != "interventions/s03.yml")


def short(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [f"{d.location.path}:{d.location.line} {d.code}" for d in diagnostics]


def bodies(root: Path) -> dict[str, str]:
    """The body of every page that is made from the YAML of a review, by its address."""
    return {page.address.path: page.body for page in pages(context_of(linked(root)))}


def ids(body: str) -> set[str]:
    """Every id of a body, of its headings too."""
    return {first or second for first, second in ID.findall(body)}


def text_of(body: str) -> str:
    """What a reader reads of a page or a piece of one, without tags."""
    return " ".join(re.sub(r"<[^>]+>", "", body).split())
