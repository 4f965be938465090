"""What other people’s scripts can rely on, and what every reader is told beside a statement."""

import pytest
from lxml.html import HtmlElement
from pages import Pages, main, words

from generator.library.library import Library

STATES = {"reported", "inferred", "conflict", "not-applicable", "not-stated", "not-extracted"}
CONFLICTS = {"i06": ("UK", "Canada"), "i15": ("USA", "Canada")}
CHANGES = {"retained", "removed", "added", "reworded", "not-stated"}


def statements(tree: HtmlElement) -> list[HtmlElement]:
    """The contexts, mechanisms and outcomes of a theory’s page."""
    return main(tree).find_class("rl-statement")


def rows(tree: HtmlElement) -> list[HtmlElement]:
    """The attributes of an intervention’s page."""
    return main(tree).xpath(".//tr[@data-attribute]")


def place_links(element: HtmlElement) -> list[str]:
    """The links of an element to paragraphs of the source."""
    return [link for link in element.xpath(".//a/@href") if "/article/#" in link]


def test_statements_carry_their_id_kind_change_and_basis(site: Pages, library: Library) -> None:
    for theory in library.theories.values():
        shown = [
            (s.get("id"), s.get("data-kind"), s.get("data-change"), s.get("data-basis"))
            for s in statements(site[f"theories/{theory.id}/"])
        ]
        assert shown == [(s.id, kind, s.change, s.basis) for kind, s in theory.statements]
        assert {change for _, _, change, _ in shown} <= CHANGES


def test_statements_stand_in_the_part_of_their_kind(site: Pages, library: Library) -> None:
    for id in library.theories:
        for statement in statements(site[f"theories/{id}/"]):
            (part,) = statement.xpath("ancestor::section[@data-kind]")
            assert part.get("data-kind") == statement.get("data-kind")


def test_every_statement_has_a_place_and_the_words_of_its_basis(
    site: Pages, library: Library
) -> None:
    labels = {"reported": "", "inferred": "Inferred by this site "}
    labels["conflict"] = "Contradiction in the source "
    for theory in library.theories.values():
        for _, statement in theory.statements:
            element = site[f"theories/{theory.id}/"].get_element_by_id(statement.id)
            assert place_links(element), (theory.id, statement.id)
            assert f"{labels[statement.basis]}§Where it stands" in words(element)
            assert ("by this site" in words(element)) is (statement.basis == "inferred")


def test_what_is_inferred_shows_its_reasoning(site: Pages) -> None:
    seen = 0
    for address, tree in site.proper.items():
        for element in main(tree).xpath(
            './/*[@data-basis="inferred" and not(contains(@class, "rl-brief"))]'
        ):
            if "rl-tie" in element.get("class", ""):
                # The reason of a tie opens with the place of its finding.
                element = element.getparent()  # noqa: PLW2901
            assert element.find_class("rl-why"), (address, words(element))
            (why, *_) = element.find_class("rl-why")
            assert words(why), address
            seen += 1
    assert seen > 100


def test_every_attribute_of_every_intervention_has_a_row(site: Pages, library: Library) -> None:
    attributes = {attribute.id for attribute in library.attributes.attributes}
    total = 0
    for item in library.interventions.values():
        found = rows(site[f"interventions/{item.id}/"])
        assert {row.get("data-attribute") for row in found} == attributes
        assert {row.get("data-state") for row in found} <= STATES
        total += len(found)
    assert total == len(library.interventions) * len(attributes) > 0


def test_the_state_of_every_row_is_that_of_the_data(site: Pages, library: Library) -> None:
    for item in library.interventions.values():
        apart = {name for group in item.not_applicable for name in group.attributes}
        for row in rows(site[f"interventions/{item.id}/"]):
            name, state = row.get("data-attribute"), row.get("data-state")
            if name in item.attributes:
                assert state == item.attributes[name].basis
            else:
                assert state == ("not-applicable" if name in apart else "not-stated")


def test_rows_with_a_value_have_a_place(site: Pages, library: Library) -> None:
    for id in library.interventions:
        for row in rows(site[f"interventions/{id}/"]):
            if row.get("data-state") not in ("not-stated", "not-extracted"):
                assert place_links(row), (id, row.get("data-attribute"))


