"""A drawing as a file of its own: with its caption above and where it comes from below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.entities import Review
from generator.entities.words import full_stop, in_version
from generator.pages.address import Address
from generator.pages.views.figures.drawing import Drawing, Label, lines, wrapped

MARGIN = 16.0
LEAST = 380.0
"""As narrow as a caption can be and still be read."""


@dataclass(frozen=True)
class FigureFile:
    """A drawing and all that goes with it where it stands alone."""

    drawing: Drawing
    words: str
    around: Drawing
    """Its caption and its source, at their places in the file."""
    top: float
    margin: float = MARGIN

    @property
    def width(self) -> float:
        """The width of the file."""
        return self.around.width

    @property
    def height(self) -> float:
        """The height of the file."""
        return self.around.height


def figure_file(drawing: Drawing, words: str, sources: Sequence[str]) -> FigureFile:
    """The file of a drawing; `sources` are what stands below it, a paragraph each."""
    room = max(LEAST, drawing.width)
    caption = lines(MARGIN, MARGIN + 14, wrapped(drawing.title, room, 15, "700"), 15, "700")
    top = caption[-1].y + 18
    y = top + drawing.height + 24
    below: list[Label] = []
    for source in sources:
        below += lines(MARGIN, y, wrapped(source, room, 10), 10)
        y = below[-1].y + 17
    around = Drawing(room + 2 * MARGIN, y, (), (*caption, *below))
    return FigureFile(drawing, words, around, top)


def sources(review: Review, edition: str, page: Address) -> tuple[str, ...]:
    """What a figure rests on, and the page that it was taken from."""
    source = review.source
    title = source.title + full_stop(source.title)
    written = f"{source.by} ({source.year}). {title} {source.published_in}."
    where = review.address + page.path if review.has_address else ""
    return (
        f"Drawn by this site from: {written} {source.address}".strip(),
        ". ".join(part for part in (in_version(review.title, edition), where) if part),
        *([review.licence_url] if review.licence_url else []),
    )
