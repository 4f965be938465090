"""What a page costs does not depend on how many others there are: counted, and not timed."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bench_large import large, originals
from reviews import GARDEN, context_of, linked

from generator.library.kinds import INTERVENTION, STUDY, THEORY
from generator.library.library import Library
from generator.pages.views import common, listed, names
from generator.site import catalogue
from generator.site.navigation import Nav, navigation

pytestmark = pytest.mark.slow

FEW = 2
"""So that the lists of a review that is small are full."""
TIMES = (4, 5, 6)
"""How often the things of the review are there: each time adds the same."""


class Walked(dict):  # type: ignore[type-arg]
    """Things of a library that count how often somebody looks at all of them."""

    count = 0

    def __iter__(self) -> Iterator[str]:
        Walked.count += 1
        return super().__iter__()

    def values(self):  # type: ignore[no-untyped-def]
        Walked.count += 1
        return super().values()

    def items(self):  # type: ignore[no-untyped-def]
        Walked.count += 1
        return super().items()


def watched(library: Library) -> Library:
    for name in ("theories", "interventions", "included_studies"):
        vars(library)[name] = Walked(getattr(library, name))
    every = {kind: Walked(library.of(kind)) for kind in (THEORY, INTERVENTION, STUDY)}
    vars(library)["_by_id"] = {**library._by_id, **every}
    return library


def named_in(nav: Nav) -> int:
    """How many pages a navigation names."""
    below = (value for item in nav if isinstance(item, dict) for value in item.values())
    own = sum(isinstance(item, str) for item in nav)
    return own + sum(1 if isinstance(value, str) else named_in(value) for value in below)


def counting(view: type, made: Counter[str]) -> Callable[..., None]:
    begin = view.__init__

    def counted(self: object, *arguments: object, **values: object) -> None:
        made[view.__name__] += 1
        begin(self, *arguments, **values)

    return counted


def counts(root: Path, made: Counter[str]) -> dict[str, int]:
    """What it takes to make the pages of a review, and what they hold."""
    library = watched(linked(root))
    context = context_of(library)
    made.clear()
    Walked.count = 0
    pages = list(catalogue.pages(context))
    return {
        **{f"{name} made": count for name, count in made.items()},
        "links on pages": sum(page.body.count("<a ") for page in pages),
        "looks at all things": Walked.count,
        "pages in the navigation": named_in(navigation(library, [])),
    }


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[int]]:
    """Every count at each size of the review."""
    found: dict[str, list[int]] = {}
    made: Counter[str] = Counter()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listed, "LISTED", FEW)
        for view in (names.Link, names.PlaceLink, common.Provenance, common.RemarkView):
            patch.setattr(view, "__init__", counting(view, made))
        for times in TIMES:
            root = tmp_path_factory.mktemp("grown") / "review"
            large(root, times * len(originals(GARDEN)), GARDEN)
            for what, count in counts(root, made).items():
                found.setdefault(what, []).append(count)
    return found


def test_what_is_made_grows_with_the_things_and_not_with_their_square(grown):
    assert {len(sizes) for sizes in grown.values()} == {len(TIMES)}
    growth = {what: (b - a, c - b) for what, (a, b, c) in grown.items()}
    assert {what: two for what, two in growth.items() if two[0] != two[1]} == {}


def test_nothing_looks_at_all_things_for_each_page(grown):
    assert len(set(grown["looks at all things"])) == 1


def test_the_navigation_names_no_more_pages_as_the_review_grows(grown):
    assert len(set(grown["pages in the navigation"])) == 1
