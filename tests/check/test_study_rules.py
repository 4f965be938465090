import re

from reviews import edit, found

from generator.check.check import check


def test_what_is_said_of_a_study_is_not_listed_as_not_stated_too(garden_copy):
    edit(garden_copy, ("studies/bean-2018.yml", "  - country\n", "  - country\n  - design\n"))
    assert found(garden_copy) == ["studies/bean-2018.yml:20 attribute-twice"]


def test_what_is_not_stated_is_listed_once(garden_copy):
    edit(garden_copy, ("studies/bean-2018.yml", "  - country\n", "  - country\n  - country\n"))
    assert found(garden_copy) == ["studies/bean-2018.yml:20 attribute-twice"]


def test_a_table_of_ties_needs_one(garden_copy):
    for id in ("j01", "j02", "g02", "gx1"):
        file = garden_copy / "theories" / f"{id}.yml"
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"support:\n([ ].*\n)+", "", text), encoding="utf-8")
    [told] = found(garden_copy)
    assert told.endswith("table-shape")


def test_a_quotation_of_a_tie_is_short(garden_copy):
    long = ("quotes: [might refine]", "quotes: [one two three four five six seven eight nine]")
    edit(garden_copy, ("theories/g02.yml", *long))
    [told] = found(garden_copy)
    assert told.endswith("quote-too-long")


def test_includes_says_how_many_of_something(garden_copy):
    edit(garden_copy, ("seeds/review.yml", "    interventions: 3\n    studies: 6\n", ""))
    [told] = found(garden_copy)
    assert told.endswith("missing-key")


def test_a_study_that_is_not_there_is_told_of(garden_copy):
    edit(garden_copy, ("interventions/s03.yml", "[mint-2019]", "[mint-2091]"))
    wrong = [d for d in check(garden_copy).diagnostics if d.code == "unknown-reference"]
    assert [d.remedy for d in wrong] == ["Did you mean “mint-2019”?"]


def test_what_nobody_has_looked_up_of_a_study_is_a_warning(garden_copy):
    edit(garden_copy, ("studies/sorrel-2020.yml", "not-stated:\n  - quality\n", ""))
    assert found(garden_copy) == ["studies/sorrel-2020.yml:3 attribute-not-extracted"]
    for file in (garden_copy / "studies").iterdir():
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"^quality:\n(  .*\n)+", "", text, flags=re.M)
        file.write_text(text.replace("  - quality\n", ""), encoding="utf-8")
    assert found(garden_copy) == [], "what is recorded of none is looked up of none"
