"""Files for reference managers, read back by programs that are not ours."""

import json
import subprocess
from dataclasses import replace
from datetime import date

import bibtexparser
import pypandoc
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, NormalizeFieldKeys

from generator.citing.files import FORMATS, bibtex, csl_json, ris
from generator.citing.record import Record
from generator.entities.names import Name

PAGE = Record(
    "theories-t04",
    is_page=True,
    title="Theory 4: 50 % of {this} & that_#~^\\x $1 “quoted”: naïve?",
    container="A site: what works, version 1.2.0",
    authors=(Name("van der Example", "Ann"), Name("Plato")),
    organisation="Trust & Sons",
    issued=date(2026, 3, 2),
    version="1.2.0",
    address="https://site.test/theories/t04/",
    language="en",
)
SOURCE = Record(
    "example2020",
    is_page=False,
    title="An article",
    container="A Journal",
    authors=(Name("Example", "Ann"), Name("Sample", "Bo")),
    issued=2020,
    address="https://doi.org/10.1000/x_1",
    doi="10.1000/x_1",
)


def by_pandoc(text: str, format: str) -> list[dict]:
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from", format, "--to=csljson"],
        input=text, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return json.loads(done.stdout)


def test_every_format_is_read_back_here():
    assert [format.make for format in FORMATS] == [ris, bibtex, csl_json]


def test_ris_is_read_as_it_was_meant():
    page, source = rispy.loads(ris([PAGE, SOURCE]))
    assert page["type_of_reference"] == "ELEC"
    assert page["title"] == PAGE.title
    assert page["authors"] == ["van der Example, Ann", "Plato"]
    assert page["secondary_title"] == PAGE.container
    assert (page["year"], page["date"]) == ("2026", "2026/03/02")
    assert page["urls"] == [PAGE.address]
    assert page["edition"] == "1.2.0"
    assert page["publisher"] == "Trust & Sons"
    assert source["type_of_reference"] == "JOUR"
    assert source["doi"] == SOURCE.doi
    assert source["secondary_title"] == "A Journal"
    assert source["year"] == "2020"


def test_bibtex_is_read_as_it_was_meant():
    plain = [NormalizeFieldKeys(), LatexDecodingMiddleware()]
    library = bibtexparser.parse_string(bibtex([PAGE, SOURCE]), append_middleware=plain)
    assert library.failed_blocks == []
    page, source = library.entries
    assert (page.entry_type, page.key) == ("misc", "theories-t04")
    assert page["publisher"] == "Trust & Sons"
    for sign in "%{}&_#~\\$“”ï":
        assert sign in page["title"], sign
    assert page["author"] == "van der Example, Ann and Plato"
    assert (page["year"], page["month"], page["day"]) == ("2026", "3", "2")
    assert page["url"] == PAGE.address
    assert (source.entry_type, source["doi"]) == ("article", SOURCE.doi)


@pytest.mark.parametrize(("make", "format"), [(bibtex, "biblatex"), (ris, "ris")])
def test_another_program_reads_the_same(make, format):
    page, source = by_pandoc(make([PAGE, SOURCE]), format)
    assert page["title"] == PAGE.title
    assert page["author"][0]["given"] == "Ann"
    assert page["issued"]["date-parts"][0][0] == 2026
    assert page["URL"] == PAGE.address
    assert source["DOI"] == SOURCE.doi
    assert source["type"] == "article-journal"


def test_csl_json_says_what_the_record_says():
    page, source = json.loads(csl_json([PAGE, SOURCE]))
    assert page["type"] == "webpage"
    assert page["title"] == PAGE.title
    assert page["author"] == [{"family": "van der Example", "given": "Ann"}, {"literal": "Plato"}]
    assert page["issued"] == {"date-parts": [[2026, 3, 2]]}
    assert source["issued"] == {"date-parts": [[2020]]}


def test_a_body_stands_for_authors_where_there_are_none():
    record = replace(PAGE, authors=())
    (item,) = json.loads(csl_json([record]))
    assert item["author"] == [{"literal": "Trust & Sons"}]
    assert "publisher" not in item
    assert "author = {{Trust \\& Sons}}" in bibtex([record])


def test_what_is_not_known_is_left_out():
    record = replace(PAGE, authors=(), organisation="", issued=None, version="", address="")
    text = ris([record]) + bibtex([record]) + csl_json([record])
    assert "UR  -" not in text
    assert "None" not in text
    assert "= {}" not in text
    assert set(json.loads(csl_json([record]))[0]) == {
        "id", "type", "title", "container-title", "language",
    }  # fmt: skip


def test_an_organisation_is_one_name_to_every_program():
    body = Name("Direção-Geral da Educação", is_organisation=True)
    record = replace(SOURCE, authors=(Name("Example", "Ann"), body))
    written = bibtex([record]), csl_json([record])
    for text, format in zip(written, ("biblatex", "csljson"), strict=True):
        assert by_pandoc(text, format)[0]["author"][1] == {"literal": body.family}
    assert rispy.loads(ris([record]))[0]["authors"] == ["Example, Ann", body.family]


def test_the_language_of_a_source_is_told_where_it_is_known():
    for known in (True, False):
        record = replace(SOURCE, language="pt" if known else "")
        assert ("LA  - pt" in ris([record])) is known
        assert ("LA  -" in ris([record])) is known
        assert (json.loads(csl_json([record]))[0].get("language") == "pt") is known
