"""The register of ids, `seeds/ids.yml`: what was published once stays at its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Diagnostic
from generator.entities import Register
from generator.library.corpus import FOLDERS, Corpus
from generator.library.library import Library

FILE = "seeds/ids.yml"
_HEADER = """\
# yaml-language-server: $schema=../schema/ids.schema.json
# Every id that was ever published. `realist register` adds new ones and never removes any.
"""


def gone(corpus: Corpus, kinds: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Ids that were published and have no entry any more. Diagnostic: id-gone.

    `kinds` are the names of folders and seeds with what their entries are called. Of a file that is
    broken nobody knows what it holds, and nothing is said.
    """
    for entry in corpus.of("ids"):
        for name, kind in kinds.items():
            if name in corpus.broken:
                continue
            there = {known.entity.id for known in corpus.of(name)} | corpus.stems.get(name, set())
            for position, id in enumerate(_ids(entry.entity, name)):
                if id not in there:
                    place = entry.document.at((_key(name), position))
                    file = f"{name}/{id}.yml" if name in FOLDERS else f"seeds/{name}.yml"
                    yield Diagnostic(place, "id-gone", *_told(kind, id, file))


def _told(kind: str, id: str, file: str) -> tuple[str, str, str]:
    what = f"The {kind} “{id}” was published, and nothing has this id any more."
    if kind in ("theory", "intervention"):
        remedy = (
            f"Restore the file, for example with “git checkout origin/main -- {file}”. To withdraw"
            " it, add “retired” with why, date and successor: its page stays and says so."
        )
    else:
        remedy = "Restore it from the history, or give the new one its old id back."
    return what, f"An entry with this id in {file}: people cite its address.", remedy


def registered(library: Library) -> Register:
    """The register with all that the library holds added."""
    held: dict[str, Iterable[str]] = {
        "theories": library.every_theory,
        "middle_range": library.middle_range,
        "interventions": library.every_intervention,
        "findings": library.findings,
        "claims": library.claims,
        "guidance": library.guidance,
        "evidence": library.evidence,
    }
    known = library.register
    return Register.model_validate(
        {_key(name): _sorted({*getattr(known, name), *ids}) for name, ids in held.items()}
    )


def as_yaml(register: Register) -> str:
    """The file, as `realist format` would leave it."""
    lists = register.model_dump(by_alias=True, exclude_defaults=True)
    lines = [line for key, ids in lists.items() for line in (f"{key}:", *(f"  - {i}" for i in ids))]
    return _HEADER + "\n".join(lines) + "\n"


def _sorted(ids: set[str]) -> list[str]:
    """In the order of people: t2 before t10."""
    return sorted(ids, key=_in_order)


def _in_order(id: str) -> list[tuple[int, str]]:
    return [
        (int(part or 0), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", id)
    ]


def _key(name: str) -> str:
    """The key of the register for a folder or seed: its last word."""
    return name.rsplit("/", maxsplit=1)[-1].replace("_", "-")


def _ids(register: Register, name: str) -> tuple[str, ...]:
    ids: tuple[str, ...] = getattr(register, _key(name).replace("-", "_"))
    return ids
