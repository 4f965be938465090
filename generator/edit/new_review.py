"""A new review: a folder of files that checks and builds at once, and says what is to be written.

What nobody has said stands there as a placeholder, of which `realist check` tells. The files lie in
`new_review_files/` as they will be, with `__NAMES__` for what depends on the answers; the first
theory and intervention are those that `realist new` makes, and the schemas those of the review.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.check.check import check
from generator.check.report import as_text
from generator.diagnostics import Severity
from generator.edit.formatting import format_text
from generator.edit.scaffold import new_intervention, new_theory
from generator.entities.base import PLACEHOLDER, PLACEHOLDER_ADDRESS, PLACEHOLDER_YEAR
from generator.entities.texts import Doi
from generator.entities.words import Noun, Words
from generator.files.yaml_write import inline
from generator.library.kinds import KINDS, Kind, of_file
from generator.site.schema import schemas

FILES = Path(__file__).parent / "new_review_files"
LICENCES = {
    "cc-by-4.0": (
        "The data on this site are shared under CC BY 4.0: whoever uses them names the source and"
        " this site.",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "cc0-1.0": (
        "The data on this site are given to everybody without conditions, under CC0 1.0.",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
}
"""What the site says of each licence, and where its text is."""
_NO_LICENCE = f"{PLACEHOLDER}: how the data may be used; nobody has chosen a licence yet."
_UNTIL = "Until one is named here and in `seeds/review.yml`, nobody may use them elsewhere."
_WORKED = """\
attributes:
  {format}:
    value: {choice}  # one of the choices of this attribute
    basis: inferred  # reported, inferred or conflict
    why: >-
      {placeholder}: the reasoning; or delete this key and write “basis: reported”.
    at: [{place}]  # replace it
"""


class NewReviewError(ValueError):
    """The folder cannot be made from these answers; says why, and nothing was written."""


@dataclass(frozen=True)
class ReviewAnswers:
    """What is known of the review; what is not, becomes a placeholder."""

    title: str | None = None
    doi: str | None = None
    noun: str = "article"
    """What the source is called."""
    licence: str | None = None
    """One of LICENCES."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What the review calls its things, by the key in `words`: “CMOC, CMOCs” for theory."""


def new_review(folder: Path, answers: ReviewAnswers) -> list[str]:
    """Make the folder of a review; gives the paths of its files.

    Raises NewReviewError where the folder holds something, or an answer cannot be what it is for.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NewReviewError(
            f"{folder} holds something already. Name a folder that is new or empty."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".realist-", dir=folder.parent) as beside:
        new = Path(beside) / folder.name
        _write(new, _files(answers))
        _write(new, _made_from(new))
        new.rename(folder)  # replaces an empty folder
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())


def wrong_with(key: str, answer: str) -> str:
    """Why an answer cannot be what it is for, as far as it can be said of it alone; else nothing.

    The keys are those of ReviewAnswers, and those of its words.
    """
    if key == "licence":
        return "" if answer in LICENCES else f"One of: {', '.join(LICENCES)}."
    try:
        if key == "doi":
            TypeAdapter(Doi).validate_python(answer)
        elif key not in ("title", "noun"):
            _words(ReviewAnswers(words={key: answer}))
    except ValidationError as error:
        return str(error.errors()[0]["ctx"]["expected"])
    except NewReviewError as error:
        return str(error)
    return ""


def _files(answers: ReviewAnswers) -> dict[str, str]:
    """The files that are as they lie here, with the answers filled in."""
    plain, yaml = _plain(answers), _as_yaml(answers)
    filled = {}
    for file in FILES.rglob("*"):
        path = file.relative_to(FILES).as_posix()
        if file.is_file():
            names = yaml if file.suffix == ".yml" else plain
            filled[path] = _filled(file.read_text(encoding="utf-8"), names, of_file(path))
    settings = {"yaml.schemas": {kind.schema_file: kind.files for kind in KINDS}}
    return {**filled, ".vscode/settings.json": json.dumps(settings, indent=2) + "\n"}


def _filled(text: str, names: Mapping[str, str], kind: Kind[Any] | None) -> str:
    """A text with the answers in it; a file of the data also in the form of all such files."""
    text = re.sub(r"__([A-Z_]+?)__", lambda match: names[match[1]], text)
    return format_text(text, kind.shape, ()) if kind else text


def _plain(answers: ReviewAnswers) -> dict[str, str]:
    """What stands for each name in texts for people, and in the Makefile."""
    words = Words.model_validate(_words(answers))
    licence, address = _licence(answers)
    return {
        "TITLE": answers.title or f"{PLACEHOLDER}: the title of the review",
        "NOUN": answers.noun,
        "LICENCE": licence,
        "LICENCE_LINK": f"The licence: <{address}>." if address else _UNTIL,
        "THEORY": words.programme_theory.one,
        "INTERVENTION": words.intervention.one,
        "STUDY": words.study.one,
        "ADDRESS": PLACEHOLDER_ADDRESS,
        "VERSION": version("realist-site"),
    }


def _licence(answers: ReviewAnswers) -> tuple[str, str]:
    """What is said of the licence, and its address where there is one."""
    return LICENCES.get(answers.licence or "", (_NO_LICENCE, ""))


def _as_yaml(answers: ReviewAnswers) -> dict[str, str]:
    """What stands for each name in YAML."""
    plain = {name: inline(text) for name, text in _plain(answers).items()}
    lines = []
    for key, value in _words(answers).items():
        forms = (
            f"{{one: {inline(value['one'], flow=True)}, many: {inline(value['many'], flow=True)}}}"
            if isinstance(value, dict)
            else inline(value)
        )
        lines.append(f"  {key}: {forms}")
    _, address = _licence(answers)
    return {
        **plain,
        "LICENCE_URL": f"licence-url: {address}" if address else "",
        "YEAR": str(PLACEHOLDER_YEAR),
        "DOI": inline(answers.doi) if answers.doi else "null",
        "WORDS": "\n".join(["words:", *lines]) if lines else "",
    }


def _words(answers: ReviewAnswers) -> dict[str, str | dict[str, str]]:
    """The words of the review as they stand in its file. Raises NewReviewError."""
    found: dict[str, str | dict[str, str]] = {}
    for key, text in answers.words.items():
        forms = [form.strip() for form in text.split(",")]
        is_noun = Words.model_fields[key.replace("-", "_")].annotation is Noun
        if is_noun and (len(forms) != 2 or not all(forms)):
            raise NewReviewError(
                f"“{text}” is not what {key} needs: the word for one and the word for several,"
                " with a comma between them, such as “scheme, schemes”."
            )
        found[key] = {"one": forms[0], "many": forms[1]} if is_noun else text
    return found


def _made_from(root: Path) -> dict[str, str]:
    """What the review itself gives: schemas, and the first theory and intervention."""
    checked = check(root)
    if checked.library is None or checked.has_errors:
        wrong = [one for one in checked.diagnostics if one.severity is Severity.ERROR]
        raise NewReviewError("These answers do not fit.\n\n" + as_text(wrong, root))
    library = checked.library
    theory, intervention = new_theory(root, library, None), new_intervention(root, library)
    place = f"{library.review.source.sections[0].id} 1"
    worked = _WORKED.format(
        format=library.format.id,
        choice=library.format.choices[0].id,
        placeholder=PLACEHOLDER,
        place=place,
    )
    return {
        theory.path: theory.text,
        intervention.path: intervention.text.replace("attributes: {}\n", worked),
        **schemas(library),
    }


def _write(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
