"""Templates do not compute: what is shown, and in which words, is decided in views, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import generator

TEMPLATES = Path(generator.__file__).parent / "pages" / "templates"
FILES = sorted(TEMPLATES.glob("*.html"))

FILTERS = {
    "inline": "a text with its references as links",
    "heading": "a text as a heading of Markdown",
    "opening": "a word at the beginning of a sentence",
    "full_stop": "what ends a sentence with this title",
    "one_line": "code as one line of HTML",
    "striptags": "a text without links, where it is the text of a link itself",
    "urlencode": "a text within an address",
    "join": "several texts, with what stands between them",
    "length": "how many stand in the list beside it",
    "by_label": "a list by what its entries are called, as `views/formats.py` does it",
    "default": "another text where there is none",
}
"""The filters that a template may use, and what each makes."""
GIVEN = {"parts": "macros", "page": "ways from this page", "at": "addresses"}
"""What is given to templates to be called."""
COUNTED = {"counted", "of"}
"""How a word of the review is asked for with a number, or for one."""
PYTHONIC = {"cycler", "dict", "joiner", "lipsum", "namespace", "range"}
"""What Jinja gives every template to compute with."""
WRONG = {
    nodes.Compare: "compares",
    nodes.CondExpr: "chooses between two texts",
    nodes.Test: "asks what kind of thing something is",
    nodes.Slice: "takes a part of a list",
    nodes.ExprStmt: "does something",
    **dict.fromkeys((nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv), "calculates"),
    **dict.fromkeys((nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos), "calculates"),
}


def computed(text: str) -> list[str]:
    """What a template does beside showing what it is given."""
    tree = Environment(autoescape=True).parse(text)
    return [f"line {line} {what}" for line, what in sorted((*_called(tree), *_chosen(tree)))]


def _called(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for filtered in tree.find_all(nodes.Filter):
        if filtered.name not in FILTERS:
            yield filtered.lineno, f"has the filter “{filtered.name}”"
    for call in tree.find_all(nodes.Call):
        match call.node:
            case nodes.Name(name=name) if name in PYTHONIC:
                yield call.lineno, f"has “{name}”"
            case nodes.Getattr(node=of, attr=name):
                if getattr(of, "name", None) not in GIVEN and name not in COUNTED:
                    yield call.lineno, f"calls “{name}”"


def _chosen(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for node in tree.find_all(tuple(WRONG)):
        yield node.lineno, WRONG[type(node)]
    asked = {id(test) for one in tree.find_all(nodes.If) for test in _with_parts(one.test)}
    for either in tree.find_all((nodes.Or, nodes.And)):
        if id(either) not in asked:
            yield either.lineno, "chooses between two values"
    for loop in tree.find_all(nodes.For):
        if loop.test:
            yield loop.lineno, "leaves out a part of a list"
    for item in tree.find_all(nodes.Getitem):
        if not isinstance(item.arg, nodes.Const):
            yield item.lineno, "looks something up"


def _with_parts(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    yield from node.find_all(nodes.Node)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_template_only_shows_what_it_is_given(file: Path):
    assert computed(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{% if rows | length > 3 %}wide{% endif %}", "line 1 compares"),
        ("{{ one + other }}", "line 1 calculates"),
        ("{{ 'theory' if n else 'theories' }}", "line 1 chooses between two texts"),
        ("{{ view.summary or view.title }}", "line 1 chooses between two values"),
        ("{% if a or b %}{{ a and b }}{% endif %}", "line 1 chooses between two values"),
        ("{% for n in view.all if n.is_new %}{% endfor %}", "line 1 leaves out a part of a list"),
        ("{{ label | lower }}", "line 1 has the filter “lower”"),
        ("\n{{ {'a': 'b'}[state] }}", "line 2 looks something up"),
        ("{% if item is string %}{% endif %}", "line 1 asks what kind of thing something is"),
        ("{{ view.title.upper() }}", "line 1 calls “upper”"),
        ("{% for n in range(view.count) %}{% endfor %}", "line 1 has “range”"),
    ],
)
def test_what_a_template_computes_is_found(text, told):
    assert told in computed(text)


def test_every_filter_that_may_be_used_is_used():
    text = "".join(file.read_text(encoding="utf-8") for file in FILES)
    assert [name for name in FILTERS if f"| {name}" not in text] == []
