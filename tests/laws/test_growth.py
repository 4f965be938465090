"""What a page costs does not depend on how many others there are: counted, and not timed."""

import gc
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import FrameType
from typing import Any, ClassVar

import pytest
from bench_large import large, originals
from reviews import GARDEN, copy_of

import generator
from generator.library.kinds import DECISION, INTERVENTION, MIDDLE_RANGE_THEORY, STUDY, THEORY
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views import listed
from generator.pages.views.figures import charts, explored_chart, model_picture
from generator.site import in_sections
from generator.site.assemble import Site
from generator.site.build import build
from generator.site.navigation import Nav, navigation

pytestmark = pytest.mark.slow

FEW = 2
"""So that a review that is small has all that a large one has: full lists, sections apart."""
TIMES = (3, 4, 5)
"""How often the things of the review are there: each time adds the same."""
SORTING = ("in_order",)
"""Functions that compare in Python what they sort, which is a little more than a straight line."""
KEEPING = ("shown",)
"""Functions that keep what they were given last: they call once for a text, or not at all."""
LOOKS_AT_ALL = "kind: (interventions|partition|values|theories|groups|middle-range)"
"""Checks of claims that count all things, each time: there are no more of them."""
THINGS = (THEORY, INTERVENTION, STUDY, MIDDLE_RANGE_THEORY, DECISION)
"""What has a page of its own, which is about nothing else."""
ENTRY = re.compile(r"^- id: (.*)\n((?:  .*\n)*)", re.M)
PLACE = re.compile(r"\bstudies (\d)")
PARAGRAPHS = re.compile(r"(?<=      title: The studies\n      paragraphs:\n)((?:        .*\n)+)")
"""Where the source tells of its studies: one with more of them has more paragraphs."""
ROOM = str(Path(generator.__file__).parent)

Done = Counter[tuple[str, str]]
"""How often something was done, and by which code."""


def grown_review(folder: Path, times: int) -> Path:
    """The garden with so many times its things, each copy with an id of its own."""
    once = copy_of(GARDEN, folder / "once")
    shutil.copy(GARDEN / "mkdocs.yml", once)
    for file in (*once.glob("studies/*.yml"), *once.glob("theories/middle-range/*.yml")):
        text = file.read_text("utf-8")
        for n in range(1, times):
            id = _of_copy(file.stem, n)
            copy = re.sub("^id: .*", f"id: {id}", text, flags=re.M)
            file.with_stem(id).write_text(
                re.sub(PLACE, lambda at, n=n: f"studies {2 * n + int(at[1])}", copy), "utf-8"
            )
    for name in ("findings", "claims", "guidance"):
        file = once / "seeds" / f"{name}.yml"
        text = file.read_text("utf-8")
        few = [found for found in ENTRY.findall(text) if not re.search(LOOKS_AT_ALL, found[1])]
        more = (f"- id: {_of_copy(id, n)}\n{rest}" for n in range(1, times) for id, rest in few)
        file.write_text(text + "".join(more), "utf-8")
    review = once / "seeds" / "review.yml"
    before, two, after = re.split(PARAGRAPHS, review.read_text("utf-8"))
    review.write_text(before + times * two + after, "utf-8")
    return large(folder / "review", times * len(originals(GARDEN)), once)


def _of_copy(id: str, number: int) -> str:
    """An id of the same form: `c05` becomes `c105`, and `gar-01` `gar-101`."""
    digits = re.search(r"\d+$", id)
    return f"{id[: digits.start()]}{number}{digits[0]}" if digits else f"{id}-{number}"


class Walked(dict):  # type: ignore[type-arg]
    """Things of a library: where no line of Python looks at each, whoever looks is counted."""

    done: ClassVar[Done] = Counter()

    def __iter__(self) -> Iterator[str]:
        return iter(self._all(super().keys()))

    def keys(self):  # type: ignore[no-untyped-def]
        return self._all(super().keys())

    def values(self):  # type: ignore[no-untyped-def]
        return self._all(super().values())

    def items(self):  # type: ignore[no-untyped-def]
        return self._all(super().items())

    def _all(self, things: Any) -> Any:
        Walked.done["things looked at", _code(sys._getframe(2))] += len(self)
        return things


