"""What a page tells of nothing, as where a template shows a part that the review does not have."""

import html
import re

_ELEMENTS = (
    "a|b|caption|cite|code|dd|details|dl|dt|em|h[1-6]|label|li|ol|p|section|span|strong|summary|table"
    "|tbody|td|th|ul"
)
_EMPTY = re.compile(rf"<({_ELEMENTS})\b[^>]*>\s*</\1>")
"""Not a `div`: scripts fill some of them."""
_HEADING = re.compile(r"^## (.+) \{ #[\w-]+ \}$", re.M)
_NOT_READ = re.compile(r"<(svg|code|pre)\b.*?</\1>", re.S)
_TAG = re.compile(r"<[^>]*>")
_WITHIN_A_LINE = re.compile(r"</?(?:a|b|cite|del|em|i|ins|q|small|span|strong)\b[^>]*>")
_MARK = re.compile(
    r"[ (:;,“][.,;:)”](?=\s|$)"  # nothing before a mark, as in “Related: .”
    r"|“”|\(\)|\[\]|\(0\)"
    r"|[;,] *\n\n"  # nothing after it
    r"|\w {2,}\w|\b(?:And|For) 0 "
)
_NOWHERE = re.compile(r' (?:id|href)="(?:tel:|mailto:)?"')


def hollow(body: str) -> list[str]:
    """Elements and sections without a word, marks with no words beside them, empty addresses."""
    lines = _TAG.sub("\n\n", _WITHIN_A_LINE.sub("", _NOT_READ.sub("…", body)))
    read = html.unescape(lines)
    sections = _HEADING.split(body)
    return [
        *(found[0] for found in _EMPTY.finditer(body)),
        *(
            title
            for title, below in zip(sections[1::2], sections[2::2], strict=True)
            if not _TAG.sub("", below).strip()
        ),
        *(read[max(0, found.start() - 40) : found.end()] for found in _MARK.finditer(read)),
        *(found[0] for found in _NOWHERE.finditer(body)),
    ]
