"""Whatever a file holds and whatever is edited in it: nothing else changes, no comment is lost."""

import copy
from difflib import SequenceMatcher
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviews import GARDEN, ROOT
from test_formatting_properties import SCALARS, TREES, WORDS, commented, data, dumped

from generator.edit.draft import CannotEditError, Draft
from generator.edit.formatting import attributes_of, format_text, formattable
from generator.files.yaml_reading import means_the_same, read_yaml
from generator.files.yaml_tree import comments, parse
from generator.library.kinds import of_file

pytestmark = pytest.mark.slow

NEW = SCALARS | st.lists(WORDS, max_size=3) | st.dictionaries(st.just("id"), WORDS, max_size=1)


def paths(value: Any, path: tuple = ()) -> list[tuple]:
    """The way to everything within a value."""
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    inner = [found for key, child in pairs for found in paths(child, (*path, key))]
    return [*([path] if path else []), *inner]


def at(value: Any, path: tuple) -> Any:
    for step in path:
        value = value[step]
    return value


def step_of(held: Any, draw: st.DataObject) -> tuple:
    """An edit that fits the data, which are edited by it."""
    path = draw.draw(st.sampled_from(paths(held)))
    above, here = at(held, path[:-1]), at(held, path)
    kinds = ["put", *(["append", "new key"] if isinstance(here, list | dict) else [])]
    kinds += ["drop"] if isinstance(above, dict) and len(held) > 1 else []
    kind = draw.draw(st.sampled_from(kinds))
    if kind == "drop":
        del above[path[-1]]
        return "drop", path
    if kind == "append" and isinstance(here, list) and here and draw.draw(st.booleans()):
        item = draw.draw(st.sampled_from(here))
        here.remove(item)
        if not here and isinstance(above, dict) and (len(above) > 1 or len(path) > 1):
            del above[path[-1]]
        elif not here:
            here.append(item)
            return "put", path, list(here)
        return "remove", path, item
    new = draw.draw(NEW)
    if isinstance(here, list) and kind != "put":
        here.append(new)
        return "append", path, new
    if kind != "put":
        here["new"] = new
        return "put", (*path, "new"), new
    above[path[-1]] = new
    return "put", path, new


@given(tree=TREES, flow=st.sampled_from([None, False]), draw=st.data())
def test_an_edit_is_the_edit_and_nothing_else(tree, flow, draw):
    text, _ = commented(dumped(tree, default_flow_style=flow, width=999), draw)
    try:
        draft = Draft(text)
    except CannotEditError:
        return
    held = data(text)
    expected = copy.deepcopy(held)
    steps = [copy.deepcopy(step_of(expected, draw)) for _ in range(draw.draw(st.integers(1, 4)))]
    for name, *arguments in steps:
        getattr(draft, name)(*arguments)
    result = draft.finished()
    assert means_the_same(data(result), expected), (text, steps)
    assert comments(result) == comments(text)
    for block in untouched(text, {path[0] for _, path, *_ in steps}):
        assert block in result


def untouched(text: str, touched: set[str]) -> list[str]:
    """The text of each key at the top that is not edited."""
    _, top = parse(text)
    lines = text.split("\n")
    return [
        "\n".join(lines[entry.start[0] : entry.last + 1])
        for entry in top.entries
        if entry.start and entry.name not in touched
    ]


REVIEWS = [(root, file) for root in (GARDEN, ROOT) for file in formattable(root)]
ATTRIBUTES = {root: attributes_of(root) for root in (GARDEN, ROOT)}


@given(chosen=st.sampled_from(REVIEWS), draw=st.data())
def test_a_formatted_file_stays_formatted_and_changes_in_few_lines(chosen, draw):
    root, file = chosen
    attributes, shape = ATTRIBUTES[root], of_file(file).shape
    text = format_text((root / file).read_text(encoding="utf-8"), shape, attributes)
    texts = [p for p in paths(read_yaml(text, "")[0].data) if isinstance(at(data(text), p), str)]
    path = draw.draw(st.sampled_from(texts))
    draft = Draft(text, file, attributes)
    draft.put(path, draw.draw(WORDS.filter(str.strip)))
    result = draft.finished()
    assert format_text(result, shape, attributes) == result
    changes = SequenceMatcher(None, text.split("\n"), result.split("\n"), autojunk=False)
    assert len([op for op in changes.get_opcodes() if op[0] != "equal"]) <= 1
