"""What `make bench` measures is what it says: a review of its size that is right and is counted."""

from pathlib import Path

import pytest
from bench_large import large

from generator.check.check import check

pytestmark = pytest.mark.slow

ITEMS = 90


def test_a_large_review_is_free_of_errors_and_its_claims_are_counted(tmp_path: Path) -> None:
    checked = check(large(tmp_path / "large", ITEMS))
    assert checked.diagnostics == ()
    assert checked.library is not None
    assert len(checked.library.theories) + len(checked.library.interventions) == ITEMS
    counted = {id for id, claim in checked.library.claims.items() if claim.check}
    assert counted
    assert set(checked.recounts) == counted
