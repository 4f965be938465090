"""`realist new review`: what it makes holds at once, invents nothing, and is whole."""

import json
import re
import shutil
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result
from reviews import ROOT, copy_of, edit

from generator.check.check import check
from generator.cli import main
from generator.cli.guard import STOPPED
from generator.cli.new_review import WORDS
from generator.diagnostics import Severity
from generator.edit.new_review import FILES, LICENCES
from generator.entities.base import PLACEHOLDER, PLACEHOLDER_ADDRESS
from generator.library.kinds import KINDS, of_file
from generator.library.library import Library
from generator.site.build import build

pytestmark = pytest.mark.slow

TITLE = "Allotments: what ‘works’, for whom & “why” #1"
DOI = "10.1000/182"


def run(*words: str | Path, **more) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], **more)


def made(folder: Path, *options: str) -> Path:
    result = run("new", "review", folder, *options)
    assert result.exit_code == 0, result.output
    return folder


def contents(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {f.relative_to(folder).as_posix(): f.read_text(encoding="utf-8") for f in files}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review of which nothing was said."""
    return made(tmp_path_factory.mktemp("bare") / "review")


@pytest.fixture(scope="module")
def library(bare: Path) -> Library:
    library = check(bare).library
    assert library is not None
    return library


# What it holds


def test_nothing_is_wrong_with_it_but_what_is_to_be_written(bare: Path):
    found = check(bare).diagnostics
    assert {one.code for one in found} == {"placeholder"}
    assert all(one.severity is Severity.WARNING for one in found)
    assert {one.location.path for one in found} == {
        "seeds/review.yml",
        "seeds/attributes.yml",
        "theories/t01.yml",
        "interventions/i01.yml",
    }


def test_its_pages_can_be_made(bare: Path):
    site = build(bare).site
    assert site is not None
    paths = {page.address.path for page in site.pages if page.body}
    assert {"", "theories/t01/", "interventions/i01/", "article/", "cite/"} <= paths


def test_a_review_of_studies_alone_does_without_interventions(bare: Path, tmp_path: Path):
    root = copy_of(bare, tmp_path / "review")
    shutil.rmtree(root / "interventions")
    (root / "seeds/attributes.yml").unlink()
    assert run("new", "study", "--id", "plot-2019", "--root", root).exit_code == 0
    assert {one.code for one in check(root).diagnostics} == {"placeholder"}


def test_no_fact_is_invented(bare: Path):
    """What a reader would take for a fact is a placeholder; the rest are choices with a name."""
    review = yaml.safe_load((bare / "seeds/review.yml").read_text(encoding="utf-8"))
    source = review["source"]
    assert source["noun"] == "article"
    assert source["doi"] is None
    assert source["year"] == 0
    said = [review["title"], review["description"], review["licence"], review["home"]["lead"]]
    said += [source["title"], *source["authors"], source["journal"]]
    said += [section["title"] for section in source["sections"]]
    assert [text for text in said if not text.startswith(PLACEHOLDER)] == []
    assert review["address"] == PLACEHOLDER_ADDRESS
    assert review["repository"].startswith(PLACEHOLDER_ADDRESS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("year: 0", "year: 2024"),
        (f"address: {PLACEHOLDER_ADDRESS}\n", "address: https://plots.example/\n"),
        ("opens: To be written", "opens: Plots are shared"),
    ],
)
def test_a_placeholder_of_any_kind_is_told_of_until_it_is_written(bare, tmp_path, old, new):
    root = copy_of(bare, tmp_path / "review")
    before = check(root).diagnostics
    edit(root, ("seeds/review.yml", old, new))
    after = check(root).diagnostics
    assert len(set(before) - set(after)) == 1
    assert set(after) < set(before)


def test_the_files_have_the_form_of_all_files(bare: Path):
    result = run("format", "--check", "--root", bare)
    assert result.exit_code == 0, result.output


def test_no_name_is_left_unfilled(bare: Path):
    assert {
        p: found for p, t in contents(bare).items() if (found := re.findall(r"__\w+__", t))
    } == {}


def test_every_file_of_the_data_names_a_schema_that_lies_there(bare: Path, library: Library):
    files = contents(bare)
    for kind in KINDS:
        schema = json.loads(files[kind.schema_file])
        jsonschema.Draft202012Validator.check_schema(schema)
    data = {path: text for path, text in files.items() if of_file(path)}
    assert len(data) == 4
    for path, text in data.items():
        (named,) = re.findall(r"^# yaml-language-server: \$schema=(.*)$", text, re.M)
        assert (bare / path).parent.joinpath(named).resolve().is_file()


def test_editors_know_the_schema_of_every_file(bare: Path):
    settings = json.loads((bare / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {kind.schema_file: kind.files for kind in KINDS}
    assert json.loads((bare / ".vscode/extensions.json").read_text(encoding="utf-8"))


def test_what_is_installed_is_what_this_version_was_tested_with(bare: Path):
    locked = (ROOT / "requirements/site.txt").read_text(encoding="utf-8")
    assert (bare / "requirements.txt").read_text(encoding="utf-8") == locked
    version = re.search(r'^version = "(.*)"$', (ROOT / "pyproject.toml").read_text(), re.M)
    assert version is not None
    makefile = (bare / "Makefile").read_text(encoding="utf-8")
    assert f"REALIST ?= realist-site=={version[1]}\n" in makefile


def test_the_form_for_corrections_is_one_that_is_read(bare: Path):
    from generator.edit.from_form.form import LABELS

    path = ".github/ISSUE_TEMPLATE/correction.yml"
    theirs, ours = (yaml.safe_load((root / path).read_text()) for root in (bare, ROOT))
    fields = [(f["id"], f["attributes"]["label"]) for f in theirs["body"] if "id" in f]
    assert fields == list(LABELS.items())
    assert [f["id"] for f in ours["body"] if "id" in f] == list(LABELS)


def test_no_word_of_another_review_stands_in_it(bare: Path):
    files = {path: text for path, text in contents(bare).items() if not path.startswith("schema/")}
    for word in ("peer", "perinatal", "birth", "mother", "volunteer", "McLeish", "garden"):
        assert [path for path, text in files.items() if re.search(word, text, re.I)] == [], word


# What is said of it


def test_what_is_said_stands_where_it_belongs(tmp_path: Path):
    root = made(
        tmp_path / "review",
        *("--title", TITLE, "--doi", DOI, "--noun", "report", "--licence", "cc0-1.0"),
        *("--theory", "CMOC, CMOCs", "--intervention", "scheme, schemes", "--initial", "rough"),
    )
    library = check(root).library
    assert library is not None
    review = library.review
    assert (review.title, review.source.title) == (TITLE, TITLE)
    assert (review.source.doi, review.source.noun) == (DOI, "report")
    assert (review.licence, review.licence_url) == LICENCES["cc0-1.0"]
    assert (review.words.theory.one, review.words.theory.many) == ("CMOC", "CMOCs")
    assert review.words.intervention.many == "schemes"
    assert review.words.initial == "rough"
    assert review.words.format.one == "format"
    assert yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["site_name"] == TITLE
    assert TITLE in (root / "README.md").read_text(encoding="utf-8")
    assert "publicdomain/zero" in (root / "LICENCE.md").read_text(encoding="utf-8")
    assert (
        "each scheme" in (root / "CONTRIBUTING.md").read_text() + (root / "README.md").read_text()
    )
    assert not re.search("article", (root / "CONTRIBUTING.md").read_text())
    assert run("format", "--check", "--root", root).exit_code == 0


@pytest.mark.parametrize("title", ["__NOUN__", "{{ review }}", "a: b", "*x", "yes", "'", "0x1F"])
def test_a_title_may_hold_any_signs(tmp_path: Path, title: str):
    library = check(made(tmp_path / "review", "--title", title)).library
    assert library is not None
    assert library.review.title == title


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--title", "A <b>garden</b>"], "seeds/review.yml:7:8: error"),
        (["--title", "two\nlines"], "has more than one line"),
        (["--title", "turned\u202eround"], "hidden-character"),
        (["--doi", "https://doi.org/10.1000/182"], "Write 10.1000/182"),
        (["--theory", "CMOC"], "with a comma between them"),
        (["--licence", "mine"], "Invalid value for '--licence'"),
        (["--noun", "<i>"], "html-in-text"),
    ],
)
def test_an_answer_that_cannot_be_is_told_of_and_nothing_is_written(
    tmp_path: Path, options: list[str], told: str
):
    result = run("new", "review", tmp_path / "review", *options)
    assert result.exit_code == 2
    assert told in result.output
    assert "warning" not in result.output
    assert list(tmp_path.iterdir()) == []


# Where it is written


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    result = run("new", "review", tmp_path)
    assert result.exit_code == 2
    assert "holds something already" in result.output
    assert contents(tmp_path) == {"mine.txt": "mine"}


def test_a_file_is_no_folder(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    assert run("new", "review", tmp_path / "mine.txt").exit_code == 2
    assert contents(tmp_path) == {"mine.txt": "mine"}


def test_an_empty_folder_is_filled_and_one_that_is_not_there_is_made(tmp_path: Path):
    (tmp_path / "empty").mkdir()
    assert set(contents(made(tmp_path / "empty"))) == set(contents(made(tmp_path / "a/b")))


def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path: Path, monkeypatch):
    write = Path.write_text

    def fails(path: Path, *given, **more):
        if path.name == "i01.yml":
            raise OSError(28, "No space left on device")
        return write(path, *given, **more)

    monkeypatch.setattr(Path, "write_text", fails)
    result = run("new", "review", tmp_path / "review")
    assert result.exit_code == 1
    assert "nothing of it is left: [Errno 28] No space left" in result.output
    assert list(tmp_path.iterdir()) == []


# Questions


@pytest.fixture
def terminal(monkeypatch):
    """The runner's input, taken for that of a person at a terminal."""
    monkeypatch.setattr("generator.cli.new_review._is_asked", lambda: True)


def test_every_word_that_is_asked_for_can_be_given(tmp_path: Path):
    options = [part for key, usual in WORDS.items() for part in (f"--{key}", usual or "a word")]
    library = check(made(tmp_path / "review", *options)).library
    assert library is not None
    assert library.review.words.removed == "a word"


def test_in_a_terminal_it_asks_for_what_no_option_says(tmp_path: Path, terminal):
    answers = ["https://doi.org/1", DOI, "report", "mine", "cc-by-4.0", "", "CMOC", "CMOC, CMOCs"]
    root = tmp_path / "review"
    result = run("new", "review", root, "--title", TITLE, input="\n".join([*answers, *[""] * 12]))
    assert result.exit_code == 0, result.output
    assert "title: " not in result.output
    for told in ("A DOI without https://doi.org/", "One of: cc-by-4.0", "with a comma between"):
        assert told in result.output
    library = check(root).library
    assert library is not None
    assert (library.review.source.doi, library.review.source.noun) == (DOI, "report")
    assert library.review.words.theory.many == "CMOCs"


def test_whoever_stops_answering_has_nothing_to_clear_away(tmp_path: Path, terminal):
    assert run("new", "review", tmp_path / "review", input="Title\n").exit_code == STOPPED
    assert list(tmp_path.iterdir()) == []


def test_elsewhere_nothing_is_asked(tmp_path: Path):
    assert not sys.stdin.isatty()
    assert run("new", "review", tmp_path / "review", input="").exit_code == 0


def test_every_template_is_text(bare: Path):
    assert {f.relative_to(FILES).as_posix() for f in FILES.rglob("*") if f.is_file()} < set(
        contents(bare)
    )
