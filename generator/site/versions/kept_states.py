"""What a kept version says, as its archive tells it to later ones: a line for each thing.

To tell what changed since many versions, each of them is read. Its files of YAML stay in the
archive for people; these lines are read in a fraction of the time, and a line that stands in
several versions is read once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.diff.read import ReviewState, pages_by_hand
from generator.entities import Entity
from generator.files.archive import ArchiveError
from generator.library.formats import FORMAT
from generator.library.kinds import KINDS, Kind
from generator.library.library import Library

FILE = "entities.txt"
"""Its name comes before those of all files of review and site, so that these stay packed."""
_KINDS = {kind.key: kind for kind in KINDS}
"""Each kind by the word with which its lines begin."""


def written(library: Library, pages: Mapping[str, str]) -> bytes:
    """What a version says: its pages by hand, by what tells one from another, and its things."""
    first = json.dumps({"format": FORMAT, "pages": pages})
    return "\n".join([first, *(line for line, _ in _things(library))]).encode()


def state(name: str, root: Path, library: Library) -> ReviewState:
    """What the review in this folder says, which nothing is wrong with, under a name."""
    return ReviewState(name, library, (), frozenset(), pages_by_hand(root))


class KeptStates:
    """Reads what kept versions say beside what the review says now."""

    def __init__(self, library: Library) -> None:
        """Take the review as it is now: what stands in it need not be read again."""
        self._known: dict[str, Entity] = dict(_things(library))

    def read(self, name: str, content: bytes) -> ReviewState:
        """What the version that is called so says. Raises ArchiveError."""
        held: dict[Kind[Any], list[Entity]] = {kind: [] for kind in KINDS}
        first, *lines = content.decode().split("\n")
        try:
            told = json.loads(first)
            if told["format"] != FORMAT:
                raise ArchiveError(f"In {name} things are told in format {told['format']}.")
            for line in lines:
                key, _, said = line.partition(" ")
                held[_KINDS[key]].append(self._thing(_KINDS[key], line, said))
        except (ValueError, KeyError, ValidationError) as error:
            raise ArchiveError(f"In {name} it is not told what it says: {error}.") from None
        library = Library({kind: tuple(things) for kind, things in held.items()})
        return ReviewState(name, library, (), frozenset(), told["pages"])

    def _thing(self, kind: Kind[Any], line: str, said: str) -> Entity:
        if line not in self._known:
            self._known[line] = kind.entity.model_validate_json(said)
        return self._known[line]


def _things(library: Library) -> Iterator[tuple[str, Entity]]:
    """The line of each thing, in the order in which the review has them."""
    for key, kind in _KINDS.items():
        for thing in library.all(kind):
            said = thing.model_dump_json(by_alias=True, exclude_defaults=True)
            yield f"{key} {said}", thing
