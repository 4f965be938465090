"""Links between pages lead in both directions."""

from collections.abc import Iterator

import pytest
from pages import Pages, leads_to, main

from generator.check.recount import recount
from generator.entities.locators import anchor
from generator.library.library import Library


@pytest.fixture(scope="module")
def links(site: Pages) -> dict[str, set[tuple[str, str]]]:
    """For each address, the pages and places that its content leads to."""
    return {address: leads_to(address, tree) for address, tree in site.proper.items()}


Links = dict[str, set[tuple[str, str]]]


def has(links: Links, source: str, target: str, fragment: str = "") -> bool:
    """Whether one page leads to another, or to a place on it."""
    return (target, fragment) in links[source]


def by_format(library: Library) -> Iterator[tuple[str, str]]:
    """Theories and the interventions that have one of the formats they name."""
    for theory in library.theories.values():
        named = {format for f in theory.formats for format in f.formats}
        for intervention in library.interventions.values():
            if named & set(intervention.values_of(library.format.id)):
                yield theory.id, intervention.id


def test_theories_and_interventions_of_their_format(links: Links, library: Library) -> None:
    pairs = list(by_format(library))
    assert len(pairs) > 20
    for theory, intervention in pairs:
        there, back = f"theories/{theory}/", f"interventions/{intervention}/"
        assert has(links, there, back), (theory, intervention)
        assert has(links, back, there), (theory, intervention)


def test_theories_without_a_format_stand_on_every_intervention(
    links: Links, library: Library
) -> None:
    free = [
        theory.id
        for theory in library.theories.values()
        if theory.model.final == "present"
        and theory.formats
        and all(f.covers == "any" for f in theory.formats)
    ]
    assert free
    for intervention in library.interventions:
        for theory in free:
            assert has(links, f"interventions/{intervention}/", f"theories/{theory}/")


def test_theories_and_middle_range_theories(links: Links, library: Library) -> None:
    pairs = [(m.id, t) for m in library.middle_range.values() for u in m.uses for t in u.theories]
    assert pairs
    for broader, theory in pairs:
        there, back = f"middle-range-theories/{broader}/", f"theories/{theory}/"
        assert has(links, there, back), (broader, theory)
        assert has(links, back, there), (broader, theory)


def test_findings_and_the_theories_they_bear_on(
    site: Pages, links: Links, library: Library
) -> None:
    ties = [(f.id, t) for f in library.findings.values() if f.tie for t in f.tie.theories]
    assert ties
    for finding, theory in ties:
        listed = site["findings/"].get_element_by_id(finding)
        assert f"../theories/{theory}/" in listed.xpath(".//a/@href"), (finding, theory)
        home = library.homes.get(finding)
        there = f"../../guidance/{home}/" if home else "../../findings/"
        back = main(site[f"theories/{theory}/"]).xpath(".//a/@href")
        assert f"{there}#{finding}" in back, (finding, theory)


def test_guidance_and_the_theories_it_names(links: Links, library: Library) -> None:
    pairs = [(d.id, theory) for d in library.guidance.values() for theory in d.theories]
    assert pairs
    for decision, theory in pairs:
        there, back = f"guidance/{decision}/", f"theories/{theory}/"
        assert has(links, there, back), (decision, theory)
        assert has(links, back, there), (decision, theory)


def test_claims_and_what_they_concern(site: Pages, links: Links, library: Library) -> None:
    checked, recounts = 0, recount(library)
    for claim in library.claims.values():
        result = recounts.get(claim.id)
        about = [
            *claim.about_interventions,
            *claim.about_theories,
            *(result.about if result else ()),
        ]
        shown = site["source-check/"].get_element_by_id(claim.id).xpath(".//a/@href")
        for id in about:
            page = f"{'theories' if id in library.theories else 'interventions'}/{id}/"
            assert f"../{page}" in shown, (claim.id, id)
            assert has(links, page, "source-check/", claim.id), (claim.id, id)
            checked += 1
    assert checked > 50


@pytest.mark.parametrize("attribute", ["based-on", "inspired-by"])
def test_interventions_and_those_they_follow(
    links: Links, library: Library, attribute: str
) -> None:
    pairs = [
        (follower.id, str(value))
        for follower in library.interventions.values()
        for value in follower.values_of(attribute)
    ]
    assert pairs
    for follower, first in pairs:
        there, back = f"interventions/{follower}/", f"interventions/{first}/"
        assert has(links, there, back), (follower, first)
        assert has(links, back, there), (follower, first)


def test_related_theories(links: Links, library: Library) -> None:
    pairs = [(t.id, r.theory) for t in library.theories.values() for r in t.related]
    assert pairs
    for theory, other in pairs:
        assert has(links, f"theories/{theory}/", f"theories/{other}/"), (theory, other)
        assert has(links, f"theories/{other}/", f"theories/{theory}/"), (theory, other)


def test_statements_and_the_paragraphs_they_rest_on(
    site: Pages, links: Links, library: Library
) -> None:
    back = links["article/"]
    for theory in library.theories.values():
        page = f"theories/{theory.id}/"
        for _, statement in theory.statements:
            assert (page, statement.id) in back, (theory.id, statement.id)
            element = site[page].get_element_by_id(statement.id)
            places = set(element.xpath('.//*[@class="rl-where"]//a/@href'))
            paragraphs = {f"../../article/#{anchor(locator)}" for locator in statement.at}
            assert paragraphs <= places, (theory.id, statement.id)


def test_every_page_is_in_the_navigation(site: Pages) -> None:
    reached, todo = set(), [""]
    while todo:
        address = todo.pop()
        if address in reached or address not in site.proper:
            continue
        reached.add(address)
        todo += [target for target, _ in leads_to(address, site[address])]
    assert set(site.proper) - reached == SIDEBAR_ONLY


SIDEBAR_ONLY: set[str] = set()
