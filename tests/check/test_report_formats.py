"""What machines read, and what the command line says of files, formats and colours."""

import json
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from reviews import GARDEN, edit

from generator.check.report import as_text
from generator.check.report_formats import as_github, as_json, as_sarif, json_schema
from generator.cli import main
from generator.cli.common import colored
from generator.diagnostics import CODES, Diagnostic, Location

DIAGNOSTICS = st.builds(
    Diagnostic,
    st.builds(Location, st.text(min_size=1), st.integers(1, 999), st.integers(1, 999)),
    st.sampled_from(sorted(CODES)),
    st.text(min_size=1),
    st.text(),
    st.text(),
)
SCHEMA = json_schema("https://garden-review.example/")
J01 = "theories/j01.yml"


@pytest.fixture
def broken(garden_copy: Path) -> Path:
    """A garden with one error in each of two files."""
    return edit(
        garden_copy,
        (J01, "change: retained", "change: kept"),
        ("seeds/findings.yml", "theories: [gx1]", "theories: [gx9]"),
    )


def run(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(main, ["check", *map(str, arguments)])


def places(result: Result) -> set[str]:
    """The files of which a report in JSON tells."""
    return {Path(found["file"]).name for found in json.loads(result.stdout)["diagnostics"]}


@pytest.mark.slow
@given(found=st.lists(DIAGNOSTICS, max_size=4))
def test_json_is_as_its_schema_says_and_holds_everything(found: list[Diagnostic]):
    report = json.loads(as_json(found))
    jsonschema.validate(report, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert report["errors"] + report["warnings"] == len(found)
    assert [told["message"] for told in report["diagnostics"]] == [one.message for one in found]


def test_the_schema_of_the_report_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"format": 2}, SCHEMA)


@given(found=st.lists(DIAGNOSTICS, max_size=4))
def test_an_annotation_is_one_line_that_says_everything(found: list[Diagnostic]):
    lines = as_github(found).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(found)
    for line, one in zip(lines, found, strict=True):
        command, _, message = line.removeprefix("::").partition("::")
        severity, _, listed = command.partition(" ")
        properties = dict(pair.split("=", 1) for pair in listed.split(","))
        assert severity == one.severity
        assert unquote(properties["file"], errors="surrogatepass") == unquoted(one.location.path)
        assert properties["line"] == str(one.location.line)
        assert properties["title"] == one.code
        assert "\r" not in message
        assert message.startswith(one.message.replace("%", "%25")[:1].replace("\n", "%0A")[:1])


def unquoted(text: str) -> str:
    """What is left of a text that was quoted and unquoted: percent signs count for themselves."""
    return unquote(text.replace("%", "%25"), errors="surrogatepass")


def test_an_annotation_word_for_word():
    one = Diagnostic(Location("a,b:c.yml", 3, 7), "empty", "100% wrong,\r\nreally: yes", "x", "y")
    assert as_github([one], "garden/") == (
        "::error file=garden/a%2Cb%3Ac.yml,line=3,col=7,title=empty::"
        "100%25 wrong,%0D%0Areally: yes%0AExpected: x%0ARemedy: y\n"
    )
    warning = Diagnostic(Location("a.yml"), "placeholder", "w")
    assert as_github([warning]).startswith("::warning file=a.yml,line=1,col=1,")


