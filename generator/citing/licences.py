"""Licences for data that programs know by a name, which sites give by their addresses."""

from __future__ import annotations

from typing import NamedTuple


class Licence(NamedTuple):
    """A licence by its names."""

    spdx: str
    """Its name in the list of SPDX (https://spdx.org/licenses/)."""
    name: str
    """Its short name, as its publisher writes it."""


_LICENCES = {
    "https://creativecommons.org/licenses/by/4.0/": Licence("CC-BY-4.0", "CC BY 4.0"),
    "https://creativecommons.org/licenses/by-sa/4.0/": Licence("CC-BY-SA-4.0", "CC BY-SA 4.0"),
    "https://creativecommons.org/publicdomain/zero/1.0/": Licence("CC0-1.0", "CC0 1.0"),
}


def licence_at(address: str | None) -> Licence | None:
    """The licence that stands at an address; none where it is not known, or there is none."""
    return _LICENCES.get(address or "")
