import pytest

from generator.entities.names import Name, Organisation, in_a_row, name_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Example", Name("Example", "Ann")),
        ("Ann B. Example", Name("Example", "Ann B.")),
        ("Ann van der Example", Name("van der Example", "Ann")),
        ("Example Sol, Ann", Name("Example Sol", "Ann")),
        ("Plato", Name("Plato")),
        ("de Example", Name("Example", "de")),
        ("Ann  Example ", Name("Example", "Ann")),
        ("UNESCO", Name("UNESCO", is_organisation=True)),
        (Organisation(organisation="Example Trust, Ltd"), Name("Example Trust, Ltd", "", True)),
    ],
)
def test_the_family_name_is_the_last_word_and_what_belongs_to_it(text, name):
    assert name_of(text) == name


def test_a_name_is_turned_for_files():
    assert name_of("Ann van der Example").turned == "van der Example, Ann"
    assert name_of("Plato").turned == "Plato"


def test_names_in_a_row_are_whole_and_none_is_taken_for_two():
    authors = ("Núñez Íñiguez, Ana María", Organisation(organisation="Example Trust"), "Bo Reed")
    assert in_a_row(authors) == "Ana María Núñez Íñiguez, Example Trust, Bo Reed"
