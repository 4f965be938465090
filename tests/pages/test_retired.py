"""What was withdrawn: its page stays and says so, it counts nowhere, and no id ever vanishes."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from reviews import GARDEN, context_of, copy_of, downloaded, edit, found, holding, linked, text_of

from generator.check.check import check
from generator.cli import main
from generator.edit.formatting import format_text
from generator.edit.register import as_yaml, registered
from generator.entities import Register
from generator.library.kinds import IDS
from generator.pages import addresses
from generator.site.build import build
from generator.site.catalogue import pages as made
from generator.site.navigation import navigation

RETIRED = """
retired:
  why: Invented, it was the same as another, see *there*.
  date: 2022-04-01
  successor: {successor}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A garden in which one theory and one scheme are withdrawn."""
    root = copy_of(GARDEN, tmp_path_factory.mktemp("retired") / "garden")
    for file, successor in (("theories/g01.yml", "g02"), ("interventions/s03.yml", "s01")):
        with (root / file).open("a", encoding="utf-8") as out:
            out.write(RETIRED.format(successor=successor))
    return root


@pytest.fixture(scope="module")
def withdrawn(root: Path):
    return linked(root)


@pytest.fixture(scope="module")
def pages(root: Path, withdrawn):
    return {page.address.path: page for page in made(context_of(withdrawn))}


def test_what_is_retired_is_apart_from_what_counts(withdrawn):
    assert set(withdrawn.retired) == {"g01", "s03"}
    assert "g01" not in withdrawn.theories
    assert "s03" not in withdrawn.interventions
    assert set(withdrawn.every_theory) == {*withdrawn.theories, "g01"}
    assert withdrawn.entity("theory", "g01").retired.date == date(2022, 4, 1)
    assert "g01" not in [theory.id for theory in withdrawn.theories_of("growing")]


def test_a_claim_still_counts_it_for_it_is_about_the_source(root: Path):
    assert not [d for d in check(root).diagnostics if d.severity == "error"]


def test_references_to_it_are_allowed(root: Path):
    assert not [d for d in check(root).diagnostics if d.code == "unknown-reference"]


def test_attributes_of_what_is_retired_are_not_asked_for(root: Path):
    assert not [d for d in check(root).diagnostics if d.location.path == "interventions/s03.yml"]


@pytest.mark.parametrize(
    ("path", "successor"),
    [("theories/g01/", "../g02/"), ("interventions/s03/", "../s01/")],
)
def test_its_page_stays_and_says_so_at_its_top(pages, path: str, successor: str):
    body = pages[path].body
    notice = body.index("Retired on 1 April 2022")
    assert notice < body.index('class="rl-lead"')
    assert "the same as another, see <em>there</em>." in body
    assert f'Read instead: <a href="{successor}">' in body
    assert "Retired" not in pages[path.replace("g01", "g02").replace("s03", "s01")].body


def test_without_a_successor_nothing_is_promised(tmp_path: Path):
    root = copy_of(GARDEN, tmp_path / "garden")
    with (root / "theories/j02.yml").open("a", encoding="utf-8") as out:
        out.write("\nretired:\n  why: It is no more.\n  date: 2022-04-01\n")
    library = linked(root)
    page = next(p for p in made(context_of(library)) if p.address.path == "theories/j02/")
    assert "Retired on" in page.body
    assert "Read instead" not in page.body


def test_it_is_listed_on_the_index_page_under_retired_only(pages):
    for path, link in (("theories/", 'href="g01/"'), ("interventions/", 'href="s03/"')):
        before, _, after = pages[path].body.partition("## Retired { #retired }")
        assert link not in before
        assert link in after
        assert "(retired)" in after


def test_without_anything_retired_there_is_no_such_heading(garden_pages):
    assert "Retired" not in garden_pages["theories/"].body
    assert "Retired" not in garden_pages["interventions/"].body


@pytest.mark.parametrize(
    "path", ["model/", "model/initial/", "model/final/", "model/changes/", "evidence/schemes/"]
)
def test_no_view_or_table_has_a_row_for_it(pages, path: str):
    assert "theories/g01/" not in pages[path].body
    assert "interventions/s03/" not in pages[path].body


def test_counts_leave_it_out(pages, withdrawn, garden_pages):
    assert "<strong>3</strong> interventions" in garden_pages[""].body
    assert "<strong>2</strong> of the 3 interventions" in pages[""].body
    assert "<strong>5</strong> programme theories" in garden_pages[""].body
    assert "<strong>4</strong> programme theories" in pages[""].body


def test_where_a_claim_or_a_text_names_it_it_is_called_retired(pages):
    said = text_of(pages["source-check/"].body)
    assert "2 numbered theories: growing theory 1 (retired), growing theory 2." in said
    assert "Concerns#1, #3 (retired)" in said


def test_neighbours_pass_it_by(pages):
    assert 'href="../g01/"' not in pages["theories/g02/"].body.split("rl-neighbours")[-1]


def test_the_navigation_does_not_list_it(root: Path, withdrawn):
    nav = json.dumps(navigation(withdrawn, []))
    assert "theories/g02.md" in nav
    assert "theories/g01.md" not in nav
    assert "interventions/s03.md" not in nav


def test_downloads_hold_it_apart(withdrawn):
    data = json.loads(downloaded(withdrawn)[addresses.DATA_REVIEW])
    assert [entry["id"] for entry in data["retired"]] == ["g01", "s03"]
    assert "g01" not in [entry["id"] for entry in data["theories"]]
    assert "\ng01," not in downloaded(withdrawn)[addresses.DATA_THEORIES]


def test_its_successor_exists(tmp_path: Path):
    root = copy_of(GARDEN, tmp_path / "garden")
    with (root / "theories/g01.yml").open("a", encoding="utf-8") as out:
        out.write(RETIRED.format(successor="g2"))
    [wrong] = [d for d in check(root).diagnostics if d.code == "unknown-reference"]
    assert wrong.remedy == "Did you mean “g02”?"


# The register


def test_a_deleted_file_that_was_published_is_told_of(garden_copy: Path):
    (garden_copy / "theories/j02.yml").unlink()
    [wrong] = [d for d in check(garden_copy).diagnostics if d.code == "id-gone"]
    assert wrong.message == "The theory “j02” was published, and nothing has this id any more."
    assert "theories/j02.yml" in wrong.expected
    assert "“retired”" in wrong.remedy


def test_a_file_that_is_broken_is_not_gone(garden_copy: Path):
    (garden_copy / "theories/j02.yml").write_text("id: [", encoding="utf-8")
    assert not [one for one in found(garden_copy) if "id-gone" in one]


def test_of_a_broken_seed_nothing_is_said_to_be_gone(garden_copy: Path):
    (garden_copy / "seeds/ids.yml").write_text("findings:\n  - gar-99\n", encoding="utf-8")
    assert "seeds/findings.yml:1 id-gone" in found(garden_copy)
    (garden_copy / "seeds/findings.yml").write_text("- id: [", encoding="utf-8")
    assert not [one for one in found(garden_copy) if "id-gone" in one]


def test_an_id_that_is_not_registered_is_nothing_yet(garden_copy: Path):
    edit(garden_copy, ("seeds/ids.yml", "  - j03\n", ""))
    assert found(garden_copy) == []


@pytest.fixture
def right(garden_copy: Path) -> Path:
    return edit(garden_copy, ("interventions/s03.yml", "- name\n", "- name\n  - members-nearby\n"))


def run_register(root: Path) -> str:
    result = CliRunner().invoke(main, ["register", "--root", str(root)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_registering_adds_all_and_removes_none(right: Path):
    for seed in ("ids", "changes", "moved"):
        (right / f"seeds/{seed}.yml").unlink()
    said = re.search(r"holds (\d+) ids, (\d+) of them new", run_register(right))
    assert said
    assert said[1] == said[2] != "0"
    text = (right / "seeds/ids.yml").read_text(encoding="utf-8")
    register = linked(right).register
    assert register.theories == ("g01", "g02", "gx1", "j01", "j02", "j03")
    assert register.middle_range == ("fence-theory", "handed-tea")
    assert register.claims[0] == "c01"
    assert "0 of them new" in run_register(right)
    assert (right / "seeds/ids.yml").read_text(encoding="utf-8") == text
    assert found(right) == []


def test_parts_that_nobody_has_written_are_not_registered(garden_copy: Path):
    edit(garden_copy, ("theories/j01.yml", "text: She joins.", "text: 'To be written: it'"))
    edit(garden_copy, ("seeds/attributes.yml", "label: Type of plot", "label: To be written"))
    within = registered(linked(garden_copy)).within
    assert {"o1", "o2"} & set(within["theories/j01"]) == {"o2"}
    assert "format" not in within["interventions"]
    assert {"o1"} <= set(registered(linked(GARDEN)).within["theories/j01"])


def test_registering_never_removes(withdrawn):
    before = Register(theories=("old-01",), findings=("gar-99",))
    after = registered(holding(withdrawn, IDS, before))
    assert "old-01" in after.theories
    assert "gar-99" in after.findings
    assert "g01" in after.theories  # what is retired was published, too


def test_with_errors_nothing_is_registered(garden_copy: Path):
    before = (garden_copy / "seeds/ids.yml").read_bytes()
    (garden_copy / "theories/j02.yml").unlink()
    result = CliRunner().invoke(main, ["register", "--root", str(garden_copy)])
    assert result.exit_code == 1
    assert (garden_copy / "seeds/ids.yml").read_bytes() == before


def test_the_register_is_formatted_as_all_files_are(real_library):
    text = as_yaml(registered(real_library))
    assert format_text(text, Register, ()) == text


def test_ids_stand_in_the_order_of_people(withdrawn):
    register = registered(holding(withdrawn, IDS, Register(theories=("t10", "t2", "t1"))))
    assert register.theories == ("g01", "g02", "gx1", "j01", "j02", "j03", "t1", "t2", "t10")


def test_a_build_holds_the_register_too(garden_copy: Path):
    edit(garden_copy, ("seeds/ids.yml", "  - s03", "  - s03\n  - s04"))
    assert build(garden_copy).site is None


def test_where_all_theories_are_retired_their_list_has_nothing_to_explore(garden_copy: Path):
    for file in (garden_copy / "theories").glob("*.yml"):
        with file.open("a", encoding="utf-8") as out:
            out.write("retired: {why: Invented., date: 2022-04-01}\n")
    library = linked(garden_copy)
    body = {page.address.path: page.body for page in made(context_of(library))}["theories/"]
    assert "## Retired { #retired }" in body
    for gone in ("rl-explorer", "../model/", "0 of 0"):
        assert gone not in body
