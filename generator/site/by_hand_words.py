"""The words that a page written by hand can use between double braces, and nothing else there.

What a page says there is a tiny language: a word, its arguments, a list of them, a name for such a
list and its length. Everything else that the template engine knows, such as loops, sums, other
filters or attributes of values, is refused.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.diagnostics import did_you_mean
from generator.pages import addresses

_FIXED = {"parts.findings", "parts.links", "link", "page.to", "review.repository"}
_ADDRESSES = {
    f"at.{name}" for name, value in vars(addresses).items() if isinstance(value, addresses.Address)
}
_ENVIRONMENT = Environment(autoescape=True)
_GRAMMAR = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Call, nodes.Const, nodes.List)


def hold(body: str, given: Iterable[str]) -> None:
    """Raise jinja2.TemplateSyntaxError, with its line, at the first thing that is no known word."""
    _hold(_ENVIRONMENT.parse(body), _FIXED | _ADDRESSES | set(given))


def _hold(node: nodes.Node, known: set[str]) -> None:
    if isinstance(node, nodes.Name | nodes.Getattr):
        word = _dotted(node)
        if word not in known:
            close = did_you_mean(word, known)
            told = f"“{word}” is none of the words that a page can use"
            raise TemplateSyntaxError(f"{told}. {close}" if close else told, node.lineno)
    elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
        _hold(node.node, known)
        known.add(node.target.name)
    elif isinstance(node, _GRAMMAR) or (isinstance(node, nodes.Filter) and node.name == "length"):
        for child in node.iter_child_nodes():
            _hold(child, known)
    else:
        told = "between braces only words and their arguments can stand"
        raise TemplateSyntaxError(told, node.lineno)


def _dotted(node: nodes.Node) -> str:
    """The word as it is written, such as `counts.theories`."""
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "(…)"
