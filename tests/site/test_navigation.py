import pytest
from reviews import GARDEN, edit, linked

from generator.pages.views import listed
from generator.site.build import build
from generator.site.by_hand.files import Written, written
from generator.site.doors import pages_at
from generator.site.navigation import navigation

GROWING = ("g01", "g02", "gx1")


def files(nav):
    """Every file of the tree, in its order."""
    for item in nav:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            for value in item.values():
                yield from files([value] if isinstance(value, str) else value)


GONE = {"evidence/tools.md"}
"""A page that was taken out: who has its address reads what became of it."""


def test_every_page_is_in_the_tree_once():
    site = build(GARDEN).site
    assert site is not None
    listed = list(files(site.nav))
    pages = {page.address.source for page in site.pages}
    from_their_chart = {page for page in pages if "/explore-" in page}
    assert from_their_chart
    assert sorted(listed) == sorted(pages - GONE - from_their_chart)


def test_theories_stand_under_their_groups(library):
    nav = navigation(library, [])
    theories = next(item["Theories"] for item in nav if "Theories" in item)
    groups = {title: list(files(items)) for item in theories[2:] for title, items in item.items()}
    assert list(groups.items())[:2] == [
        ("Example group: joining a garden", [f"theories/j0{n}.md" for n in (1, 2, 3)]),
        ("Example group: what grows out of a garden", [f"theories/{t}.md" for t in GROWING]),
    ]


def test_what_a_review_does_not_have_is_not_in_the_tree(garden_copy):
    for seed in ("guidance", "evidence", "claims", "findings", "glossary", "studies"):
        (garden_copy / "seeds" / f"{seed}.yml").unlink()
    for file in (garden_copy / "theories" / "middle-range").iterdir():
        file.unlink()
    reading = "reading-of:\n  claim: c04\n  reading: A\n  why: It explains exactly one theory. "
    reading += "The invented report does not settle it.\n"
    edit(
        garden_copy,
        ("theories/gx1.yml", reading, ""),
        ("seeds/review.yml", "guidance/starting-a-garden/", "theories/"),
        ("seeds/review.yml", "to: source-check/", "to: article/"),
        ("seeds/review.yml", "  headlines: [gar-01, gar-03]\n", ""),
    )
    site = build(garden_copy).site
    assert site is not None
    listed = set(files(site.nav))
    assert listed == {page.address.source for page in site.pages} - GONE
    assert not {"guidance/index.md", "evidence/index.md", "source-check.md"} & listed


def test_pages_by_hand_come_into_their_part(tmp_path):
    for name in ("limitations", "contributing/index", "contributing/setup", "other"):
        file = tmp_path / "docs" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# Page {name}\n")
    library = linked(GARDEN)
    hand = [page for page in written(tmp_path, library) if isinstance(page, Written)]
    nav = navigation(library, hand)
    contribute = next(item["Contribute"] for item in nav if "Contribute" in item)
    assert list(files(contribute)) == [
        f"contributing/{name}.md" for name in ("index", "setup", "errors")
    ]
    assert {"limitations.md", "other.md"} <= set(files(nav))
    about = next(item["About"] for item in nav if "About" in item)
    assert {"Page other": "other.md"} in about


def test_help_stands_by_itself_and_not_among_other_pages(library):
    assert navigation(library, [])[-1] == {"Example of where to ask": "help.md"}


def parts(nav):
    """Every list of the tree."""
    yield nav
    for item in nav:
        for value in item.values() if isinstance(item, dict) else ():
            yield from parts(value) if isinstance(value, list) else ()


@pytest.mark.slow
def test_titles_within_one_part_differ():
    site = build(GARDEN).site
    assert site is not None
    for part in parts(site.nav):
        titles = [title for item in part if isinstance(item, dict) for title in item]
        assert len(titles) == len(set(titles))


def test_of_too_many_things_only_the_page_that_lists_them_is_named(library, monkeypatch):
    monkeypatch.setattr(listed, "LISTED", 2)
    nav = navigation(library, [])
    assert {"Interventions": "interventions/index.md"} in nav
    theories = next(item["Theories"] for item in nav if "Theories" in item)
    assert {"Programme theories": "theories/index.md"} in theories
    named = set(files(nav))
    assert not {"interventions/s01.md", "theories/j01.md", "theories/g01.md"} & named


def test_where_there_are_pages_is_known_of_those_that_nothing_names(library, monkeypatch):
    monkeypatch.setattr(listed, "LISTED", 2)
    known = pages_at(library, navigation(library, []))
    assert {"interventions/s01/", "theories/j01/", "guidance/starting-a-garden/"} <= set(known)
