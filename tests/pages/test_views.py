"""The views of pages: what they show of the garden, however it is laid out."""

import pytest
from reviews import GARDEN, context_of, edit, holding, linked, text_of

from generator.entities import AttributeValue
from generator.entities.theory import TheoryFormat
from generator.library.kinds import INTERVENTION, THEORY
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import back_link
from generator.pages.by_format import ByFormat
from generator.pages.views import (
    article,
    guidance,
    intervention,
    model_forms,
    overview,
    theory,
)
from generator.pages.views.names import Names
from generator.pages.views.rows import attribute_row
from generator.site.catalogue import pages

LIBRARY = linked(GARDEN)
CONTEXT = context_of(LIBRARY)
NAMES, BACK = CONTEXT.names, CONTEXT.back


def view(id: str) -> theory.TheoryView:
    return theory.theory_view(LIBRARY.theories[id], LIBRARY, CONTEXT.recounts, NAMES, BACK)


def tables(id: str):
    return CONTEXT.evidence(id).tables


def texts(links) -> list[str]:
    return [link.text for link in links]


@pytest.mark.parametrize(
    ("id", "title", "change"),
    [
        ("j01", "Joining theory 1: Example theory: seeing that newcomers are welcome", "retained"),
        ("j02", "Joining theory 2: Example theory: put off by a long rule book", "removed"),
        ("j03", "Joining theory 3: Example theory: having no garden of one’s own", "added"),
        ("g01", "Growing theory 1: Example theory: talk while working side by side", "not-stated"),
        ("gx1", "Example theory: quarrels over water", "not-stated"),
    ],
)
def test_a_theory_has_its_name_and_its_change(id: str, title: str, change: str):
    assert (view(id).title, view(id).change) == (title, change)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Quarrels, over water", "“Quarrels, over water”"),
        ("Where water is short, people quarrel", "“Where water is short, people …”"),
        ("Here we see that all are fed", "“Here we see that all are fed”"),
    ],
)
def test_before_the_name_of_a_part_a_title_is_short_and_told_from_no_other(title, said):
    theories = LIBRARY.every_theory
    unnumbered = theories["gx1"].model_copy(update={"title": title})
    like = theories["j01"].model_copy(update={"title": "Here we see that all dig"})
    others = [t for id, t in theories.items() if id not in ("gx1", "j01")]
    names = Names(holding(LIBRARY, THEORY, *others, like, unnumbered))
    assert names.beside_part("gx1", "x") == said
    assert names.beside_part("j01", "Joining theory 1") == "Joining theory 1"


def test_statements_stand_under_context_mechanism_and_outcome():
    parts = view("j01").parts
    assert [part.kind for part in parts] == ["context", "mechanism", "outcome"]
    found = [[s.change for s in part.statements] for part in parts]
    assert found == [["retained", "removed"], ["reworded", "added"], ["retained", "not-stated"]]
    assert [len(part.statements) for part in view("gx1").parts] == [1, 0, 1]


def test_every_statement_bears_its_place_and_its_basis():
    statement = view("g02").parts[2].statements[0].remark
    assert statement.provenance.basis == "conflict"
    assert texts(statement.provenance.places) == [
        "Findings, paragraph 3, sentence 3",
        "Discussion, paragraph 2, sentence 4",
    ]
    assert [r.text for r in statement.provenance.readings] == [
        "They often visit one another.",
        "Visits are rare.",
    ]


def test_ties_are_shown_on_both_sides():
    both = [view("j02").title, view("j03").title]
    assert [tie.link.text for tie in view("j01").related.first] == both
    assert [tie.text for tie in view("g01").middle_range.first] == [
        "Why working side by side may make it easier to talk."
    ]


def test_a_theory_that_is_a_reading_says_of_how_many():
    reading = view("gx1").reading_of
    assert reading is not None
    assert (reading.letter, reading.readings) == ("A", 2)
    assert view("g01").reading_of is None


def test_the_pages_before_and_after_follow_the_order_of_the_model():
    assert view("j01").neighbours[0] is None
    assert view("j03").neighbours[1].text == view("g01").title
    assert view("gx1").neighbours[1] is None


