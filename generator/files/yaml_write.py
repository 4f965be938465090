"""Writes the tree of a YAML text in its one form: indentation, folding, lists in brackets."""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.files.yaml_reading import read_yaml
from generator.files.yaml_remarks import BLOCKS, SPACE
from generator.files.yaml_tree import Branch, Entry, Leaf

WIDTH = 96
"""The columns of a line: a text that does not fit beside its key is folded below it."""
SHORT = 70
"""A text of so many characters at most goes back beside its key, where it needs no quotes there."""

# A space between words, but not within [[discussion 2.4]].
_BREAK = re.compile(r"(?<! ) (?! )(?![^\[\]]*\]\])")
_UNFOLDABLE = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def text_of(head: list[str], top: Branch) -> str:
    """The text of a tree, with the comments at its head; ends with one line break."""
    body = _branch(top, 0) or ["[]" if top.is_list else "{}"]
    text = "\n".join([*head, *body]).strip("\n")
    return text + "\n"


def inline(text: str, *, flow: bool = False) -> str:
    """A text as a value on one line: as it is where YAML takes it so, else in quotes."""
    if _reads_as(text, text, flow=flow):
        return text
    quoted = "'" + text.replace("'", "''") + "'"
    if _reads_as(quoted, text, flow=flow):
        return quoted
    written: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=2**31)
    return written.strip("\n")


def folded(text: str, indent: int) -> list[str]:
    """The lines of a text below `>-`; broken only where YAML puts the space back.

    The text does not begin with a space.
    """
    lines: list[str] = []
    body = text.rstrip(" ")
    for word in _BREAK.split(body):
        if lines and indent + len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += " " + word
        else:
            lines.append(word)
    lines[-1] += text[len(body) :]  # blanks at the end, since they are part of the text
    return [" " * indent + line for line in lines]


def tree_of(value: Any, *, flow: bool = False) -> Leaf | Branch:
    """Plain data as a tree: texts in lists stand in brackets where they fit, all else does not.

    `flow`: whether it comes to stand within brackets.
    """
    if isinstance(value, dict):
        entries = [
            Entry(inline(key, flow=flow), key, tree_of(item, flow=flow))
            for key, item in value.items()
        ]
        return Branch(is_list=False, flow=not entries, entries=entries)
    if isinstance(value, list):
        is_plain = not any(isinstance(item, dict | list) for item in value)
        items = [Entry("", "", tree_of(item, flow=flow or is_plain)) for item in value]
        return Branch(is_list=True, flow=is_plain, entries=items)
    if isinstance(value, str):
        return Leaf(value, inline(value, flow=flow), is_text=True, is_null=False)
    raw: str = yaml.safe_dump(value).split("\n")[0]
    return Leaf(raw, raw, is_text=False, is_null=value is None)


def _reads_as(written: str, text: str, *, flow: bool) -> bool:
    if "\n" in written:
        return False
    reading, is_whole = read_yaml(f"[{written}]" if flow else f"key: {written}", "")
    return is_whole and bool(reading.data == ([text] if flow else {"key": text}))


def _branch(branch: Branch, indent: int) -> list[str]:
    """The lines of a mapping or list that does not stand in brackets."""
    pad = " " * indent
    lines = [line for entry in branch.entries for line in entry_lines(entry, indent)]
    return lines + [pad + text if text else "" for text in branch.foot]


def entry_lines(entry: Entry, indent: int) -> list[str]:
    """The lines of a key with its value, or of an item of a list, with the comments above it."""
    above = entry.above + ([] if entry.key else _lifted(entry.value))
    pad = " " * indent
    return [*(pad + text if text else "" for text in above), *_entry(entry, indent)]


def _lifted(value: Leaf | Branch) -> list[str]:
    """Take the comments above the first entry: after the dash of an item there is no room."""
    if isinstance(value, Leaf) or not value.entries or _brackets(value) is not None:
        return []
    first = value.entries[0]
    above, first.above = first.above, []
    return above + (_lifted(first.value) if value.is_list else [])


def _entry(entry: Entry, indent: int) -> list[str]:
    pad, head = " " * indent, f"{entry.key}:" if entry.key else "-"
    if isinstance(entry.value, Leaf):
        first, more = _leaf(entry.value, indent + 2, room=WIDTH - len(f"{pad}{head} "))
        return [f"{pad}{head} {first}".rstrip(SPACE) + entry.side, *more]
    brackets = _brackets(entry.value)
    if brackets is not None and len(f"{pad}{head} {brackets}") <= WIDTH:
        return [f"{pad}{head} {brackets}{entry.side}"]
    entry.value.flow = False
    lifted = [] if entry.key else _lifted(entry.value)
    inner = _branch(entry.value, indent + 2)
    if entry.key:
        return [f"{pad}{head}{entry.side}", *inner]
    above = [*([entry.side.strip(SPACE)] if entry.side else []), *lifted]
    first = f"{pad}- {inner[0].lstrip(SPACE)}"
    return [*(pad + text if text else "" for text in above), first, *inner[1:]]


def _leaf(leaf: Leaf, indent: int, room: int) -> tuple[str, list[str]]:
    """What stands on the line of the key, and the lines below it."""
    is_block = leaf.style in BLOCKS
    if not leaf.is_text:
        return leaf.raw, []
    if is_block and "\n" in leaf.value:
        # Line breaks that somebody put there are part of the text.
        kept = [" " * indent + line if line else "" for line in leaf.raw.split("\n")]
        return leaf.style + _chomping(leaf.value), kept
    if _is_folded(leaf, room):
        return ">-", folded(leaf.value, indent)
    if is_block or "\n" in leaf.raw:
        return inline(leaf.value), []
    return leaf.raw, []


def _is_folded(leaf: Leaf, room: int) -> bool:
    """Whether a text stands below its key: it does not fit, or is folded and not short."""
    text = leaf.value
    if not text.strip(" ") or text.startswith(" ") or _UNFOLDABLE.search(text):
        return False
    if leaf.style in BLOCKS or "\n" in leaf.raw:
        return len(text) > min(SHORT, room) or inline(text) != text
    return len(leaf.raw) > room and not text.endswith(" ") and bool(_BREAK.search(text))


def _chomping(text: str) -> str:
    """What a block says of the line breaks at its end: `-` for none, `+` for several."""
    if not text.endswith("\n"):
        return "-"
    return "+" if text.endswith("\n\n") or not text.strip("\n") else ""


def _brackets(branch: Branch) -> str | None:
    """A mapping or list on one line in brackets; None where it did not stand so, or cannot."""
    if not branch.flow or branch.foot:
        return None
    parts = []
    for entry in branch.entries:
        value = entry.value
        text = _flow_leaf(value) if isinstance(value, Leaf) else _brackets(value)
        if text is None or entry.above or entry.side:
            return None
        parts.append(f"{entry.key}: {text}" if entry.key else text)
    return f"[{', '.join(parts)}]" if branch.is_list else f"{{{', '.join(parts)}}}"


def _flow_leaf(leaf: Leaf) -> str:
    if leaf.is_null and not leaf.raw:
        return "null"  # an empty value is easily overlooked between commas
    return inline(leaf.value, flow=True) if "\n" in leaf.raw else leaf.raw