def watch(library: Library) -> None:
    """Have all things of a library counted that are known by an id."""
    names = (name for name in dir(Library) if isinstance(getattr(Library, name), cached_property))
    for name in names:
        if isinstance(value := getattr(library, name), dict):
            vars(library)[name] = Walked(value)
    vars(library)["_by_id"] = {kind: Walked(them) for kind, them in library._by_id.items()}


def _code(frame: FrameType) -> str:
    code = frame.f_code
    return f"{code.co_filename.removeprefix(ROOM)}:{code.co_firstlineno} {code.co_name}"


def _is_ours(frame: FrameType | None) -> bool:
    return frame is not None and frame.f_code.co_filename.startswith(ROOM)


def traced(done: Done) -> Any:
    """What counts each line of the generator and of its templates, and each call out of them.

    Each turn of a loop is a line, in a comprehension too. Python calls what compares and hashes.
    """

    def within(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            done["lines", _code(frame)] += 1
        return within

    def begins(frame: FrameType, _: str, __: object) -> Any:
        if _is_ours(frame):
            return within
        excepted = (*SORTING, *KEEPING)
        if _is_ours(caller := frame.f_back) and caller.f_code.co_name not in excepted:
            done[f"calls of {frame.f_code.co_name}", _code(caller)] += 1
        return None

    return begins


def made(root: Path) -> Site:
    """A site of which every page and every file was made."""
    built = build(root)
    assert built.site, [one.message for one in built.diagnostics]
    watch(built.site.library)
    for page in built.site.pages:
        _ = page.body
    for path in built.site.files:
        _ = built.site.files[path]
    return built.site


def done_for(root: Path) -> tuple[Site, Done]:
    """The site of a review, and all that was done to check and to make it."""
    Walked.done = done = Counter()
    before = sys.gettrace()
    gc.collect()
    gc.disable()  # what is told to go calls Python, in the midst of anything
    sys.settrace(traced(done))
    try:
        return made(root), done
    finally:
        sys.settrace(before)
        gc.enable()


def named_in(nav: Nav) -> int:
    """How many pages a navigation names."""
    below = (value for item in nav if isinstance(item, dict) for value in item.values())
    own = sum(isinstance(item, str) for item in nav)
    return own + sum(1 if isinstance(value, str) else named_in(value) for value in below)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[Site, Done]]]:
    """The review at each size."""
    roots = [grown_review(tmp_path_factory.mktemp("grown"), times) for times in TIMES]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listed, "LISTED", FEW)
        patch.setattr(in_sections, "WHOLE", FEW)
        for drawing in (charts, explored_chart, model_picture):
            patch.setattr(drawing, "MOST", FEW)
        made(roots[-1])  # what is kept for all sites is there
        yield [done_for(root) for root in roots]


def test_what_is_done_grows_with_the_things_and_not_with_their_square(grown):
    a, b, c = (done for _, done in grown)
    more = {what: (b[what] - a[what], c[what] - b[what]) for what in {*a, *b, *c}}
    wrong = [f"{what}: {two}" for what, two in more.items() if two[0] != two[1]]
    assert not wrong, "\n".join(sorted(wrong))


def test_a_page_about_one_thing_names_no_more_of_the_others_as_they_grow(grown):
    named, more, most = (
        {page.address: page.body.count("<a ") for page in site.pages} for site, _ in grown
    )
    library = grown[0][0].library
    about = [addresses.at(kind.name, id)[0] for kind in THINGS for id in library.of(kind)]
    # The last of its kind has a neighbour more once there are others; then all have theirs.
    assert {page.path for page in about if more[page] != most[page]} == set()
    assert sum(named[page] == most[page] for page in about) >= len(about) - len(THINGS)


def test_the_navigation_names_no_more_pages_as_the_review_grows(grown):
    assert len({named_in(navigation(site.library, [])) for site, _ in grown}) == 1