@pytest.mark.parametrize(
    ("id", "attribute", "state", "values"),
    [
        ("s01", "plot-type", "reported", ["Shared beds"]),
        ("s01", "season", "conflict", ["Summer only", "All the year"]),
        ("s02", "season", "inferred", ["All the year"]),
        ("s02", "members-nearby", "reported", ["45%"]),
        ("s03", "shed", "not-applicable", []),
        ("s02", "shed", "not-stated", []),
        ("s03", "members-nearby", "not-extracted", []),
    ],
)
def test_every_state_of_an_attribute_is_told_apart(id, attribute, state, values):
    found = attribute_row(LIBRARY.interventions[id], LIBRARY.attribute(attribute), LIBRARY, NAMES)
    assert (found.state, list(found.values)) == (state, values)


def test_an_intervention_links_to_the_one_it_follows_and_back():
    follower = attribute_row(
        LIBRARY.interventions["s02"], LIBRARY.attribute("based-on"), LIBRARY, NAMES
    )
    assert [value.address.path for value in follower.values] == ["interventions/s01/"]
    made = intervention.intervention_view(LIBRARY.interventions["s01"], LIBRARY, {}, NAMES, BACK)
    [(label, links)] = made.followers
    assert (label, texts(links.first)) == ("based on", ["#2"])


def test_an_intervention_names_the_theories_of_its_format_that_are_in_the_final_model():
    made = intervention.intervention_view(LIBRARY.interventions["s01"], LIBRARY, {}, NAMES, BACK)
    assert ties(made.theories.named.first) == [
        ("theories/j01/", "inferred"),
        ("theories/g02/", "reported"),
    ]
    assert ties(made.theories.not_limited.first) == [("theories/g01/", "inferred")]


def ties(bearings) -> list[tuple[str, str]]:
    return [(bearing.link.address.path, bearing.basis) for bearing in bearings]


def view_of(id: str, library: Library) -> intervention.InterventionView:
    item, back = library.interventions[id], back_link(library, {})
    return intervention.intervention_view(item, library, {}, Names(library), back)


def in_any_format(id: str):
    """The garden with one theory more that is not limited to a format, whatever it names."""
    any_format = TheoryFormat(covers="any", at=("findings 2.2",))
    one = LIBRARY.theories[id]
    changed = one.model_copy(update={"formats": (*one.formats, any_format)})
    return holding(LIBRARY, THEORY, *{**LIBRARY.theories, id: changed}.values())


@pytest.mark.parametrize("id", LIBRARY.interventions)
def test_a_theory_of_any_format_stands_on_the_page_of_every_intervention(id: str):
    library = in_any_format("j03")
    assert ties(view_of(id, library).theories.not_limited.first) == [
        ("theories/j03/", "reported"),
        ("theories/g01/", "inferred"),
    ]


def test_a_theory_of_any_format_stands_below_the_table_of_formats():
    library = in_any_format("j03")
    table = context_of(library).evidence("plots").tables[0]
    assert ties(table.choices.not_limited) == [
        ("theories/j03/", "reported"),
        ("theories/g01/", "inferred"),
    ]


def test_every_theory_of_the_final_model_stands_below_the_formats_or_in_their_table():
    library, by_format = LIBRARY, ByFormat(LIBRARY)
    named = by_format.naming(choice.id for choice in library.format.choices)
    shown = {id for id, _ in (*named, *by_format.not_limited)}.union(by_format.unstated)
    assert shown == {theory.id for theory in library.theories.values() if theory.final == "present"}


def without_formats(id: str) -> Library:
    one = LIBRARY.theories[id].model_copy(update={"formats": ()})
    return holding(LIBRARY, THEORY, *{**LIBRARY.theories, id: one}.values())


