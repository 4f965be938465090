from reviews import GARDEN, copy_of, edit, linked

from generator.pages import addresses
from generator.pages.by_format import ByFormat
from generator.pages.views.guidance import decision_view
from generator.pages.views.names import Names

LIBRARY = linked(GARDEN)
NAMES = Names(LIBRARY)
STARTING = decision_view(LIBRARY.guidance["starting-a-garden"], LIBRARY, NAMES, ByFormat(LIBRARY))
WATER = decision_view(LIBRARY.guidance["sharing-water"], LIBRARY, NAMES, ByFormat(LIBRARY))


def shown(view) -> dict[str, list[str]]:
    return {
        part.id: [finding.remark.id for section in part.sections for finding in section.findings]
        for part in view.parts
    }


def test_what_is_known_comes_before_for_whom_and_what_may_go_wrong():
    assert shown(STARTING) == {
        "known": ["gar-01", "gar-04"],
        "for-whom": ["gar-02"],
        "risks": ["gar-03", "str-02"],
    }


def test_a_part_without_findings_has_no_heading():
    assert [part.id for part in WATER.parts] == ["risks"]


def test_a_finding_stands_in_full_on_one_page_and_in_short_on_the_next():
    assert shown(WATER) == {"risks": []}
    [short] = WATER.parts[0].sections[0].elsewhere
    assert short.link.text == "Quarrels over water, a risk."
    assert (short.link.address.path, short.link.fragment) == (
        "guidance/starting-a-garden/",
        "gar-03",
    )


def test_a_theory_of_a_finding_in_short_bears_on_the_page_as_well():
    assert [link.address.path for link in WATER.theories] == ["theories/gx1/"]


def test_terms_on_the_page_are_explained_there_and_labels_are_not():
    assert [entry.term for entry in STARTING.terms] == ["Scheme"]


def test_each_term_that_is_explained_stands_elsewhere_on_the_page(garden_pages):
    for decision in LIBRARY.guidance.values():
        body = garden_pages[addresses.decision(decision.id).path].body.lower()
        for entry in decision_view(decision, LIBRARY, NAMES, ByFormat(LIBRARY)).terms:
            assert body.count(entry.term.lower()) > 1, (decision.id, entry.term)


def test_a_term_is_explained_where_the_page_shows_it_and_not_where_it_is_put_shortly(tmp_path):
    root = edit(
        copy_of(GARDEN, tmp_path), ("seeds/glossary.yml", "- term: Scheme", "- term: As in")
    )
    library = linked(root)
    explained = {
        id: [it.term for it in decision_view(it, library, Names(library), ByFormat(library)).terms]
        for id, it in library.guidance.items()
    }
    assert "As in" in explained["starting-a-garden"]
    assert "As in" not in explained["sharing-water"]


def test_questions_are_marked_as_this_sites_own(garden_pages):
    body = garden_pages["guidance/starting-a-garden/"].body
    after = body[body.index("{ #questions }") :]
    assert "These questions are this site’s" in after
    assert "Who holds the hose here, and who decides that?" in after
    assert "{ #questions }" not in garden_pages["guidance/sharing-water/"].body
