"""The pictures of links that are shared, read back by a browser’s rules for PNG."""

import zlib
from struct import unpack

import pytest

from generator.pages import addresses
from generator.site import cards


def parts(picture: bytes) -> dict[bytes, bytes]:
    """The parts of a PNG, each held to its checksum."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    found, rest = {}, picture[8:]
    while rest:
        length, name = unpack(">I4s", rest[:8])
        content, (checksum,) = rest[8 : 8 + length], unpack(">I", rest[8 + length : 12 + length])
        assert zlib.crc32(name + content) == checksum
        found[name], rest = content, rest[12 + length :]
    return found


@pytest.mark.parametrize("path", cards.files())
def test_each_is_a_picture_of_the_size_that_is_told_and_small(path: str):
    picture = cards.files()[path]
    told = parts(picture)
    assert unpack(">II", told[b"IHDR"][:8]) == (cards.WIDTH, cards.HEIGHT)
    pixels = zlib.decompress(told[b"IDAT"])
    assert len(pixels) == (cards.WIDTH + 1) * cards.HEIGHT
    assert max(pixels) < len(told[b"PLTE"]) // 3
    assert len(set(pixels)) > 1
    assert len(picture) < 3_000


def test_a_page_has_the_picture_of_its_kind_and_a_list_that_of_what_it_lists():
    assert cards.of_page(addresses.theory("x")).name == "theory"
    assert cards.of_page(addresses.THEORIES).name == "theory"
    assert cards.of_page(addresses.decision("x")).name == "guidance"
    assert cards.of_page(addresses.HOME).name == cards.of_page(addresses.CITE).name == "page"
    assert {cards.of_page(shown.first).path for shown in addresses.OF_KIND.values()} <= {
        *cards.files()
    }
