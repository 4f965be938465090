"""The adapter to MkDocs: it feeds the pages of the core to MkDocs and decides nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.check.report import as_text
from generator.files.archive import ArchiveError
from generator.library.kinds import TOP_FOLDERS
from generator.pages.addresses import ANSWERS, SEARCH_DIALOG, SEARCH_STYLES, by_hand
from generator.pages.page import Page
from generator.pages.views.names import Names
from generator.progress import Counter
from generator.site import policy, search
from generator.site.assemble import Site
from generator.site.build import Built, build
from generator.site.engine import settings, templates
from generator.site.engine.contents import Contents, leave_empty, let_go
from generator.site.engine.frame import Frame
from generator.site.engine.headings import Headings
from generator.site.engine.known_files import late_files, page_of, put
from generator.site.engine.page_policy import PagePolicy
from generator.site.engine.rendered import Rendered, is_elsewhere, lay_out
from generator.site.found_as import is_found_last, is_found_late
from generator.site.narrowing import narrowings
from generator.site.versions.keeping import put_versions
from generator.site.writing import Writing, write_all

if TYPE_CHECKING:  # a build serves nothing
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("realist")
NAME = "realist"


class RealistPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Builds the review beside `mkdocs.yml` and hands its pages to MkDocs."""

    site: Site
    root: Path
    pages: dict[str, Page]
    """The pages of the review, by the files that MkDocs takes them from."""
    frame: Frame
    contents: Contents
    policy: PagePolicy
    rendered: Rendered | None = None
    """The pages, where nobody else could have anything to do with them."""
    writing: Writing | None = None
    """The files that are no pages, likewise."""
    count: Counter | None = None
    """Counts the pages that MkDocs makes, where it makes all of them."""
    handed: Built | None = None
    """What a command has built already; without it, as under `mkdocs serve`, it is built here."""

    is_served: bool = False
    """Whether a server will add the script that loads a page again, which no policy can name."""

    is_on_demand: bool = False
    """Whether somebody else gives out the files of the site, each when it is asked for."""

    is_offline: bool = False
    """Whether it is to be read from a disk, where no search works and no host sends headers."""

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Remember what the pages are for."""
        self.is_served = self.is_served or command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build the pages; set what the review's own data say of the site."""
        self.root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        built = self.handed or build(self.root)
        if built.site is None:
            raise PluginError("\n" + as_text(built.diagnostics, self.root))
        if built.diagnostics:
            log.warning("\n%s", as_text(built.diagnostics, self.root))
        self.site = built.site
        self.frame = Frame(config.theme.get("features", []), is_plain=is_plain(config))
        self.pages = {page.address.source: page for page in built.site.pages}
        headings = Headings(config.markdown_extensions, config.mdx_configs)
        self.contents = Contents(built.site, self.pages, headings)
        self.policy = PagePolicy(is_served=self.is_served)
        # The date of an archive comes from the data, so that a build can be repeated; 0 means none.
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(built.site.epoch or 0))
        settings.fill_in(config, built.site)
        templates.put_before(config.theme, is_plain=is_plain(config))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the pages written by hand by their rendered form and add all others."""
        for page in self.site.pages:
            file = File.generated(config, page.address.source, content="")
            file.edit_uri = page.edit or None
            put(files, file)
        if self._is_whole(config):
            set_exclusions(files, config)  # MkDocs would tell of them later, and leaves them out
            lay_out(files.documentation_pages())
            self.site.settle()
            self.writing = Writing(self.site.files, Path(config.site_dir))
        count = Counter("pages and files listed", 1)
        for late in () if self.is_on_demand else late_files(config, self.site.files):
            put(files, late)
        count.stop()
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Tell the theme in which part a page stands that the navigation does not name.

        Where nobody else has a say in it, pages are begun with, beside all that MkDocs does. Where
        not all of them will be read before one is made, each is told of here.
        """
        for page in self.site.pages:
            own, above = page_of(files, page.address), page.address.above
            first = page_of(files, above) or page_of(files, replace(above, is_index=False))
            if own and first and own.parent is None and not first.is_homepage:
                own.parent = first.parent or first  # type: ignore[assignment]
                self.frame.unnamed.add(own.file.src_uri)
        if self.is_on_demand or self._is_whole(config):
            for one in (file.page for file in files.documentation_pages() if file.page):
                one.markdown = ""  # MkDocs looks for no title of a page that has none yet
                self._introduce(one)
        if self._is_whole(config):
            self.site.share()
            self.rendered = self._begin(nav, config, files.documentation_pages())
        return nav

    def _is_whole(self, config: MkDocsConfig) -> bool:
        """Whether all of the site is made here, by one command, which nobody else has a say in."""
        return self.handed is not None and not self.is_on_demand and is_plain(config)

    def _begin(self, nav: Navigation, config: MkDocsConfig, shown: Sequence[File]) -> Rendered:
        """Begin to render the pages, all of which know what others and the theme say of them."""
        env = self._furnish(config.theme.get_env())
        pages = [file.page for file in shown if file.page]
        context = partial(get_context, nav, shown, config)
        render = partial(self.contents.render, env.get_template("main.html"), context)
        return Rendered(pages, render, self.policy.scripts, self._is_own)

    def _is_own(self, page: MkDocsPage) -> bool:
        """Whether MkDocs has yet to read the page, which it does in this process."""
        return self.pages[page.file.src_uri].by_hand

    def on_pre_page(self, page: MkDocsPage, **_: Any) -> MkDocsPage:
        """Give a page by hand its text; one from YAML is made when it is rendered."""
        if made := self.pages.get(page.file.src_uri):
            page.file.content_string = made.markdown if made.by_hand else ""
            if not made.by_hand:
                page.render = partial(leave_empty, page)  # type: ignore[method-assign]
        return page

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Tell the theme of a page that MkDocs has read."""
        self._introduce(page)
        return markdown

    def _introduce(self, page: MkDocsPage) -> None:
        """Tell the theme what other pages say of this one."""
        if made := self.pages.get(page.file.src_uri):
            page.meta["title"] = made.title
            page.meta["found_last"] = is_found_last(made.address)
            page.meta["found_late"] = is_found_late(made.address)
        if self.site.freezing:
            page.meta["kept"] = self.site.freezing.banner(by_hand(page.file.src_uri))

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Give MkDocs the pages that were begun with, or what it needs to make them itself."""
        if self.rendered:
            self.rendered.give()
            env.globals["rendered"] = self.rendered
            return env
        if not self.is_on_demand:
            self.count = Counter("pages made", len(self.site.pages))
        return self._furnish(env)

    def _furnish(self, env: Environment) -> Environment:
        """Give the templates what they ask for."""
        env.globals["content_policy"] = self.policy.within
        env.globals["changed"] = self._changed
        env.globals["once"] = self.frame.once
        env.globals["unlisted"] = {p.address.source for p in self.site.pages if not p.is_listed}
        env.globals["is_offline"] = self.is_offline
        env.globals |= {
            "dialog": SEARCH_DIALOG,
            "dialog_styles": SEARCH_STYLES,
            "answers": ANSWERS,
        }
        return env

    def _changed(self, page: MkDocsPage) -> date | None:
        """When a page last changed: the map of the site asks, whether the page was made or not."""
        made = self.pages.get(page.file.src_uri)
        return self.site.changed(made) if made else None

    def on_build_error(self, **_: Any) -> None:
        """Leave nobody at work on pages of a site that will not be."""
        for begun in (self.writing, self.rendered, self.count):
            if begun:
                begun.stop()

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is no page: files, the search, kept versions, and the policy for hosts."""
        folder = Path(config.site_dir)
        found = [page.address for page in self.site.pages if page.is_listed]
        chosen_by = narrowings(found, Names(self.site.library))
        with nullcontext() if self.is_offline else search.indexing(folder, chosen_by):
            if self.writing:
                self.writing.finish()
            else:
                write_all(self.site.files, folder)
        if self.is_offline:
            return
        try:
            scripts = self.policy.scripts | put_versions(self.site, self.root, folder)
        except ArchiveError as error:
            raise PluginError(f"A version that is kept is not whole. {error}") from None
        if not self.is_served:
            (folder / policy.HEADERS).write_text(policy.headers(scripts), encoding="utf-8")

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, **_: Any
    ) -> TemplateContext:
        """Fill in what the page shows, unless it is done elsewhere."""
        if not is_elsewhere(page):
            self.contents.fill_in(page)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, **_: Any) -> str:
        """Let go of a page that is rendered."""
        let_go(page)
        if self.count:
            self.count(1)
        return output

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Watch the review's folders as well as `docs/`."""
        for folder in TOP_FOLDERS:
            if (self.root / folder).is_dir():
                server.watch(str(self.root / folder))
        return server


def is_plain(config: MkDocsConfig) -> bool:
    """Whether nobody else could have changed the theme: with a template, a filter or a plugin."""
    theme = config.theme
    # Hooks of a review count among the plugins.
    return theme.name == "material" and not theme.custom_dir and list(config.plugins) == [NAME]
