import pytest

from generator.entities.names import Name, name_of


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
    ],
)
def test_the_family_name_is_the_last_word_and_what_belongs_to_it(text, name):
    assert name_of(text) == name


def test_a_name_is_turned_for_files():
    assert name_of("Ann van der Example").turned == "van der Example, Ann"
    assert name_of("Plato").turned == "Plato"
