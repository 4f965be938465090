"""Mutations as files: what was found once is tried again at every test."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from mutations import Content, Files, Mutation, Thing

CASES = Path(__file__).parent / "cases"


class StaleError(Exception):
    """The review is no longer what the case changes."""


def save(mutation: Mutation, review: str, files: Files, found: str) -> Path:
    """Write a case, as the edits that make it; gives the file."""
    changes = [
        {"file": path, **_edit(files.get(path), content)}
        for path, content in mutation.changes.items()
    ]
    case = {"review": review, "kind": mutation.kind, "how": mutation.how, "found": found}
    text = json.dumps({**case, "changes": changes}, indent=1) + "\n"
    name = hashlib.sha256(json.dumps(changes).encode()).hexdigest()[:8]
    file = CASES / f"{mutation.kind}-{name}.json"
    file.write_text(text, encoding="utf-8")
    return file


def load(case: dict[str, Any], files: Files) -> Mutation:
    """The mutation of a case. Raises StaleError where its place is not in the file any more."""
    changes: dict[str, Content] = {}
    for change in case["changes"]:
        changes[change["file"]] = _content(change, files.get(change["file"], b""))
    return Mutation(case["kind"], case["how"], changes)


def _edit(old: bytes | None, new: Content) -> dict[str, Any]:
    if new is None:
        return {"gone": True}
    if isinstance(new, Thing):
        return {new.kind: new.to}
    if old is None:
        return {"whole": _text(new)}
    start, end = 0, 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    # As much around it as makes the place the only one of its kind.
    while old.count(old[start : len(old) - end]) != 1 or start == len(old) - end:
        start, end = max(0, start - 8), max(0, end - 8)
    found = old[start : len(old) - end]
    if len(found) > len(old) // 2:
        return {"whole": _text(new)}
    return {"at": _text(found), "put": _text(new[start : len(new) - end])}


def _content(change: dict[str, Any], old: bytes) -> Content:
    if change.get("gone"):
        return None
    for kind in ("link", "pipe", "folder"):
        if kind in change:
            return Thing(kind, change[kind])
    if "whole" in change:
        return _bytes(change["whole"])
    found = _bytes(change["at"])
    if old.count(found) != 1:
        raise StaleError(change["file"])
    return old.replace(found, _bytes(change["put"]))


def _text(content: bytes) -> str | dict[str, Any]:
    """As it stands where it is text; a long run of something as what is repeated."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(content).decode()}


def _bytes(said: str | dict[str, str]) -> bytes:
    return base64.b64decode(said["base64"]) if isinstance(said, dict) else said.encode()
