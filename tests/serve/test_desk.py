"""What is served of a review that is edited is what a build makes of it, whatever went before."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reviews import GARDEN

from generator.cli.mkdocs import build_site, settings
from generator.serve.desk import Desk
from generator.site.build import build
from generator.site.search import DIALOG

pytestmark = pytest.mark.slow

STEPS = 10
MENDED = 0.8
"""How often a wrong edit is mended before the next one."""
PAGES = ("index.html", "theories/index.html", "theories/j01/index.html", "about/index.html")
FILES = ("theories/j01/cite.json", "data/review.json", "api/v1/index.json", "404.html")
OF_HOSTS = ("_headers", "pagefind/", f"{DIALOG}.", ".realist")
"""What only a finished site has: for web hosts, for its search, and to be known by."""

Edit = Callable[[Path], None]


def replacing(file: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text, file
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def adding(file: str, like: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / like).read_text(encoding="utf-8")
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def without(file: str) -> Edit:
    return lambda root: (root / file).unlink()


EDITS: dict[str, Edit] = {
    "theories/j01.yml": replacing("theories/j01.yml", "newcomers are", "all who come are"),
    "theories/g02.yml": replacing("theories/g02.yml", "group: ", "grup: "),
    "theories/j02.yml": without("theories/j02.yml"),
    "theories/gx2.yml": adding("theories/gx2.yml", "theories/gx1.yml", "id: gx1", "id: gx2"),
    "interventions/s02.yml": replacing("interventions/s02.yml", "title: ", "title: Other "),
    "seeds/glossary.yml": without("seeds/glossary.yml"),
    "seeds/changes.yml": replacing("seeds/changes.yml", "2022-03-02", "2023-04-05"),
    "seeds/review.yml": replacing("seeds/review.yml", "description: ", "description: ["),
    "docs/about.md": replacing("docs/about.md", "# ", "# <b>"),
    "docs/other.md": adding("docs/other.md", "docs/about.md", "# ", "# Other: "),
    "mkdocs.yml": replacing("mkdocs.yml", "site_name: ", "site_name: Other "),
}
"""What somebody may do to each file of the garden, some of it wrong."""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GARDEN, tmp_path / "garden", ignore=shutil.ignore_patterns("site")))


@pytest.fixture
def desk(review: Path) -> Iterator[Desk]:
    with Desk(review, settings) as opened:
        opened.look()
        yield opened


def answers(desk: Desk, *paths: str) -> list[bytes | None]:
    assert desk.answers is not None
    return [desk.answers(path) for path in paths]


def toggle(root: Path, file: str) -> None:
    """Edit a file, or take it back to what it was."""
    now, original = root / file, GARDEN / file
    was = original.read_bytes() if original.exists() else None
    if (now.read_bytes() if now.exists() else None) == was:
        EDITS[file](root)
    elif was is None:
        now.unlink()
    else:
        now.write_bytes(was)


def test_after_any_edits_it_serves_what_a_fresh_start_would(desk: Desk, review: Path) -> None:
    chance, good, states, wrong = random.Random(9), answers(desk, *PAGES, *FILES), [], ""
    for _ in range(STEPS):
        file = wrong if wrong and chance.random() < MENDED else chance.choice(sorted(EDITS))
        toggle(review, file)
        state = desk.look()
        wrong = file if state.is_wrong else ""
        with Desk(review, settings) as fresh:
            assert fresh.look().diagnostics == state.diagnostics, file
            assert fresh.state.failure == state.failure, file
            good = good if state.is_wrong else answers(fresh, *PAGES, *FILES)
        desk.look()  # takes templates and settings back from the other desk
        assert answers(desk, *PAGES, *FILES) == good, file
        states.append(state.is_wrong)
    assert min(states.count(True), states.count(False)) > STEPS // 4


def test_it_serves_every_page_and_file_of_a_build(desk: Desk, review: Path, tmp_path: Path) -> None:
    for file in ("theories/j01.yml", "theories/g02.yml", "theories/g02.yml", "mkdocs.yml"):
        toggle(review, file)
        desk.look()
    site = tmp_path / "site"
    build_site(review, site, built=build(review))
    made = {f.relative_to(site).as_posix(): f.read_bytes() for f in site.rglob("*") if f.is_file()}
    desk.look()
    assert desk.answers is not None
    desk.answers.site.begin()  # the references to all pages at once, which saves half a minute
    served = {path: desk.answers(path) for path in made if not path.startswith(OF_HOSTS)}
    assert served == {path: made[path] for path in served}
    assert len(served) > 300


def test_a_theme_of_ones_own_is_served_as_it_is_now(desk: Desk, review: Path) -> None:
    own = review / "overrides"
    own.mkdir()
    (own / "404.html").write_text("One", encoding="utf-8")
    replacing("mkdocs.yml", "theme:\n", "theme:\n  custom_dir: overrides\n")(review)
    desk.look()
    assert answers(desk, "404.html", "new.css") == [b"One", None]
    (own / "404.html").write_text("Two", encoding="utf-8")
    (own / "new.css").write_text("a {}", encoding="utf-8")
    desk.look()
    assert answers(desk, "404.html", "new.css") == [b"Two", b"a {}"]
    (review / "mkdocs.yml").write_bytes((GARDEN / "mkdocs.yml").read_bytes())
    desk.look()
    with Desk(review, settings) as fresh:
        fresh.look()
        assert answers(desk, "404.html", "new.css") == answers(fresh, "404.html", "new.css")


def test_settings_that_another_file_holds_are_those_of_now(desk: Desk, review: Path) -> None:
    (review / "mkdocs.yml").rename(review / "base.yml")
    (review / "mkdocs.yml").write_text("INHERIT: base.yml\n", encoding="utf-8")
    desk.look()
    (review / "own").mkdir()
    (review / "own" / "404.html").write_text("One", encoding="utf-8")
    replacing("base.yml", "theme:\n", "theme:\n  custom_dir: own\n")(review)
    desk.look()
    assert answers(desk, "404.html") == [b"One"]
