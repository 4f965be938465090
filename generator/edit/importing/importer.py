"""Plans the import of a file: the entry to this package."""

from __future__ import annotations

import re
from pathlib import Path

from generator.edit.importing.headers import find_header
from generator.edit.importing.intervention_plan import plan_interventions
from generator.edit.importing.interventions import intervention_values
from generator.edit.importing.making import Making
from generator.edit.importing.opening.reading import open_tables
from generator.edit.importing.opening.tables import Content
from generator.edit.importing.plan import Edit, Plan, Wanted
from generator.edit.importing.studies import study_rows
from generator.edit.importing.study_plan import plan_studies
from generator.edit.importing.theories import theory_rows
from generator.edit.importing.theory_plan import plan_theories
from generator.edit.importing.vocabulary import Vocabulary, vocabulary
from generator.edit.words import fold, quoted
from generator.entities.base import is_id
from generator.entities.source import SourceFile
from generator.library.library import Library

_COUNTED = re.compile(r"_MOESM(\d+)_ESM$", re.I)
"""How Springer Nature names the fifth file beside an article: 12345_2020_678_MOESM5_ESM."""
_FILE_WORDS = frozenset(
    ("additional", "appendix", "file", "material", "supplement", "supplementary", "supporting")
)


_PLACEHOLDERS = (
    "New files hold placeholders for what no table gives, such as summaries in your own words; "
    "realist check lists each."
)

_NO_MODEL = (
    "The file does not say how {} stand in the two models of the review: their “model” is "
    "“not-stated”, and no model counts them until you write it."
)

_NO_PLACES = (
    "What is new rests on rows of “{file}”, which then counts as a file of the {noun}. If it is "
    "none, add a column “place” that says where the {noun} says so: findings 2.1."
)


class SourceNameError(ValueError):
    """A name from which no id of a source file can be made; its text says why."""


def plan_import(path: Path, library: Library, source: SourceFile, wanted: Wanted) -> Plan:
    """What importing a file would do. Raises UnreadableError."""
    content = open_tables(path)
    plan, known = Plan(source, path.stem), vocabulary(library)
    for remark in content.remarks:
        plan.say("note", remark)
    two_models = _has_two_models(content, library, known)
    making = Making(library, plan, wanted.create, two_models)
    if wanted.about == "interventions":
        plan_interventions(intervention_values(content, making, plan, known), plan)
    elif wanted.about == "studies":
        plan_studies(study_rows(content, making, plan, known), plan)
    else:
        rows = list(theory_rows(content, making, plan, wanted.group, known))
        plan_theories(rows, making, plan, known)
    if plan.holds_placeholders:
        plan.say("note", _PLACEHOLDERS)
    if apart := plan.in_no_model:
        plan.say("note", _NO_MODEL.format(", ".join(apart)))
    if plan.new and plan.rests_on_rows:
        plan.say("note", _NO_PLACES.format(file=source.label, noun=library.review.source.noun))
    _list_source(plan, library)
    return plan


def _has_two_models(content: Content, library: Library, known: Vocabulary) -> bool:
    """Whether its theories say how they stand in two models.

    The first ones do where letters are struck, or a column says what became of a statement.
    """
    if library.every_theory:
        return library.has_two_models
    headers = [header for table in content.tables if (header := find_header(table, known))]
    cells = [cell for table in content.tables for row in table.rows for cell in row.cells]
    runs = (run for cell in cells for line in cell.lines for run in line.runs)
    roles = (role for header in headers for role in header.roles.values())
    return any("status" in role for role in roles) or any(run.struck for run in runs)


def source_file(path: Path, name: str | None, library: Library) -> SourceFile:
    """The file as part of the source: its id from the name given, or from that of the file.

    Raises SourceNameError.
    """
    words = name or _counted_file(path.stem, library) or path.stem
    id = fold(words).encode("ascii", "ignore").decode().replace(" ", "-").strip("-")
    if id and not id[0].isalpha():
        id = f"file-{id}"
    if not is_id(id):
        raise SourceNameError(f"No id can be made of “{words}”; name the file with --source.")
    if id in [section.id for section in library.review.source.sections]:
        raise SourceNameError(f"“{id}” is a section of the source; name the file with --source.")
    known = {file.id: file for file in library.review.source.files}
    label = (
        words.replace("-", " ").title() if words == id else re.sub(r"[_\s]+", " ", words).strip()
    )
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
    if plan.rests_on_rows and plan.source.id not in [file.id for file in source.files]:
        value = {"id": plan.source.id, "label": plan.source.label}
        edit = Edit("seeds/review.yml", ("source", "files"), value, "append")
        plan.edits.append(edit)
        plan.say("added", f"source file {quoted(plan.source.label)}", None, plan.source.id)
    for part in source.missing:
        if fold(part.part) == fold(plan.source.label):
            message = f"seeds/review.yml still lists {part.part} among the parts not at hand."
            plan.say("note", message)
