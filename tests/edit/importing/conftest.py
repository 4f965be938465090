from pathlib import Path

import pytest
from importing import Importer
from reviews import MENDING, copy_of, edit


@pytest.fixture
def importer(garden_copy: Path) -> Importer:
    return Importer(garden_copy)


@pytest.fixture
def mending(tmp_path: Path) -> Importer:
    """The second invented review without its claims; C has mechanisms without parts."""
    root = copy_of(MENDING, tmp_path / "mending")
    (root / "seeds/claims.yml").unlink()
    edit(
        root,
        ("seeds/ids.yml", "claims:\n  - k01\n", ""),
        ("theories/m04.yml", "    part: resource\n", ""),
        ("theories/m04.yml", "    part: response\n", ""),
        ("seeds/review.yml", "  includes:\n    studies: 3\n    at: [working 1.1]\n", ""),
    )
    return Importer(root)
