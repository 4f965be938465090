"""Templates written plainly give the bytes that Jinja's own way gives, and ask for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator
from reviews import GARDEN

import generator
from generator.pages import render
from generator.pages.plain_code import PlainCode
from generator.site.build import build

PACKAGE = Path(generator.__file__).parent
TEMPLATES = sorted((PACKAGE / "pages" / "templates").glob("*.html"))


def by_jinja() -> Environment:
    """The templates as Jinja itself would write them."""
    plain = render._environment()
    made = Environment(
        loader=plain.loader,
        autoescape=True,
        undefined=plain.undefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.code_generator_class = CodeGenerator
    made.globals, made.filters = plain.globals, plain.filters
    return made


def bodies(root: Path) -> dict[str, str]:
    site = build(root).site
    assert site is not None
    return {page.address.path: page.body for page in site.pages}


def test_pages_are_the_bytes_that_jinja_would_make(monkeypatch: pytest.MonkeyPatch):
    plainly = bodies(GARDEN)
    assert len(plainly) > 50
    environment = by_jinja()
    monkeypatch.setattr(render, "_environment", lambda: environment)
    assert bodies(GARDEN) == plainly


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_template_asks_a_mapping_for_an_attribute(file: Path):
    """Jinja would look for an item of this name; plain code does not."""
    tree = Environment().parse(file.read_text("utf-8"))
    mappings = {*fields_of_mappings(), *set_to_mappings(tree)}
    asked = {named(found.node) for found in tree.find_all(nodes.Getattr)}
    assert asked & mappings == set()


@pytest.mark.parametrize("call", ["f(*them)", "f(**them)"])
def test_what_is_handed_on_unnamed_is_refused(call: str):
    environment = Environment(autoescape=True)
    environment.code_generator_class = PlainCode
    with pytest.raises(TemplateSyntaxError, match="Name what is handed on"):
        environment.from_string(f"{{{{ {call} }}}}")


def set_to_mappings(tree: nodes.Template) -> Iterator[str]:
    for found in tree.find_all(nodes.Assign):
        if isinstance(found.node, nodes.Dict) and isinstance(found.target, nodes.Name):
            yield found.target.name


def fields_of_mappings() -> Iterator[str]:
    """The fields of views that are mappings, as far as their modules say."""
    for file in (PACKAGE / "pages" / "views").rglob("*.py"):
        for line in file.read_text("utf-8").splitlines():
            name, _, kind = line.partition(": ")
            if (
                line.startswith("    ")
                and kind.startswith(("dict[", "Mapping["))
                and "=" not in kind
            ):
                yield name.strip()


def named(node: nodes.Node) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return node.attr
    return ""
