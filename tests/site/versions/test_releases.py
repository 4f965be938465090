"""A released version is as it was, or the check says that it is not."""

import subprocess
from pathlib import Path

import pytest
from reviews import GARDEN, edit, keep, linked

from generator.files.archive import ArchiveError, digest, pack
from generator.site.build import build
from generator.site.inspection import inspect
from generator.site.versions import release_record, releases
from generator.site.versions.keeping import put_versions
from generator.site.versions.kept_states import written

pytestmark = pytest.mark.slow

SHARED = f"v/files/{releases.shared_name(b'', '.css')}"
RECORD = "seeds/releases.yml"


@pytest.fixture
def kept(garden_copy: Path) -> Path:
    """The garden with a version that is kept."""
    page = b"&#39;sha256-abc=&#39;"
    return keep(garden_copy, {"v/0.2.0/index.html": page, SHARED: b"", "review/x": b""})


def commit(root: Path) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run(["git", "-C", root, *who, *command], check=True, capture_output=True)


def told(root: Path) -> list[str]:
    return [d.message for d in inspect(root).diagnostics if d.code == "release-changed"]


def test_a_version_that_is_as_it_was_is_unfolded(kept: Path, tmp_path: Path):
    assert told(kept) == []
    recorded = inspect(kept).library.releases
    unfolded = releases.unfold(kept, recorded, tmp_path / "site")
    assert unfolded.scripts == {"'sha256-abc='"}
    assert unfolded.pages == {"": "0.2.0"}
    made = {f.relative_to(tmp_path / "site").as_posix() for f in (tmp_path / "site").rglob("*.*")}
    assert made >= {"v/0.2.0/index.html", SHARED}
    assert not (tmp_path / "site/review").exists()
    newest = releases.newest(kept, inspect(kept).library)
    assert newest is not None
    assert [newest.has(path) for path in ("", "methods/")] == [True, False]


def test_nothing_else_stays_where_versions_are_kept(kept: Path, tmp_path: Path):
    other = tmp_path / "site/v/0.2.0/other.html"
    other.parent.mkdir(parents=True)
    other.write_text("not of this version")
    releases.unfold(kept, inspect(kept).library.releases, tmp_path / "site")
    assert not other.exists()


def test_an_archive_that_is_another_one_stops_the_build(kept: Path):
    file = kept / release_record.archive("0.2.0")
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert told(kept) == [
        "Version 0.2.0 was released, and its archive is not the one that was recorded."
    ]
    assert build(kept).site is None


def test_an_archive_that_is_not_there_or_a_link_is_told_of(kept: Path):
    file = kept / release_record.archive("0.2.0")
    moved = file.rename(kept / "elsewhere")
    assert told(kept) == ["Version 0.2.0 was released, and its archive is not there."]
    file.symlink_to(moved)
    assert told(kept) == ["Version 0.2.0 was released, and its archive is not there."]


def test_an_older_archive_that_cannot_be_unpacked_is_told_of_where_it_is_unfolded(kept: Path):
    (kept / release_record.archive("0.1.0")).write_bytes(b"no archive")
    entry = f"- version: 0.1.0\n  date: 2022-02-01\n  digest: {digest(b'no archive')}\n"
    (kept / RECORD).write_text(entry + (kept / RECORD).read_text())
    said = written(linked(GARDEN), {})
    version_changes = b'{"version":"0.2.0","date":"2022-03-02","before":"","pages":{},"touched":[]}'
    archive = pack({"changes.json": version_changes, "entities.txt": said, "review/x": b""})
    (kept / release_record.archive("0.2.0")).write_bytes(archive)
    assert releases.newest(kept, inspect(kept).library) is None


@pytest.mark.parametrize("is_committed", [False, True])
def test_a_record_that_was_changed_with_its_archive_is_told_of(kept: Path, is_committed: bool):
    commit(kept)
    other = pack({"v/0.2.0/index.html": b"Something else."})
    before = digest((kept / release_record.archive("0.2.0")).read_bytes())
    (kept / release_record.archive("0.2.0")).write_bytes(other)
    edit(kept, (RECORD, before, digest(other)))
    if is_committed:
        commit(kept)
    assert told(kept) == ["The record of version 0.2.0 is not what it was."]


@pytest.mark.parametrize("knows", ["archive", "history"])
def test_a_record_with_another_date_is_told_of(kept: Path, knows: str):
    if knows == "history":
        archive = pack({"v/0.2.0/index.html": b""})
        (kept / release_record.archive("0.2.0")).write_bytes(archive)
        entry = f"- version: 0.2.0\n  date: 2022-03-02\n  digest: {digest(archive)}\n"
        (kept / RECORD).write_text(entry)
        commit(kept)
    edit(kept, (RECORD, "date: 2022-03-02", "date: 2022-03-01"))
    edit(kept, ("seeds/changes.yml", "date: 2022-03-02", "date: 2022-03-01"))
    assert told(kept) == ["The record of version 0.2.0 is not what it was."]


def test_a_record_that_was_deleted_is_told_of(kept: Path):
    commit(kept)
    (kept / RECORD).unlink()
    assert told(kept) == ["The record of version 0.2.0 is not what it was."]


def test_a_site_in_one_folder_knows_nothing_of_other_versions(kept: Path):
    paths = [
        {page.address.path for page in made.pages} | set(made.files)
        for made in (build(kept).site, build(kept, is_alone=True).site)
        if made is not None
    ]
    assert paths[0] - paths[1] >= {"versions/", "versions/0.2.0/index.html"}
    assert not [path for path in paths[1] if path.startswith("versions")]


@pytest.mark.parametrize("is_alone", [False, True])
def test_a_site_is_called_a_version_only_while_it_reads_as_that(kept: Path, is_alone: bool):
    def called() -> str:
        site = build(kept, is_alone=is_alone).site
        assert site is not None
        return site.edition.words

    assert called() == "version 0.2.0"
    doi = "- version: 0.2.0\n  doi: 10.5281/zenodo.123\n"
    edit(kept, ("seeds/changes.yml", "- version: 0.2.0\n", doi))
    assert called() == "version 0.2.0"
    edit(kept, ("theories/j01.yml", "text: She joins.", "text: She asks."))
    assert called() == "changed since version 0.2.0"


@pytest.mark.parametrize("path", ["v/0.1.0/index.html", "v/files/1.css", "v/index.html", SHARED])
def test_a_version_cannot_hold_what_belongs_to_another(kept: Path, tmp_path: Path, path: str):
    (kept / release_record.archive("0.2.0")).write_bytes(pack({path: b"x"}))
    with pytest.raises(ArchiveError, match="not its own"):
        releases.unfold(kept, inspect(kept).library.releases, tmp_path / "site")


def test_a_page_that_only_a_version_has_is_answered_for(kept: Path, tmp_path: Path):
    pages = ("methods/", "theories/j01/", "t/3/", "since/0.1.0/")
    archive = pack({f"v/0.2.0/{page}index.html": b"" for page in pages})
    (kept / release_record.archive("0.2.0")).write_bytes(archive)
    edit(kept, (RECORD, "digest: ", f"digest: {digest(archive)} # "))
    site = build(kept).site
    assert site is not None
    put_versions(site, kept, tmp_path)
    made = {f.relative_to(tmp_path).as_posix() for f in tmp_path.glob("[!v]*/**/*.html")}
    assert made == {"methods/index.html", "t/3/index.html"}
    text = (tmp_path / "methods/index.html").read_text(encoding="utf-8")
    assert 'href="../v/0.2.0/methods/"' in text
    assert 'href="../versions/"' in text
