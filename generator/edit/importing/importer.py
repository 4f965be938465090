"""A file to a plan: the one way through this package."""

from __future__ import annotations

import re
from pathlib import Path

from generator.edit.importing.intervention_plan import plan_interventions
from generator.edit.importing.interventions import intervention_values
from generator.edit.importing.plan import Edit, Plan
from generator.edit.importing.reading import read
from generator.edit.importing.theories import theory_rows
from generator.edit.importing.theory_plan import plan_theories
from generator.edit.importing.vocabulary import vocabulary
from generator.edit.words import fold, shown
from generator.entities.source import SourceFile
from generator.library.library import Library

_COUNTED = re.compile(r"_MOESM(\d+)_ESM$", re.I)
"""How Springer Nature names the fifth file beside an article: 12345_2020_678_MOESM5_ESM."""
_FILE_WORDS = frozenset(
    ("additional", "appendix", "file", "material", "supplement", "supplementary", "supporting")
)


class SourceNameError(ValueError):
    """A name from which no id of a source file can be made; its text says why."""


def plan_import(
    path: Path,
    library: Library,
    source: SourceFile,
    *,
    group: str | None = None,
    interventions: bool = False,
) -> Plan:
    """What importing a file would do. Raises UnreadableError."""
    content = read(path)
    plan, known = Plan(source, path.stem), vocabulary(library)
    for remark in content.remarks:
        plan.say("note", remark)
    if interventions:
        plan_interventions(intervention_values(content, library, plan, known), plan)
    else:
        rows = list(theory_rows(content, library, plan, group, known))
        plan_theories(rows, plan)
    _list_source(plan, library)
    return plan


def source_file(path: Path, name: str | None, library: Library) -> SourceFile:
    """The file as part of the source: its id from the name given, or from that of the file.

    Raises SourceNameError.
    """
    words = name or _counted_file(path.stem, library) or path.stem
    id = fold(words).encode("ascii", "ignore").decode().replace(" ", "-").strip("-")
    if id and not id[0].isalpha():
        id = f"file-{id}"
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", id):
        raise SourceNameError(f"No id can be made of “{words}”; name the file with --source.")
    if id in [section.id for section in library.review.source.sections]:
        raise SourceNameError(f"“{id}” is a section of the source; name the file with --source.")
    known = {file.id: file for file in library.review.source.files}
    is_id = words == id
    label = words.replace("-", " ").title() if is_id else re.sub(r"[_\s]+", " ", words).strip()
    return known.get(id, SourceFile(id=id, label=label))


def _counted_file(stem: str, library: Library) -> str | None:
    """What the review calls the file that its publisher counts so, if it names one such file."""
    counted, source = _COUNTED.search(stem), library.review.source
    names = [file.label for file in source.files] + [part.part for part in source.missing]
    found = {
        name
        for name in names
        if counted
        and fold(name).split()[-1] == counted[1]
        and set(fold(name).split()) & _FILE_WORDS
    }
    return found.pop() if len(found) == 1 else None


def _list_source(plan: Plan, library: Library) -> None:
    """Every file that something rests on is listed in the review."""
    source = library.review.source
    if plan.edits and plan.source.id not in [file.id for file in source.files]:
        value = {"id": plan.source.id, "label": plan.source.label}
        edit = Edit("seeds/review.yml", ("source", "files"), value, "append")
        plan.edits.append(edit)
        plan.say("added", f"source file {shown(plan.source.label)}", None, plan.source.id)
    for part in source.missing:
        if fold(part.part) == fold(plan.source.label):
            message = f"seeds/review.yml still lists {part.part} among the parts not at hand."
            plan.say("note", message)
