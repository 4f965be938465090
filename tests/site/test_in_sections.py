"""A page that grew too large leads to one for each section, and keeps every address within it."""

import re
from posixpath import normpath

import pytest
from reviews import GARDEN, MENDING, bodies, ids

from generator.site import in_sections

pytestmark = pytest.mark.slow

LEADS_ON = re.compile(r'<a id="([^"]+)" href="([^"#]+)#([^"]+)">')
OVERVIEWS = {"article/", "findings/", "source-check/", "model/", "theories/", "interventions/"}


@pytest.fixture(scope="module", params=[GARDEN, MENDING], ids=lambda root: root.name)
def both(request):
    """The pages of a review whole, and with every page of sections taken apart."""
    with pytest.MonkeyPatch.context() as patch:
        whole = bodies(request.param)
        patch.setattr(in_sections, "WHOLE", 0)
        return whole, bodies(request.param)


def test_a_page_keeps_every_address_when_its_sections_get_pages_of_their_own(both):
    whole, apart = both
    assert not [path for path in whole if "part-" in path]
    assert whole.keys() < apart.keys()
    for path, body in whole.items():
        assert ids(body) <= ids(apart[path]), path
    new = apart.keys() - whole.keys()
    assert {path.partition("part-")[0] for path in new} >= OVERVIEWS & whole.keys()


def test_each_address_leads_to_where_the_thing_stands(both):
    _, apart = both
    steps = [
        (normpath(path + to) + "/", kept, fragment)
        for path, body in apart.items()
        for kept, to, fragment in LEADS_ON.findall(body)
    ]
    assert len(steps) > 10
    for page, kept, fragment in steps:
        assert kept == fragment
        assert fragment in ids(apart[page])


def test_what_people_copy_is_the_address_that_stays(both):
    _, apart = both
    parts = [body for path, body in apart.items() if path.startswith("source-check/part-")]
    copied = [to for body in parts for to in re.findall(r'rl-anchor" href="([^"]+)"', body)]
    assert copied
    assert all(to.startswith("../#") for to in copied)
