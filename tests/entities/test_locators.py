import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.entities.locators import (
    WHOLE,
    LocatorFormError,
    LocatorRangeError,
    anchor,
    anchors,
    check,
    label,
    labels,
    parse,
)
from generator.entities.source import Source

NAMES = st.from_regex(r"[a-z][a-z0-9]{0,4}(-[a-z][a-z0-9]{0,3})?", fullmatch=True)


@st.composite
def sources(draw) -> Source:
    sections = [
        {
            "id": id,
            "title": f"Title of {id}",
            "paragraphs": [
                {"sentences": n, "opens": "x"}
                for n in draw(st.lists(st.integers(1, 5), min_size=1, max_size=4))
            ],
            "captions": [
                {"id": c, "label": f"caption of {c}", "rows": draw(st.none() | st.integers(1, 4))}
                for c in draw(st.lists(NAMES, max_size=2, unique=True))
            ],
        }
        for id in draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    ]
    return Source.model_validate(
        {
            "noun": "report", "title": "t", "authors": ["a"], "journal": "j", "year": 2020,
            "last-search": "never", "sections": sections,
        }
    )  # fmt: skip


def all_places(source: Source):
    """Every locator that there is, with its section, its words, and its fragment."""
    for section in source.sections:
        for caption in section.captions:
            yield f"{section.id} {caption.id}", section, caption.label, caption.id
            for row in range(1, (caption.rows or 0) + 1):
                one = f"{section.id} {caption.id}.{row}"
                yield one, section, f"{caption.id}, row {row}", f"{caption.id}.{row}"
                for last in range(row + 1, (caption.rows or 0) + 1):
                    words = f"{caption.id}, rows {row} to {last}"
                    yield f"{one}-{last}", section, words, caption.id
        for number, paragraph in enumerate(section.paragraphs, 1):
            words = f"paragraph {number}"
            yield f"{section.id} {number}", section, words, str(number)
            for first in range(1, paragraph.sentences + 1):
                sentence = f"{words}, sentence {first}"
                yield f"{section.id} {number}.{first}", section, sentence, str(number)
                for last in range(first + 1, paragraph.sentences + 1):
                    both = f"{words}, sentences {first} to {last}"
                    yield f"{section.id} {number}.{first}-{last}", section, both, str(number)


@given(source=sources())
def test_every_place_of_a_source_is_accepted_and_named_in_words(source: Source):
    for locator, section, words, fragment in all_places(source):
        check(parse(locator), source)
        assert label(locator, source) == f"Title of {section.id}, {words}"
        assert anchor(locator) == f"{section.id}-{fragment}"


@given(source=sources())
def test_two_places_never_have_the_same_words(source: Source):
    labels = [label(locator, source) for locator, *_ in all_places(source)]
    assert len(labels) == len(set(labels))


@given(
    source=sources(),
    paragraph=st.integers(0, 7),
    first=st.integers(0, 7),
    last=st.none() | st.integers(0, 7),
)
def test_a_place_is_refused_exactly_where_there_is_none(source, paragraph, first, last):
    section = source.sections[0].id
    locator = f"{section} {paragraph}.{first}" + ("" if last is None else f"-{last}")
    known = {place for place, *_ in all_places(source)}
    same = f"{section} {paragraph}.{first}" if first == last else locator
    if same in known:
        check(parse(locator), source)
    else:
        with pytest.raises(LocatorRangeError):
            check(parse(locator), source)


@given(source=sources(), row=st.integers(0, 6), last=st.none() | st.integers(0, 6))
def test_a_row_is_refused_exactly_where_there_is_none(source, row, last):
    for section in source.sections:
        for caption in section.captions:
            locator = f"{section.id} {caption.id}.{row}" + ("" if last is None else f"-{last}")
            if 1 <= row <= (row if last is None else last) <= (caption.rows or 0):
                check(parse(locator), source)
            else:
                with pytest.raises(LocatorRangeError, match=caption.id):
                    check(parse(locator), source)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (["sureness table-2"], [("Table 2", "sureness-table-2")]),
        (["sureness table-2.4"], [("Table 2, row 4", "sureness-table-2.4")]),
        (["sureness table-2.4-6"], [("Table 2, rows 4 to 6", "sureness-table-2")]),
        (
            ["sureness table-2.1", "sureness table-2.4-6"],
            [("Table 2, rows 1 and 4 to 6", "sureness-table-2")],
        ),
        (["sureness table-2.1", "sureness table-2"], [("Table 2", "sureness-table-2")]),
    ],
)
def test_rows_of_one_table_are_named_together(library, at, expected):
    made = labels(at, library.review.source)
    assert made == [(f"How sure we are, {words}", anchor) for words, anchor in expected]


def test_of_several_rows_each_is_cited():
    assert anchors("sureness table-2.3-5") == tuple(f"sureness-table-2.{n}" for n in (3, 4, 5))
    assert anchors("sureness 1.1-2") == ("sureness-1",)


@given(text=st.text())
def test_any_text_is_taken_apart_or_refused(text: str):
    try:
        place = parse(text)
    except LocatorFormError:
        return
    assert text == WHOLE or text.startswith(f"{place.section} ")


@given(source=sources(), name=NAMES)
def test_an_unknown_section_is_refused_with_the_known_ones(source: Source, name: str):
    assume(name not in [section.id for section in source.sections])
    with pytest.raises(LocatorRangeError, match=source.sections[0].id):
        check(parse(f"{name} 1"), source)


@given(source=sources())
def test_the_whole_text_is_a_place_of_every_source(source: Source):
    check(parse(WHOLE), source)
    assert label(WHOLE, source) == "the whole text of the report"
    assert anchor(WHOLE) == "whole-text"


@pytest.mark.parametrize(
    "text", ["", "discussion", "discussion  2", "Discussion 2", "discussion 2.4 ", "2.4", "a 2,4"]
)
def test_what_has_not_the_form_of_a_locator_is_refused(text: str):
    with pytest.raises(LocatorFormError):
        parse(text)


def test_a_section_with_a_short_title_is_named_by_it(library):
    source = library.review.source
    short = source.sections[0].model_copy(update={"short": "Start"})
    changed = source.model_copy(update={"sections": (short, *source.sections[1:])})
    assert label(f"{short.id} 1", changed) == "Start, paragraph 1"
