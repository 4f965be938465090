"""What CONTRIBUTING.md shows is what contributors meet."""

import re
import tomllib
from pathlib import Path

import yaml
from reviews import ROOT, copy_of

from generator.check.check import check
from generator.check.report import as_text

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HOW = (ROOT / "docs/contributing/architecture.md").read_text(encoding="utf-8")
TESTS = ROOT / "tests"
PAGE = (ROOT / "docs" / "contributing" / "index.md").read_text(encoding="utf-8")


def test_the_error_in_the_guide_is_a_real_one(tmp_path: Path):
    (shown,) = re.findall(r"```text\n(theories/.*?)\n```", GUIDE, re.S)
    root = copy_of(ROOT, tmp_path / "review")
    file = root / "theories" / "t04.yml"
    before, outcomes = file.read_text(encoding="utf-8").split("outcomes:\n")
    wrong = outcomes.replace("basis: inferred", "basis: infered", 1)
    file.write_text(f"{before}outcomes:\n{wrong}", encoding="utf-8")
    found = as_text(check(root).diagnostics, root)
    # Lines of the file may move; what is said and how it looks may not.
    assert re.sub(r"\d+", "N", shown) in re.sub(r"\d+", "N", found)


def test_the_statement_in_the_guide_stands_in_the_data():
    (shown,) = re.findall(r"```yaml\n( +- id: c1\n.*?)```", GUIDE, re.S)
    (statement,) = yaml.safe_load(shown)
    theory = yaml.safe_load((ROOT / "theories" / "t04.yml").read_text(encoding="utf-8"))
    [context] = [one for one in theory["contexts"] if one["id"] == statement["id"]]
    assert statement == {key: context[key] for key in statement}


def test_every_file_and_command_that_the_guide_names_is_there():
    for path in re.findall(r"\]\(([a-zA-Z/.-]+)\)", GUIDE):
        assert (ROOT / path).is_file()
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"^make ([a-z-]+)", GUIDE, re.M)) <= set(targets)


def test_guide_and_page_speak_of_the_same_links():
    made_from = (ROOT / "generator/pages/templates/made_from.html").read_text(encoding="utf-8")
    for words in ("Suggest a correction", "Edit this page"):
        assert words in GUIDE
        assert words in PAGE
        assert words in made_from


def test_every_file_and_name_in_the_table_of_what_to_touch_is_there():
    table = HOW.partition("{ #touch }")[2].partition("## Pages")[0]
    for row in re.findall(r"^\| (?!To add|---)[^|]+ \| (.+) \|$", table, re.M):
        named = re.findall(r"`([^`<]+)`", row)
        paths = [name for name in named if "/" in name or name.endswith(".py")]
        here = ("tests/", "seeds/", "docs/")
        roots = [ROOT if p.startswith(here) else ROOT / "generator" for p in paths]
        files = [root / path for root, path in zip(roots, paths, strict=True)]
        assert files
        assert [file for file in files if not file.exists()] == []
        held = " ".join(file.read_text(encoding="utf-8") for file in files if file.is_file())
        words = [name for name in named if name not in paths and " " not in name]
        assert [word for word in words if word not in held and "__" not in word] == []


def test_the_loop_at_the_desk_goes_through_every_room():
    slow = re.compile(r"^pytestmark = pytest\.mark\.slow$", re.M)
    for room in (file.parent.name for file in (ROOT / "generator").glob("*/__init__.py")):
        modules = [file.read_text(encoding="utf-8") for file in TESTS.glob(f"{room}/**/test_*.py")]
        assert [text for text in modules if not slow.search(text)], room


def test_nothing_but_the_loop_at_the_desk_leaves_slow_tests_out():
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8").split("\n\n")
    (leaving,) = [recipe for recipe in recipes if "not slow" in recipe]
    assert leaving.startswith("test-fast:")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "slow" not in settings["tool"]["pytest"]["ini_options"]["addopts"]
    for workflow in (ROOT / ".github" / "workflows").iterdir():
        assert "test-fast" not in workflow.read_text(encoding="utf-8")
