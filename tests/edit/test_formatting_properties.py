"""Whatever a file holds, formatting keeps what it means and every comment."""

import math
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.edit.formatting import format_text
from generator.entities import Theory
from generator.files.yaml_reading import read_yaml
from generator.files.yaml_tree import NotFormattableError

pytestmark = pytest.mark.slow


def formatted(text: str) -> str:
    return format_text(text, Theory, ())


def data(text: str) -> Any:
    reading, is_whole = read_yaml(text, "test.yml")
    assert is_whole
    return reading.data


WORDS = st.text(st.sampled_from("ab:#,'\"-[]{}&*!%@`|>?1 .\\é—“\u00a0\t"), max_size=140)
LINES = st.text(st.sampled_from("ab: #-\n"), max_size=60)
SCALARS = st.one_of(
    WORDS, LINES, st.integers(-9, 9), st.booleans(), st.none(), st.sampled_from(["yes", "1.0", "~"])
)
KEYS = st.sampled_from(["id", "text", "at", "zeta", "a b", "yes", "1", "x: y"])
TREES = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=5,
)


class Dumper(yaml.SafeDumper):
    """Writes texts in every style that there is."""


def represented(dumper: Dumper, text: str) -> yaml.Node:
    style = (None, ">", "|", "'", '"')[len(text) % 5]
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Dumper.add_representer(str, represented)


def dumped(tree: Any, **options: Any) -> str:
    return yaml.dump(tree, Dumper=Dumper, allow_unicode=True, **options)


@given(tree=TREES, flow=st.sampled_from([None, False, True]), width=st.sampled_from([20, 80, 999]))
def test_formatting_never_changes_the_data_and_is_done_once(tree, flow, width):
    text = dumped(tree, default_flow_style=flow, width=width)
    expected = data(text)
    result = formatted_or_refused(text)
    if result is None:
        return
    assert same(data(result), expected)
    assert formatted(result) == result
    assert result.endswith("\n")
    assert not result.endswith("\n\n") or "|+" in result


def formatted_or_refused(text: str) -> str | None:
    """The form of a text; None for a reason that is meant, never since the form went wrong."""
    try:
        return formatted(text)
    except NotFormattableError as error:
        if "would" in str(error):
            raise
        return None


def same(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return one == other or (math.isnan(one) and math.isnan(other))
    return bool(one == other) and repr(type(one)) == repr(type(other))


def commented(text: str, draw: Any) -> tuple[str, list[str]]:
    """A text with comments where YAML takes them, and those comments."""
    done, added = [], []
    for number, line in enumerate(text.split("\n")[:-1]):
        candidates = [f"{' ' * indent}# note {number}" for indent in (0, 2, 4)]
        above = draw.draw(st.sampled_from(["", "", *candidates]))
        side = draw.draw(st.sampled_from(["", "", f" # side {number}"]))
        tried = "\n".join([*done, *([above] if above else []), line + side])
        rest = "\n".join(text.split("\n")[number + 1 :])
        reading, is_whole = read_yaml(tried + "\n" + rest, "test.yml")
        if is_whole and reading.data == data(text):  # else it would stand within a text
            done = tried.split("\n")
            added += [mark.strip() for mark in (above, side) if mark]
        else:
            done.append(line)
    return "\n".join(done) + "\n", added


@given(tree=TREES, draw=st.data())
def test_comments_survive(tree, draw):
    text = dumped(tree, default_flow_style=False, width=999)
    source, added = commented(text, draw)
    result = formatted_or_refused(source)
    if result is None:
        return
    assert [mark for mark in added if mark not in result] == []
    assert data(result) == data(text)
    assert formatted(result) == result
