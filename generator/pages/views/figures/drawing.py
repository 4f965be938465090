"""Drawings: shapes and letters with their coordinates, which one template writes as SVG.

Colours are those of the light scheme, as attributes of each shape, so that a file that is opened
by itself needs no style sheet; on a page the style sheet gives each look its colour by its name.
No meaning is told by colour alone: looks differ in shape, too.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True)
class Look:
    """How a shape looks; `name` is its class."""

    name: str
    fill: str = "none"
    stroke: str = "none"
    width: float = 1
    dash: str = ""


INK, SOFT, PAPER, PLUM = "#2b2730", "#5c5562", "#ffffff", "#5a2f50"

SOLID = Look("rl-solid", fill=INK)
OUTLINE = Look("rl-outline", stroke=INK)
DASHED = Look("rl-dashed", stroke=INK, width=1.5, dash="3 2")
THICK = Look("rl-thick", stroke=INK, width=2)
FAINT = Look("rl-faint", stroke=SOFT, width=0.6)
BAR = Look("rl-bar", fill=PLUM)


@dataclass(frozen=True)
class Shape:
    """A path, as SVG writes it, and what a pointer that rests on it is told."""

    path: str
    look: Look
    title: str = ""


@dataclass(frozen=True)
class Label:
    """One line of letters."""

    x: float
    y: float
    text: str
    size: float = 12
    weight: Literal["400", "700"] = "400"
    anchor: Literal["start", "middle", "end"] = "start"
    decoration: Literal["none", "line-through"] = "none"
    name: str = "rl-ink"
    fill: str = INK


@dataclass(frozen=True)
class Drawing:
    """A drawing of a size in pixels, and what it is called by those who do not see it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    title: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether its letters would get too small to read on a phone, which shows another one."""
        return self.width > PHONE

    def with_below(self, labels: Sequence[Label]) -> Drawing:
        """The drawing with lines of letters below it."""
        height = labels[-1].y + 6
        return replace(self, height=height, labels=(*self.labels, *labels))


PHONE = 340
"""As wide as a drawing can be that a phone shows without scrolling."""
LINE = 1.3
_LETTER = {"400": 0.56, "700": 0.62}
"""The width of a letter by its height, by weight, on average: it cannot be measured here."""


def wrapped(
    text: str, width: float, size: float = 12, weight: Literal["400", "700"] = "400"
) -> list[str]:
    """A text as lines that fit into a width."""
    return textwrap.wrap(text, max(6, int(width / (size * _LETTER[weight])))) or [""]


def lines(
    x: float,
    y: float,
    texts: Iterable[str],
    size: float = 12,
    weight: Literal["400", "700"] = "400",
) -> tuple[Label, ...]:
    """Lines of letters below one another, the first on this base line."""
    return tuple(
        Label(x, round(y + n * size * LINE, 2), text, size, weight) for n, text in enumerate(texts)
    )


def box(x: float, y: float, width: float, height: float) -> str:
    """The path of a rectangle."""
    return f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z"


def stroke(*points: tuple[float, float]) -> str:
    """The path of a line through points."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)


def closed(*points: tuple[float, float]) -> str:
    """The path of an area with these corners."""
    return f"{stroke(*points)}z"


def cross(x: float, y: float, size: float) -> str:
    """The path of two lines that cross."""
    return stroke((x, y), (x + size, y + size)) + stroke((x + size, y), (x, y + size))
