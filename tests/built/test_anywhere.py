"""A site is built from any folder, in any environment, and writes nothing beside the site."""

import os
import shutil
from pathlib import Path

import pytest
from builds import BIN, GARDEN, realist, run
from killing import contents

ENVIRONMENTS = {
    "plain letters only": {"LANG": "C", "LC_ALL": "C"},
    "far in the east": {"TZ": "Pacific/Kiritimati"},
    "far in the west, and no such zone": {"TZ": "Nowhere/At_All"},
    "no git and no other program": {"PATH": str(BIN)},
}

# Root may write where its permissions say that it may not; here it may not, as anybody else.
WITH_USUAL_RIGHTS = (
    ("/usr/bin/setpriv", "--bounding-set=-dac_override") if os.geteuid() == 0 else ()
)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example review in a folder with a name that nobody thought of, without git."""
    folder = tmp_path_factory.mktemp("anywhere") / "Prüfung für „alle“ 評価" / "a review"
    return Path(shutil.copytree(GARDEN, folder, ignore=shutil.ignore_patterns("site")))


@pytest.fixture(scope="module")
def expected(review: Path) -> dict[str, bytes]:
    """The site as it is built where nothing is strange."""
    built = realist(review, review.parent / "first site")
    assert built.code == 0, built.output
    return contents(built.folder)


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_the_site_is_the_same_in_every_environment(
    review: Path, tmp_path: Path, expected: dict[str, bytes], environment: str
) -> None:
    built = realist(review, tmp_path / "späť, site", **ENVIRONMENTS[environment])
    assert built.code == 0, built.output
    assert contents(built.folder) == expected


def test_a_build_elsewhere_writes_nothing_into_the_review(review: Path, tmp_path: Path) -> None:
    before = contents(review), {str(f): f.stat().st_mtime_ns for f in review.rglob("*")}
    built = realist(review, tmp_path / "site")
    assert built.code == 0, built.output
    assert (contents(review), {str(f): f.stat().st_mtime_ns for f in review.rglob("*")}) == before


def test_a_review_that_cannot_be_written_is_built_elsewhere(review: Path, tmp_path: Path) -> None:
    command = (*WITH_USUAL_RIGHTS, BIN / "realist", "build")
    review.chmod(0o555)
    try:
        refused = run(*command, cwd=review)
        built = run(*command, "--site-dir", tmp_path / "site", cwd=review)
    finally:
        review.chmod(0o755)
    assert refused.returncode == 1
    assert "could not be made" in refused.stderr
    assert built.returncode == 0, built.stdout + built.stderr


def test_the_folder_of_the_review_may_be_named_from_where_one_is(
    review: Path, expected: dict[str, bytes]
) -> None:
    built = run("realist", "build", "--root", review.name, cwd=review.parent)
    assert built.returncode == 0, built.stderr
    assert contents(review / "site") == expected
    shutil.rmtree(review / "site")


def test_a_command_in_a_folder_of_the_review_finds_the_review(
    review: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    built = realist(review / "theories", tmp_path / "site")
    assert built.code == 0, built.output
    assert f"The review is in {review}." in built.output
    assert contents(built.folder) == expected
