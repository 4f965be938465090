"""The whole review as one document: all of it, once, with links that lead, and tagged in print."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pytest
from builds import GARDEN, Build, run
from pypdf import PageObject, PdfReader
from reviews import linked

from generator.site.build import build
from generator.site.document.whole import document


@pytest.fixture(scope="module")
def made(garden_build: Build) -> str:
    """The document of the garden, as it is printed."""
    site = build(GARDEN).site
    assert site is not None
    return document(site, garden_build.folder)({"theories-j01": 73})


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """What the command writes."""
    file = tmp_path_factory.mktemp("document") / "garden.pdf"
    ran = run("realist", "document", file, cwd=GARDEN)
    assert ran.returncode == 0, ran.stderr
    assert f"The whole review is in {file}" in ran.stdout
    return PdfReader(file)


def test_every_id_is_there_once_and_every_link_within_leads_to_one(made: str):
    ids = Counter(re.findall(r'\sid="([^"]+)"', made))
    assert [id for id, times in ids.items() if times > 1] == []
    within = set(re.findall(r'\shref="#([^"]+)"', made))
    assert len(within) > 50
    assert within <= set(ids)
    # The garden has no address, so that what is not in the document is no link.
    assert [way for way in re.findall(r'\shref="([^"#]+)', made) if ":" not in way] == [
        *re.findall(r'<link rel="stylesheet" href="([^"]+)', made)
    ]


def test_each_thing_is_a_part_of_it_and_what_serves_screens_is_not(made: str):
    library = linked(GARDEN)
    for folder, things in (
        ("theories", library.every_theory),
        ("interventions", library.every_intervention),
        ("studies", library.every_study),
        ("guidance", library.guidance),
        ("evidence", library.evidence),
    ):
        for id in things:
            assert f'<article class="rl-entry" id="{folder}-{id}">' in made
    assert "<button" not in made
    assert "<script" not in made
    assert "headerlink" not in made
    assert "contributing-" not in made


def test_limits_and_the_legend_come_before_what_they_are_about(made: str):
    places = [made.index(f'id="{id}"') for id in ("contents", "help", "model", "theories-j01")]
    assert places == sorted(places)


def test_headings_stand_below_one_another_without_a_gap(made: str):
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", made)]
    assert levels.count(1) == 1
    assert max(later - level for level, later in pairwise(levels)) == 1


def test_the_contents_say_on_which_sheet_a_part_begins(made: str):
    line = re.search(r'<a href="#theories-j01">.*?</a>', made, re.DOTALL)
    assert line
    assert '<span class="rl-line-number">73</span>' in line[0]


def test_the_pdf_is_tagged_and_has_a_title_a_language_and_an_outline(printed: PdfReader):
    root = printed.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert str(printed.metadata["/Title"]).endswith("version 0.2.0 of 2 March 2022")

    def titles(outline: list) -> list[str]:
        return [t for o in outline for t in (titles(o) if isinstance(o, list) else [o.title])]

    assert "Contents" in titles(printed.outline)
    assert len(titles(printed.outline)) > 50


def words(page: PageObject) -> str:
    """The text of a sheet, without ligatures and without the capitals of what was added."""
    return " ".join(normalize("NFKC", page.extract_text()).split()).lower()


def test_the_numbers_in_its_contents_are_those_of_the_sheets(printed: PdfReader):
    contents = normalize("NFKC", printed.pages[1].extract_text())
    lines = re.findall(r"^(.+?)\s*(\d+)$", contents, re.M)
    assert len(lines) > 10
    for title, sheet in lines:
        text = words(printed.pages[int(sheet) - 1])
        assert title[:25].lower() in text, (title, sheet)
        assert sheet in (text.split()[0], text.split()[-1])


def test_it_says_how_to_cite_it(printed: PdfReader):
    cover = printed.pages[0].extract_text()
    assert "How to cite it" in cover
    assert "version 0.2.0" in cover


def test_without_a_browser_nothing_is_written_and_it_says_what_helps(tmp_path: Path):
    file = tmp_path / "garden.pdf"
    ran = run("realist", "document", file, "--browser", "no-such-browser", cwd=GARDEN)
    assert ran.returncode == 2
    assert "no-such-browser is not there" in ran.stderr
    assert not file.exists()
