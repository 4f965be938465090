"""The workflows, forms and hooks of the repository: valid, and nothing in them for a stranger."""

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from playwright._impl._driver import compute_driver_executable
from reviews import ROOT

from generator.edit.new_review import FILES

GITHUB = ROOT / ".github"
WORKFLOWS = {file.stem: file for file in sorted((GITHUB / "workflows").glob("*.yml"))}
NEW_REVIEW = {f.stem: f for f in sorted((FILES / ".github" / "workflows").glob("*.yml"))}
"""Those that `realist new review` writes."""
PRE_COMMIT = ROOT / ".pre-commit-config.yaml"
CI_PAGE = ROOT / "docs" / "contributing" / "ci.md"

NEEDED = {
    "check": {name: {"contents": "read"} for name in ("data", "code", "versions", "wheel")},
    "preview": {"preview": {"contents": "read"}},
    "comment": {"comment": {"actions": "read", "pull-requests": "write"}},
    "nightly": {
        "damage": {"contents": "read"},
        "chance": {"contents": "read"},
        "audit": {"contents": "read"},
        "pages": {"contents": "read"},
    },
    "publish": {
        "build": {"contents": "read"},
        "deploy": {"contents": "read", "pages": "write", "id-token": "write"},
    },
}
"""What each job may do, and nothing else."""
TRIGGERS = {
    "check": {"pull_request", "push"},
    "preview": {"pull_request"},
    "comment": {"workflow_run"},
    "nightly": {"schedule", "workflow_dispatch"},
    "publish": {"push"},
}
HARMLESS = (
    "${{ matrix.python }}",
    "${{ runner.temp }}",
    "${{ steps.deployment.outputs.page_url }}",
    "${{ github.token }}",
)
"""Expressions that hold nothing that a stranger has written."""


def read(name: str) -> dict:
    # YAML takes the key `on` for true.
    data = yaml.safe_load(WORKFLOWS[name].read_text(encoding="utf-8"))
    data["on"] = data.pop(True)
    return data


def steps(name: str) -> list[dict]:
    return [step for job in read(name)["jobs"].values() for step in job["steps"]]


