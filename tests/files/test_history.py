"""What a check and a release know of the history where git does not answer."""

from pathlib import Path

import pytest
from reviews import found

from generator.files.history import uncommitted


@pytest.mark.parametrize("program", ["#!/bin/sh\nexec sleep 60\n", "#!/nowhere/sh\n"])
def test_nobody_waits_for_a_git_that_hangs_or_cannot_be_run(
    garden_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
):
    (garden_copy / ".git").mkdir()
    (tmp_path / "git").write_text(program)
    (tmp_path / "git").chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.setattr("generator.files.history._PATIENCE", 0.2)
    assert found(garden_copy) == []
    assert uncommitted(garden_copy) is None
