"""The register of ids, `seeds/ids.yml`: what was published once stays at its address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Diagnostic, Location
from generator.entities import Register
from generator.entities.order import natural
from generator.files.yaml_write import WIDTH
from generator.library.corpus import Corpus
from generator.library.kinds import IDS, KINDS, Kind, published
from generator.library.library import Library
from generator.library.places import moved, within

FILE = IDS.files
_HEADER = """\
# yaml-language-server: $schema=../schema/ids.schema.json
# Every id that was ever published. `realist register` adds new ones and never removes any.
"""


def gone(corpus: Corpus) -> Iterator[Diagnostic]:
    """Ids that were published and have no entry any more. Diagnostic: id-gone.

    Of a file that is broken nobody knows what it holds, and nothing is said.
    """
    known = moved(corpus)
    for item in corpus.of(IDS):
        for kind in _REGISTERED:
            if kind in corpus.broken:
                continue
            there = {known.entity.id for known in corpus.of(kind)} | corpus.stems.get(kind, set())
            for position, id in enumerate(published(item.entity, kind)):
                if id not in there and f"{kind.key}/{id}" not in known:
                    listed = item.document.at((kind.key, position))
                    location = Location(kind.file(id)) if kind.is_folder else listed
                    yield Diagnostic(location, "id-gone", *_told(kind, id))


def unlisted(corpus: Corpus) -> Iterator[Diagnostic]:
    """Ids that the register listed in the last states of the history and lists no more.

    A change that deletes a file could else take it out of the register, too. Diagnostic: id-gone.
    """
    if IDS in corpus.broken:
        return
    item = next(iter(corpus.of(IDS)), None)
    listed_now = {kind.key: published(item.entity, kind) if item else () for kind in _REGISTERED}
    listed_now[_WITHIN] = tuple(_parts(item.entity)) if item else ()
    for key, listed in listed_now.items():
        lost = _sorted(corpus.listed_before.get(key, set()).difference(listed))
        if lost:
            named = ", ".join(lost[:_FEW]) + (" and others" if len(lost) > _FEW else "")
            yield Diagnostic(
                item.document.at((key,), key=True) if item else Location(FILE),
                "id-gone",
                f"The register listed {named} under “{key}” and does so no more.",
                "Every id that was ever published; none is taken out.",
                f"Take {FILE} as it was from the history, and run realist register.",
            )


def _parts(register: Register) -> Iterator[str]:
    return (f"{name}#{id}" for name, ids in register.within.items() for id in ids)


_WITHIN = "within"
_FEW = 6
"""As many ids as a message names."""
_REGISTERED = [kind for kind in KINDS if kind.has_ids]


def _told(kind: Kind[Any], id: str) -> tuple[str, str, str]:
    what = f"The {kind.name} “{id}” was published, and nothing has this id any more."
    file = kind.file(id)
    if "retired" in kind.entity.model_fields:
        remedy = (
            f"Restore the file, for example with “git checkout origin/main -- {file}”. To withdraw"
            " it, add “retired” with why, date and successor: its page stays and says so."
        )
    else:
        remedy = (
            "Restore it from the history, give the new one its old id back, or say in"
            " seeds/moved.yml what became of it."
        )
    return what, f"An entry with this id in {file}: people cite its address.", remedy


def registered(library: Library) -> Register:
    """The register with all that the library holds added."""
    known = library.register
    there = within(library.all)
    parts = {
        name: _sorted({*known.within.get(name, ()), *there.get(name, ())})
        for name in _sorted({*known.within, *there})
    }
    return Register.model_validate(
        {
            **{k.key: _sorted({*published(known, k), *library.of(k)}) for k in _REGISTERED},
            _WITHIN: {name: ids for name, ids in parts.items() if ids},
        }
    )


def count(register: Register) -> int:
    """How many ids it holds, those within pages too."""
    lists = (published(register, kind) for kind in _REGISTERED)
    return sum(map(len, (*lists, *register.within.values())))


def as_yaml(register: Register) -> str:
    """The file, as `realist format` would leave it."""
    lists = register.model_dump(by_alias=True, exclude_defaults=True)
    parts = lists.pop(_WITHIN, {})
    lines = [line for key, ids in lists.items() for line in (f"{key}:", *(f"  - {i}" for i in ids))]
    if parts:
        lines += [f"{_WITHIN}:", *(line for part in parts.items() for line in _entry(*part))]
    return _HEADER + "\n".join(lines) + "\n"


def _entry(name: str, ids: tuple[str, ...]) -> list[str]:
    short = f"  {name}: [{', '.join(ids)}]"
    return [short] if len(short) <= WIDTH else [f"  {name}:", *(f"    - {id}" for id in ids)]


def _sorted(ids: set[str]) -> list[str]:
    return sorted(ids, key=natural)
