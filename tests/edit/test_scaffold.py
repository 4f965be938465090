import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reviews import ROOT, copy_of, edit, linked

from generator.check.check import check
from generator.cli import main
from generator.edit.formatting import format_text
from generator.edit.scaffold import (
    Scaffold,
    ScaffoldError,
    new_intervention,
    new_middle_range_theory,
    new_study,
    new_theory,
    next_id,
    write_new,
)
from generator.entities import AttributeValue, Intervention, MiddleRangeTheory, Study, Theory
from generator.entities.base import PLACEHOLDER
from generator.entities.describe import entities_in
from generator.library.kinds import KINDS

pytestmark = pytest.mark.slow


def made(root: Path) -> dict[type, Scaffold]:
    library = linked(root)
    return {
        Theory: new_theory(root, library, library.review.groups[0].id),
        Intervention: new_intervention(root, library),
        MiddleRangeTheory: new_middle_range_theory(root, library, "new-theory"),
        Study: new_study(root, library, "new-study"),
    }


def new(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["new", *words, "--root", str(root)])


def found_by(root: Path) -> set[tuple[str, str]]:
    return {(found.location.path, found.code) for found in check(root).diagnostics}


# Ids


@pytest.mark.parametrize(
    ("prefix", "taken", "id"),
    [
        ("t", {"t01", "t13", "p24", "tx9"}, "t14"),
        ("px", {"px1", "px2", "p24"}, "px3"),
        ("t", {"t98", "t99"}, "t100"),
        ("t", {"t1", "t3"}, "t4"),
        ("t", set(), "t01"),
        ("t", {"t01", "t05"}, "t06"),
    ],
)
def test_the_next_id_follows_the_highest(prefix: str, taken: set[str], id: str):
    assert next_id(prefix, taken) == id


def test_a_broken_file_keeps_its_id(garden_copy: Path):
    (garden_copy / "theories/j07.yml").write_text("id: [", encoding="utf-8")
    assert new_theory(garden_copy, linked(garden_copy), "joining").path == "theories/j08.yml"


def test_an_id_that_was_published_is_not_used_again(garden_copy: Path):
    (garden_copy / "seeds/ids.yml").write_text(
        "theories: [j01, j07]\nmiddle-range: [green-thumb]\ninterventions: [s08]\n",
        encoding="utf-8",
    )
    library = linked(garden_copy)
    assert new_theory(garden_copy, library, "joining").path == "theories/j08.yml"
    assert new_intervention(garden_copy, library).path == "interventions/s09.yml"
    with pytest.raises(ScaffoldError, match="is or was in use"):
        new_middle_range_theory(garden_copy, library, "green-thumb")


@pytest.mark.parametrize("id", ["index", "a" * 101, "Bean", "bean--2018", "2018-bean"])
def test_an_id_that_a_check_would_refuse_makes_no_file(garden_copy: Path, id: str):
    done = new(garden_copy, "study", "--id", id)
    assert done.exit_code != 0
    assert "cannot be an id" in done.output
    assert not (garden_copy / f"studies/{id}.yml").exists()


# Texts


@pytest.mark.parametrize(
    "kind", [kind.entity for kind in KINDS if kind.is_folder], ids=lambda kind: kind.__name__
)
def test_every_key_of_the_entity_and_of_its_parts_is_mentioned(kind: type, garden: Path):
    text = made(garden)[kind].text
    for entity in entities_in(kind):
        for field in entity.model_fields.values():
            assert re.search(rf"(?<![\w-]){field.alias}(?![\w-])", text), (entity, field.alias)
    for field in kind.model_fields.values():
        assert re.search(rf"^{field.alias}:", text, re.M), field.alias


@pytest.mark.parametrize(
    "kind", [kind.entity for kind in KINDS if kind.is_folder], ids=lambda kind: kind.__name__
)
def test_every_line_with_a_key_says_what_it_is_for(kind: type, garden: Path):
    lines = made(garden)[kind].text.split("\n")
    bare = [line for line in lines if re.match(r"[ -]*[a-z-]+:", line) and "#" not in line]
    # A placeholder says it itself; the attributes have their comment above them.
    assert [line for line in bare if not line.endswith(": >-") and line != "attributes: {}"] == []
    assert "$schema=" in lines[0]


