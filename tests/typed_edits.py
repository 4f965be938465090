"""What people do to the files of a review while they edit it, much of it wrong.

Each edit is given a number that says to which of several things it is done, and does nothing where
there is nothing to do it to.
"""

import re
from collections.abc import Callable
from pathlib import Path

from reviews import GARDEN

from generator.check.check import check
from generator.edit.register import as_yaml, registered
from generator.library.register import FILE as REGISTER

Edit = Callable[[Path, int], None]


def files(root: Path, *patterns: str) -> list[Path]:
    return sorted(file for pattern in patterns or ("**/*.*",) for file in root.glob(pattern))


def changing(patterns: str, old: str, new: str) -> Edit:
    """Put something else in the place of one of those that are found in these files."""

    def edit(root: Path, number: int) -> None:
        texts = {file: file.read_text(encoding="utf-8") for file in files(root, *patterns.split())}
        found = [(file, one) for file in texts for one in re.finditer(old, texts[file], re.M)]
        if found:
            file, one = found[number % len(found)]
            text = texts[file]
            changed = text[: one.start()] + one.expand(new) + text[one.end() :]
            file.write_text(changed, encoding="utf-8")

    return edit


def adding(file: str, entry: str) -> Edit:
    """Add an entry to a list, below the comment at its top."""
    return changing(file, r"\A((?:#.*\n)*)", rf"\1- {entry}\n")


