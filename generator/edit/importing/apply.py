"""The edits of a plan to YAML files, with their comments and order kept; nothing half done."""

from __future__ import annotations

import io
import shutil
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString, SingleQuotedScalarString

from generator.check.check import check
from generator.check.report import as_text
from generator.edit.importing.plan import Edit, Plan
from generator.files.yaml_write import folded
from generator.library.kinds import TOP_FOLDERS

_LONGEST = 80
"""Characters: longer texts are folded."""


class RefusedError(ValueError):
    """The review would have errors afterwards, so nothing was written; holds what is wrong."""


def apply(plan: Plan, root: Path) -> list[str]:
    """Write a plan into a review; the files that changed. Raises RefusedError."""
    texts = edited(plan, root)
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in TOP_FOLDERS:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name)
        for file, text in texts.items():
            (copy / file).write_text(text, encoding="utf-8")
        checked = check(copy)
        if checked.has_errors:
            raise RefusedError(as_text(checked.diagnostics, copy))
    for file, text in texts.items():
        _replace(root / file, text)
    return sorted(texts)


def edited(plan: Plan, root: Path) -> Mapping[str, str]:
    """The text of every file that a plan changes."""
    loader = _yaml()
    documents: dict[str, Any] = {}
    for edit in plan.edits:
        if edit.file not in documents:
            documents[edit.file] = loader.load((root / edit.file).read_text(encoding="utf-8"))
        _apply(edit, documents[edit.file])
    texts = {}
    for file, document in documents.items():
        out = io.StringIO()
        loader.dump(document, out)
        texts[file] = out.getvalue()
    return texts


def _yaml() -> YAML:
    """YAML as this project writes it; lines that stand in a file are never broken anew."""
    loader = YAML()
    loader.preserve_quotes = True
    loader.width = 4096
    loader.indent(mapping=2, sequence=4, offset=2)
    loader.representer.add_representer(
        type(None), lambda self, _: self.represent_scalar("tag:yaml.org,2002:null", "null")
    )
    return loader


def _apply(edit: Edit, document: Any) -> None:
    parent = document
    for step in edit.path[:-1]:
        parent = parent[step]
    key = edit.path[-1]
    indent = 2 * len(edit.path)
    if edit.do == "drop":
        parent.pop(key, None)
    elif edit.do == "remove":
        parent[key].remove(edit.value)
        if not parent[key]:
            del parent[key]
    elif edit.do == "append":
        if key not in parent:
            _insert(parent, str(key), CommentedSeq(), edit.after)
        parent[key].append(_value(edit.value, indent + 2))
    elif isinstance(parent, CommentedMap) and key not in parent:
        _insert(parent, str(key), _value(edit.value, indent), edit.after)
    else:
        parent[key] = _value(edit.value, indent)


def _insert(parent: CommentedMap, key: str, value: Any, after: tuple[str, ...]) -> None:
    """A new key behind the last of those that go before it."""
    keys = list(parent)
    position = max((keys.index(name) + 1 for name in after if name in keys), default=0)
    parent.insert(position, key, value)


def _value(value: Any, indent: int) -> Any:
    """A value as this project writes it: places on one line, long texts folded."""
    if isinstance(value, str):
        return _text(" ".join(value.split()), indent)
    if isinstance(value, dict):
        return CommentedMap({key: _value(item, indent + 2) for key, item in value.items()})
    if isinstance(value, list):
        sequence = CommentedSeq(_value(item, indent + 2) for item in value)
        if all(isinstance(item, str) for item in value):
            sequence.fa.set_flow_style()
        return sequence
    return value


def _text(text: str, indent: int) -> str:
    """A text that is read back as the same text; long ones are folded as the formatter does."""
    if len(text) > _LONGEST:
        lines = [line.strip() for line in folded(text, indent)]
        result: Any = FoldedScalarString(text)
        ends = accumulate(len(line) + 1 for line in lines[:-1])
        result.fold_pos = [end - 1 for end in ends]
        return cast("str", result)
    try:
        is_plain = yaml.safe_load(text) == text
    except yaml.YAMLError:
        is_plain = False
    # ruamel.yaml would leave “no” and “12:30” bare, and the loader reads them as YAML 1.1.
    return text if is_plain else SingleQuotedScalarString(text)


def _replace(file: Path, text: str) -> None:
    """Write a file beside the old one and then in its place, so that neither is ever half there."""
    new = file.with_name(f".{file.name}.new")
    new.write_text(text, encoding="utf-8")
    shutil.copymode(file, new)
    new.replace(file)
