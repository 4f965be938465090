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


@pytest.mark.slow
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
    source = library.review.source.model_copy(update={"url": "https://library.test/10630/1"})
    values = {"source": source, **values}
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
    kept = "https://gardens.test/v/1.2.0/"
    assert yaml.safe_load(deposits(there, RELEASE)[CITATION])["url"] == kept
    (site,) = json.loads(deposits(there, RELEASE)[ZENODO])["related_identifiers"]
    assert (site["relation"], site["identifier"]) == ("isSourceOf", kept)


def test_zenodo_is_told_who_made_it_and_what_it_rests_on(library):
    source = library.review.source.model_copy(update={"doi": "10.1000/182"})
    about = json.loads(deposits(review_with(library, source=source), RELEASE)[ZENODO])
    assert [creator["name"] for creator in about["creators"]] == [
        "Gardener, Example",
        "Example Sol, Another",
    ]
    assert about["related_identifiers"][0]["identifier"] == "10.1000/182"
    assert about["version"] == "1.2.0"


def test_zenodo_knows_every_field_and_value(library):
    """Those that https://developers.zenodo.org/#deposit-metadata documents."""
    source = library.review.source.model_copy(update={"doi": "10.1000/182"})
    review = review_with(library, source=source, address="https://gardens.test/")
    about = json.loads(deposits(review, RELEASE)[ZENODO])
    needed = "upload_type publication_date title creators description access_right license"
    assert all(about[field] for field in needed.split())
    assert set(about) - set(needed.split()) == {
        "version", "language", "notes", "related_identifiers"
    }  # fmt: skip
    assert (about["upload_type"], about["access_right"]) == ("dataset", "open")
    assert (about["language"], about["publication_date"]) == ("eng", "2022-03-02")
    assert {key for creator in about["creators"] for key in creator} == {"name"}
    related = about["related_identifiers"]
    assert {key for one in related for key in one} == {"identifier", "relation", "resource_type"}
    assert {one["relation"] for one in related} == {"isDerivedFrom", "isSourceOf"}
    assert {one["resource_type"] for one in related} == {"publication-article", "other"}


def test_zenodo_takes_what_allows_html_for_the_text_that_it_is(library):
    review = review_with(library, description="Beds & <b>borders</b>", licence="Ours & yours.")
    about = json.loads(deposits(review, RELEASE)[ZENODO])
    assert about["description"] == "Beds &amp; &lt;b&gt;borders&lt;/b&gt;"
    assert about["notes"] == "Ours &amp; yours."


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "cc-by-4.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/", "cc-by-sa-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "cc0-1.0"),
        ("https://gardens.test/licence", "notspecified"),
        (None, "notspecified"),
    ],
)
def test_zenodo_is_told_no_other_licence_than_the_review_has(library, licence, told):
    """Its names: legacy_to_rdm_map.json in https://github.com/zenodo/zenodo-rdm."""
    about = json.loads(deposits(review_with(library, licence_url=licence), RELEASE)[ZENODO])
    assert about["license"] == told


def test_of_a_review_that_names_nobody_there_are_none(library):
    assert deposits(review_with(library, authors=(), organisation=None), RELEASE) == {}
