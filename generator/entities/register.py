"""The register: every id that was ever published."""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import Field

from generator.entities.base import Entity, Slug


class Register(Entity):
    """`seeds/ids.yml`: every id that was ever published, so that none vanishes unnoticed."""

    theories: tuple[Slug, ...] = ()
    """Programme theories."""
    middle_range: tuple[Slug, ...] = ()
    """Middle-range theories."""
    interventions: tuple[Slug, ...] = ()
    """Interventions."""
    included_studies: tuple[Slug, ...] = ()
    """Studies that the source includes."""
    findings: tuple[Slug, ...] = ()
    """Findings."""
    claims: tuple[Slug, ...] = ()
    """Claims."""
    guidance: tuple[Slug, ...] = ()
    """Pages of guidance."""
    evidence: tuple[Slug, ...] = ()
    """Pages of evidence tables."""
    within: dict[str, tuple[Slug, ...]] = Field(default_factory=dict)
    """What has an address within a page: the statements of `theories/x04`, rows, sections."""


def parts_named(within: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """The names of what stands within pages: `theories/x04#c2` for `c2` of `theories/x04`."""
    return (f"{name}#{id}" for name, ids in within.items() for id in ids)
