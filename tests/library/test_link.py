import pytest
from reviews import edit, found, linked

from generator.check.check import check

J01 = "theories/j01.yml"


def test_the_garden_refers_to_nothing_that_is_not_there(garden):
    assert found(garden) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (J01, "group: joining", "group: join", "theories/j01.yml:5 unknown-reference"),
        (J01, "theory: j02", "theory: j99", "theories/j01.yml:73 unknown-reference"),
        (J01, "She joins.", "As [[nobody]].", "theories/j01.yml:39 unknown-reference"),
        (J01, "She joins.", "As [[findings 9]].", "theories/j01.yml:39 locator-range"),
        (J01, "She joins.", "As [[Findings 1]].", "theories/j01.yml:39 locator-form"),
        (J01, "[discussion 3.2]", "[discussion 3.4]", "theories/j01.yml:60 locator-range"),
        (J01, "[discussion 3.2]", "[discussion 3.0]", "theories/j01.yml:60 locator-range"),
        ("seeds/claims.yml", "{s01: 80,", "{s09: 80,", "seeds/claims.yml:27 unknown-reference"),
        (
            "seeds/claims.yml",
            "plot-type: shared",
            "plot: shared",
            "seeds/claims.yml:8 unknown-reference",
        ),
        (
            "seeds/glossary.yml",
            "[intro 2.2]",
            "[intro 2.9]",
            "seeds/glossary.yml:5 locator-range",
        ),
    ],
)
def test_a_reference_to_nothing_is_told_of_where_it_stands(garden_copy, file, old, new, expected):
    edit(garden_copy, (file, old, new))
    assert found(garden_copy) == [expected]


@pytest.mark.parametrize(
    "text", ["[[j02]]", "[[s02]]", "[[c04]]", "[[gar-01]]", "[[fence-theory]]"]
)
def test_a_text_may_name_everything_that_has_a_place_on_the_site(garden_copy, text):
    edit(garden_copy, (J01, "She joins.", f"She joins, as in {text}."))
    assert found(garden_copy) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("interventions/s01.yml", "number: 1", "number: one"),
        ("theories/g01.yml", "number: 1", "number: [1"),
        ("theories/middle-range/fence-theory.yml", "id: fence-theory", "id: 7"),
        ("seeds/findings.yml", "- id: str-01", "- id: Str 01"),
        ("seeds/claims.yml", "- id: c01", "- id: 'c01"),
    ],
)
def test_one_mistake_in_a_file_that_others_refer_to_stays_one(garden_copy, file, old, new):
    edit(garden_copy, (file, old, new))
    [only] = found(garden_copy)
    assert only.startswith(f"{file}:")


@pytest.mark.parametrize(
    ("file", "target"), [("seeds/findings.yml", "gar-02"), ("seeds/claims.yml", "c02")]
)
def test_a_text_may_name_what_stands_in_a_broken_file(garden_copy, file, target):
    edit(garden_copy, (J01, "She joins.", f"See [[{target}]]."), (file, "  at:", "  att:"))
    assert {line.split(":")[0] for line in found(garden_copy)} == {file}


def test_a_broken_file_hides_no_mistake_of_another_one(garden_copy):
    edit(
        garden_copy,
        ("seeds/claims.yml", "- id: c01", "- ids: c01"),
        (J01, "theory: j02", "theory: j99"),
    )
    assert "theories/j01.yml:73 unknown-reference" in found(garden_copy)


def test_without_the_review_itself_there_is_no_library(garden_copy):
    edit(garden_copy, ("seeds/review.yml", "title:", "titel:"))
    assert {line.split(":")[0] for line in found(garden_copy)} == {"seeds/review.yml"}


def test_theories_stand_in_the_order_of_their_groups_and_prefixes(library):
    assert list(library.theories) == ["j01", "j02", "j03", "g01", "g02", "gx1"]


def test_the_order_of_theories_follows_the_review(garden_copy):
    edit(garden_copy, ("seeds/review.yml", "prefixes: [g, gx]", "prefixes: [gx, g]"))
    assert list(linked(garden_copy).theories) == ["j01", "j02", "j03", "gx1", "g01", "g02"]


def test_an_id_in_the_wrong_file_is_one_mistake_and_takes_nobodys_place(garden_copy):
    edit(garden_copy, ("interventions/s01.yml", "id: s01", "id: s02"))
    assert found(garden_copy) == ["interventions/s01.yml:2 id-not-file-name"]
    assert linked(garden_copy).interventions["s02"].number == 2


def test_ids_of_different_files_must_differ(garden_copy):
    edit(garden_copy, ("seeds/findings.yml", "id: str-01", "id: j01"))
    assert found(garden_copy) == ["seeds/findings.yml:2 duplicate-id"]


def test_a_page_of_guidance_may_be_called_like_a_page_of_tables(garden_copy):
    edit(garden_copy, ("seeds/guidance.yml", "- id: starting-a-garden", "- id: plots"))
    assert found(garden_copy) == []


def test_every_entity_knows_the_line_it_stands_on(library):
    place = library.locate("claim", "c02", "verdict")
    assert (place.path, place.line) == ("seeds/claims.yml", 19)
    assert library.locate("theory", "j03", "id").line == 2


def test_dates_of_versions_do_not_go_backwards(garden_copy):
    edit(garden_copy, ("seeds/changes.yml", "date: 2022-02-01", "date: 2022-03-02"))
    assert found(garden_copy) == []
    edit(
        garden_copy, ("seeds/changes.yml", "0.2.0\n  date: 2022-03-02", "0.2.0\n  date: 2022-03-01")
    )
    assert found(garden_copy) == ["seeds/changes.yml:3 wrong-value"]
    [wrong] = [one for one in check(garden_copy).diagnostics if one.code == "wrong-value"]
    assert "dated 2022-03-01, and version 0.1.0" in wrong.message


def test_a_page_that_texts_cannot_name_is_not_taken_for_one_that_is_gone(garden_copy):
    """It is there and was published: nobody has to restore it."""
    ids = garden_copy / "seeds/ids.yml"
    ids.write_text(ids.read_text() + "guidance:\n  - starting-a-garden\n")
    edit(garden_copy, (J01, "She joins.", "As [[starting-a-garden]]."))
    [wrong] = [d for d in check(garden_copy).diagnostics if d.code == "unknown-reference"]
    assert "restore" not in wrong.remedy.lower()


RECORD = "- version: 0.1.0\n  date: 2022-02-01\n  digest: sha256:{}\n".format("0" * 64)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", []),
        ("date: 2022-02-01", "date: 2022-01-31", ["7 release-changed"]),
        ("version: 0.1.0", "version: 0.1.1", ["1 release-changed"]),
        ("version: 0.2.0", "version: 0.1.0", ["6 duplicate-id"]),
    ],
)
def test_what_changed_tells_of_each_version_once_and_as_it_was_released(
    garden_copy, old: str, new: str, told: list[str]
):
    (garden_copy / "seeds/releases.yml").write_text(RECORD)
    edit(garden_copy, ("seeds/changes.yml", old, new))
    assert found(garden_copy) == [f"seeds/changes.yml:{one}" for one in told]


def test_a_list_names_each_place_once(garden_copy):
    edit(garden_copy, (J01, "  at: [findings 2.2]", "  at: [findings 2.2, findings 2.2]"))
    [told] = found(garden_copy)
    assert told.endswith("duplicate-id")