def valid(schema: str, *files: Path) -> str:
    """What check-jsonschema says against a schema that comes with it; nothing where all is well."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    result = subprocess.run(
        [*command, *map(str, files)], check=False, capture_output=True, text=True
    )
    return "" if result.returncode == 0 else result.stdout + result.stderr


def test_these_are_all_workflows():
    assert set(WORKFLOWS) == set(NEEDED)


@pytest.mark.slow
@pytest.mark.parametrize(
    "schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"]
)
def test_workflows_are_valid(schema: str):
    assert valid(schema, *WORKFLOWS.values(), *NEW_REVIEW.values()) == ""


@pytest.mark.slow
def test_a_workflow_that_is_not_valid_would_be_found(tmp_path: Path):
    broken = tmp_path / "broken.yml"
    broken.write_text("on: [pull_request]\njobs: {a: {steps: [{run: x}]}}\n", encoding="utf-8")
    assert "runs-on" in valid("vendor.github-workflows", broken)


@pytest.mark.slow
def test_the_issue_form_is_valid():
    assert valid("vendor.github-issue-forms", GITHUB / "ISSUE_TEMPLATE" / "correction.yml") == ""


@pytest.mark.parametrize("name", NEEDED)
def test_jobs_may_do_what_they_need_and_no_more(name: str):
    workflow = read(name)
    assert workflow["permissions"] == {}
    assert {key: job["permissions"] for key, job in workflow["jobs"].items()} == NEEDED[name]


@pytest.mark.parametrize("name", NEEDED)
def test_workflows_start_at_what_they_should(name: str):
    assert set(read(name)["on"]) == TRIGGERS[name]
    assert "pull_request_target" not in WORKFLOWS[name].read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NEEDED)
def test_nothing_that_a_stranger_wrote_becomes_code(name: str):
    for step in steps(name):
        assert "${{" not in step.get("run", "")
        assert "${{" not in str(step.get("with", {}).get("script", ""))
        given = [value for value in step.get("with", {}).values() if isinstance(value, str)]
        found = [expression for value in given for expression in re.findall(r"\${{.*?}}", value)]
        assert set(found) <= {*HARMLESS, "${{ github.event.workflow_run.id }}"}


@pytest.mark.parametrize("name", NEEDED)
def test_no_workflow_has_secrets(name: str):
    assert "secrets" not in re.sub(r"#.*", "", WORKFLOWS[name].read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["check", "nightly", "preview", "publish"])
def test_a_checkout_leaves_no_token_behind(name: str):
    checkouts = [s for s in steps(name) if s.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("name", NEEDED)
def test_actions_are_those_of_github_pinned_by_their_hash_beside_which_stands_the_version(
    name: str,
):
    lines = WORKFLOWS[name].read_text(encoding="utf-8").splitlines()
    used = [line.partition("uses: ")[2] for line in lines if "uses: " in line]
    pinned = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert len(used) == sum("uses" in step for step in steps(name))
    assert [action for action in used if not pinned.fullmatch(action)] == []


def test_an_action_has_one_version_in_all_workflows():
    text = "".join(file.read_text(encoding="utf-8") for file in WORKFLOWS.values())
    used = set(re.findall(r"uses: (\S+ # \S+)", text))
    assert len({action.partition("@")[0] for action in used}) == len(used)


def test_the_job_that_may_write_runs_no_code_of_the_proposal():
    used = [step["uses"].partition("@")[0] for step in steps("comment")]
    assert used == ["actions/download-artifact", "actions/github-script"]
    (job,) = read("comment")["jobs"].values()
    assert "workflow_run.event == 'pull_request'" in job["if"]
    assert read("comment")["on"]["workflow_run"]["workflows"] == [read("preview")["name"]]


def test_what_is_uploaded_is_what_is_downloaded():
    uploaded = [s["with"] for s in steps("preview") if "upload-artifact" in s.get("uses", "")]
    assert [(u["name"], Path(u["path"]).name) for u in uploaded] == [
        ("site", "site"),
        ("diff", "diff.md"),
    ]
    assert steps("comment")[0]["with"]["name"] == "diff"


def test_publications_do_not_overtake_each_other():
    assert read("publish")["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert read("publish")["on"] == {"push": {"branches": ["main"]}}


@pytest.mark.parametrize("name", NEEDED)
def test_workflows_run_only_commands_that_anybody_can_run(name: str):
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    for step in steps(name):
        for target in re.findall(r"\bmake ([a-z-]+)", step.get("run", "")):
            assert target in targets


# Those of a new review


def jobs_of(name: str) -> dict[str, dict]:
    jobs: dict[str, dict] = yaml.safe_load(NEW_REVIEW[name].read_text(encoding="utf-8"))["jobs"]
    return jobs


@pytest.mark.slow
def test_what_lies_beside_the_workflows_of_a_new_review_is_valid():
    assert set(NEW_REVIEW) == {"check", "publish"}
    form = FILES / ".github" / "ISSUE_TEMPLATE" / "correction.yml"
    assert valid("vendor.github-issue-forms", form) == ""
    assert valid("vendor.dependabot", FILES / ".github" / "dependabot.yml") == ""


@pytest.mark.parametrize("name", NEW_REVIEW)
def test_workflows_of_a_new_review_may_do_no_more_than_ours(name: str):
    ours = {**NEEDED["publish"], "data": NEEDED["check"]["data"]}
    assert {key: job["permissions"] for key, job in jobs_of(name).items()} == {
        key: ours[key] for key in jobs_of(name)
    }
    assert yaml.safe_load(NEW_REVIEW[name].read_text(encoding="utf-8"))["permissions"] == {}
    for step in (step for job in jobs_of(name).values() for step in job["steps"]):
        assert "${{" not in step.get("run", "")
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_a_new_review_uses_the_actions_that_we_use():
    theirs, ours = (
        "".join(file.read_text(encoding="utf-8") for file in those.values())
        for those in (NEW_REVIEW, WORKFLOWS)
    )
    actions = re.compile(r"uses: (\S+ # \S+)")
    assert set(actions.findall(theirs)) <= set(actions.findall(ours))


# The script of comment.yml, run as the action runs it, with GitHub played by a few lines.

NODE = compute_driver_executable()[0]
"""The Node that Playwright brings along: GitHub runs the script with one, too."""
HARNESS = """
const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.env.RUNNER_TEMP = input.temp;
const calls = [];
const note = (name) => async (given) => { calls.push([name, given]); };
const issues = {
  listComments: 'comments', createComment: note('create'), updateComment: note('update'),
};
const rest = { pulls: { list: 'pulls' }, issues };
const github = { rest, paginate: async (what, given) => {
  calls.push([what, given]);
  return input[what];
} };
const core = { notice: (text) => calls.push(['notice', text]) };
const context = { repo: { owner: 'o', repo: 'r' }, payload: { workflow_run: input.run } };
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
new AsyncFunction('github', 'context', 'core', 'require', 'process', input.script)(
  github, context, core, require, process,
).then(() => console.log(JSON.stringify(calls)), (error) => {
  console.error(String(error));
  process.exit(1);
});
"""
MARK = "<!-- realist: what this changes -->"
RUN = {
    "pull_requests": [{"number": 7}],
    "head_sha": "abc",
    "head_branch": "fix",
    "head_repository": {"owner": {"login": "fork"}},
    "html_url": "https://ci.example/run/1",
}
BOT = {"login": "github-actions[bot]"}


@pytest.fixture
def commented(tmp_path: Path):
    """Runs the script of comment.yml over a text; gives the calls it made, by their names."""
    script = steps("comment")[1]["with"]["script"]

    def run(text, run=RUN, pulls=(), comments=()) -> dict:
        (tmp_path / "diff").mkdir(exist_ok=True)
        if text is not None:
            (tmp_path / "diff" / "diff.md").write_text(text, encoding="utf-8")
        given = {
            "temp": str(tmp_path),
            "script": script,
            "run": run,
            "pulls": list(pulls),
            "comments": list(comments),
        }
        result = subprocess.run(
            [NODE, "-e", HARNESS],
            check=False,
            input=json.dumps(given),
            capture_output=True,
            text=True,
        )
        if result.returncode:
            raise RuntimeError(result.stderr)
        return dict(json.loads(result.stdout))

    return run


def test_a_comment_is_made_once_and_then_kept_up_to_date(commented):
    created = commented("One theory changes.")["create"]
    assert created["issue_number"] == 7
    assert created["body"].startswith(MARK)
    assert "One theory changes." in created["body"]
    known = [{"id": 5, "user": BOT, "body": created["body"]}]
    calls = commented("Two theories change.", comments=known)
    assert calls["update"]["comment_id"] == 5
    assert "create" not in calls


def test_a_comment_of_somebody_else_is_never_changed(commented):
    others = [{"id": 6, "user": {"login": "somebody"}, "body": MARK}, {"id": 7, "user": None}]
    assert "create" in commented("Text.", comments=others)


def test_the_proposal_of_a_fork_is_found_by_its_newest_commit(commented):
    run = {**RUN, "pull_requests": []}
    pulls = [{"number": 8, "head": {"sha": "old"}}, {"number": 9, "head": {"sha": "abc"}}]
    calls = commented("Text.", run=run, pulls=pulls)
    assert calls["pulls"]["head"] == "fork:fix"
    assert calls["create"]["issue_number"] == 9


@pytest.mark.parametrize("number", ["7", "7; rm", 0, -1, 1.5, None])
def test_without_the_number_of_a_proposal_nothing_is_posted(commented, number):
    calls = commented("Text.", run={**RUN, "pull_requests": [{"number": number}]})
    assert set(calls) == {"notice"}


def test_without_a_proposal_nothing_is_posted(commented):
    run = {**RUN, "pull_requests": [], "head_repository": None}
    assert set(commented("Text.", run=run)) == {"pulls", "notice"}


def test_a_text_that_is_too_long_is_not_posted(commented):
    posted = commented("x" * 50_001)["create"]["body"]
    assert "xx" not in posted
    assert "more than a comment can hold" in posted


def test_a_link_out_of_the_folder_is_not_followed(commented, tmp_path: Path):
    (tmp_path / "diff").mkdir()
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "diff" / "diff.md").symlink_to(tmp_path / "secret")
    with pytest.raises(RuntimeError, match="no plain file"):
        commented(None)


def test_what_a_stranger_wrote_is_text_and_no_more(commented):
    text = (
        "<img src=x> ![y](http://a.example) [z](http://a.example) [w][1]\n[1]: http://a.example\n"
        "@everyone #18 a\u202eb <!-- realist: what this changes -->"
    )
    body = commented(text)["create"]["body"].removeprefix(MARK)
    posted, _, _ = body.partition("The site as it would be")
    assert "<" not in posted
    for live in ("![", "](", "][", "]:", "@everyone", "#18", "\u202e"):
        assert live not in posted


PRE_COMMIT_SHAPE = {
    "type": "object",
    "required": ["repos"],
    "properties": {
        "repos": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["repo", "hooks"],
                "properties": {"repo": {"const": "local"}, "hooks": {"type": "array"}},
                "additionalProperties": False,
            },
        }
    },
    "additionalProperties": False,
}
HOOK_SHAPE = {
    "type": "object",
    "required": ["id", "name", "entry", "language"],
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z-]+$"},
        "name": {"type": "string"},
        "entry": {"type": "string", "pattern": r"^\.venv/bin/realist [a-z]"},
        "language": {"const": "system"},
        "files": {"type": "string", "format": "regex"},
        "pass_filenames": {"const": False},
    },
    "additionalProperties": False,
}


def test_the_hooks_before_a_commit_have_the_shape_that_pre_commit_reads():
    """The shape as pre-commit documents it, as far as local hooks need it; no schema is at hand."""
    config = yaml.safe_load(PRE_COMMIT.read_text(encoding="utf-8"))
    jsonschema.validate(config, PRE_COMMIT_SHAPE)
    (repo,) = config["repos"]
    for hook in repo["hooks"]:
        jsonschema.validate(hook, HOOK_SHAPE)
        assert re.match(hook["files"], "theories/t04.yml")
        assert not re.match(hook["files"], "README.md")
    assert [hook["entry"].split()[1:] for hook in repo["hooks"]] == [
        ["check"],
        ["format", "--check"],
    ]


@pytest.mark.slow
def test_the_settings_for_gitlab_in_the_documentation_are_valid(tmp_path: Path):
    (block,) = re.findall(r"```yaml\n(.*?)```", CI_PAGE.read_text(encoding="utf-8"), re.S)
    file = tmp_path / ".gitlab-ci.yml"
    file.write_text(block, encoding="utf-8")
    assert valid("vendor.gitlab-ci", file) == ""
