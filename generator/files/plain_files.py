"""The plain files of a folder; all else that lies in it is told of, and never read or published.

A link could publish what lies elsewhere on the machine, a pipe never ends, and of a name that not
every machine can hold only some machines could make a page.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path

from generator.diagnostics import Diagnostic, Location
from generator.files import unseen

FILES = (".yml", ".md")
"""How names of files end: a folder with a name like these is told of as a mistake."""


def plain_files(root: Path, folder: str) -> tuple[list[str], list[Diagnostic]]:
    """The files of a folder and of those within it, by their paths within `root`, sorted.

    Names that begin with a point are left out, as MkDocs leaves them out.

    Diagnostics: no-plain-file, file-name.
    """
    try:
        mode = (root / folder).lstat().st_mode
    except OSError:  # there is no such folder
        return [], []
    if not stat.S_ISDIR(mode):
        return [], [_no_plain_file(folder, mode)]
    found: list[str] = []
    wrong: list[Diagnostic] = []
    waiting = [folder]
    while waiting:
        within = waiting.pop()
        seen: dict[str, str] = {}
        for file in _seen(root / within):
            name, path, mode = file.name, f"{within}/{file.name}", file.lstat().st_mode
            twin = seen.setdefault(name.casefold(), name)
            if problem := _problem(name, twin):
                wrong.append(_wrong_name(path, problem))
            elif stat.S_ISREG(mode):
                found.append(path)
            elif stat.S_ISDIR(mode) and not name.endswith(FILES):
                waiting.append(path)
            else:
                wrong.append(_no_plain_file(path, mode))
    return sorted(found), wrong


def _seen(folder: Path) -> list[Path]:
    """What lies in a folder, but for names that begin with a point."""
    return sorted((f for f in folder.iterdir() if f.name[0] != "."), key=_small_letters_first)


def _small_letters_first(file: Path) -> tuple[bool, str]:
    """Of two names that differ only in capitals the one without any is taken for the right one."""
    return file.name != file.name.casefold(), file.name


def _problem(name: str, twin: str) -> str:
    """What is wrong with the name of a file; `twin` is another that differs only in case."""
    if not name.isascii() and os.fsencode(name).decode("utf-8", "replace") != name:
        return "is not in UTF-8."
    if name.startswith("-"):
        return "begins with “-”, which programs take for an option."
    hidden = [letter for letter in name if unseen.is_unseen(letter) or letter in "\t\n\\"]
    if hidden:
        return f"holds {unseen.name(hidden[0])}."
    if not unicodedata.is_normalized("NFC", name):
        return "has an accent apart from its letter."
    if twin != name:
        return f"differs from that of “{twin}” only in capitals; many machines take them for one."
    return ""


def _wrong_name(path: str, problem: str) -> Diagnostic:
    readable = os.fsencode(path).decode("utf-8", "replace")
    return Diagnostic(
        Location(unseen.marked(readable)),
        "file-name",
        f"The name {problem}",
        "A name of small letters, digits, points, and “-” within it.",
        "Rename it, also where pages link to it.",
    )


def _no_plain_file(path: str, mode: int) -> Diagnostic:
    if stat.S_ISLNK(mode):
        message = "This is a link to something elsewhere"
    elif stat.S_ISDIR(mode):
        message = "This is a folder, and a file belongs here"
    elif stat.S_ISREG(mode):
        message = "This is a file, and a folder belongs here"
    else:
        message = "This is a pipe, a device or the like"
    return Diagnostic(
        Location(path),
        "no-plain-file",
        f"{message}: it is neither read nor published.",
        "A plain file, or a folder of plain files.",
        "Put the file itself here, or take this away.",
    )
