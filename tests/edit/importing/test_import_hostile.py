"""Files that were made to do harm are refused in words, within two seconds and 300 MB."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from office import document, saved
from openpyxl import Workbook
from reviews import GARDEN

pytestmark = pytest.mark.slow

ROW = ("1", "A wall", "A gate", "A path")


def rewritten(file: Path, parts: dict[str, Callable[[bytes], bytes]], **new: bytes) -> Path:
    """A package with some parts changed, and others added."""
    with zipfile.ZipFile(file) as old:
        held = {name: old.read(name) for name in old.namelist()}
    for name, change in parts.items():
        held[name] = change(held[name])
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in {**held, **new}.items():
            package.writestr(name, data)
    return file


def word(folder: Path) -> Path:
    return saved(document(ROW), folder, "x.docx")


def excel(folder: Path) -> Path:
    book = Workbook()
    book.active.append(["No.", "Context", "Mechanism", "Outcome"])
    book.save(folder / "x.xlsx")
    return folder / "x.xlsx"


def before(tag: bytes, more: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(tag, more + tag, 1)


BODY, MAIN = b"<w:sectPr", "word/document.xml"
RELATION = (
    b'<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/subDocument" Target="file:///etc/passwd" TargetMode="External"/>'
)
SHEET = "xl/worksheets/sheet1.xml"
END = b"</Relationships>"


def unfolding(folder: Path) -> Path:
    return rewritten(word(folder), {MAIN: before(BODY, b"<w:p/>" * 40_000_000)})


def many_elements(folder: Path) -> Path:
    return rewritten(word(folder), {MAIN: before(BODY, b"<w:p/>" * 3_000_000)})


def many_rows(folder: Path) -> Path:
    row = b"<w:tr>" + b"<w:tc><w:p/></w:tc>" * 2 + b"</w:tr>"
    return rewritten(word(folder), {MAIN: before(b"</w:tbl>", row * 1_000_000)})


def entities(folder: Path) -> Path:
    start = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'
    return rewritten(word(folder), {MAIN: lambda _: start.encode("utf-16")})


def external(folder: Path) -> Path:
    return rewritten(word(folder), {"word/_rels/document.xml.rels": before(END, RELATION)})


def macros(folder: Path) -> Path:
    return rewritten(word(folder), {}, **{"word/vbaProject.bin": b"x"})


def many_parts(folder: Path) -> Path:
    return rewritten(word(folder), {}, **{f"x{n}": b"" for n in range(60_000)})


def merged(folder: Path) -> Path:
    cells = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return rewritten(excel(folder), {SHEET: before(b"<pageMargins", cells)})


def sheet_of_a_million_rows(folder: Path) -> Path:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(2, 10**6))
    return rewritten(excel(folder), {SHEET: before(b"</sheetData>", rows)})


def csv_of(text: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / "x.csv").write_bytes(b"No.,Context\n" + text)
        return folder / "x.csv"

    return write


def named(name: str, data: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return write


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HOSTILE = {
    "unfolds": (unfolding, "unpacks to more"),
    "elements": (many_elements, "unpacks to more"),
    "rows in Word": (many_rows, "unpacks to more"),
    "entities in UTF-16": (entities, "entities"),
    "external part": (external, "from elsewhere"),
    "macros": (macros, "macros"),
    "parts": (many_parts, "unpacks to more"),
    "merged cells": (merged, "merges more"),
    "rows in Excel": (sheet_of_a_million_rows, "unpacks to more"),
    "rows in CSV": (csv_of(b"1,a\n" * 1_000_000), "more rows or cells"),
    "cells in CSV": (csv_of(b"," * 4_000_000), "more rows or cells"),
    "larger CSV": (csv_of(b"1,a\n" * 2_000_000), "larger than 5 MB"),
    "UTF-16": (named("x.csv", "No.,Context\n1,a\n".encode("utf-16")), "UTF-8"),
    "Latin-1": (csv_of(b"1,caf\xe9\n"), "UTF-8"),
    "no text": (csv_of(b"1,\0\n"), "UTF-8"),
    "old Word": (named("x.docx", OLE + b"x" * 10_000_000), "old kind"),
    "old Excel": (named("x.xls", OLE), "save it as .docx or .xlsx"),
    "password": (named("x.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")), "password"),
}


MEASURED = """
import atexit, re, resource
from pathlib import Path

def tell():
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
    print(used.ru_utime + used.ru_stime, peak)

atexit.register(tell)
from generator.cli import main
main()
"""
"""The command, which says in the end how many seconds of the processor and kB it took."""


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_do_harm_is_refused_in_words(name: str, tmp_path: Path):
    make, words = HOSTILE[name]
    command = [sys.executable, "-c", MEASURED, "import", str(make(tmp_path)), "--root", str(GARDEN)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    seconds, peak = done.stdout.split()
    assert float(seconds) < 2
    assert int(peak) < 300_000
