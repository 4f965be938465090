"""Whatever a contributor may write is read: shown on a page or in a file, counted or checked."""

import shutil
import sys
from pathlib import Path

import pytest
from reviews import GARDEN, ROOT, edit

from generator.entities import Entity
from generator.entities.describe import entities_in
from generator.files.archive import digest, pack
from generator.library.kinds import KINDS
from generator.site.build import build

WALKERS = ("walk.py", "references.py", "dictionary.py")
"""They pass by every field of every entity, whatever it is; the last one for an example of each."""
ELSEWHERE = {
    ("Review", "format"): "`library/formats.py` reads it before the file is shaped",
    ("Words", "abbreviations"): "`realist import` reads it, where a table is in capitals",
}
"""What nothing reads while a site is made, and why."""
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
        (
            "seeds/review.yml",
            "    at: [findings 1.1, intro 2.1]\n",
            "    at: [additional-file-1 row-2]\n    basis: inferred\n    why: Invented.\n"
            "  files: [{id: additional-file-1, label: Additional File 1}]\n",
        ),
    )


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """The fields that are read while the sites of three reviews are made."""
    found = set()

    def spy(entity, name):
        if not name.startswith(("_", "model_")):
            file = Path(sys._getframe(1).f_code.co_filename)
            if file.name not in WALKERS:
                found.add((type(entity).__name__, name))
        return object.__getattribute__(entity, name)

    more = more_of_the_garden(tmp_path_factory.mktemp("more") / "garden")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Entity, "__getattribute__", spy)
        for review in (ROOT, GARDEN, more):
            assert build(review).site is not None
    return found


def test_every_field_of_every_entity_is_read(read):
    assert sorted(EVERY - read) == sorted(ELSEWHERE)
