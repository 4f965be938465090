"""What a site, its pages and its data are called by: a version, or what changed since one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.entities import Release
from generator.entities.words import long_date
from generator.pages import addresses
from generator.pages.address import Address


@dataclass(frozen=True)
class Edition:
    """The newest version, or a state that comes after it and is no version yet.

    Who cites a version must find what they read. So what changed since one bears neither its
    number nor its day nor its DOI, in no reference, file or page.
    """

    release: Release | None = None
    """The newest version; None where nothing is published yet."""
    is_changed: bool = False
    """Whether something reads otherwise than in that version, which is kept."""

    @property
    def version(self) -> str:
        """The number of the version that this is; empty where it is none."""
        return "" if self._own is None else self._own.version

    @property
    def day(self) -> date | None:
        """When that version was published."""
        return None if self._own is None else self._own.date

    @property
    def doi(self) -> str:
        """The DOI of that version, once it has one."""
        return "" if self._own is None else self._own.doi or ""

    @property
    def since(self) -> str:
        """The number of the version that this came after; empty where it is a version."""
        return self.release.version if self.release and self.is_changed else ""

    @property
    def words(self) -> str:
        """“version 1.2.0” or “changed since version 1.2.0”; empty before the first version."""
        if self.release is None:
            return ""
        return f"{'changed since ' if self.is_changed else ''}version {self.release.version}"

    @property
    def dated(self) -> str:
        """The same with the day of the version: “version 1.2.0 of 2 March 2022”."""
        return f"{self.words} of {long_date(self.release.date)}" if self.release else ""

    def kept(self, page: Address) -> Address | None:
        """A page as it was in the version that this came after; None where it is a version."""
        return addresses.kept(self.since, page) if self.since else None

    @property
    def _own(self) -> Release | None:
        return None if self.is_changed else self.release
