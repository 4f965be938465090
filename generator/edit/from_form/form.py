"""Reads the fields of a form from the body of the issue that the form has made."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.check.rules import QUOTE_WORDS
from generator.files.unseen import holds_unseen

LABELS = {
    "page": "Page",
    "statement": "Statement or row",
    "now": "What it says now",
    "new": "What it should say",
    "place": "Where the source says so",
    "reason": "Reason",
    "confirm": "Please confirm",
}
"""The labels of `.github/ISSUE_TEMPLATE/correction.yml`, which become the headings of the issue."""
REQUIRED = ("page", "now", "new", "place")
LIMITS = {"page": 200, "statement": 100, "now": 2000, "new": 2000, "place": 300, "reason": 600}
"""The longest content of each field, in characters."""
MOST = 65_536
"""The longest body of an issue, in characters."""

_EMPTY = "_No response_"
_HEADING = re.compile(r"^### +(?P<label>.+?) *$", re.M)
_HTML = re.compile(r"<[A-Za-z/!?]")
_QUOTED = re.compile('“([^”]*)”|"([^"]*)"')
_UNTICKED = re.compile(r"^ *[-*] \[ \]", re.M)
_TICKED = re.compile(r"^ *[-*] \[[xX]\]", re.M)


class CannotMapError(ValueError):
    """The form cannot be turned into an edit; holds all the reasons, each a sentence."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Form:
    """The fields of a form, each on one line; empty where nothing was filled in."""

    page: str
    statement: str
    now: str
    new: str
    place: str
    reason: str


def read_form(body: str) -> Form:
    """Take the body of an issue apart. Raises CannotMapError with all that is wrong with it."""
    if len(body) > MOST:
        raise CannotMapError(f"The form is longer than {MOST} characters.")
    fields = _fields(body.replace("\r\n", "\n"))
    problems = [*_unconfirmed(fields.pop("confirm"))]
    for name, content in fields.items():
        problems += _wrong(name, content)
    if problems:
        raise CannotMapError(*problems)
    return Form(**{name: _one_line(content) for name, content in fields.items()})


def _fields(body: str) -> dict[str, str]:
    """The content below each heading of the form; other headings are part of a content."""
    names = {label.lower(): name for name, label in LABELS.items()}
    found = [match for match in _HEADING.finditer(body) if match["label"].lower() in names]
    fields: dict[str, str] = {}
    ends = [*(match.start() for match in found[1:]), len(body)]
    for match, end in zip(found, ends, strict=False):
        name = names[match["label"].lower()]
        if name in fields:
            raise CannotMapError(f"The heading “### {LABELS[name]}” stands twice.")
        content = body[match.end() : end].strip()
        fields[name] = "" if content == _EMPTY else content
    missing = [f"### {LABELS[name]}" for name in LABELS if name not in fields]
    if missing:
        raise CannotMapError(
            "This is not the body of a correction form. Not there: " + ", ".join(missing) + "."
        )
    return fields


def _unconfirmed(content: str) -> list[str]:
    if _UNTICKED.search(content) or not _TICKED.search(content):
        return [f"“{LABELS['confirm']}” is not ticked: ask the sender."]
    return []


def _wrong(name: str, content: str) -> list[str]:
    """What is wrong with the content of a field, before anybody looks at what it means."""
    label, limit = f"“{LABELS[name]}”", LIMITS[name]
    if not content:
        return [f"{label} is empty."] if name in REQUIRED else []
    if len(content) > limit:
        return [f"{label} has {len(content)} characters; {limit} is the most."]
    problems = []
    if holds_unseen(content):
        problems.append(f"{label} holds characters that cannot be seen.")
    if _HTML.search(content):
        problems.append(f"{label} holds HTML. Texts are plain words.")
    longest = max((len((a or b).split()) for a, b in _QUOTED.findall(content)), default=0)
    if name in ("new", "reason") and longest > QUOTE_WORDS:
        problems.append(f"{label} quotes {longest} words in a row; {QUOTE_WORDS} is the most.")
    return problems


def _one_line(content: str) -> str:
    return " ".join(unicodedata.normalize("NFC", content).split())
