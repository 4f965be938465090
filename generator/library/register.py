"""The register of ids, `seeds/ids.yml`, held against what is there: what was published stays.

What writes the register is `edit/register.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Diagnostic, Location
from generator.entities.order import natural
from generator.entities.register import parts_named
from generator.library.corpus import Corpus
from generator.library.kinds import IDS, KINDS, MOVED, Kind, published

FILE = IDS.files


def gone(corpus: Corpus) -> Iterator[Diagnostic]:
    """Ids that were published and have no entry any more, told at its file. Diagnostic: id-gone.

    Of a file that is broken nobody knows what it holds, and nothing is said; nor where
    `seeds/moved.yml` is, which may tell what became of them.
    """
    known = corpus.moved
    for item in corpus.of(IDS) if MOVED not in corpus.broken else ():
        for kind in REGISTERED:
            if kind in corpus.broken:
                continue
            there = {known.entity.id for known in corpus.of(kind)} | corpus.stems.get(kind, set())
            for id in published(item.entity, kind):
                if id not in there and f"{kind.key}/{id}" not in known:
                    yield Diagnostic(Location(kind.file(id)), "id-gone", *_gone_in_words(kind, id))


def unlisted(corpus: Corpus) -> Iterator[Diagnostic]:
    """Ids that the register listed in the last states of the history and lists no more.

    A change that deletes a file could else take it out of the register, too. Diagnostic: id-gone.
    """
    if IDS in corpus.broken:
        return
    item = next(iter(corpus.of(IDS)), None)
    listed_now = {kind.key: published(item.entity, kind) if item else () for kind in REGISTERED}
    listed_now[WITHIN] = tuple(parts_named(item.entity.within)) if item else ()
    for key, listed in listed_now.items():
        lost = in_order(corpus.listed_before.get(key, set()).difference(listed))
        if lost:
            named = ", ".join(lost[:_FEW]) + (" and others" if len(lost) > _FEW else "")
            yield Diagnostic(
                item.document.at((key,), key=True) if item else Location(FILE),
                "id-gone",
                f"The register listed {named} under “{key}” and does so no more.",
                "Every id that was ever published; none is taken out.",
                f"Take {FILE} as it was from the history, and run realist register.",
            )


WITHIN = "within"
"""The key for what stands within pages, beside those of the kinds."""
_FEW = 6
"""The most ids that a message names."""
REGISTERED = [kind for kind in KINDS if kind.has_ids]
"""The kinds whose ids the register keeps."""


def _gone_in_words(kind: Kind[Any], id: str) -> tuple[str, str, str]:
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


def in_order(ids: set[str]) -> list[str]:
    """Ids as the register lists them: j2 before j10."""
    return sorted(ids, key=natural)
