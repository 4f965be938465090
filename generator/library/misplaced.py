"""Files that nothing reads where they lie: what each most likely is, and what to do with it."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Location, nearest, suggestion
from generator.entities.words import with_article
from generator.files.load import load_file
from generator.library.keys import known_keys, required_keys
from generator.library.kinds import KINDS, Kind, of_file

_LEFT_BEHIND = re.compile(
    r".*~|~.*|#.*#|.*\.(bak|old|orig|rej|sw[op]|tmp)|thumbs\.db|desktop\.ini", re.I
)
"""Names that editors, offices and systems give to what they leave in a folder."""
_MEANT_AS_YAML = re.compile(r"(\.ya?ml.*)?", re.I)
"""What names of files end with that were probably meant to end with `.yml`."""


def kind_meant(data: Any, own: Kind[Any] | None = None) -> Kind[Any] | None:
    """The kind whose keys these data have, where they are not those of their `own` kind.

    A mistake in a key makes no other kind of a file: the kind must fit better by two keys, and know
    one that its own kind does not. None where no kind fits, or several do.
    """
    ranked = sorted((_misfits(data, kind), place) for place, kind in enumerate(KINDS))
    (fewest, best), (second, _) = ranked[:2]
    found, keys = KINDS[best], _keys(data, KINDS[best])
    of_its_own = _misfits(data, own) if own else len(keys)
    if fewest == second or fewest + 2 > of_its_own:
        return None
    return found if not own or keys & _known(found) - _known(own) else None


_NEVER = 1_000
"""More keys than any file could lack: what is no list is not of a kind that is one."""


def _misfits(data: Any, kind: Kind[Any]) -> int:
    """How many keys are missing, or are none of this kind."""
    if not isinstance(data, list if kind.is_list else dict) or not data:
        return _NEVER
    keys = _keys(data, kind)
    return len(keys - _known(kind)) + len(required_keys(kind.entity, ()) - keys)


def _keys(data: Any, kind: Kind[Any]) -> set[str]:
    items = data if kind.is_list and isinstance(data, list) else [data]
    return {str(key) for item in items if isinstance(item, dict) for key in item}


def _known(kind: Kind[Any]) -> set[str]:
    return known_keys(kind.entity, ())


def place_of(file: str, kind: Kind[Any] | None) -> str:
    """The path that a file was probably meant to have: `x/j01.yml` for `x/j01.yaml`."""
    folder, _, name = file.rpartition("/")
    stem = name.strip("~#$").partition(".")[0].lower()
    return kind.file(stem) if kind else f"{folder}/{stem}.yml"


def stranger(root: Path, file: str, files: Collection[str]) -> tuple[Diagnostic, str]:
    """What is said of a file that nothing reads, and the path that it was probably meant to have.

    Diagnostics: unknown-file.
    """
    name = file.rpartition("/")[2]
    meant = place_of(file, None)
    if _LEFT_BEHIND.fullmatch(name):
        left = "Nothing reads this file: by its name, an editor or another program left it here."
        is_lacking = ".y" in name and of_file(meant) and meant not in files
        rename = f" If {meant} should be there, rename it to that." if is_lacking else ""
        return _unknown(file, left, f"Delete it if nothing in it is needed.{rename}"), meant
    document, _ = load_file(root, file)
    if kind := kind_meant(document.data) if document else None:
        return misplaced(file, kind, files), place_of(file, kind)
    return _unknown(file, "Nothing reads this file.", _remedy(file, meant, files)), meant


def misplaced(file: str, kind: Kind[Any], files: Collection[str]) -> Diagnostic:
    """A file that holds what belongs elsewhere, or has another ending.

    Diagnostics: unknown-file.
    """
    what = with_article(kind.name)
    whose = what if kind.is_folder else kind.files
    meant = place_of(file, kind)
    is_renamed = meant.rpartition("/")[0] == file.rpartition("/")[0]
    remedy = f"{'Rename' if is_renamed else 'Move'} it to {meant}."
    message = f"This file has the keys of {whose}, and is not read where it lies."
    return _unknown(file, message, _beside(meant) if meant in files else remedy)


def _remedy(file: str, meant: str, files: Collection[str]) -> str:
    """What to do with a file of which only the name tells something."""
    name = file.rpartition("/")[2]
    if not _MEANT_AS_YAML.fullmatch(name.removeprefix(name.partition(".")[0])):
        return "Take it away: nothing but files of YAML belongs here."
    if meant in files and meant != file:
        return _beside(meant)
    if of_file(meant):
        return f"Rename it to {meant}."
    stem, seeds = Path(meant).stem, {kind.key for kind in KINDS if not kind.is_folder}
    close = [f"seeds/{seed}.yml" for seed in nearest(stem, seeds)]
    return suggestion(close) or "Take it away, or look at the name of its folder."


def _beside(meant: str) -> str:
    return (
        f"There is {meant}, too. If this file is a copy of it, delete the copy; if not, give it"
        " another name and id, or move into the other what belongs there."
    )


def _unknown(file: str, message: str, remedy: str) -> Diagnostic:
    expected = "One of the files that the documentation lists, with the ending .yml."
    return Diagnostic(Location(file), "unknown-file", message, expected, remedy)