def test_an_attribute_is_explained_with_every_key(garden: Path):
    text = made(garden)[Intervention].text
    for field in AttributeValue.model_fields.values():
        assert f"#     {field.alias}: " in text
    for attribute in linked(garden).attributes.attributes:
        assert f"#   {attribute.id}: {attribute.label}" in text


@pytest.mark.parametrize(
    "kind", [kind.entity for kind in KINDS if kind.is_folder], ids=lambda kind: kind.__name__
)
@pytest.mark.parametrize("root", [ROOT], ids=["real"])
def test_a_new_file_is_formatted(kind: type, root: Path):
    text = made(root)[kind].text
    assert format_text(text, kind, ()) == text


TITLES = [
    "Conocerse",
    "The club that met once a month",
    "Talk: “over” the 'fence' # or [j01]",
    "yes",
    "2022",
    "- a hyphen first",
    "50% of those who might have come, and never came back to the garden on any later day",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_file_that_is_made_with_a_title_has_it_and_no_error(garden_copy: Path, title: str):
    for words in (
        ["theory", "--group", "joining"],
        ["intervention"],
        ["middle-range-theory", "--id", "new-theory"],
        ["study", "--id", "new-study"],
    ):
        assert new(garden_copy, *words, "--title", title).exit_code == 0
    assert not check(garden_copy).has_errors
    library = linked(garden_copy)
    titles = (
        library.theories["j04"].title,
        library.interventions["s04"].title,
        library.middle_range["new-theory"].title,
        library.included_studies["new-study"].title,
    )
    assert titles == (title,) * 4


# What a check finds


@pytest.mark.parametrize("review", ["garden", "real"])
def test_new_theories_are_valid_at_once(review: str, garden: Path, tmp_path: Path):
    root = copy_of(garden if review == "garden" else ROOT, tmp_path / "review")
    before = found_by(root)
    for group in linked(root).review.groups:
        assert new(root, "theory", "--group", group.id).exit_code == 0
    assert new(root, "middle-range-theory", "--id", "new-theory").exit_code == 0
    assert new(root, "study", "--id", "new-study").exit_code == 0
    assert not check(root).has_errors
    # Of the study the garden is asked for what it records of others.
    added = {code for _, code in found_by(root) - before}
    assert added - {"attribute-not-extracted"} == {"placeholder"}


@pytest.mark.parametrize("review", ["garden", "real"])
def test_a_new_intervention_is_valid_and_nothing_is_said_of_its_attributes(
    review: str, garden: Path, tmp_path: Path
):
    root = copy_of(garden if review == "garden" else ROOT, tmp_path / "review")
    before = found_by(root)
    result = new(root, "intervention")
    added = found_by(root) - before
    own = {code for path, code in added if path.startswith("interventions/")}
    assert own == {"placeholder", "attribute-not-extracted"}
    # It breaks no claim that counts interventions before somebody has begun to write it.
    assert all(path.startswith("interventions/") for path, _ in added)
    assert not check(root).has_errors
    assert "counts the interventions" in result.output
    assert "that nobody has looked yet does not mean" in result.output


def test_an_intervention_that_is_written_counts(garden_copy: Path):
    new(garden_copy, "intervention")
    file = garden_copy / "interventions" / "s04.yml"
    text = file.read_text(encoding="utf-8").replace("To be written", "Written")
    file.write_text(text, encoding="utf-8")
    assert "claim-verdict" in {code for _, code in found_by(garden_copy)}


def test_every_placeholder_is_found(garden_copy: Path):
    new(garden_copy, "theory", "--group", "joining")
    text = (garden_copy / "theories/j04.yml").read_text(encoding="utf-8")
    count = sum(line.strip().startswith(PLACEHOLDER) for line in text.split("\n"))
    found = [one for one in check(garden_copy).diagnostics if one.code == "placeholder"]
    assert len(found) == count == 12
    assert {one.location.path for one in found} == {"theories/j04.yml"}


def test_a_text_that_only_mentions_the_words_is_no_placeholder(garden_copy: Path):
    edit(garden_copy, ("theories/j01.yml", "text: She joins.", "text: She says “To be written”."))
    assert "placeholder" not in {found.code for found in check(garden_copy).diagnostics}


def test_new_files_are_shaped_without_a_word_of_their_own(garden_copy: Path):
    for scaffold in made(garden_copy).values():
        write_new(garden_copy, scaffold)
    library = linked(garden_copy)
    theory, scheme = library.theories["j04"], library.interventions["s04"]
    assert (theory.number, theory.model.initial, theory.model.final) == (None, *["not-stated"] * 2)
    assert (scheme.number, scheme.attributes, scheme.not_stated) == (4, {}, ())
    assert not library.middle_range["new-theory"].named_by_source


# The command


def test_an_unknown_group_is_refused_with_the_nearest_known(garden_copy: Path):
    result = new(garden_copy, "theory", "--group", "jioning")
    assert result.exit_code == 2
    assert "There is no group “jioning”. Did you mean “joining”?" in result.output
    assert not (garden_copy / "theories/j04.yml").exists()


@pytest.mark.parametrize("id", ["Fence", "fence theory", "../fence", "fence-theory", "j01"])
def test_an_id_that_cannot_be_or_is_taken_is_refused(garden_copy: Path, id: str):
    before = sorted(garden_copy.rglob("*.yml"))
    result = new(garden_copy, "middle-range-theory", "--id", id)
    assert result.exit_code == 2
    assert sorted(garden_copy.rglob("*.yml")) == before


def test_nothing_is_ever_overwritten(garden_copy: Path):
    (garden_copy / "theories/j04.yml").write_text("kept", encoding="utf-8")
    with pytest.raises(ScaffoldError, match="is there already"):
        write_new(garden_copy, Scaffold("theories/j04.yml", "new"))
    assert (garden_copy / "theories/j04.yml").read_text(encoding="utf-8") == "kept"


def test_a_review_that_cannot_be_read_is_told_of(garden_copy: Path):
    (garden_copy / "seeds/review.yml").unlink()
    result = new(garden_copy, "intervention")
    assert result.exit_code == 1
    assert "[missing-file]" in result.stderr


def test_the_first_file_of_a_folder_makes_the_folder(garden_copy: Path):
    shutil.rmtree(garden_copy / "interventions")
    (garden_copy / "seeds/claims.yml").write_text("[]\n", encoding="utf-8")
    result = new(garden_copy, "intervention", "--title", "Example")
    assert result.exit_code == 0
    assert (garden_copy / "interventions/i01.yml").is_file()


# Reviews without groups, and with one model


def without(root: Path, *keys: str) -> None:
    """Take keys out of every theory, and the groups out of the review."""
    for file in root.glob("theories/*.yml"):
        text = file.read_text(encoding="utf-8")
        for key in keys:
            text = re.sub(rf"^{key}:.*\n( .*\n)*", "", text, flags=re.M)
        file.write_text(text, encoding="utf-8")


def test_where_there_are_groups_a_theory_needs_one(garden_copy: Path):
    result = new(garden_copy, "theory")
    assert result.exit_code == 2
    assert "Name the group with --group. Known here: growing, joining." in result.output


def test_without_groups_a_theory_follows_its_neighbours(garden_copy: Path):
    without(garden_copy, "group")
    review = garden_copy / "seeds/review.yml"
    text = re.sub(r"^groups:\n([ -].*\n)*", "", review.read_text(encoding="utf-8"), flags=re.M)
    review.write_text(text, encoding="utf-8")
    assert new(garden_copy, "theory").exit_code == 0
    assert linked(garden_copy).theories["j04"].group is None


def test_where_there_is_one_model_a_new_theory_says_nothing_of_another(garden_copy: Path):
    without(garden_copy, "model")
    (scaffold, *_) = made(garden_copy).values()
    assert not re.search(r"^ *(model|change|reading-of):", scaffold.text, re.M)
    assert "# model: initial and final, where the source gives both" in scaffold.text
    assert format_text(scaffold.text, Theory, ()) == scaffold.text


@pytest.mark.parametrize(("sorted_by", "is_ours"), [("site", True), ("source", False)])
def test_only_where_this_site_sorts_a_new_theory_says_so(garden_copy, sorted_by, is_ours):
    review = garden_copy / "seeds/review.yml"
    text = re.sub(r"^sorted-by:.*\n", "", review.read_text(encoding="utf-8"), flags=re.M)
    review.write_text(f"{text}sorted-by: {sorted_by}\n", encoding="utf-8")
    theory = made(garden_copy)[Theory].text
    assert ("so is the sorting into" in theory) == is_ours
    assert ("# Programme theory: title and summary are ours.\n" in theory) != is_ours
