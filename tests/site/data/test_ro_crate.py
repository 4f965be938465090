"""The folder of the data as an RO-Crate, read by the library of those who make them."""

from datetime import date
from pathlib import Path

import pytest
from reviews import MENDING, holding, linked
from rocrate.rocrate import ROCrate

from generator.check.recount import recount
from generator.citing.edition import Edition
from generator.entities import Release
from generator.entities.names import Organisation
from generator.library.kinds import REVIEW
from generator.site.data.downloads import downloads

RELEASE = Release(version="1.2.0", date=date(2022, 3, 2), changes=("Invented.",))


def crate(library, folder: Path, release: Release = RELEASE) -> ROCrate:
    """The data of a version as somebody has them who downloaded the folder."""
    for file in downloads(library, recount(library), Edition(release)):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        content = file.content()
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return ROCrate(folder / "data")


@pytest.mark.parametrize("which", ["garden", "mending"])
def test_it_names_every_file_of_the_folder_and_no_other(library, tmp_path: Path, which: str):
    read = crate(library if which == "garden" else linked(MENDING), tmp_path)
    told = {entity.id: entity for entity in read.data_entities}
    there = {f.relative_to(tmp_path / "data").as_posix() for f in tmp_path.rglob("*.*")}
    assert set(told) == there - {"ro-crate-metadata.json"}
    for id, entity in told.items():
        assert entity.type == "File"
        assert int(entity["contentSize"]) == (tmp_path / "data" / id).stat().st_size
    assert told["datapackage.json"]["encodingFormat"] == "application/json"


def test_it_says_who_made_what_when_from_what_and_how_it_may_be_used(library, tmp_path: Path):
    read = crate(library, tmp_path, RELEASE.model_copy(update={"doi": "10.5281/zenodo.123"}))
    root = read.root_dataset
    assert (root["version"], root["datePublished"]) == ("1.2.0", "2022-03-02")
    assert root["identifier"] == "https://doi.org/10.5281/zenodo.123"
    assert [author["familyName"] for author in root["author"]] == ["Gardener", "Example Sol"]
    assert root["publisher"]["name"] == library.review.organisation
    assert root["license"].id == library.review.licence_url
    assert root["license"]["name"] == "CC BY 4.0"
    assert root["usageInfo"]["description"] == library.review.licence
    assert root["isBasedOn"]["name"] == library.review.source.title
    assert root["isBasedOn"]["author"]


def test_an_organisation_among_its_makers_is_no_person(library, tmp_path: Path):
    authors = (Organisation(organisation="Example Trust"),)
    review = library.review.model_copy(update={"authors": authors})
    author = crate(holding(library, REVIEW, review), tmp_path).root_dataset["author"]
    assert (author.type, author["name"]) == ("Organization", "Example Trust")
    assert "familyName" not in author.properties()


def test_every_link_in_it_leads_to_something_that_it_describes(library, tmp_path: Path):
    read = crate(library, tmp_path)
    known = {entity.id for entity in read.get_entities()}

    def links(value):
        if isinstance(value, list):
            return {link for one in value for link in links(one)}
        return {value["@id"]} if isinstance(value, dict) else set()

    named = {
        link
        for entity in read.get_entities()
        for key, value in entity.properties().items()
        if key != "conformsTo"
        for link in links(value)
    }
    assert named <= known


def test_it_names_no_address_that_is_not_there_and_before_a_version_there_is_none(
    library, tmp_path: Path
):
    assert "url" not in crate(library, tmp_path).root_dataset.properties()
    assert not [
        file for file in downloads(library, recount(library), Edition()) if "ro-crate" in file.path
    ]
