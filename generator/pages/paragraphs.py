"""Addresses of paragraphs on the page of the publisher, as text fragments.

They follow https://wicg.github.io/scroll-to-text-fragment/: a browser that knows them scrolls to
the words, and any other opens the page. Whether the words still stand there is not known. Without
an address of the whole text the DOI leads to it; what follows the # goes along.
"""

from __future__ import annotations

from urllib.parse import quote

from generator.entities.source import Source


def paragraph_address(source: Source, anchor: str) -> str:
    """The address of the paragraph with this anchor, by its first words; empty for all else."""
    whole = source.url or source.address
    if not whole:
        return ""
    section_id, _, number = anchor.rpartition("-")
    for section in source.sections:
        if section.id == section_id and number.isdigit():
            words = section.paragraphs[int(number) - 1].opens
            return f"{whole.partition('#')[0]}#:~:text={_percent(words)}"
    return ""


def _percent(words: str) -> str:
    """Words as part of a directive, in which a hyphen, a comma and an ampersand mean something."""
    return quote(words, safe="").replace("-", "%2D")
