"""What archives and hosts of code read of a version."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.citing.deposit import CITATION, ZENODO, deposits
from generator.entities import Release, Review

RELEASE = Release(version="1.2.0", date=date(2022, 3, 2), changes=("Invented.",))


def review_with(library, **values) -> Review:
    return library.review.model_copy(update=values)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"address": "https://gardens.test/site/", "organisation": None},
        {"authors": (), "organisation": "Example Garden Trust", "licence_url": None},
        {"licence_url": "https://gardens.test/licence"},
    ],
    ids=["as it is", "with an address", "of a body", "of another licence"],
)
def test_a_checker_of_the_format_finds_nothing_wrong(library, tmp_path: Path, values):
    release = RELEASE.model_copy(update={"doi": "10.5281/zenodo.123"})
    file = tmp_path / CITATION
    file.write_text(deposits(review_with(library, **values), release)[CITATION], encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema"]
    command += ["--builtin-schema", "vendor.citation-file-format", str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_it_names_the_version_its_day_and_the_source(library):
    about = yaml.safe_load(deposits(library.review, RELEASE)[CITATION])
    assert (about["version"], about["date-released"]) == ("1.2.0", "2022-03-02")
    assert about["references"][0]["title"] == library.review.source.title
    assert "doi" not in about


def test_while_the_address_is_none_no_file_names_it(library):
    assert not library.review.has_address
    for text in deposits(library.review, RELEASE).values():
        assert ".example" not in text
    there = review_with(library, address="https://gardens.test/")
    assert yaml.safe_load(deposits(there, RELEASE)[CITATION])["url"] == "https://gardens.test/"


def test_zenodo_is_told_who_made_it_and_what_it_rests_on(library):
    source = library.review.source.model_copy(update={"doi": "10.1000/182"})
    about = json.loads(deposits(review_with(library, source=source), RELEASE)[ZENODO])
    assert [creator["name"] for creator in about["creators"]] == [
        "Gardener, Example",
        "Example Sol, Another",
    ]
    assert about["related_identifiers"][0]["identifier"] == "10.1000/182"
    assert about["version"] == "1.2.0"


def test_zenodo_knows_every_field(library):
    """The fields that https://developers.zenodo.org/#deposit-metadata documents."""
    known = "upload_type title description creators version publication_date language license"
    about = json.loads(deposits(library.review, RELEASE)[ZENODO])
    assert set(about) <= {*known.split(), "related_identifiers"}
    assert {key for creator in about["creators"] for key in creator} == {"name"}
    for needed in ("upload_type", "title", "description", "creators"):
        assert about[needed]


def test_of_a_review_that_names_nobody_there_are_none(library):
    assert deposits(review_with(library, authors=(), organisation=None), RELEASE) == {}
