"""The commands that build a site, as people run them."""

import shutil
from pathlib import Path

import pytest
from builds import GARDEN, Build, mkdocs, run
from lxml.html import HtmlElement
from pages import Pages, main, read, words
from reviews import edit, linked

BANNERS = ("MkDocs 2.0", "Material for MkDocs team", "│")


def warnings(output: str) -> list[str]:
    """The lines that a reader would take for something wrong."""
    marks = ("WARNING", "ERROR", "Warning:", "warning:", "error:", "Traceback")
    return [line for line in output.splitlines() if any(mark in line for mark in marks)]


def statement(pages: Pages, theory: str, id: str) -> HtmlElement:
    """One context, mechanism or outcome on the page of its theory."""
    return pages[f"theories/{theory}/"].get_element_by_id(id)


def copy_of_garden(folder: Path) -> Path:
    """The example review in a folder of its own, without pages by hand."""
    shutil.copytree(GARDEN, folder, ignore=shutil.ignore_patterns("docs", "site"))
    return folder


def test_the_real_review_builds_strictly_without_a_warning(build: Build) -> None:
    assert build.code == 0, build.output
    assert warnings(build.output) == []
    assert not [banner for banner in BANNERS if banner in build.output]
    assert (build.folder / "theories/t04/index.html").is_file()


def test_the_example_review_builds_with_no_change_of_the_code(garden_build: Build) -> None:
    assert garden_build.code == 0, garden_build.output
    (heading, warning) = warnings(garden_build.output)
    assert heading.startswith("WARNING")
    assert "realist" in heading
    assert "interventions/s03.yml" in warning
    assert "[attribute-not-extracted]" in warning
    assert "1 warning in 1 file." in garden_build.output


def test_strict_stops_where_an_attribute_is_not_extracted(tmp_path: Path) -> None:
    strict = mkdocs(GARDEN, tmp_path / "site", "--strict")
    assert strict.code == 1
    assert "Nothing is recorded of “members-nearby”" in strict.output


def test_no_link_makes_the_theme_ask_the_host_of_the_repository(garden: Pages) -> None:
    links = [a for tree in garden.proper.values() for a in tree.xpath("//a[@class='md-source']")]
    assert links
    assert [a for a in links if a.get("data-md-component")] == []


def test_the_example_review_says_nothing_of_the_real_one(garden: Pages) -> None:
    for address, tree in garden.proper.items():
        said = words(tree).lower()
        for term in ("postnatal", "mothers", "birth", "the article"):
            assert term not in said, address


@pytest.mark.parametrize(
    ("theory", "id", "change", "label"),
    [
        ("j01", "c1", "retained", "In the initial and the final model"),
        ("j01", "c2", "removed", "Initial model only: no evidence found"),
        ("j01", "m2", "added", "Final model only: new"),
        ("j01", "m1", "reworded", "Reworded in the final model"),
        ("j01", "o2", "not-stated", "Initial model: not stated"),
    ],
)
def test_every_state_of_a_statement_has_its_label_in_words(
    garden: Pages, theory: str, id: str, change: str, label: str
) -> None:
    item = statement(garden, theory, id)
    assert item.get("data-change") == change
    (shown,) = item.find_class("rl-change")
    assert words(shown) == label


def test_removed_statements_are_struck_and_added_ones_inserted(garden: Pages) -> None:
    (struck,) = statement(garden, "j01", "c2").iter("del")
    (added,) = statement(garden, "j01", "m2").iter("ins")
    assert words(struck) == "She has an hour to spare."
    assert words(added) == "She is handed a spade."


def test_a_reworded_statement_shows_both_wordings_with_words_for_them(garden: Pages) -> None:
    item = statement(garden, "j01", "m1")
    assert words(next(item.iter("del"))) == "removed: put up with"
    assert words(next(item.iter("ins"))) == "added: welcome"


@pytest.mark.parametrize(("theory", "tag"), [("j02", "del"), ("j03", "ins")])
def test_the_title_of_a_removed_or_added_theory_is_marked(
    garden: Pages, theory: str, tag: str
) -> None:
    (heading,) = main(garden[f"theories/{theory}/"]).iter("h1")
    assert list(heading.iter(tag))


def test_other_groups_stand_in_navigation_and_headings(garden: Pages) -> None:
    index = garden["theories/"]
    titles = [words(title) for title in main(index).find_class("rl-group-title")]
    groups = ["Example group: joining a garden", "Example group: what grows out of a garden"]
    for title, group in zip(titles, groups, strict=True):
        assert title.startswith(group)
    for group in groups:
        assert group in words(index.xpath('//nav[contains(@class, "md-nav--primary")]')[0])


def test_realist_build_works_without_pages_by_hand(tmp_path: Path) -> None:
    review = copy_of_garden(tmp_path / "review")
    built = run("realist", "build", "--root", review)
    assert built.returncode == 0, built.stderr
    assert (review / "site/theories/j01/index.html").is_file()


def test_a_page_that_the_settings_leave_out_has_no_file(tmp_path: Path) -> None:
    review = shutil.copytree(GARDEN, tmp_path / "review", ignore=shutil.ignore_patterns("site"))
    with (review / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("exclude_docs: drafts/\n")
    (review / "docs/drafts").mkdir(parents=True)
    (review / "docs/drafts/secret.md").write_text("# A draft\n", encoding="utf-8")
    built = run("realist", "build", "--root", review)
    assert built.returncode == 0, built.stderr
    assert (review / "site/index.html").is_file()
    assert not (review / "site/drafts/secret/index.html").exists()


def test_a_site_that_is_called_as_its_first_page_is_not_named_twice(tmp_path: Path) -> None:
    review = copy_of_garden(tmp_path / "review")
    title = linked(GARDEN).review.title
    edit(review, ("mkdocs.yml", "Community gardens (invented example)", f"'{title}'"))
    assert run("realist", "build", "--root", review).returncode == 0
    pages = read(review / "site")
    assert pages[""].findtext(".//title") == title
    assert pages["model/"].findtext(".//title") == f"The model - {title}"


@pytest.mark.parametrize("command", ["realist", "mkdocs"])
def test_a_broken_file_gives_its_diagnostic_and_no_traceback(tmp_path: Path, command: str) -> None:
    review = copy_of_garden(tmp_path / "review")
    (review / "docs").mkdir()
    broken = review / "theories/g01.yml"
    broken.write_text(broken.read_text(encoding="utf-8") + "\nno colon here\n", encoding="utf-8")
    failed = run(command, "build", cwd=review)
    assert failed.returncode == 1
    said = failed.stdout + failed.stderr
    assert "theories/g01.yml:" in said
    assert "error:" in said
    assert "1 error and 1 warning" in said
    assert "Traceback" not in said
    assert not (review / "site/theories").exists()
