"""Rows of files that belong to the source, as places of it."""

import pytest
from reviews import edit, found

from generator.entities.locators import LocatorRangeError, anchor, check, label, parse
from generator.entities.source import SourceFile


@pytest.fixture
def source(library):
    files = (SourceFile(id="additional-file-5", label="Additional File 5"),)
    return library.review.source.model_copy(update={"files": files})


def test_a_row_of_a_file_is_a_place_with_a_name_and_an_address(source):
    check(parse("additional-file-5 row-3"), source)
    assert label("additional-file-5 row-3", source) == "Additional File 5, row 3"
    assert anchor("additional-file-5 row-3") == "additional-file-5-row-3"


@pytest.mark.parametrize(
    "locator",
    ["additional-file-5 row-0", "additional-file-5 3", "additional-file-5 table-1",
     "additional-file-5 row-", "additional-file-5 row-03", "additional-file-6 row-3"],
)  # fmt: skip
def test_what_is_no_row_of_a_listed_file_is_refused(source, locator):
    with pytest.raises(LocatorRangeError):
        check(parse(locator), source)


def test_a_file_that_the_review_does_not_list_is_an_error(garden_copy):
    edit(
        garden_copy,
        ("theories/j01.yml", "at: [findings 2.2]\n  - id: c2", "at: [af-5 row-1]\n  - id: c2"),
    )
    assert found(garden_copy) == ["theories/j01.yml:22 locator-range"]
