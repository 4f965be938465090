"""Views to pages: the only module that turns values into markup, through the templates."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from typing import Any

import nh3
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.entities.inline import Wording, is_plain, worded
from generator.entities.words import full_stop, opening
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.compiled import Compiled
from generator.pages.on_this_page import with_contents
from generator.pages.page import MARK, Made
from generator.pages.plain_code import PlainCode
from generator.pages.views.formats import by_label
from generator.pages.views.names import Link, Names


class Renderer:
    """Renders templates with the names of one review."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._links = lru_cache(maxsize=4096)(self._new_link)
        shared = _environment()
        self._environment = environment = shared.overlay()
        # Copied, since an overlay shares both with the environments of other reviews.
        environment.filters = {**shared.filters, "inline": self._inline}
        environment.globals = {
            **shared.globals,
            "review": self._names.library.review,
            "words": self._names.words,
            "library": self._names.library,
            "titled": self.title_markup,
        }

    def page(
        self,
        template: str,
        address: Address,
        *,
        hide: tuple[str, ...] = (),
        **values: Any,
    ) -> Made:
        """What a page says, from a template, which sets `description` where it is not given."""
        module = self._environment.get_template(template).make_module(
            {**self._of_page(address), **values}
        )
        said = {**vars(module), **values}
        return Made(
            description=self._names.plain(str(said["description"])),
            pieces=with_contents(tuple(_tidy(str(module)).split(MARK))),
            hide=hide,
        )

    def part(self, template: str, address: Address, **values: Any) -> str:
        """A part of the page at an address, from a template of its own."""
        known = {**self._of_page(address), **values}
        return _tidy(self._environment.get_template(template).render(known))

    def parts(self, address: Address) -> Any:
        """The macros of `parts.html`, for a page with this address."""
        template = self._environment.get_template("parts.html")
        return template.make_module(self._of_page(address))

    def by_hand(self, above: str, below: str, address: Address, **values: Any) -> tuple[str, ...]:
        """A page written by hand, around the notice below its heading."""
        # Not tidied: in Markdown that people write, indentation means something.
        shown = self._environment.get_template("by_hand.html").render(
            above=Markup(above),  # noqa: S704 - held by `site/by_hand/files.py`
            below=Markup(below),  # noqa: S704
            **self._of_page(address),
            **values,
        )
        return tuple(shown.split(MARK))

    def title_markup(self, text: str, change: str) -> Markup:
        """A title in the font of its change, which is said in words to those who hear it."""
        said = {"removed": self._names.words.initial, "added": self._names.words.final}.get(change)
        shown = change_markup(text, change)
        if said is None:
            return shown
        return shown + Markup('<span class="rl-hidden"> ({} model only)</span>').format(said)

    def link_markup(self, page: Address, link: Link) -> Markup:
        """A link, with the name of a theory in the font of its change."""
        return self._links(page.to(link.address, link.fragment), link.text, link.change)

    def _of_page(self, address: Address) -> dict[str, Any]:
        """What every template knows of the page that it is part of.

        `lasting` is the page whose fragments people keep: that of a section may go again.
        """
        return {
            "page": address,
            "link": partial(self._link, address),
            "lasting": address,
            "at": addresses,
            "is_help": address == addresses.HELP,
        }

    def _new_link(self, to: str, text: str, change: str) -> Markup:
        shown = self.title_markup(text, change)
        return Markup(f'<a href="{escape(to)}">{shown}</a>')  # noqa: S704 - escaped

    def _link(self, page: Address, shown: Link | str) -> Markup:
        """A link; or a text that stands where others are links."""
        if isinstance(shown, str):
            return escape(shown)
        return self.link_markup(page, shown)

    @pass_context
    def _inline(self, context: Context, text: str, wording: Wording = "both") -> Markup:
        """A text with its references as links and its changes as del and ins; or one wording."""
        if is_plain(text):
            return escape(text)
        page: Address = context["page"]
        shown = worded(text, wording)
        made = Markup().join(self._piece(page, piece.kind, piece.content) for piece in shown)
        return sanitised(made)

    def _piece(self, page: Address, kind: str, content: str) -> Markup:
        match kind:
            case "reference":
                return self.link_markup(page, self._names.in_text(content))
            case "deleted":
                return Markup(
                    '<del class="rl-removed"><span class="rl-hidden">removed: </span>{}</del> '
                ).format(content)
            case "emphasis":
                return Markup("<em>{}</em>").format(content)
            case "strong":
                return Markup("<strong>{}</strong>").format(content)
            case "inserted":
                return Markup(
                    '<ins class="rl-added"><span class="rl-hidden">added: </span>{}</ins>'
                ).format(content)
        return escape(content)


_TAGS = {"a", "del", "em", "ins", "span", "strong"}
_ATTRIBUTES = {"a": {"href"}, "del": {"class"}, "ins": {"class"}, "span": {"class"}}


def sanitised(markup: Markup) -> Markup:
    """Inline markup with nothing but what this module makes, should it ever make more.

    All of it was escaped before. What holds no “<” has no tag that could be taken out.
    """
    if "<" not in markup:
        return markup
    cleaned = nh3.clean(
        str(markup), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(), link_rel=None
    )
    return Markup(cleaned)  # noqa: S704 - sanitised


def change_markup(text: str, change: str) -> Markup:
    """A text in the published convention, strikethrough or capitals; a label beside it says so."""
    if change == "removed":
        return Markup('<del class="rl-removed">{}</del>').format(text)
    if change == "added":
        return Markup('<ins class="rl-added">{}</ins>').format(text)
    return escape(text)


def _tidy(text: str) -> str:
    """Lines of a template as Markdown: no indentation, which would mean code, no empty heaps."""
    lines = "\n".join(map(str.strip, text.splitlines()))
    while "\n\n\n" in lines:
        lines = lines.replace("\n\n\n", "\n\n")
    return lines


def without_markdown(value: object) -> str:
    """What stands on a page for a value: every character that Markdown reads as a mark by number.

    Such a character never stands within a tag of ours but in the value of an attribute.
    """
    return _MARK.sub(lambda found: f"&#{ord(found[0])};", str(escape(value)))


_MARK = re.compile(r"[\\`*_{}\[\]|!~]")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(),
        auto_reload=False,  # templates do not change while the program runs
    )
    environment.code_generator_class = PlainCode
    environment.globals["changed"] = change_markup
    environment.globals["mark"] = MARK
    environment.filters["heading"] = _heading
    environment.filters["opening"] = opening
    environment.filters["full_stop"] = full_stop
    environment.filters["one_line"] = _one_line
    environment.filters["by_label"] = by_label
    return environment


def _heading(text: str) -> Markup:
    """A text as the content of a Markdown heading: HTML and Markdown in it mean nothing."""
    line = str(escape(" ".join(text.split())))
    return Markup(re.sub(r"([\\`*_{}\[\]#|])", r"\\\1", line))  # noqa: S704 - escaped


def _one_line(text: str) -> Markup:
    """Lines of code as one line of HTML, whose indentation nothing takes for that of a template."""
    return Markup(str(escape(text)).replace("\n", "&#10;"))  # noqa: S704 - escaped
