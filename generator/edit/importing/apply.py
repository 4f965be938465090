"""The edits of a plan to the texts of YAML files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.edit.draft import Draft, draft_of
from generator.edit.importing.plan import Plan
from generator.library.library import Library


def edited(plan: Plan, library: Library, root: Path) -> Mapping[str, str]:
    """The text of every file that a plan changes. Raises CannotEditError."""
    drafts: dict[str, Draft] = {}
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
