"""The picture of a link that somebody shares: one for each kind of page, of shapes and no words.

The title and the description stand beside it, so it says only what kind of page that is, and needs
no font. It is a grid of squares in few colours, which PNG packs into about a kilobyte.
Sources: https://ogp.me/#structured, https://www.w3.org/TR/png-3/.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from struct import pack

from generator.pages import addresses
from generator.pages.address import Address

COLUMNS, ROWS, SQUARE = 40, 21, 30
WIDTH, HEIGHT = COLUMNS * SQUARE, ROWS * SQUARE
FOLDER = "assets/cards/"
_COLOURS = ("fdfaf5", "5a2f50", "14595c", "6a3470", "7a4a00", "ddd4c8")
"""As in `assets/styles/colours.css`: paper, plum, context, mechanism, outcome, line."""
_PAPER, _PLUM, _CONTEXT, _MECHANISM, _OUTCOME, _LINE = range(len(_COLOURS))
_Shape = tuple[int, int, int, int, int]
"""Left, top, width and height in squares, and the colour."""


@dataclass(frozen=True)
class SocialCard:
    """A picture, and what it shows in words."""

    name: str
    alt: str
    shapes: tuple[_Shape, ...]

    @property
    def path(self) -> str:
        """Where it lies in the site."""
        return f"{FOLDER}{self.name}.png"


_OTHER = SocialCard(
    "page",
    "A sheet with lines",
    (
        (12, 2, 16, 17, _LINE), (14, 4, 12, 1, _PLUM), (14, 7, 12, 1, _PLUM),
        (14, 10, 12, 1, _PLUM), (14, 13, 12, 1, _PLUM), (14, 16, 7, 1, _PLUM),
    ),
)  # fmt: skip
_CARDS = {
    "theory": SocialCard(
        "theory",
        "Three boxes in a row, joined by lines",
        (
            (4, 6, 8, 9, _CONTEXT), (12, 10, 4, 1, _LINE), (16, 6, 8, 9, _MECHANISM),
            (24, 10, 4, 1, _LINE), (28, 6, 8, 9, _OUTCOME),
        ),
    ),
    "intervention": SocialCard(
        "intervention",
        "Squares in rows, one of them filled",
        tuple(
            (9 + 6 * column, 3 + 6 * row, 4, 4, _PLUM if (column, row) == (2, 1) else _LINE)
            for column in range(4)
            for row in range(3)
        ),
    ),
    "decision": SocialCard(
        "guidance",
        "A line that parts into three",
        (
            (4, 10, 12, 1, _PLUM), (16, 4, 1, 13, _PLUM), (16, 4, 8, 1, _PLUM),
            (16, 16, 8, 1, _PLUM), (16, 10, 8, 1, _PLUM), (24, 2, 11, 5, _CONTEXT),
            (24, 8, 11, 5, _MECHANISM), (24, 14, 11, 5, _OUTCOME),
        ),
    ),
    "evidence page": SocialCard(
        "evidence",
        "A table, its first row filled",
        tuple(
            (5 + 8 * column, 3 + 4 * row, 6, 3, _LINE if row else _PLUM)
            for column in range(4)
            for row in range(4)
        ),
    ),
}  # fmt: skip


def of_page(page: Address) -> SocialCard:
    """The picture of a page, which is that of its kind; a list has that of what it lists."""
    lists = {shown.first.path: kind for kind, shown in addresses.OF_KIND.items() if shown.has_pages}
    kind = addresses.kind_of(page) or lists.get(page.path, "")
    return _CARDS.get(kind, _OTHER)


def files() -> dict[str, bytes]:
    """Every picture, by its path."""
    return {card.path: _png(card.shapes) for card in (*_CARDS.values(), _OTHER)}


def _png(shapes: tuple[_Shape, ...]) -> bytes:
    squares = [bytearray(COLUMNS) for _ in range(ROWS)]
    for left, top, width, height, colour in shapes:
        for row in squares[top : top + height]:
            row[left : left + width] = bytes([colour]) * width
    # Each line begins with its filter, of which 0 is none.
    lines = (b"\0" + bytes(c for c in row for _ in range(SQUARE)) for row in squares)
    pixels = b"".join(line * SQUARE for line in lines)
    header = pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)  # 8 bits, each a colour of the palette
    parts = (
        (b"IHDR", header),
        (b"PLTE", bytes.fromhex("".join(_COLOURS))),
        (b"IDAT", zlib.compress(pixels, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, content) for name, content in parts)


def _part(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))
