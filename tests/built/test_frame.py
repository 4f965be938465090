"""Every page is, byte for byte, what the theme and a single process make of it alone."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from bench_large import large, originals
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.structure.pages import Page
from reviews import GARDEN

from generator import side_by_side
from generator.cli.mkdocs import build_site
from generator.pages.views import listed
from generator.site import in_sections
from generator.site.build import Built, build
from generator.site.engine import rendered
from generator.site.engine.frame import Frame


def pages(folder: Path, root: Path, built: Built) -> dict[str, bytes]:
    build_site(root, folder, built=built)
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Frame, dict, dict]:
    """A review with pages that the navigation does not name.

    In frames that are kept and by three processes; and without either.
    """
    folder = tmp_path_factory.mktemp("frames")
    kept: list[Frame] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listed, "LISTED", 6)
        patch.setattr(in_sections, "WHOLE", 6)
        root = large(folder / "review", 2 * len(originals(GARDEN)), GARDEN)
        patch.setattr("generator.site.search.indexing", lambda *_: nullcontext())
        patch.setattr(side_by_side, "_cores", lambda: 3)
        patch.setattr(rendered, "WORTH", 10)
        begin = Frame.__init__
        patch.setattr(
            Frame, "__init__", lambda self, *a, **b: kept.append(self) or begin(self, *a, **b)
        )
        framed = pages(folder / "framed", root, build(root))
        patch.setattr(Frame, "_navigation", lambda *_: pytest.fail("for each page alone"))
        patch.setattr(Frame, "__init__", lambda self, *_, **__: begin(self, (), is_plain=False))
        patch.setattr(side_by_side, "_cores", lambda: 1)
        alone = pages(folder / "alone", root, build(root))
    return kept[0], framed, alone


def test_every_page_is_what_the_theme_makes_of_it_alone(both):
    _, framed, alone = both
    assert len(alone) > 40
    assert [path for path in alone if framed[path] != alone[path]] == []


def test_parts_of_every_kind_are_kept(both):
    frame, _, _ = both
    parts = {"styles", "header", "tabs", "nav", "footer", "config", "scripts"}
    assert {part for part, *_ in frame._kept} == parts
    assert len(frame._kept) < len(both[1])


@pytest.mark.parametrize("listed_as_most", [6, 60])
def test_the_navigation_is_made_once_for_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listed_as_most: int
):
    """Also where it names the pages of the folder."""
    monkeypatch.setattr(listed, "LISTED", listed_as_most)
    monkeypatch.setattr(side_by_side, "_cores", lambda: 1)
    monkeypatch.setattr("generator.site.search.indexing", lambda *_: nullcontext())
    given: list[tuple[str, bool]] = []
    make = Frame._navigation

    def noted(self: Frame, key: tuple, context: Context, page: Page) -> Markup | None:
        made = make(self, key, context, page)
        given.append((page.url, made is not None))
        return made

    monkeypatch.setattr(Frame, "_navigation", noted)
    build_site(GARDEN, tmp_path, built=build(GARDEN))
    assert len(given) > 20
    assert [url for url, is_kept in given if not is_kept] == []
