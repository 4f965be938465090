from reviews import GARDEN, context_of, edit, linked

from generator.pages import addresses
from generator.pages.views import overview
from generator.pages.views.names import Names
from generator.pages.views.short import short_view
from generator.site.catalogue import pages

LIBRARY = linked(GARDEN)
NAMES = Names(LIBRARY)


def test_a_finding_is_at_home_on_the_first_page_of_guidance_that_lists_it():
    assert LIBRARY.homes["gar-03"] == "starting-a-garden"
    assert "str-01" not in LIBRARY.homes


def test_a_finding_without_such_a_page_is_at_home_among_all_findings():
    made = short_view(LIBRARY.findings["str-01"], NAMES)
    assert (made.link.address, made.link.fragment) == (addresses.FINDINGS, "str-01")


def test_a_finding_without_a_short_form_is_shown_whole():
    made = short_view(LIBRARY.findings["str-01"], NAMES)
    assert made.link.text == "Gardeners read the drafts of the invented report."


def test_the_first_page_has_the_headlines_in_their_order():
    made = overview.home_view(LIBRARY, NAMES).headlines
    assert [item.link.fragment for item in made] == ["gar-01", "gar-03"]


def test_each_headline_leads_to_its_statement_and_says_no_more(garden_pages):
    body = garden_pages[""].body
    shown = body[body.index('class="rl-headlines"') : body.index("</section>")]
    assert 'href="guidance/starting-a-garden/#gar-01"' in shown
    assert "Related" not in shown


def test_a_review_without_headlines_has_no_heading_for_them(garden_copy):
    edit(garden_copy, ("seeds/review.yml", "  headlines: [gar-01, gar-03]\n", ""))
    home = next(page for page in pages(context_of(linked(garden_copy))) if page.address.path == "")
    assert "headlines" not in home.body


def test_a_short_form_of_a_cell_says_elsewhere_what_it_is_about(garden_pages):
    assert short_view(LIBRARY.findings["gar-03"], NAMES).subject == "Beds and plots"
    assert short_view(LIBRARY.findings["str-02"], NAMES).subject == ""
    assert '<span class="rl-subject">Beds and plots:</span>' in (
        garden_pages["guidance/sharing-water/"].body
    )
