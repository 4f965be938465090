"""What `make bench` measures is what it says: a review of its size that is right and is counted."""

from pathlib import Path
from urllib.parse import urljoin

import bench_process
import pytest
from bench_engines import Engine, by_turns, engines
from bench_large import SIZES, growth, large, table
from bench_process import BIN, FailedError, Took, run
from reviews import FRAGMENT, GARDEN, bodies, ids

from generator.site import in_sections
from generator.site.inspected_once import inspect_once

pytestmark = pytest.mark.slow

OURS, HUGO = "realist build", "Hugo, least layout, no search"


def test_a_large_review_is_free_of_errors_and_its_claims_are_counted(tmp_path: Path) -> None:
    items = sorted(SIZES)[1]
    root = large(tmp_path / "large", items)
    inspected = inspect_once(root)
    assert inspected.diagnostics == ()
    library = inspected.library
    assert library is not None
    assert min(len(library.theories), len(library.interventions)) > in_sections.WHOLE
    assert len(library.theories) + len(library.interventions) == items
    counted = {id for id, claim in library.claims.items() if claim.check}
    assert counted
    assert set(inspected.recounts) == counted
    made = bodies(root)
    there = {path: ids(body) for path, body in made.items()}
    assert any("part-" in path for path in made)
    links = {(path, *link) for path, body in made.items() for link in FRAGMENT.findall(body)}
    assert not [
        link
        for link in links
        if link[2] not in there.get(urljoin(f"/{link[0]}", link[1])[1:], set())
    ]


def test_a_table_has_a_line_for_each_engine_and_tells_which_one_failed():
    found = {
        OURS: Took(2, 4, 100, 10, 5),
        "another": Took(3, 2, 50, 10, 5),
        "a third": "is not installed",
    }
    _, *lines = (" ".join(line.split()) for line in table(found).splitlines())
    assert lines == [
        "realist build 2.00 (1.00) 4.00 (1.00) 100 (1.00) 10.0 (1.00) 5 (1.00)",
        "another 3.00 (1.50) 2.00 (0.50) 50 (0.50) 10.0 (1.00) 5 (1.00)",
        "a third is not installed",
    ]


def test_growth_is_one_in_a_straight_line_and_two_with_the_square():
    by_size = {
        10: {OURS: Took(1, 1, 1), "another": "failed"},
        40: {OURS: Took(4, 16, 1), "another": Took(1, 1, 1)},
    }
    lines = [" ".join(line.split()) for line in growth(by_size).splitlines()]
    assert lines == ["10 to 40", "realist build 1.00, 2.00", "another –"]


def test_an_engine_that_fails_is_told_and_the_others_go_on(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(bench_process, "LIMIT", 1)
    (tmp_path / "site").mkdir()
    found = by_turns(
        {
            OURS: Engine(("true",), tmp_path),
            "wrong": Engine(("sh", "-c", "echo why; echo no >&2; exit 3"), tmp_path),
            "none": Engine(("no-such-engine",), tmp_path),
            "slow": Engine(("sleep", "60"), tmp_path, (tmp_path / "site",)),
            "warm": Engine(("true",), tmp_path, (tmp_path / "site",), is_warm=True),
            "right": Engine(("true",), tmp_path),
        },
        others=1,
    )
    assert isinstance(found.pop(OURS), Took)
    assert isinstance(found.pop("right"), Took)
    assert found == {
        "wrong": "failed: no",
        "none": "is not installed",
        "slow": "ran longer than 1 s",
        "warm": "had nothing to go on from",
    }
    told = capsys.readouterr().err
    assert told.count(OURS) == 3
    assert told.count("right") == told.count("wrong: failed: no") == 1


def test_ours_may_not_fail(tmp_path):
    with pytest.raises(FailedError):
        by_turns({OURS: Engine(("false",), tmp_path)}, others=1)


def test_memory_is_that_of_all_processes_together(tmp_path):
    one = "python -c 'import time; much = b\"x\" * 60_000_000; time.sleep(0.5)'"
    took = run("sh", "-c", f"{one} & {one}; wait", cwd=tmp_path)
    assert took.memory > (120 if Path("/proc/self/smaps_rollup").exists() else 60)


def test_hugo_builds_the_same_pages_where_it_is_installed(tmp_path, monkeypatch):
    (tmp_path / "realist").symlink_to(BIN / "realist")
    monkeypatch.setattr(bench_process, "BIN", tmp_path)
    hugo = tmp_path / "hugo"
    hugo.write_text("#!/bin/sh\ncp -r content public; mv public/_index.md public/index.html\n")
    hugo.chmod(0o755)
    there = engines(GARDEN, tmp_path / "made")
    assert there[HUGO].build().pages == 1
    content = tmp_path / "made/hugo/content"
    assert {"_index.md", "theories"} <= {file.name for file in content.iterdir()}
    hugo.write_text("#!/bin/sh\necho no layout; exit 1\n")
    found = by_turns({OURS: Engine(("true",), tmp_path), HUGO: there[HUGO]}, others=1)
    assert found[HUGO] == "failed: no layout"