def test_where_nothing_is_stated_the_words_say_so(site: Pages) -> None:
    seen = 0
    for address, tree in site.proper.items():
        for element in main(tree).xpath('.//*[@data-state="not-stated"]'):
            assert "not stated" in words(element).lower(), address
            seen += 1
    assert seen > 300


def test_no_cell_of_any_table_is_blank(site: Pages) -> None:
    for address, tree in site.proper.items():
        for cell in main(tree).xpath(".//table//td | .//table//th"):
            assert words(cell), (address, words(cell.getparent()))


@pytest.mark.parametrize(("id", "countries"), CONFLICTS.items())
def test_a_conflict_shows_both_readings_with_their_places(
    site: Pages, id: str, countries: tuple[str, str]
) -> None:
    row = site[f"interventions/{id}/"].get_element_by_id("country")
    assert row.get("data-state") == "conflict"
    assert "Contradiction in the source" in words(row)
    (readings,) = row.find_class("rl-readings")
    shown = list(readings.iter("li"))
    assert len(shown) == 2
    for country, reading in zip(countries, shown, strict=True):
        assert words(reading).startswith(f"{country} ")
        assert place_links(reading)


@pytest.mark.parametrize(("id", "countries"), CONFLICTS.items())
def test_a_conflict_stands_in_both_rows_of_the_table_of_countries(
    site: Pages, id: str, countries: tuple[str, str]
) -> None:
    table = main(site["evidence/countries/"]).xpath(".//table")[0]
    for country in countries:
        (row,) = (row for row in table.xpath(".//tbody/tr") if words(row[0]) == country)
        assert f"../../interventions/{id}/" in row.xpath(".//a/@href")
        assert "Contradiction in the source" in words(row)


COUNTED = ".//table/tbody/tr[td[1]/@data-label='How many'][td[2][not(@data-label='Made up of')]]"
"""Rows of tables that list what they count; the flow of a search does not."""


def test_tables_count_the_interventions_that_they_list(site: Pages) -> None:
    counted = 0
    for address, tree in site.proper.items():
        for row in main(tree).xpath(COUNTED):
            listed = {link for link in row[2].xpath("./a/@href") if "interventions/" in link}
            assert int(words(row[1])) == len(listed), (address, words(row))
            counted += 1
    assert counted > 20


def test_every_claim_carries_its_verdict(site: Pages, library: Library) -> None:
    claims = main(site["source-check/"]).find_class("rl-claim")
    assert {claim.get("id"): claim.get("data-verdict") for claim in claims} == {
        claim.id: claim.verdict for claim in library.claims.values()
    }


def test_every_finding_carries_its_kind_and_basis(site: Pages, library: Library) -> None:
    shown = [
        (f.get("id"), f.get("data-kind"), f.get("data-basis"))
        for f in main(site["findings/"]).find_class("rl-finding")
    ]
    findings = library.findings.values()
    assert sorted(shown) == sorted((f.id, f.kind, f.basis) for f in findings)


def test_the_first_page_counts_what_the_library_holds(site: Pages, library: Library) -> None:
    counts = [words(count) for count in main(site[""]).xpath('.//ul[@class="rl-counts"]//strong')]
    final = sum(theory.model.final == "present" for theory in library.theories.values())
    assert str(len(library.interventions)) in counts
    assert str(final) in counts


def test_not_stated_attributes_are_counted_on_the_page(site: Pages, library: Library) -> None:
    for item in library.interventions.values():
        said = words(main(site[f"interventions/{item.id}/"]))
        assert f"{len(item.not_stated)} of 42 attributes" in said


def test_an_attribute_that_nobody_looked_for_says_so(garden: Pages) -> None:
    row = garden["interventions/s03/"].get_element_by_id("members-nearby")
    assert row.get("data-state") == "not-extracted"
    assert "Not yet extracted by this site" in words(row)


def test_no_count_stands_beside_how_sure_the_review_is(site: Pages, library: Library) -> None:
    """A number after it would be read as a mark, and there are most where least is known."""
    for id in library.every_theory:
        (heading,) = main(site[f"theories/{id}/"]).xpath(".//h2[@id='evidence']")
        assert words(heading).startswith("How sure the review is")
        assert "(" not in words(heading), id
