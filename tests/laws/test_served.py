"""What is served of a review that is edited is what a build makes of it, whatever went before.

Where a build refuses the review, the same errors are told, and the last good site is served on.
"""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from random import Random
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import GARDEN, keep
from typed_edits import EDITS

from generator import side_by_side
from generator.check.unforeseen import in_words
from generator.cli.mkdocs import build_site
from generator.cli.mkdocs import settings as settings_of
from generator.serve.desk import Desk
from generator.site import search
from generator.site.build import Again, build

pytestmark = pytest.mark.slow

EXAMPLES = settings().max_examples
OF_HOSTS = ("_headers", ".realist")
"""What only a finished site has: for web hosts, for its search, and to be known by."""
MAP, HOME, CITED = "sitemap.xml", "index.html", "theories/j01/cite.json"
SOMETIMES = (
    MAP,
    HOME,
    CITED,
    "model/index.html",
    "about/index.html",
    "404.html",
    "data/review.json",
)
"""What a browser may ask for between two edits."""
CHANGED = {
    "version": "0.2.0",
    "date": "2022-03-02",
    "before": "",
    "pages": {"theories/j01/": ["Invented."], "model/": []},
    "touched": ["theories/j03/"],
    "titles": {"theories/j01/": "Seen", "gone/": "Gone"},
    "anchors": {"theories/j01/": ["c1", "c8"]},
}
KEPT = {
    "changes.json": json.dumps(CHANGED).encode(),
    "v/0.2.0/index.html": b"As it was.",
    "v/0.2.0/gone/index.html": b"",
}
"""What a version holds that is kept, with what it says of itself."""

edits = st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 99))
MOSTLY = st.sampled_from((True, True, True, False))
steps = st.tuples(
    st.lists(edits, min_size=1, max_size=2),
    MOSTLY,
    st.lists(st.sampled_from(SOMETIMES), max_size=1),
)
"""What is edited at once, whether it is undone where it is wrong, and what is asked for then."""


@contextmanager
def desk_of(folder: str, *, is_kept: bool) -> Iterator[tuple[Path, Desk]]:
    root = Path(copytree(GARDEN, Path(folder, "review"), ignore=lambda *_: ["site"]))
    if is_kept:
        keep(root, KEPT)
    with Desk(root, settings_of) as desk:
        assert not desk.look().is_wrong
        yield root, desk


def built(root: Path, site: Path) -> dict[str, bytes]:
    """Every file that a build makes, but for the index of its search and what is for hosts."""
    with pytest.MonkeyPatch.context() as without:
        without.setattr(search, "indexing", lambda *_: nullcontext())
        without.setattr(side_by_side, "_cores", lambda: 1)  # what they take, nothing here is for
        build_site(root, site, built=build(root))
    made = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    return {name: made[name].read_bytes() for name in made if not name.startswith(OF_HOSTS)}


def served(desk: Desk, *paths: str) -> dict[str, bytes | None]:
    assert desk.answers is not None
    return {path: desk.answers(path) for path in paths}


def contents(root: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}


def undo(root: Path, before: dict[Path, bytes]) -> None:
    for file in contents(root).keys() - before.keys():
        file.unlink()
    for file, content in before.items():
        file.write_bytes(content)


def hold_refusal(desk: Desk, root: Path, folder: str) -> None:
    """A state is wrong where a build of it is, and says the same of it."""
    fresh = Again(root).build()
    assert desk.state.diagnostics == (() if desk.state.failure else fresh.diagnostics)
    assert bool(desk.state.errors) == (fresh.site is None) or desk.state.failure
    if desk.state.failure:
        with pytest.raises(Exception) as refused:  # noqa: PT011 - whatever it is
            build_site(root, Path(folder, "refused"), built=fresh)
        assert in_words(refused.value) == desk.state.failure


@settings(max_examples=EXAMPLES // 6)
@given(st.booleans(), st.lists(steps, min_size=4, max_size=8), st.integers(0, 9))
def test_after_any_edits_what_is_served_is_what_a_build_makes(is_kept, done, order):
    with tempfile.TemporaryDirectory() as folder, desk_of(folder, is_kept=is_kept) as (root, desk):
        good, wrong = contents(root), False
        for edited, is_undone, asked in done:
            for kind, number in edited:
                EDITS[kind](root, number)
            last = desk.answers
            wrong = desk.look().is_wrong
            hold_refusal(desk, root, folder)
            assert (desk.answers is last) == wrong
            if wrong and is_undone:
                undo(root, good)
                wrong = desk.look().is_wrong
                assert not wrong
            good = good if wrong else contents(root)
            served(desk, *asked)
        if wrong:
            undo(root, good)
            desk.look()
        hold_all(desk, root, folder, Random(order))


def hold_all(desk: Desk, root: Path, folder: str, order: Random) -> None:
    """Every page and file that a build makes is served, in whichever order they are asked for."""
    made = built(root, Path(folder, "site"))
    assert desk.answers is not None
    desk.answers.site.begin()  # the references to all pages at once, which saves half a minute
    asked = sorted(made)
    order.shuffle(asked)
    assert [path for path, content in served(desk, *asked).items() if content != made[path]] == []
    assert len(made) > 100


@pytest.mark.parametrize("first", [(MAP,), ("theories/j01/index.html", MAP), (f"{MAP}.gz", HOME)])
def test_the_map_of_the_site_is_whole_whatever_was_asked_before(first, tmp_path):
    with desk_of(str(tmp_path), is_kept=True) as (root, desk):
        made = built(root, tmp_path / "site")
        assert b"<lastmod>" in made[MAP]
        assert served(desk, *first) == {path: made[path] for path in first}
