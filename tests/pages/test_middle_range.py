"""Middle-range theories: those that the source lists as such are told from the others."""

from reviews import bodies, edit, text_of

INDEX = "middle-range-theories/"
SAID = "The report does not list it among the middle-range theories."


def test_what_the_source_does_not_call_a_middle_range_theory_stands_in_a_list_of_its_own(
    garden_pages,
):
    body = garden_pages[INDEX].body
    named, others = body.split("{ #named }")[1].split("{ #others }")
    assert "fence theory" in named
    assert "tea over the fence" not in named
    assert "tea over the fence" in others
    assert "fence theory" not in others


def test_a_list_that_is_empty_has_no_heading(garden_copy):
    file = "theories/middle-range/handed-tea.yml"
    edit(garden_copy, (file, "named-by-source: false", "named-by-source: true"))
    body = bodies(garden_copy)[INDEX]
    assert "as middle-range theories (2)" in body
    assert "#others" not in body


def test_each_page_says_so_of_itself(garden_pages):
    assert SAID in text_of(garden_pages[f"{INDEX}handed-tea/"].body)
    assert SAID not in text_of(garden_pages[f"{INDEX}fence-theory/"].body)
