"""Places on a page that a link can rely on: known from the data, and there when it is rendered."""

import re

import pytest
from reviews import GARDEN, MENDING, context_of, linked

from generator.pages import addresses
from generator.pages.fragments import fragments
from generator.site.catalogue import pages

pytestmark = pytest.mark.slow

IN_BODY = re.compile(r'\bid="([^"]+)"|\{ #([\w-]+) \}')


@pytest.mark.parametrize("root", [GARDEN, MENDING], ids=lambda root: root.name)
def test_what_is_known_to_be_on_a_page_is_there(root):
    library, seen = linked(root), 0
    for page in pages(context_of(library)):
        there = {first or second for first, second in IN_BODY.findall(page.body)}
        # The box comes in when all pages are known; tests of built sites look for it.
        known = fragments(page.address, library) - {addresses.CITE_BOX}
        assert known - there == set(), page.address
        seen += len(known)
    assert seen > 40


@pytest.mark.parametrize(
    ("address", "fragment"),
    [
        (addresses.theory("j01"), "c1"),
        (addresses.intervention("s01"), "season"),
        (addresses.decision("starting-a-garden"), "section-limits-and-risks"),
        (addresses.FINDINGS, "gar-01"),
        (addresses.SOURCE_CHECK, "c04"),
        (addresses.ARTICLE, "intro-2"),
        (addresses.MODEL, "legend"),
    ],
)
def test_what_people_cite_is_known(library, address, fragment):
    assert fragment in fragments(address, library)
