"""The sections of a source, proposed from its text, are those that are then found in it."""

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import GARDEN, SOURCE

from generator.check.verify import read_source
from generator.cli import main
from generator.edit.source_outline import as_yaml, outline
from generator.entities.source import Source

RECORD = {"noun": "report", "title": "T", "authors": ["A"], "journal": "J", "year": 2020}


def source(text: str) -> Source:
    sections = yaml.safe_load(as_yaml(outline(text)))["sections"]
    return Source.model_validate({**RECORD, "last-search": "never", "sections": sections})


def test_the_sections_of_the_example_are_proposed_as_they_stand_in_its_review():
    review = yaml.safe_load((GARDEN / "seeds/review.yml").read_text(encoding="utf-8"))
    sections = yaml.safe_load(as_yaml(outline(SOURCE.read_text(encoding="utf-8"))))["sections"]

    def shape(listed):
        return [
            (
                s["title"],
                [p["sentences"] for p in s["paragraphs"]],
                len(s.get("captions", [])),
            )
            for s in listed
        ]

    assert shape(sections) == shape(review["source"]["sections"])


WORD = st.sampled_from(["Table", "Gardens", "grow", "e.g.", "two", "“Well”,", "[3]", "it:", "Fig."])
LINE = st.lists(WORD, min_size=1, max_size=20).map(" ".join)


@pytest.mark.slow
@settings(max_examples=300)
@given(st.lists(st.one_of(LINE, LINE.map(lambda line: line + "."), st.just("")), max_size=12))
def test_what_is_proposed_is_found_in_the_text_again(lines):
    text = "\n".join([*lines, "A last sentence stands here."])
    proposed = source(text)
    known, missing = read_source(text, proposed)
    assert missing == []
    for section in proposed.sections:
        for number, paragraph in enumerate(section.paragraphs, 1):
            assert len(known[section.id, number]) == paragraph.sentences


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("Table 2. Clubs and their rhythms", True),
        ("Table 2 Clubs and their rhythms.", True),
        ("Table 2 clubs and their rhythms", True),
        ("Fig. 1", True),
        ("Table 2 shows the clubs. It has four rows.", False),
        ("Figure 1, drawn by hand, shows the clubs.", False),
    ],
)
def test_a_sentence_that_begins_with_a_table_is_no_caption(line, is_caption):
    (section,) = outline(f"Findings\nA first one.\n{line}\nA last one.")
    assert len(section.captions) == is_caption
    assert len(section.paragraphs) == 3 - is_caption


def test_headings_that_are_left_out_are_named(tmp_path):
    file = tmp_path / "source.txt"
    file.write_text("Article 1\nFindings\nThey grew.\nThanks\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["source", str(file)])
    assert [s["id"] for s in yaml.safe_load(result.stdout)["sections"]] == ["findings"]
    assert "Left out, since no paragraph follows: Article 1; Thanks." in result.stderr


def test_the_command_prints_yaml_and_says_what_to_do_with_it(tmp_path):
    result = CliRunner().invoke(main, ["source", str(SOURCE)])
    assert result.exit_code == 0
    assert yaml.safe_load(result.stdout)["sections"][0]["id"] == "introduction"
    assert "realist verify-source" in result.stderr


@pytest.mark.parametrize(
    ("content", "message"), [(b"\xff\xfe", "not UTF-8"), (b" \n", "holds no paragraph")]
)
def test_a_file_that_holds_no_text_is_refused_in_words(tmp_path, content, message):
    file = tmp_path / "source.txt"
    file.write_bytes(content)
    result = CliRunner().invoke(main, ["source", str(file)])
    assert result.exit_code == 2
    assert message in result.output


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_mark_that_notepad_puts_first_is_no_part_of_the_first_heading(tmp_path, encoding):
    file = tmp_path / "source.txt"
    file.write_text("Abstract\nOne sentence is here. And another.\n", encoding=encoding)
    result = CliRunner().invoke(main, ["source", str(file)])
    assert "title: Abstract" in result.stdout
    assert "\ufeff" not in result.stdout
