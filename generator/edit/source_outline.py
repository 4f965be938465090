"""Lists the sections and paragraphs of a source’s text, as `seeds/review.yml` needs them.

A proposal: headings are guessed from their form, and a person corrects them. What is proposed is
what `realist verify-source` finds in the same text, since both count lines and sentences one way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.check.verify import sentences
from generator.files.yaml_write import inline

OPENING = 4
"""The words of a paragraph that are quoted, so that a reader can find it: no more than needed."""
LONGEST_HEADING = 12
"""The words of a heading at most; a longer line without an end is taken for a paragraph."""

_CAPTION = re.compile(r"(?P<kind>Table|Fig\.|Figure|Box|Panel)\s+(?P<number>\d+[a-z]?)\b", re.I)
_GOES_ON = re.compile(r"\s*,|\s+[a-z]")
"""How prose goes on that begins with a table: “Table 2 shows”, “Table 2, which”."""
_ENDS = re.compile(r"[.?!:;,][”’\"')\]]*$")


@dataclass
class SectionOutline:
    """A heading and what stands below it."""

    id: str
    title: str
    paragraphs: list[tuple[str, int]] = field(default_factory=list)
    """The opening words and the number of sentences of each."""
    captions: list[tuple[str, str]] = field(default_factory=list)
    """The id and the label of each: `table-1`, “caption of Table 1”."""


def outline(text: str) -> list[SectionOutline]:
    """The sections of a text in which each paragraph and each heading is one line.

    What stands above the first heading becomes a section “Opening”. No locator can name anything
    below a heading without a paragraph; it stands here all the same, since people have to know.
    """
    found: list[SectionOutline] = []
    for line in (" ".join(line.split()) for line in text.splitlines()):
        if not line:
            continue
        caption = _caption(line)
        if not caption and _is_heading(line):
            found.append(SectionOutline(_id(line, found), line))
            continue
        if not found:
            found.append(SectionOutline("opening", "Opening"))
        if caption:
            _add_caption(found[-1], caption)
        else:
            found[-1].paragraphs.append((_opening(line), len(sentences(line))))
    return found


def as_yaml(sections: list[SectionOutline]) -> str:
    """The sections with a paragraph, as they stand under `source:` in `seeds/review.yml`."""
    lines = ["sections:"]
    for section in (one for one in sections if one.paragraphs):
        lines += [f"  - id: {section.id}", f"    title: {inline(section.title)}", "    paragraphs:"]
        lines += [
            f"      - {{sentences: {count}, opens: {inline(opens, flow=True)}}}"
            for opens, count in section.paragraphs
        ]
        if section.captions:
            lines.append("    captions:")
            lines += [f"      - {{id: {id}, label: {label}}}" for id, label in section.captions]
    return "\n".join(lines) + "\n"


def _caption(line: str) -> re.Match[str] | None:
    """What a caption begins with: “Table 2”; nothing for a sentence that begins so."""
    found = _CAPTION.match(line)
    is_prose = found and _GOES_ON.match(line, found.end()) and _ENDS.search(line)
    return None if is_prose else found


def _is_heading(line: str) -> bool:
    """A short line that does not end as a sentence does and begins like a title."""
    words = line.split()
    return len(words) <= LONGEST_HEADING and not _ENDS.search(line) and not words[0][0].islower()


def _opening(line: str) -> str:
    return " ".join(line.split()[:OPENING])


def _add_caption(section: SectionOutline, match: re.Match[str]) -> None:
    """Keep a caption once, also where the text repeats it: “Fig. 1”, then “figure 1”."""
    kind = match["kind"].lower().rstrip(".").replace("figure", "fig")
    id = f"{kind}-{match['number'].lower()}"
    if id not in dict(section.captions):
        section.captions.append((id, f"caption of {match[0]}"))


def _id(title: str, before: list[SectionOutline]) -> str:
    """An id that locators can begin with, and that no section before has."""
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-").lstrip("0123456789-") or "section"
    taken = {section.id for section in before}
    return next(
        id
        for n in range(1, len(before) + 2)
        if (id := slug if n == 1 else f"{slug}-{n}") not in taken
    )
