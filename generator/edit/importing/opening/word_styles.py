"""What the styles of a Word file make of a run, and the numbers that Word counts by itself."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

_STRUCK = ("w:strike", "w:dstrike")
_DEEPEST = 20
"""Styles, each based on the next: more than any document has."""
_CAPITALS = ("w:caps", "w:smallCaps")


class Styles:
    """The styles of a document by id."""

    def __init__(self, element: Any) -> None:
        found = list(element.iter(qn("w:style")))
        self._styles = {style.get(qn("w:styleId")): style for style in found}
        self._paragraph = next(
            (
                style.get(qn("w:styleId"))
                for style in found
                if style.get(qn("w:default")) == "1" and style.get(qn("w:type")) == "paragraph"
            ),
            None,
        )

    def look(self, run: Any, paragraph: Any) -> tuple[bool, bool]:
        """Whether a run is struck through, and whether its font makes capitals."""
        own = run.find(qn("w:rPr"))
        styles = (
            _value(own, "w:rStyle"),
            _value(paragraph.find(qn("w:pPr")), "w:pStyle") or self._paragraph,
        )
        return self._any(own, styles, _STRUCK), self._any(own, styles, _CAPITALS)

    def _any(self, own: Any, styles: tuple[str | None, ...], tags: tuple[str, ...]) -> bool:
        return any(self._is_on(own, styles, tag) for tag in tags)

    def _is_on(self, own: Any, styles: tuple[str | None, ...], tag: str) -> bool:
        """The run's own word counts; without it, each style that sets the property turns it over.

        That two styles cancel out is how Word treats properties that are on or off.
        """
        direct = _switch(own, tag)
        if direct is not None:
            return direct
        return sum(self._from_style(style, tag) for style in styles) == 1

    def _from_style(self, id: str | None, tag: str) -> bool:
        """What a style says, or the style it is based on."""
        for style in self.chain(id):
            value = _switch(style.find(qn("w:rPr")), tag)
            if value is not None:
                return value
        return False

    def chain(self, id: str | None) -> list[Any]:
        """A style and those it is based on, each once even if they go in a circle."""
        found: list[Any] = []
        while id in self._styles and self._styles[id] not in found and len(found) < _DEEPEST:
            found.append(self._styles[id])
            id = _value(found[-1], "w:basedOn")
        return found


class Numbers:
    """Counts the paragraphs of numbered lists, as Word does when it shows them."""

    def __init__(self, part: Any | None, styles: Styles) -> None:
        lists = [] if part is None else list(part.iter(qn("w:num")))
        shapes = [] if part is None else list(part.iter(qn("w:abstractNum")))
        self._lists = {entry.get(qn("w:numId")): entry for entry in lists}
        self._shapes = {shape.get(qn("w:abstractNumId")): shape for shape in shapes}
        self._styles = styles
        self._counts: dict[str, int] = {}
        self._seen: set[str] = set()

    def next(self, paragraph: Any) -> int | None:
        """The number of a paragraph; None where it is in no list, or in one of bullets."""
        id, level = self._list(paragraph)
        if id not in self._lists or level != "0":
            return None
        entry = self._lists[id]
        shape = _value(entry, "w:abstractNumId") or ""
        top = self._level(self._shapes.get(shape))
        if top is None or _value(top, "w:numFmt") != "decimal":
            return None
        start = int(_value(top, "w:start") or 1)
        override = entry.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}")
        if override is not None and id not in self._seen:
            start = int(override.get(qn("w:val")))
            self._counts.pop(shape, None)
        self._seen.add(id)
        self._counts[shape] = self._counts.get(shape, start - 1) + 1
        return self._counts[shape]

    def _list(self, paragraph: Any) -> tuple[str, str]:
        """The list and level of a paragraph, its own or those of its style."""
        own = paragraph.find(qn("w:pPr"))
        styles = self._styles.chain(_value(own, "w:pStyle"))
        for properties in (own, *(style.find(qn("w:pPr")) for style in styles)):
            found = None if properties is None else properties.find(qn("w:numPr"))
            if found is not None:
                return _value(found, "w:numId") or "", _value(found, "w:ilvl") or "0"
        return "", ""

    @staticmethod
    def _level(shape: Any | None) -> Any | None:
        levels = [] if shape is None else shape.findall(qn("w:lvl"))
        return next((level for level in levels if level.get(qn("w:ilvl")) == "0"), None)


def _value(element: Any | None, tag: str) -> str | None:
    """The value of a property within an element."""
    found = None if element is None else element.find(qn(tag))
    return None if found is None else found.get(qn("w:val"))


def _switch(properties: Any | None, tag: str) -> bool | None:
    """On, off, or not said."""
    found = None if properties is None else properties.find(qn(tag))
    if found is None:
        return None
    return found.get(qn("w:val")) not in ("0", "false", "off")
