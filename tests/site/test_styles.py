"""The style sheet is made of all its parts."""

from pathlib import Path

from generator.site import look

PARTS = Path(look.__file__).parent / "assets" / "styles"


def test_every_part_is_in_the_style_sheet_once():
    assert sorted(look.STYLES) == sorted(part.stem for part in PARTS.glob("*.css"))
    assert len(set(look.STYLES)) == len(look.STYLES)


def test_every_part_closes_what_it_opens():
    for part in PARTS.glob("*.css"):
        text = part.read_text(encoding="utf-8")
        assert text.count("{") == text.count("}"), part.name
        assert text.count("/*") == text.count("*/"), part.name
