"""Carries out a plan: the texts of its new YAML files, and of those that it edits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.edit.draft import Draft, draft_of
from generator.edit.importing.plan import Plan
from generator.files.yaml_tree import Branch
from generator.files.yaml_write import text_of, tree_of
from generator.library.kinds import of_file
from generator.library.library import Library


def edited(plan: Plan, library: Library, root: Path) -> Mapping[str, str]:
    """The text of every file that a plan makes or changes. Raises CannotEditError."""
    attributes = [attribute.id for attribute in library.attributes.attributes]
    drafts = {file: Draft(_begun(file, data), file, attributes) for file, data in plan.new.items()}
    for edit in plan.edits:
        if edit.file not in drafts:
            drafts[edit.file] = draft_of(edit.file, library, root)
        draft = drafts[edit.file]
        match edit.do:
            case "put":
                draft.put(edit.path, edit.value)
            case "append":
                draft.append(edit.path, edit.value)
            case "remove":
                draft.remove(edit.path, edit.value)
            case "drop":
                draft.drop(edit.path)
    return {file: draft.finished() for file, draft in drafts.items()}


def _begun(file: str, data: Mapping[str, Any]) -> str:
    """The text of a new file, with the line by which editors find its schema."""
    kind, top = of_file(file), tree_of(data)
    assert kind is not None
    assert isinstance(top, Branch)
    up = "../" * file.count("/")
    return text_of([f"# yaml-language-server: $schema={up}{kind.schema_file}"], top)
