"""Which theories bear on a format, and who says so: a theory of any format bears on each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.entities.theory import TheoryFormat
from generator.library.library import Library
from generator.pages.views.common import BASIS_LABELS, Link, Names
from generator.pages.views.model_forms import in_final


@dataclass(frozen=True)
class Bearing:
    """A theory that bears on a format, and whether the source or this site says so."""

    link: Link
    title: Link
    """The same link, by the whole title of the theory."""
    basis: str
    label: str

    @property
    def mark(self) -> str:
        """The label where it must not be lost: nothing for what the source simply says."""
        return "" if self.basis == "reported" else self.label


def naming(library: Library, names: Names, formats: Iterable[str]) -> tuple[Bearing, ...]:
    """The theories of the final model that name one of these formats."""
    wanted = set(formats)
    return _bearing(library, names, lambda item: bool(wanted & set(item.formats)))


def not_limited(library: Library, names: Names) -> tuple[Bearing, ...]:
    """The theories of the final model that bear on any format, whatever they name besides."""
    return _bearing(library, names, lambda item: item.covers == "any")


def by_label(bearings: Iterable[Bearing]) -> list[tuple[str, list[Bearing]]]:
    """The same theories by who says so, what is reported before what is inferred."""
    found: dict[str, list[Bearing]] = {}
    for bearing in bearings:
        found.setdefault(bearing.label, []).append(bearing)
    return sorted(found.items(), reverse=True)


def _bearing(
    library: Library, names: Names, holds: Callable[[TheoryFormat], bool]
) -> tuple[Bearing, ...]:
    found = []
    for theory in filter(in_final, library.theories.values()):
        bases = [item.basis for item in theory.formats if holds(item)]
        if bases:
            basis = "reported" if "reported" in bases else bases[0]
            link, title = names.link(theory.id), names.full(theory.id)
            found.append(Bearing(link, title, basis, BASIS_LABELS[basis]))
    return tuple(found)
