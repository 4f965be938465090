from pathlib import Path

import pytest
from importing import Importer


@pytest.fixture
def importer(garden_copy: Path) -> Importer:
    return Importer(garden_copy)
