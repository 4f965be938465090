"""Whatever a contributor may write is shown on a page or in a file, or it is said why not."""

import shutil
import sys
from functools import cache
from pathlib import Path

import pytest
from reviews import GARDEN, ROOT, edit

import generator
from generator.entities import Entity, Register
from generator.entities.describe import entities_in
from generator.files.archive import digest, pack
from generator.library.kinds import KINDS
from generator.site.build import build

pytestmark = pytest.mark.slow

GENERATOR = Path(generator.__file__).parent
SHOWN_BY = ("pages", "site", "citing", "entities")
"""The rooms that show things, and what an entity tells of itself to whoever asks. What rules and
the comparison of two versions read is not shown by that."""
WALKERS = ("walk.py", "references.py", "dictionary.py")
"""They pass by every field of every entity, whatever it is; the last one for an example of each."""
RECOUNTED = {
    "CountCheck": ["count"],
    "InterventionCheck": ["are", "count", "unique", "where"],
    "ListCheck": ["finding", "lists"],
    "PartitionCheck": ["without"],
    "ReferencesCheck": ["count"],
    "TheoryCheck": ["are", "count", "final", "group", "number_at", "numbers"],
}
"""A claim is recounted by them; what that comes to is shown, in `pages/views/recounts.py`."""
ELSEWHERE = {
    ("Attributes", "format"): "`library/library.py` gives views the attribute that it names",
    ("Claim", "shows"): "`check/reconcile.py` holds it to the recount, which is shown",
    ("Review", "format"): "`library/formats.py` reads it before the file is shaped",
    ("TheoryGroup", "prefixes"): "`check/rules.py` holds ids to them",
    ("Words", "abbreviations"): "`realist import` reads it, where a table is in capitals",
    **{
        ("Register", name): "`library/register.py` holds the ids that there are to it"
        for name in Register.model_fields
    },
    **{(check, name): "recounted" for check, names in RECOUNTED.items() for name in names},
}
"""What no page or file shows, and why."""
RETIRED = "\nretired:\n  why: Invented.\n  date: 2022-04-01\n  successor: {}\n"


EVERY = {
    (model.__name__, name)
    for kind in KINDS
    for model in entities_in(kind.entity)
    for name in model.model_fields
}


def more_of_the_garden(root: Path) -> Path:
    """The garden with what its readers are spared: things withdrawn, a number that is inferred."""
    shutil.copytree(GARDEN, root)
    for file, successor in (
        ("theories/g01.yml", "g02"),
        ("interventions/s03.yml", "s01"),
        ("studies/bean-2018.yml", "leek-2019"),
    ):
        with (root / file).open("a", encoding="utf-8") as out:
            out.write(RETIRED.format(successor))
    archive = pack({"v/0.1.0/index.html": b"<p>Invented.</p>"})
    (root / "releases").mkdir()
    (root / "releases/0.1.0.tar.xz").write_bytes(archive)
    entry = f"- version: 0.1.0\n  date: 2022-02-01\n  digest: {digest(archive)}\n"
    (root / "seeds/releases.yml").write_text(entry, encoding="utf-8")
    return edit(
        root,
        ("seeds/review.yml", "authors: [Example Gardener,", "authors: [{organisation: Trust},"),
        (
            "seeds/review.yml",
            "    at: [findings 1.1, intro 2.1]\n",
            "    at: [additional-file-1 row-2]\n    basis: inferred\n    why: Invented.\n"
            "  files: [{id: additional-file-1, label: Additional File 1}]\n",
        ),
    )


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """The fields that are shown where the sites of three reviews are made."""
    found = set()

    @cache
    def shows(file):
        """Whether a file of Python is one of those rooms, or a template at work."""
        if not (path := Path(file)).is_relative_to(GENERATOR):
            return "jinja2" in path.parts
        return path.relative_to(GENERATOR).parts[0] in SHOWN_BY and path.name not in WALKERS

    def spy(entity, name):
        if not name.startswith(("_", "model_")) and shows(sys._getframe(1).f_code.co_filename):
            found.add((type(entity).__name__, name))
        return object.__getattribute__(entity, name)

    more = more_of_the_garden(tmp_path_factory.mktemp("more") / "garden")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Entity, "__getattribute__", spy)
        for review in (ROOT, GARDEN, more):
            site = build(review).site
            assert site is not None
            assert all(page.body for page in site.pages)
            assert all(site.files[path] is not None for path in site.files)
    return found


def test_every_field_of_every_entity_is_shown(shown):
    assert sorted(EVERY - shown) == sorted(ELSEWHERE)
