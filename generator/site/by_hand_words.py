"""The words that a page written by hand can use between double braces, and nothing else there.

What a page says there is a tiny language: a word, its arguments, a list of links, a name for
something and the length of a list. What each word takes and gives is known, so that a page which
holds to it can always be rendered. All else that the template engine knows, such as loops, sums,
other filters or attributes of values, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.diagnostics import did_you_mean
from generator.library.kinds import KINDS
from generator.library.library import Library
from generator.pages import addresses

PAGE, LINK, LINKS, FINDINGS = "a page", "a link", "a list of links", "findings"
QUOTED, NOTHING = "a quoted text", "nothing"
"""What is handed from word to word, beside what can be printed."""
PRINTED = {
    "text": "x",
    "number": "0",
    "address": "x/#x",
    "markup": "<em class=\"x\" id='x'>x</em>",
}
"""What can stand on a page, and what stands for it while the page is held to Markdown. Markup has
quotation marks of both kinds, so that it does not fit within those of an attribute."""
_MOST = 500
"""As many words may stand between the braces of a page, since each can mean dozens of findings."""
_QUOTED = re.compile(r"\w[\w.-]*(?:/[\w.-]+)*/?")
"""An id, a path or a fragment: nothing else is ever quoted, and nothing of it means anything to
Markdown, HTML or a browser."""


@dataclass(frozen=True)
class Word:
    """What a word gives, and what it takes in brackets; a word that takes nothing has none."""

    gives: str
    takes: tuple[tuple[str, ...], ...] = ()
    """For each argument what it can be."""
    among: frozenset[str] | None = None
    """The texts that its argument is one of, where it looks something up."""


def words(library: Library) -> dict[str, Word]:
    """All words, as a page writes them."""
    ids = {id for kind in KINDS if kind.is_named for id in library.of(kind)}
    topics = {finding.topic for finding in library.findings.values()}
    quoted = ((QUOTED,),)
    return {
        "findings": Word(FINDINGS, quoted, frozenset(topics)),
        "finding": Word(FINDINGS, quoted, frozenset(library.findings)),
        "ref": Word(LINK, quoted, frozenset(ids)),
        "link": Word("markup", ((LINK,),)),
        "parts.findings": Word("markup", ((FINDINGS,),)),
        "parts.links": Word("markup", ((LINKS,),)),
        "page.to": Word("address", ((PAGE, QUOTED), (QUOTED, NOTHING))),
        "edition": Word("text"),
        "review.repository": Word("text"),
        **{f"counts.{name}": Word("number") for name in COUNTS},
        **{
            f"at.{name}": Word(PAGE)
            for name, value in vars(addresses).items()
            if isinstance(value, addresses.Address)
        },
    }


def stand_in(body: str, known: Mapping[str, Word]) -> str:
    """The page with something of its kind in the place of every word.

    Raises jinja2.TemplateSyntaxError, with its line, at the first thing that is no known word or
    does not go with the others.
    """
    try:
        parsed = _ENVIRONMENT.parse(body + _BELOW)
    except (RecursionError, ValueError):  # a number of thousands of digits, brackets in brackets
        raise TemplateSyntaxError("what stands between braces is too long", 1) from None
    named = list(parsed.find_all(nodes.Name))
    if len(named) > _MOST:
        raise _wrong(f"it has more than {_MOST} words between braces", named[_MOST])
    return "".join(_printed(parsed.body, dict(known)))


def _printed(body: list[nodes.Node], known: dict[str, Word]) -> Iterator[str]:
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                yield part.data if isinstance(part, nodes.TemplateData) else _print(part, known)
        elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            name = node.target.name
            if any(word.partition(".")[0] == name for word in known):
                raise _wrong(f"“{name}” has a meaning already", node)
            known[name] = Word(_kind(node.node, known))
        else:
            raise _wrong(_GRAMMAR, node)


def _print(node: nodes.Node, known: Mapping[str, Word]) -> str:
    kind = _kind(node, known)
    if kind not in PRINTED:
        raise _wrong(f"{kind} alone cannot be printed", node)
    return PRINTED[kind]


def _kind(node: nodes.Node, known: Mapping[str, Word]) -> str:
    """What an expression gives."""
    match node:
        case nodes.Const(value=str() as text) if _QUOTED.fullmatch(text):
            return QUOTED
        case nodes.List(items=items) if all(_kind(item, known) == LINK for item in items):
            return LINKS
        case nodes.Filter(name="length", node=nodes.Node() as inner, args=[], kwargs=[]):
            if _kind(inner, known) in (LINKS, FINDINGS):
                return "number"
        case nodes.Call(node=called, args=arguments, kwargs=[], dyn_args=None, dyn_kwargs=None):
            return _call(called, arguments, known)
        case nodes.Name() | nodes.Getattr():
            name, word = _word(node, known)
            if word.takes:
                raise _wrong(f"“{name}” needs brackets with what it takes", node)
            return word.gives
    raise _wrong(_GRAMMAR, node)


def _call(called: nodes.Node, arguments: list[nodes.Expr], known: Mapping[str, Word]) -> str:
    name, word = _word(called, known)
    kinds = [_kind(argument, known) for argument in arguments]
    kinds += [NOTHING] * (len(word.takes) - len(kinds))
    fits = [kind in takes for kind, takes in zip(kinds, word.takes, strict=False)]
    if not word.takes or len(kinds) > len(word.takes) or not all(fits):
        takes = ", then ".join(" or ".join(each) for each in word.takes)
        raise _wrong(f"“{name}” takes {takes or 'nothing in brackets'}", called)
    if word.among is not None:
        _look_up(name, arguments[0], word.among)
    return word.gives


def _look_up(name: str, argument: nodes.Expr, among: frozenset[str]) -> None:
    if not isinstance(argument, nodes.Const):
        raise _wrong(f"“{name}” takes a text in quotation marks", argument)
    if argument.value not in among:
        close = did_you_mean(argument.value, among)
        raise _wrong(f"“{name}” knows no “{argument.value}”. {close}".rstrip(), argument)


def _word(node: nodes.Node, known: Mapping[str, Word]) -> tuple[str, Word]:
    name = _dotted(node)
    if name not in known:
        close = did_you_mean(name, known)
        raise _wrong(f"“{name}” is none of the words that a page can use. {close}".rstrip(), node)
    return name, known[name]


def _dotted(node: nodes.Node) -> str:
    """The word as it is written, such as `counts.theories`."""
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "(…)"


def _wrong(told: str, node: nodes.Node) -> TemplateSyntaxError:
    return TemplateSyntaxError(told, node.lineno)


_ENVIRONMENT = Environment(autoescape=True)
_BELOW = "\n\n"
"""As more follows where the page is rendered: what is left open at its end is open here, too."""
_GRAMMAR = "between braces only words and their arguments can stand"
COUNTS = (
    "interventions", "studies", "theories", "removed", "findings",
    "claims", "recomputed", "compared", "problems",
)  # fmt: skip
