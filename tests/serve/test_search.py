"""The search of a served site has all files that a page of it loads, and no others."""

from contextlib import closing
from pathlib import Path

import pytest
from reviews import GARDEN

from generator.serve.search import Search
from generator.site.search import DIALOG, FOLDER

pytestmark = pytest.mark.slow


def test_it_gives_the_index_and_the_dialog_and_nothing_else(garden_copy: Path):
    (garden_copy / "mkdocs.yml").write_bytes((GARDEN / "mkdocs.yml").read_bytes())
    with closing(Search(garden_copy)) as search:
        assert search.answer("assets/search.js") is None
        files = (f"{FOLDER}/pagefind.js", f"{DIALOG}.js", f"{DIALOG}.css")
        assert all(search.answer(file) for file in files)
        assert search.answer(f"{FOLDER}/../index.html") is None