def shortening(size: Callable[[int], int]) -> Edit:
    """Leave of a file so many of a hundred parts."""

    def edit(root: Path, number: int) -> None:
        if found := files(root):
            file = found[number % len(found)]
            content = file.read_bytes()
            file.write_bytes(content[: len(content) * size(number) // 100])

    return edit


def copying(pattern: str, new: str) -> Edit:
    """Copy one of these files with its id, so that another thing has the rest of it."""

    def edit(root: Path, number: int) -> None:
        if found := files(root, pattern):
            file = found[number % len(found)]
            text = file.read_text(encoding="utf-8")
            text = text.replace(f"id: {file.stem}\n", f"id: {new}\n", 1)
            file.with_stem(new).write_text(text, encoding="utf-8")

    return edit


def one_after_the_other(*edits: Edit) -> Edit:
    def edit(root: Path, number: int) -> None:
        for one in edits:
            one(root, number)

    return edit


def deleting(*patterns: str) -> Edit:
    def edit(root: Path, number: int) -> None:
        if found := files(root, *patterns):
            found[number % len(found)].unlink()

    return edit


def renaming(*patterns: str) -> Edit:
    def edit(root: Path, number: int) -> None:
        if found := files(root, *patterns):
            file = found[number % len(found)]
            file.rename(file.with_stem(f"{file.stem}-other"))

    return edit


def rename_with_its_id(root: Path, number: int) -> None:
    """As it is done with what was published: a file tells what became of it."""
    if not (found := files(root, "theories/*.yml", "interventions/*.yml")):
        return
    file = found[number % len(found)]
    old, new = file.stem, f"{file.stem.rstrip('0123456789')}{number + 10}"
    for other in files(root, "**/*.yml", "docs/*.md"):
        if other.name != "ids.yml":
            text = other.read_text(encoding="utf-8")
            other.write_text(re.sub(rf"(?<!was: theories/)\b{old}\b", new, text), encoding="utf-8")
    file.rename(file.with_stem(new))
    folder, moved = file.parent.name, root / "seeds/moved.yml"
    entry = f"- was: {folder}/{old}\n  why: Invented.\n  date: 2022-03-02\n  now: {folder}/{new}\n"
    if moved.exists():
        moved.write_text(moved.read_text(encoding="utf-8") + entry, encoding="utf-8")


def register(root: Path, _: int) -> None:
    if library := check(root).library:
        (root / REGISTER).write_text(as_yaml(registered(library)), encoding="utf-8")


def put_back(root: Path, number: int) -> None:
    """Take a file back to what it was."""
    names = [file.relative_to(GARDEN) for file in files(GARDEN)]
    name = names[number % len(names)]
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_bytes((GARDEN / name).read_bytes())


def swap(root: Path, number: int) -> None:
    """Give two files the names of each other."""
    if found := files(root, "theories/*.yml"):
        one, other = found[number % len(found)], found[number % len(found) - 1]
        was = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(was)


def write(name: str, content: str, start: bytes = b"") -> Edit:
    """Write a file, with the number in the place of `0`."""

    def edit(root: Path, number: int) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(start + content.replace("0", str(number)).encode())

    return edit


AT, UNCHECKED = "at: [discussion 3.1]", "found: It is., verdict: cannot-be-checked"
FINDINGS, CHANGES = "seeds/findings.yml", "seeds/changes.yml"
YAML, SEEDS = "*/**/*.yml", "seeds/*s.yml seeds/*y.yml seeds/guidance.yml seeds/moved.yml"
EDITS: dict[str, Edit] = {
    "a sentence more": changing(YAML, r"([a-z])\.$", r"\1. This is new."),
    "another title": changing(YAML, "Example", "Another"),
    "another mark": changing(YAML, "retained|supports", "added"),
    "another figure": changing(YAML, r"\d", "3"),
    "another formats": changing(YAML, "shared-beds", "balcony-pots"),
    "a line less": changing(YAML, r"^ .*\n", ""),
    "an entry less": changing(SEEDS, r"^- (?:.*\n)(?:  .*\n)*", ""),
    "a finding more": adding(FINDINGS, f"{{id: str-09, topic: strengths, text: New., {AT}}}"),
    "a term more": adding("seeds/glossary.yml", "{term: Spade, meaning: To dig., also: [shovel]}"),
    "a claim more": adding("seeds/claims.yml", f"{{id: c20, text: New., {AT}, {UNCHECKED}}}"),
    "a version more": adding(CHANGES, "{version: 0.3.0, date: 2023-04-05, changes: [New.]}"),
    "guidance more": changing("seeds/guidance.yml", "theories: .*", "theories: [j01, g01]"),
    "emptied": shortening(lambda _: 0),
    "half written": shortening(lambda number: number),
    "the same again": shortening(lambda _: 100),
    "deleted": deleting("**/*.*"),
    "a page or picture deleted": deleting("docs/**/*.*"),
    "renamed": renaming("*/**/*.yml"),
    "a page or picture renamed": renaming("docs/**/*.*"),
    "renamed with its id": rename_with_its_id,
    "swapped": swap,
    "put back": put_back,
    "registered": register,
    "a new theory": copying("theories/gx1.yml", "gx2"),
    "a new study": copying("studies/*.yml", "dill-2020"),
    "a new intervention": one_after_the_other(
        copying("interventions/*.yml", "s09"),
        changing("interventions/s09.yml", r"^summary: >-\n.*", "summary: To be written."),
    ),
    "a new broader theory": copying("theories/middle-range/*.yml", "tea"),
    "a new page": copying("docs/*.md", "other"),
    "a page in a folder": write("docs/more/about.md", "# Page 0\n\n![A](../a.png)\n"),
    "a page edited": changing("docs/**/*.md", r"\Z", "\n## {{ counts.claims }}\n\n[A](about.md)"),
    "a picture": write("docs/a.png", "0", b"\x89PNG\r\n\x1a\n"),
    "a paper": write("docs/a.pdf", "%PDF-0"),
    "a style": write("docs/a.css", "a {margin: 0px}"),
    "a style named": changing("mkdocs.yml", r"^theme:", "extra_css: [a.css]\ntheme:"),
    "another name": changing("mkdocs.yml", r"^(site_name: .*)", r"\1 again"),
    "a feature": changing("mkdocs.yml", r"^theme:\n", "theme:\n  features: [navigation.tabs]\n"),
    "a theme of ones own": one_after_the_other(
        write("own/404.html", "Not there (0)"),
        changing("mkdocs.yml", r"^theme:\n(  custom_dir.*\n)?", "theme:\n  custom_dir: own\n"),
    ),
    "another language": changing("mkdocs.yml", "language: en", "language: de"),
    "an extension": changing("mkdocs.yml", "  - tables", "  - tables\n  - footnotes"),
}  # fmt: skip
"""What may be done to the invented review of a garden."""
