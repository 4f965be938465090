"""The register of ids, `seeds/ids.yml`, written: all that is there is added, and nothing goes."""

from __future__ import annotations

from generator.entities import Register
from generator.entities.base import Entity, is_placeholder
from generator.entities.walk import parts_within, texts
from generator.files.yaml_write import WIDTH
from generator.library.addressed import within
from generator.library.kinds import ATTRIBUTES, INTERVENTION, published
from generator.library.library import Library
from generator.library.register import REGISTERED, WITHIN, in_order

_HEADER = """\
# yaml-language-server: $schema=../schema/ids.schema.json
# Every id that was ever published. `realist register` adds new ones and never removes any.
"""


def registered(library: Library) -> Register:
    """The register with all that the library holds added, but parts that nobody has written yet.

    They say nothing that could be cited, and may go again.
    """
    known, unwritten = library.register, _unwritten(library)
    there = {
        name: [id for id in ids if (name, id) not in unwritten]
        for name, ids in within(library.all).items()
    }
    parts = {
        name: in_order({*known.within.get(name, ()), *there.get(name, ())})
        for name in in_order({*known.within, *there})
    }
    return Register.model_validate(
        {
            **{k.key: in_order({*published(known, k), *library.of(k)}) for k in REGISTERED},
            WITHIN: {name: ids for name, ids in parts.items() if ids},
        }
    )


def _unwritten(library: Library) -> set[tuple[str, str]]:
    """The parts of which any text is a placeholder, as `within` names them."""
    holders: list[tuple[str, Entity]] = [
        (f"{kind.key}/{entity.id}", entity) for kind in REGISTERED for entity in library.all(kind)
    ]
    holders += [(INTERVENTION.key, entity) for entity in library.all(ATTRIBUTES)]
    return {
        (name, part.id)  # type: ignore[attr-defined]
        for name, entity in holders
        for path, part in parts_within(entity)
        if path
        and "id" in type(part).model_fields
        and any(is_placeholder(text) for _, text in texts(part))
    }


def count(register: Register) -> int:
    """How many ids it holds, those within pages too."""
    lists = (published(register, kind) for kind in REGISTERED)
    return sum(map(len, (*lists, *register.within.values())))


def as_yaml(register: Register) -> str:
    """The file, as `realist format` would leave it."""
    lists = register.model_dump(by_alias=True, exclude_defaults=True)
    parts = lists.pop(WITHIN, {})
    lines = [line for key, ids in lists.items() for line in (f"{key}:", *(f"  - {i}" for i in ids))]
    if parts:
        lines += [f"{WITHIN}:", *(line for part in parts.items() for line in _entry(*part))]
    return _HEADER + "\n".join(lines) + "\n"


def _entry(name: str, ids: tuple[str, ...]) -> list[str]:
    short = f"  {name}: [{', '.join(ids)}]"
    return [short] if len(short) <= WIDTH else [f"  {name}:", *(f"    - {id}" for id in ids)]