@pytest.mark.parametrize("library", [LIBRARY, in_any_format("j03"), without_formats("j03")])
@pytest.mark.parametrize("id", LIBRARY.interventions)
def test_every_theory_of_the_final_model_stands_on_the_page_of_every_intervention(id, library):
    lists = view_of(id, library).theories
    bearing = (*lists.named.first, *lists.not_limited.first, *lists.others.first)
    shown = [*(one.link for one in bearing), *lists.unstated.first]
    final = [addresses.theory(it.id) for it in library.theories.values() if it.final == "present"]
    assert {link.address for link in shown} == set(final)


def test_a_theory_that_names_another_format_only_is_not_said_to_bear_on_this_one():
    lists = view_of("s01", LIBRARY).theories
    assert ties(lists.others.first) == [("theories/j03/", "inferred")]


def test_no_intervention_is_to_be_compared_in_a_table_that_holds_none():
    shown = {link.address.path for link in view_of("s01", LIBRARY).evidence}
    without = {f"evidence/{id}/" for id in LIBRARY.evidence} - shown
    assert without == {"evidence/documents/", "evidence/support/"}


def test_a_theory_that_left_the_model_bears_on_no_format():
    library = in_any_format("j02")
    assert ties(view_of("s01", library).theories.not_limited.first) == [
        ("theories/g01/", "inferred")
    ]


def test_a_contradictory_format_counts_in_every_place_where_formats_are_compared():
    two = {"value": "shared-beds", "at": ["intro 1"]}, {"value": "balcony-pots", "at": ["intro 1"]}
    value = AttributeValue.model_validate({"basis": "conflict", "at": ["intro 1"], "readings": two})
    one = LIBRARY.interventions["s03"]
    one = one.model_copy(update={"attributes": {**one.attributes, "plot-type": value}})
    library = holding(LIBRARY, INTERVENTION, *{**LIBRARY.interventions, "s03": one}.values())
    back = back_link(library, {})
    made = theory.theory_view(library.theories["g02"], library, {}, Names(library), back)
    assert texts(made.formats[0].interventions.first) == ["#1", "#3"]
    page = context_of(library).evidence("plots")
    assert texts(page.tables[0].choices.rows[0].interventions) == ["#1", "#3"]


def test_a_table_of_choices_counts_and_names_the_contested():
    by_plot, by_season = CONTEXT.evidence("plots").tables
    assert [(c.label, c.count) for c in by_plot.choices.rows] == [
        ("Shared beds", 1),
        ("Single plots", 1),
        ("Pots on balconies", 1),
    ]
    summer, all_year = by_season.choices.rows
    assert (summer.count, all_year.count, by_season.choices.distinct) == (2, 2, 3)
    assert texts(summer.contested) == texts(all_year.contested) == ["#1"]


def test_a_table_names_those_of_whom_nothing_is_stated():
    nearby, tools, _ = tables("members-and-tools")
    [silent] = nearby.interventions.without
    assert texts(silent.interventions) == ["#3"]
    assert len(nearby.interventions.rows) == 2
    assert len(tools.interventions.rows) == 3


@pytest.mark.parametrize(
    ("added", "label"),
    [
        ("", "Not yet extracted by this site"),
        ("  - members-nearby\n", "Not stated in the report’s text"),
    ],
)
def test_not_stated_is_said_only_of_what_was_looked_for(garden_copy, added, label):
    new = ("interventions/s03.yml", "not-stated:\n", f"not-stated:\n{added}")
    library = linked(edit(garden_copy, new))
    page = context_of(library).evidence("members-and-tools")
    [silent] = page.tables[0].interventions.without
    assert silent.label == label


def test_parts_are_added_up_beside_the_printed_total():
    [table] = CONTEXT.evidence("documents").tables
    assert (table.parts.parts, table.parts.total, table.parts.printed_total) == (
        (("studies", 6), ("leaflets", 3)),
        9,
        9,
    )


def test_the_views_of_the_model_keep_what_stands_in_them():
    def ids(made):
        return [row.theory.id for group in made.groups for row in group.theories]

    assert ids(form_of("initial")) == ["j01", "j02"]
    assert ids(form_of("final")) == ["j01", "j03", "g01", "g02", "gx1"]
    assert ids(form_of("whole")) == ids(form_of("changes")) == list(LIBRARY.theories)


