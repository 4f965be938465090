"""The command `realist import` on a copy of the garden, and what it leaves there."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result
from reviews import linked

from generator.check.check import check
from generator.cli import main
from generator.entities import Intervention, Statement, Theory
from generator.library.kinds import TOP_FOLDERS


@dataclass
class Importer:
    root: Path

    def run(self, file: Path, *options: str) -> Result:
        arguments = ["import", str(file), "--root", str(self.root), *options]
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    def preview(self, file: Path, *options: str) -> dict:
        before = self.files()
        result = self.run(file, "--format", "json", *options)
        assert self.files() == before, "a preview writes nothing"
        return report_of(result)

    def write(self, file: Path, *options: str) -> dict:
        result = self.run(file, "--write", "--format", "json", *options)
        return report_of(result)

    def files(self) -> dict[str, str]:
        return {
            str(file.relative_to(self.root)): file.read_text(encoding="utf-8")
            for folder in TOP_FOLDERS
            for file in (self.root / folder).rglob("*")
            if file.is_file()
        }

    def theory(self, id: str) -> Theory:
        return linked(self.root).theories[id]

    def intervention(self, id: str) -> Intervention:
        return linked(self.root).interventions[id]

    def new(self, id: str) -> list[Statement]:
        """The statements of a theory that rest on an imported file alone."""
        return [s for _, s in self.theory(id).statements if all(" row-" in at for at in s.at)]

    def texts(self, id: str) -> list[tuple[str, str]]:
        return [(statement.text, statement.change) for statement in self.new(id)]


def csv_file(folder: Path, *rows: tuple, header: tuple, name: str = "table.csv") -> Path:
    with (folder / name).open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([header, *rows])
    return folder / name


def create(importer: Importer, file: Path, *options: str) -> dict:
    """Preview and write: all is accepted but for what is to be written, and is there once."""
    before = [d.code for d in check(importer.root).diagnostics]
    preview = importer.preview(file, "--create", *options)
    report = importer.write(file, "--create", *options)
    assert {**preview, "is-preview": False, "written": report["written"]} == report
    checked = check(importer.root)
    assert not checked.has_errors
    assert {d.code for d in checked.diagnostics} <= {
        *before,
        "placeholder",
        "attribute-not-extracted",
    }
    after = importer.files()
    again = importer.write(file, "--create", *options)
    assert importer.files() == after
    assert not again["written"] + again["made"] + again["added"] + again["changed"]
    return report


def report_of(result: Result) -> dict:
    assert result.stdout, result.output
    report = json.loads(result.stdout)
    assert result.exit_code == (0 if report["placed"] else 1)
    return report


def messages(report: dict, kind: str) -> str:
    return "\n".join(f"{item['id']}: {item['message']}" for item in report[kind])
