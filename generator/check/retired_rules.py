"""Rules for what is withdrawn: whoever is led on from it arrives somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.diagnostics import Diagnostic
from generator.library.holdings import is_retired
from generator.library.kinds import KINDS
from generator.library.library import Library


def successors_lead_on(library: Library) -> Iterator[Diagnostic]:
    """Nobody comes back to a page by its successors. Diagnostic: wrong-value."""
    for kind in KINDS:
        after = {item.id: item.retired.successor for item in library.all(kind) if is_retired(item)}
        for id in after:
            if _comes_back(id, after):
                yield Diagnostic(
                    library.locate(kind.name, id, "retired", "successor"),
                    "wrong-value",
                    f"Whoever follows “successor” from “{id}” comes back to it.",
                    "Something that is not withdrawn, or that leads to it.",
                    "Name another successor, or delete the line.",
                )


def _comes_back(id: str, after: dict[str, str | None]) -> bool:
    here = after[id]
    for _ in after:  # no way without a circle is longer
        if here is None or here == id:
            break
        here = after.get(here)
    return here == id


RULES: tuple[Callable[[Library], Iterator[Diagnostic]], ...] = (successors_lead_on,)
