"""The package holds all that the generator needs, and says what it is built on."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from reviews import ROOT

from generator.pages.views.figures.explored_chart import PLOTLY

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `make wheel` fills, with the tools that run these tests."""
    folder = tmp_path_factory.mktemp("dist")
    # Relative, since make takes a path with a space for two.
    tools = f"BIN={os.path.relpath(Path(sys.executable).parent, ROOT)}"
    command = ["make", "--no-print-directory", "wheel", f"DIST={folder}", tools, "DEV_READY="]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return folder


def test_the_wheel_holds_every_file_of_the_generator(dist: Path):
    (wheel,) = dist.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    files = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "generator").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert {Path(file).suffix for file in files} >= {".py", ".html", ".css", ".svg", ".yml"}
    assert files - held == set()


def test_what_the_package_is_built_on_is_listed_with_version_and_hash(dist: Path):
    listed = json.loads((dist / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert listed["bomFormat"] == "CycloneDX"
    assert listed["metadata"]["component"]["name"] == "realist-site"
    locked = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    expected = set(re.findall(r"^([\w.-]+)==([\w.]+)", locked, re.M))
    lies_within = {("plotly.js-basic-dist-min", PLOTLY.version)}
    found = {(part["name"], part["version"]) for part in listed["components"]}
    assert found == expected | lies_within
    assert all(
        reference["hashes"]
        for part in listed["components"]
        for reference in part["externalReferences"]
        if reference["type"] == "distribution"
    )