def form_of(name: str):
    (form,) = (form for form in model_forms.model_forms(LIBRARY) if form.name == name)
    return context_of(LIBRARY).model.only(form)


def statements_in(name: str) -> dict[str, str]:
    rows = {row.theory.id: row for group in form_of(name).groups for row in group.theories}
    return {
        id: " ".join(s.remark.id for part in row.parts for s in part.statements)
        for id, row in rows.items()
    }


def test_a_form_of_the_model_has_only_statements_that_may_stand_in_it():
    # j01: c1 retained, c2 removed, m1 reworded, m2 added, o1 retained, o2 not stated.
    initial, final = statements_in("initial"), statements_in("final")
    assert initial["j01"] == "c1 c2 m1 o1"
    assert final["j01"] == "c1 m1 m2 o1 o2"
    # Of a theory that stands in one model alone, all that is not stated is known to stand there.
    assert (initial["j02"], final["j03"]) == ("c1 o1", "c1 m1 o1 o2")
    assert (form_of("initial").unplaced_count, form_of("final").unplaced_count) == (1, 9)


def test_a_form_of_the_model_has_its_own_wording(garden_pages):
    both = "newcomers are <del"
    assert both in garden_pages["model/"].body
    for path, text in (("initial", "put up with."), ("final", "welcome.")):
        page = garden_pages[f"model/{path}/"].body
        assert f"newcomers are {text}" in page
        assert both not in page


def test_a_part_whose_statements_are_all_of_the_other_model_is_not_called_not_stated(garden_copy):
    file = garden_copy / "theories" / "j01.yml"
    text = file.read_text(encoding="utf-8").replace("change: reworded", "change: added")
    file.write_text(text.replace("{--put up with--}{++welcome++}", "welcome"), encoding="utf-8")
    page = next(
        p for p in pages(context_of(linked(garden_copy))) if p.address.path == "model/initial/"
    ).body
    assert "None is known to stand in this model." in page
    assert "(context, outcome reported; mechanism not known to stand here)" in page


def test_a_tile_tells_in_words_what_its_segments_show():
    rows = {one.theory.id: one for group in CONTEXT.model.groups for one in group.theories}
    told = {id: one.told for id, one in rows.items()}
    assert told["j01"] == "context, mechanism, outcome reported"
    for id, shown in rows.items():
        for part in shown.parts:
            bases = {statement.remark.provenance.basis for statement in part.statements}
            known = "inferred" if bases == {"inferred"} else "reported" if bases else "not "
            (said,) = (some for some in told[id].split("; ") if part.title.lower() in some)
            assert f" {known}" in said
    assert (rows["j01"].label, rows["gx1"].label) == ("1", "")


def test_the_model_shows_each_theory_as_its_own_page_does():
    made = context_of(LIBRARY)
    for group in made.model.groups:
        for one in group.theories:
            assert one.parts is made.theories[one.theory.id].parts


def test_the_model_counts_what_left_it_and_what_is_not_known():
    made = context_of(LIBRARY).model
    assert (made.final_count, made.unknown_count) == (5, 3)
    assert made.how_many == (
        "5 programme theories in the final model, 1 of them by this site’s reading, "
        "and 1 in the initial model only (no evidence found)."
    )
    counts = {group.change: group.statement_count for group in made.changes}
    assert counts["removed"] == 2
    assert counts["reworded"] == 1
    assert sum(counts.values()) == sum(len(t.statements) for t in LIBRARY.theories.values())


def test_every_paragraph_and_caption_of_the_source_has_a_place():
    made = article.article_view(LIBRARY, NAMES, BACK)
    anchors = [p.anchor for section in made.sections for p in section.paragraphs]
    assert anchors == [
        "intro-1", "intro-2", "findings-1", "findings-2", "findings-3", "findings-table-1",
        "discussion-1", "discussion-2", "discussion-3", "sureness-1", "sureness-2", "sureness-3",
        "sureness-table-2", *(f"sureness-table-2.{row}" for row in (1, 3, 4, 5, 6)),
        "studies-1", "studies-2",
    ]  # fmt: skip


