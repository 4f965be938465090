import csv
import io
import json

import pytest
import yaml
from reviews import GARDEN, downloaded, holding

from generator.library.kinds import THEORY
from generator.pages import addresses

NAMES = ("interventions", "theories", "statements", "support", "studies", "findings", "claims")


def table(library, path):
    return list(csv.DictReader(io.StringIO(downloaded(library)[path])))


def without_empty(value):
    """A value without what is empty or the default that a contributor need not write."""
    if isinstance(value, dict):
        found = {key: without_empty(item) for key, item in value.items()}
        return {k: v for k, v in found.items() if v not in (None, [], {}, False, "reported")}
    if isinstance(value, list):
        return [without_empty(item) for item in value]
    return value.strip() if isinstance(value, str) else value


def test_every_file_that_the_site_offers_is_made(library):
    assert list(downloaded(library)) == [
        "data/review.xlsx",
        "data/review.sqlite",
        *(f"data/tables/{name}.csv" for name in NAMES),
        *("data/review.json", "data/theories.csv", "data/support.csv"),
        *("data/interventions.csv", "data/studies.csv", "data/datapackage.json"),
    ]


def test_the_json_has_the_shape_and_content_of_the_yaml(library):
    data = json.loads(downloaded(library)[addresses.DATA_REVIEW])
    assert [theory["id"] for theory in data["theories"]] == list(library.theories)
    by_id = {theory["id"]: theory for theory in data["theories"]}
    by_id |= {item["id"]: item for item in data["interventions"]}
    for id, folder in (("g02", "theories"), ("gx1", "theories"), ("s01", "interventions")):
        raw = yaml.safe_load((GARDEN / folder / f"{id}.yml").read_text(encoding="utf-8"))
        made = without_empty(by_id[id])
        for part in ("contexts", "mechanisms", "outcomes"):
            for statement in made.get(part, []):
                assert statement.pop("change") == "not-stated"
        assert made == without_empty(raw)


def test_every_statement_is_a_row(library):
    rows = table(library, addresses.DATA_THEORIES)
    assert len(rows) == sum(len(theory.statements) for theory in library.theories.values())
    assert [(r["statement"], r["change"]) for r in rows if r["theory"] == "j02"] == [
        ("c1", "removed"),
        ("o1", "not-stated"),
    ]
    assert next(r for r in rows if r["theory"] == "gx1")["number"] == ""


def test_every_attribute_of_every_intervention_is_a_row_with_its_state(library):
    rows = table(library, addresses.DATA_INTERVENTIONS)
    states = {(row["intervention"], row["attribute"]): row for row in rows}
    assert len(states) == len(rows) == 3 * 7
    assert states["s01", "season"]["state"] == "conflict"
    assert states["s01", "season"]["value"] == "summer; all-year"
    assert states["s02", "season"]["state"] == "inferred"
    assert states["s03", "shed"]["state"] == "not-applicable"
    assert states["s01", "based-on"]["state"] == "not-stated"
    assert states["s03", "members-nearby"]["state"] == "not-extracted"
    assert states["s01", "plot-type"]["at"] == "findings 1.2; findings table-1"


def test_every_study_is_in_rows_with_the_state_of_what_is_known(library):
    rows = [r for r in table(library, addresses.DATA_STUDIES) if r["study"] == "bean-2018"]
    assert [(r["kind"], r["statement"], r["state"]) for r in rows] == [
        ("design", "", "reported"),
        ("country", "", "not-stated"),
        ("quality", "", "reported"),
        ("report", "r1", "reported"),
    ]
    assert rows[0]["at"] == "studies 1.1"


def test_a_study_without_a_doi_has_its_address(library):
    held = [r for r in table(library, addresses.DATA_STUDIES) if r["study"] == "leek-2019"]
    assert {row["url"] for row in held} == {"https://leek.example/"}


def test_every_tie_of_a_theory_is_a_row(library):
    rows = table(library, addresses.DATA_SUPPORT)
    assert [(r["theory"], r["tie"], r["how"], r["kind"], r["id"]) for r in rows] == [
        ("j01", "s1", "supports", "study", "bean-2018"),
        ("j02", "s1", "contradicts", "study", "leek-2019"),
        ("g02", "s1", "supports", "intervention", "s01"),
        ("g02", "s2", "refines", "study", "sorrel-2020"),
        ("gx1", "s1", "contradicts", "study", "mint-2019"),
    ]
    assert rows[3]["quotes"] == "might refine"


def test_commas_quotation_marks_and_lines_in_a_text_stay_one_cell(library):
    theory = library.theories["j01"]
    nasty = 'a, "b"\nc; d'
    statement = theory.contexts[0].model_copy(update={"text": nasty})
    others = [other for other in library.every_theory.values() if other.id != "j01"]
    changed = holding(
        library, THEORY, theory.model_copy(update={"contexts": (statement,)}), *others
    )
    assert table(changed, addresses.DATA_THEORIES)[0]["text"] == nasty


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(library, begin):
    theory = library.theories["j01"]
    statement = theory.contexts[0].model_copy(update={"text": f"{begin}1+1|cmd"})
    others = [other for other in library.every_theory.values() if other.id != "j01"]
    changed = holding(
        library, THEORY, theory.model_copy(update={"contexts": (statement,)}), *others
    )
    assert table(changed, addresses.DATA_THEORIES)[0]["text"] == f"'{begin}1+1|cmd"
