"""A page as text: Markdown with blocks of HTML, before any engine has made a site of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from generator.pages.address import Address

MARK = "\x02"
"""Stands before and after each heading that a template writes, and is taken out when the page is
made. No text of a review can hold it, since the reader of files refuses what nobody can see."""


@dataclass(frozen=True)
class Made:
    """What a page says: its description, and its Markdown with blocks of HTML."""

    description: str
    pieces: tuple[str, ...]
    """Text, heading, text, heading, text ...; the first heading is the title of the page, and of a
    page by hand the only one."""
    hide: tuple[str, ...] = ()
    """Parts of the theme that this page does without, such as `toc`."""


@dataclass(frozen=True)
class Page:
    """A page of the site: its address and title, and what it says, which is made when it is asked.

    So all pages can be named before one is made. A build makes one after the other, and lets each
    go once it is written; a server of edits makes those that somebody looks at.
    """

    address: Address
    edit: str
    """The file that a reader edits to change the page, relative to the review's folder."""
    title: str
    """Its title, which stands in lists and in the head of the page."""
    make: Callable[[], Made]
    by_hand: bool = False
    """True for a page whose body is Markdown throughout."""
    is_listed: bool = True
    """False for one that shows again what another shows: no search or sitemap leads to it."""
    below_title: Callable[[], str] | None = None
    """Makes what stands between its title and all else; made anew for each who asks for it."""

    @cached_property
    def made(self) -> Made:
        """What it says."""
        return self.make()

    def let_go(self) -> None:
        """Forget what it says; it is made anew for who asks again."""
        self.__dict__.pop("made", None)

    @property
    def description(self) -> str:
        """What it is about, in a sentence."""
        return self.made.description

    @property
    def body(self) -> str:
        """Its Markdown, without what an engine is told at the top of the file."""
        return "".join(self.pieces)

    @property
    def pieces(self) -> tuple[str, ...]:
        """The body as text, heading, text, heading, text ..."""
        if self.below_title is None:
            return self.made.pieces
        before, title, after, *rest = self.made.pieces
        return (before, title, f"\n\n{self.below_title()}{after}", *rest)

    def with_below_title(self, markup: Callable[[], str]) -> Page:
        """The page with something between its title and all else."""
        return replace(self, below_title=markup)

    @property
    def front_matter(self) -> str:
        """What an engine is told of the page, at the top of its file."""
        hidden = self.made.hide
        hide = f"hide: [{', '.join(hidden)}]\n" if hidden else ""
        search = "" if self.is_listed else "search: {exclude: true}\n"
        return (
            f"---\ntitle: {_quoted(self.title)}\ndescription: {_quoted(self.description)}\n"
            f"{hide}{search}---\n\n"
        )

    @property
    def markdown(self) -> str:
        """The whole Markdown file."""
        return f"{self.front_matter}{self.body.strip()}\n"


def _quoted(text: str) -> str:
    """A text as YAML on one line, whatever it holds: what JSON quotes, YAML reads alike."""
    return json.dumps(text, ensure_ascii=False)