def test_findings_stand_under_their_topics():
    made = overview.finding_groups(LIBRARY, NAMES)
    assert [(g.title, len(g.findings)) for g in made] == [
        ("Strengths", 2),
        ("Gardens", 4),
        ("Sureness", 2),
    ]


def test_a_page_of_guidance_names_every_theory_that_its_findings_are_tied_to():
    decision = LIBRARY.guidance["starting-a-garden"]
    shown = {id for section in decision.sections for id in section.findings}
    tied = {t for id in shown if (tie := LIBRARY.findings[id].tie) for t in tie.theories}
    bare = decision.model_copy(update={"theories": ()})
    made = guidance.decision_view(bare, LIBRARY, NAMES, ByFormat(LIBRARY))
    assert (
        {link.address.path for link in made.theories} == {f"theories/{t}/" for t in tied} != set()
    )


def test_a_finding_says_who_ties_it_to_its_theories():
    groups = overview.finding_groups(LIBRARY, NAMES)
    by_id = {finding.remark.id: finding for group in groups for finding in group.findings}
    assert by_id["gar-03"].tie.basis == "reported"
    assert by_id["gar-01"].tie.basis == "inferred"
    assert by_id["gar-01"].tie.why == LIBRARY.findings["gar-01"].tie.why
    assert by_id["str-01"].tie is None
    assert texts(by_id["gar-01"].theories) == ["growing theory 1", "growing theory 2"]
    assert by_id["str-01"].theories == ()


def test_plain_names_have_neither_markup_nor_the_older_wording():
    assert NAMES.plain("As [[s02]] and [[findings 1]], {--a--}{++b++}.") == (
        "As #2 and Findings, paragraph 1, b."
    )


def test_what_is_stated_stands_apart_from_what_is_not():
    made = intervention.intervention_view(LIBRARY.interventions["s03"], LIBRARY, {}, NAMES, BACK)
    known = [row for group in made.attributes.known for row in group.known]
    silent = [row for group in made.attributes.silent for row in group.silent]
    assert {row.state for row in silent} == {"not-stated", "not-extracted"}
    assert {row.id for row in (*known, *silent)} == {a.id for a in LIBRARY.attributes.attributes}
    assert len(known) + len(silent) == made.attributes.count
    said = dict(sentence for group in made.attributes.silent for sentence in group.silence)
    assert said["Not yet extracted by this site"] == "Members who lived nearby"


def test_a_table_of_all_facets_is_one_to_explore():
    (table,) = tables("schemes")
    assert table.explorer is not None
    assert table.interventions is None
    assert [column.id for column in table.explorer.filters] == ["plot-type", "season"]


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("j01", ["tile-j01", "tile-j01", "change-retained"]),
        ("j02", ["tile-j02", "change-removed"]),
        ("j03", ["tile-j03", "change-added"]),
        ("g01", ["tile-g01", "change-not-stated"]),
    ],
)
def test_a_theory_leads_to_its_place_in_each_form_of_the_model(garden_pages, id, said):
    found = model_forms.forms_of(LIBRARY.theories[id], LIBRARY)
    assert [it.link.fragment for it in found][1:] == said
    assert found[0].link.fragment == f"tile-{id}"
    for it in found:
        body = garden_pages[it.link.address.path].body
        assert f'id="{it.link.fragment}"' in body or f"{{ #{it.link.fragment} }}" in body
    assert "rl-views" in garden_pages[f"theories/{id}/"].body


def test_the_control_marks_the_form_that_a_page_shows(garden_pages):
    for path, name in (("model/", "Whole model"), ("model/changes/", "Changes")):
        assert f'<strong aria-current="page">{name}</strong>' in garden_pages[path].body


def test_a_claim_about_an_intervention_stands_with_its_verdict_and_how_grave_it_is(garden_pages):
    body = garden_pages["interventions/s01/"].body
    said = text_of(body)
    assert said.count("in the source check") == 1
    assert "Inconsistent (mild, as there may be an innocent explanation): " in said
    assert 'data-verdict="inconsistent"' in body
