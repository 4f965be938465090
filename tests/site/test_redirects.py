"""Other ways to write an address, and what hosts are told of them."""

import re

import pytest
from reviews import GARDEN, context_of, edit, linked

from generator.pages.render import Renderer
from generator.pages.views.names import Names
from generator.site.catalogue import pages
from generator.site.redirects import files, redirects
from generator.site.robots import robots


def found(library) -> dict[str, str]:
    made = pages(context_of(library))
    known = redirects(library, Names(library), made)
    return {path: page.address.path for path, page in known.items()}


def written(library) -> dict[str, str]:
    made = redirects(library, Names(library), pages(context_of(library)))
    found = files(made, library.review, Renderer(Names(library)))
    return {path: make() for path, make in found.items()}


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("g02/", "theories/g02/"),
        ("theories/G02/", "theories/g02/"),
        ("growing-theory-2/", "theories/g02/"),
        ("gt/2/", "theories/g02/"),
        ("g/2/", "theories/g02/"),
        ("joining-theory-1/", "theories/j01/"),
        ("interventions/S01/", "interventions/s01/"),
        ("intervention-1/", "interventions/s01/"),
        ("s/1/", "interventions/s01/"),
        ("i/1/", "interventions/s01/"),
        ("leek-2019/", "studies/leek-2019/"),
    ],
)
def test_a_thing_has_other_addresses(library, path, target):
    assert found(library)[path] == target


def test_what_could_mean_two_pages_leads_to_none(garden_copy):
    edit(garden_copy, ("seeds/review.yml", "Joining theory {number}", "Growing theory {number}"))
    ways = found(linked(garden_copy))
    assert "growing-theory-1/" not in ways
    assert "gt/1/" not in ways
    assert ways["j01/"] == "theories/j01/"


def test_no_other_address_takes_the_place_of_a_page(library):
    known = {page.address.path for page in pages(context_of(library))}
    assert not known & set(found(library))


def test_a_thing_without_a_number_is_found_by_its_id(library):
    to_it = {path for path, target in found(library).items() if target == "theories/gx1/"}
    assert to_it == {"gx1/", "theories/GX1/"}


def test_each_is_a_page_that_leads_on_with_and_without_javascript(library):
    page = written(library)["gt/2/index.html"]
    assert '<a id="to" href="../../theories/g02/">' in page
    assert 'content="0; url=../../theories/g02/"' in page
    assert 'src="../../assets/redirect.js"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert ".example" not in page
    assert re.search("default-src &#39;none&#39;", page)


def test_titles_are_text_on_such_a_page(garden_copy):
    title = "Example theory: sharing beds"
    old = linked(GARDEN).theories["g02"].title
    edit(garden_copy, ("theories/g02.yml", old, f"{title} & <more"))
    assert "&amp; &lt;more</title>" in written(linked(garden_copy))["g02/index.html"]


def test_hosts_are_told_of_all_of_them(library):
    made = written(library)
    pages_made = [path for path in made if path.endswith("index.html")]
    for rules in ("_redirects", ".htaccess", "redirects.nginx"):
        assert len(made[rules].splitlines()) == len(pages_made)
    assert "/gt/2/ /theories/g02/ 301\n" in made["_redirects"]
    assert "Redirect 301 /gt/2/ /theories/g02/\n" in made[".htaccess"]
    assert "/gt/2/ /theories/g02/;\n" in made["redirects.nginx"]


def test_a_site_below_another_address_says_so_in_the_rules(garden_copy):
    address = "https://gardens.test/review/"
    edit(garden_copy, ("seeds/review.yml", "https://garden-review.example/\n", address + "\n"))
    made = written(linked(garden_copy))
    assert "/review/gt/2/ /review/theories/g02/ 301\n" in made["_redirects"]
    assert f'<link rel="canonical" href="{address}theories/g02/">' in made["g02/index.html"]


def test_programs_may_read_all_and_are_told_of_the_list_once_it_has_an_address(library):
    assert robots(library.review) == "User-agent: *\nAllow: /\n"
    review = library.review.model_copy(update={"address": "https://gardens.test/review/"})
    assert robots(review).endswith("\nSitemap: https://gardens.test/review/sitemap.xml\n")