@given(found=st.lists(DIAGNOSTICS, max_size=4))
def test_sarif_has_the_structure_of_its_standard(found: list[Diagnostic]):
    log = json.loads(as_sarif(found, "garden/"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    assert run["columnKind"] == "unicodeCodePoints"
    for result, one in zip(run["results"], found, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == one.code
        assert result["level"] == one.severity
        assert result["message"]["text"].startswith(one.message)
        [place] = result["locations"]
        place = place["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == "garden/" + one.location.path
        assert place["region"] == {
            "startLine": one.location.line,
            "startColumn": one.location.column,
        }


def test_every_rule_of_sarif_helps():
    for rule in json.loads(as_sarif([]))["runs"][0]["tool"]["driver"]["rules"]:
        assert set(rule) <= {
            "id", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration",
        }  # fmt: skip
        assert rule["defaultConfiguration"]["level"] in ("error", "warning")
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert "```yaml\n" in rule["help"]["markdown"]


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_a_report_for_machines_goes_to_the_output_and_fails_alike(broken: Path, form: str):
    result = run("--root", broken, "--format", form)
    assert result.exit_code == 1
    assert result.stderr == ""
    assert J01 in result.stdout


def test_machines_get_paths_from_where_the_command_ran(
    broken: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(broken)
    assert f"file={J01}," in run("--format", "github").stdout
    monkeypatch.chdir(broken.parent)
    assert f"file=garden/{J01}," in run("--root", "garden", "--format", "github").stdout


def test_where_nothing_is_wrong_machines_still_get_a_report(garden_copy: Path):
    (garden_copy / "interventions" / "s03.yml").write_text(
        (GARDEN / "interventions/s03.yml")
        .read_text()
        .replace("- name", "- name\n  - members-nearby")
    )
    result = run("--root", garden_copy, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["diagnostics"] == []
    assert run("--root", garden_copy, "--format", "github").stdout == ""


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([J01], {"j01.yml"}),
        (["seeds/findings.yml"], {"findings.yml"}),
        ([J01, "seeds/findings.yml"], {"j01.yml", "findings.yml"}),
        (["theories/j02.yml"], set()),
    ],
)
def test_only_the_named_files_are_told_of(broken: Path, files: list[str], told: set[str]):
    result = run(*(broken / file for file in files), "--root", broken, "--format", "json")
    assert places(result) == told
    assert result.exit_code == (1 if told else 0)


def test_a_named_file_is_held_against_all_others(garden_copy: Path):
    edit(garden_copy, ("seeds/findings.yml", "theories: [g01, g02]", "theories: [g01, g99]"))
    result = run(garden_copy / "seeds/findings.yml", "--root", garden_copy)
    assert "There is no theory “g99”" in result.stderr
    quiet = run(garden_copy / "theories/g01.yml", "--root", garden_copy)
    assert quiet.exit_code == 0
    assert quiet.stdout == "Nothing is wrong in theories/g01.yml.\n"


def test_what_keeps_a_named_file_from_being_judged_is_told_too(broken: Path):
    (broken / "seeds" / "attributes.yml").unlink()
    result = run(broken / "theories/j02.yml", "--root", broken, "--format", "json")
    assert places(result) == {"attributes.yml"}
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("theories/j09.yml", "is no file of this review"),
        ("theories/j01.yaml", "Did you mean “theories/j01.yml”"),
        ("mkdocs.yml", "is no file of this review"),
        ("../outside.yml", "is no file of this review"),
    ],
)
def test_an_unknown_file_is_a_wrong_use(garden_copy: Path, file: str, words: str):
    result = run(garden_copy / file, "--root", garden_copy)
    assert result.exit_code == 2
    assert words in result.stderr


def test_files_are_named_from_where_the_command_runs(broken: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(broken / "theories")
    assert places(run("j01.yml", "--root", "..", "--format", "json")) == {"j01.yml"}


def test_colours_are_only_added_and_only_where_wanted(broken: Path):
    plain, colour = run("--root", broken), run("--root", broken, "--color")
    assert "\x1b[" not in plain.stderr
    assert "\x1b[1;31m" in colour.stderr
    without = colour.stderr
    for style in ("1;31", "1;33", "1;36", "1", "2", "0"):
        without = without.replace(f"\x1b[{style}m", "")
    assert without == plain.stderr
    assert "\x1b[" not in run("--root", broken, "--color", NO_COLOR="1").stderr
    assert "\x1b[" not in run("--root", broken, "--color", TERM="dumb").stderr


@pytest.mark.parametrize(
    ("wanted", "terminal", "environment", "is_colored"),
    [
        (None, True, {}, True),
        (None, False, {}, False),
        (None, True, {"NO_COLOR": "1"}, False),
        (None, True, {"NO_COLOR": ""}, True),
        (False, True, {}, False),
        (True, False, {}, True),
    ],
)
def test_colours_are_for_terminals(
    wanted: bool | None,
    terminal: bool,
    environment: dict[str, str],
    is_colored: bool,
    monkeypatch: pytest.MonkeyPatch,
):
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal, raising=False)
    assert colored(wanted) is is_colored


def test_a_report_says_where_to_learn_more(broken: Path):
    assert run("--root", broken).stderr.endswith("Run realist check --explain CODE for more.\n")
    assert "--explain" not in as_text([], broken)
