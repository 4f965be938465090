"""What `realist check` accepts, every other command accepts; what `build` refuses, it tells."""

import copy
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hollow import hollow
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import GARDEN, ROOT, edit, linked
from yaml_edits import at, places, read, write

from generator.diff.compare import compare
from generator.diff.formats import as_text
from generator.diff.read import read as states
from generator.edit import formatting
from generator.edit.from_form import CannotMapError, correct
from generator.edit.from_form.form import LABELS
from generator.entities.locators import labels
from generator.site.build import build
from generator.site.export import export
from generator.site.inspection import inspect

pytestmark = pytest.mark.slow


@cache
def review(root):
    return read(root)


@cache
def places_of(root):
    """Every key and entry of every file; and each file itself, as an empty way."""
    return [
        (file, path)
        for file, content in sorted(review(root).items())
        for path in ((), *places(content))
    ]


@st.composite
def edited(draw, root):
    """A review in which one thing is dropped, emptied or exchanged for another of its kind."""
    files = copy.deepcopy(review(root))
    file, path = draw(st.sampled_from(places_of(root)))
    if not path:
        if draw(st.booleans()):
            files[file] = type(files[file])()
            return files, f"emptied {file}"
        del files[file]
        return files, f"without {file}"
    outer, last = at(files[file], path[:-1]), path[-1]
    how = draw(st.sampled_from(["drop", "empty", "swap", "words"]))
    value = outer[last]
    if how == "drop":
        del outer[last]
    elif how == "empty":
        outer[last] = [] if isinstance(value, list) else {} if isinstance(value, dict) else None
    elif how == "words" and type(value) is int:
        outer[last] = draw(st.sampled_from([0, -1, 9999, 2**31, 2**63, 10**99]))
    elif how == "words" and isinstance(value, str):
        outer[last] = draw(st.sampled_from(["Theory {no}", "{number.__class__}", "{{ x }}", "#"]))
    else:
        same = [p for f, p in places_of(root) if f == file and p and p[-1] == last]
        outer[last] = copy.deepcopy(at(review(root)[file], draw(st.sampled_from(same))))
    return files, f"{how} {file}: {path}"


def held(files, what, root):
    """An accepted review builds, with no page that tells of nothing, and all else takes it."""
    with tempfile.TemporaryDirectory() as folder:
        copy_of_it = write(files, Path(folder) / "review", root)
        checked = inspect(copy_of_it)
        if checked.library is not None and not checked.has_errors:
            made = build(copy_of_it)
            assert made.site is not None, what
            made_from_data = [page for page in made.site.pages if not page.by_hand]
            assert [found for page in made_from_data for found in hollow(page.body)] == [], what
            export(made.site, copy_of_it, Path(folder) / "exported")
            formatted(copy_of_it, checked.library, what)
            corrected(copy_of_it, checked.library)
        if checked.library is not None:
            old, new = states(("OLD", root), ("NEW", copy_of_it))
            assert as_text(compare(old, new))


def formatted(root, library, what):
    """Every file has a form, which is its own form and means the same."""
    attributes = [attribute.id for attribute in library.attributes.attributes]
    for path in formatting.formattable(root):
        file = formatting.format_file(root, path, attributes)
        assert file.after is not None, (what, file.refusal, file.diagnostics)
        (root / path).write_bytes(file.after)
        assert not formatting.format_file(root, path, attributes).is_changed, what
    assert linked(root).held == library.held, what


def corrected(root, library):
    """A correction of the first statement is made, or it is said why not."""
    for theory in library.theories.values():
        for _, statement in theory.statements:
            fields = {
                "page": f"theories/{theory.id}/",
                "statement": statement.id,
                "now": statement.text,
                "new": "She joined, on most days.",
                "place": labels(statement.at, library.review.source)[0][0],
                "reason": "Invented.",
                "confirm": "- [X] x\n- [x] y",
            }
            form = "".join(f"### {LABELS[name]}\n\n{fields[name]}\n\n" for name in LABELS)
            with suppress(CannotMapError):  # told in words, as to whoever sent it
                assert correct(form, library, root).patch
            return


EXAMPLES = settings().max_examples
"""Sixty, or three hundred at night; a trial takes a second, and the fuzzer makes others."""


@settings(max_examples=EXAMPLES // 2)
@given(edited(GARDEN))
def test_an_accepted_edit_of_the_example_builds(case):
    held(*case, GARDEN)


@settings(max_examples=EXAMPLES // 10)
@given(edited(ROOT))
def test_an_accepted_edit_of_the_real_review_builds(case):
    held(*case, ROOT)


DOORS = [
    ("to: model/", "to: modle/", "There is no page at “modle/”"),
    ("to: model/", "to: model/#legned", "has no place “#legned”"),
    ("to: model/", "to: about/#nowhere", "has no place “#nowhere”"),
    ("to: model/", "to: theories/j01/#c99", "has no place “#c99”"),
]


@pytest.mark.parametrize(("old", "new", "told"), DOORS)
def test_a_door_that_leads_nowhere_is_told_by_check(tmp_path, old, new, told):
    root = edit(shutil.copytree(GARDEN, tmp_path / "garden"), ("seeds/review.yml", old, new))
    wrong = [d for d in inspect(root).diagnostics if d.code == "unknown-reference"]
    assert [told in d.message for d in wrong] == [True]
    assert wrong[0].location.path == "seeds/review.yml"
    assert build(root).site is None


@pytest.mark.parametrize(
    "to", ["model/#legend", "theories/j01/#c1", "about/#about-this-example", "source-check/"]
)
def test_a_door_may_lead_to_a_place_on_a_page(tmp_path, to):
    new = ("seeds/review.yml", "to: model/", f"to: {to}")
    root = edit(shutil.copytree(GARDEN, tmp_path / "garden"), new)
    assert not inspect(root).has_errors
    assert build(root).site is not None


def test_a_page_by_hand_that_cannot_be_rendered_is_told_by_check(tmp_path):
    root = shutil.copytree(GARDEN, tmp_path / "garden")
    (root / "docs" / "broken.md").write_text("# A\n\n{{ finding('gar-99') }}\n", encoding="utf-8")
    found = [d for d in inspect(root).diagnostics if d.location.path == "docs/broken.md"]
    assert [d.code for d in found] == ["page-template"]


TAKEN = ["help", "theories", "theories/j01", "theories/j77", "index", "v/1", "v/1-0-0/help"]
NO_ADDRESS = [
    "about.md",
    "README",
    "theories/README",
    "_headers",
    "About",
    "a b",
    "é",
    "a&b",
    "<b>",
]


@pytest.mark.parametrize("name", [*TAKEN, *NO_ADDRESS])
def test_a_page_by_hand_takes_the_place_of_no_other(tmp_path, name):
    root = shutil.copytree(GARDEN, tmp_path / "garden")
    entry = "- was: theories/j77\n  why: Merged.\n  date: 2022-03-02\n  now: theories/j01\n"
    with (root / "seeds/moved.yml").open("a") as moved:
        moved.write(entry)
    edit(root, ("seeds/ids.yml", "  - j03\n", "  - j03\n  - j77\n"))
    file = root / "docs" / f"{name}.md"
    file.parent.mkdir(exist_ok=True, parents=True)
    if name == "About":
        (root / "docs/about.md").unlink()
    file.write_text("# A\n\nText.\n", encoding="utf-8")
    found = [d for d in inspect(root).diagnostics if d.location.path == f"docs/{name}.md"]
    assert [d.code for d in found] == ["file-name"]
    assert build(root).site is None
