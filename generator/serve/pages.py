"""MkDocs, a page at a time: what its build does for all of them, done for one when it is asked for.

The parts of `mkdocs.commands.build` are called as they are, so that a page is that of a build.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from generator.site.assemble import Site
from generator.site.build import Built
from generator.site.engine.plugin import NAME, RealistPlugin, is_plain

_PACKED_MAP = "sitemap.xml.gz"
"""MkDocs makes it beside the map of the site."""


class Theme:
    """What is the same for all states of a site with the same settings: templates, and assets."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Find the templates and assets of a theme, with those that the plugin adds."""
        self.env: Environment = config.theme.get_env()
        files = Files([])
        files.add_files_from_theme(self.env, config)
        self.files = tuple(files)
        self._made_for = repr(config.theme) if is_plain(config) else ""

    def fits(self, config: MkDocsConfig) -> bool:
        """Whether nobody else could have changed any of it since, nor the settings have."""
        return is_plain(config) and repr(config.theme) == self._made_for


class Pages:
    """The pages, assets and templates of a site, as MkDocs makes them."""

    def __init__(self, config: MkDocsConfig, site: Site, theme: Theme | None = None) -> None:
        """Prepare what all pages share; `theme` is that of an earlier state."""
        plugin = config.plugins[NAME]
        assert isinstance(plugin, RealistPlugin)
        plugin.handed, plugin.is_on_demand = Built(site, ()), True
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        self.theme = theme if theme and theme.fits(config) else Theme(config)
        self._folder = Path(config.site_dir)
        own = get_files(config)
        for file in self.theme.files:
            if own.get_file_from_path(file.src_uri) is None:
                own.append(file)
        self._files = config.plugins.on_files(own, config=config)
        set_exclusions(self._files, config)
        self._reaching = _Reaching(self._files, site, config)
        nav = get_navigation(self._reaching, config)
        self._nav = config.plugins.on_nav(nav, config=config, files=self._files)
        self._env = config.plugins.on_env(self.theme.env, config=config, files=self._files)
        self._documents = self._files.documentation_pages()
        self._config = config
        self.base = urlsplit(config.site_url or "").path.removeprefix("/")
        """Where the site begins at its address, as the page for missing ones has it."""
        self.pages = {file.dest_uri: file for file in self._documents}
        """The files that pages are made from, by the paths of the pages."""
        self.assets = {
            file.dest_uri: file
            for file in self._files
            if not file.is_documentation_page() and file.inclusion is not InclusionLevel.EXCLUDED
        }
        templates = config.theme.static_templates
        self.templates = frozenset({*templates, _PACKED_MAP})
        """The pages that the theme makes for a whole site, and the map of it."""

    def page(self, path: str) -> bytes:
        """The page at a path such as `model/index.html`. Raises KeyError where there is none."""
        file = self.pages[path]
        assert file.page is not None  # `get_navigation` makes one for each
        address = file.page.canonical_url
        _populate_page(file.page, self._config, self._reaching)
        _build_page(file.page, self._config, self._documents, self._nav, self._env)
        file.page.canonical_url = address  # rendering changes it, and the sitemap needs the first
        return self._written(path)

    def template(self, name: str) -> bytes:
        """One of `templates`."""
        made = name.removesuffix(".gz")
        _build_theme_template(made, self._env, self._files, self._config, self._nav)
        return self._written(name)

    def _written(self, path: str) -> bytes:
        content = (self._folder / path).read_bytes()
        shutil.rmtree(self._folder, ignore_errors=True)
        return content


class _Reaching(Files):
    """The files that MkDocs knows, and those of a site that it is not given before it asks.

    It asks for the file that a link of a page by hand leads to, or an entry of `nav`.
    """

    def __init__(self, known: Files, site: Site, config: MkDocsConfig) -> None:
        super().__init__([*known])
        self._site, self._settings = site, config

    def get_file_from_path(self, path: str) -> File | None:
        """The file with this path. Its content is not needed, so that it is not made."""
        known = super().get_file_from_path(path)
        if known is None and path in self._site.files:
            return File.generated(self._settings, path, content="")
        return known
