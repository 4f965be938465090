"""What every page of a site is made from: the review, what points where, and its edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator.check.recount import Recounts
from generator.citing.edition import Edition
from generator.entities import Release
from generator.entities.words import long_date
from generator.library.kinds import named
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.backlinks import Backlinks, back_link
from generator.pages.page import Made, Page
from generator.pages.render import Renderer
from generator.pages.views import evidence, model, moved, theory
from generator.pages.views.explored_interventions import intervention_explorer
from generator.pages.views.explorer import Explorer
from generator.pages.views.figures import model_picture
from generator.pages.views.figures.drawing import Drawing
from generator.pages.views.names import Names
from generator.site.data.downloads import Download, downloads
from generator.site.found_as import also_called, kind_in_words, names_as_one_word
from generator.site.versions import feeds
from generator.site.versions.version_changes import VersionChanges


@dataclass(frozen=True)
class SeenPage:
    """A page in a version that is kept."""

    title: str
    version: str
    way: str
    """The way to it."""


@dataclass(frozen=True)
class Context:
    """What every page is made from."""

    library: Library
    recounts: Recounts
    names: Names
    renderer: Renderer
    edition: Edition
    """What the site is called by."""
    earlier: tuple[str, ...] | None = None
    """The versions before this one, where it is to be kept as it is; else None."""
    versions: tuple[VersionChanges, ...] = ()
    """What each version that is kept already says of itself, the oldest first."""

    def get_ready(self) -> None:
        """Make what several pages show, which processes that share the work would each make."""
        _ = self.back, self.theories
        for id in self.library.evidence:
            self.evidence(id)
        for make in self.shared:
            make()

    @cached_property
    def shared(self) -> list[Callable[[], object]]:
        """What else is made once for several pages, and kept by what makes it."""
        return []

    @cached_property
    def back(self) -> Backlinks:
        """What points to each thing; a page by hand needs none of it."""
        return back_link(self.library, self.recounts)

    @cached_property
    def theories(self) -> dict[str, theory.TheoryView]:
        """The view of every theory: its own page and the pages of the model show it."""
        return {id: self.theory(id) for id in self.library.every_theory}

    @cached_property
    def _theories(self) -> dict[str, theory.TheoryView]:
        return {}

    def theory(self, id: str) -> theory.TheoryView:
        """The view of one theory."""
        if id not in self._theories:
            item = self.library.every_theory[id]
            self._theories[id] = theory.theory_view(
                item, self.library, self.recounts, self.names, self.back
            )
        return self._theories[id]

    @cached_property
    def model(self) -> model.ModelView:
        """The whole model, of which its pages show one part each."""
        return model.model_view(self.library, self.names, self.theories)

    @cached_property
    def picture(self) -> Drawing | None:
        """The whole model as a picture, where it is not too much for one."""
        return model_picture.model_picture(self.model, self.names.words)

    @cached_property
    def _evidence(self) -> dict[str, evidence.EvidencePageView]:
        return {}

    def evidence(self, id: str) -> evidence.EvidencePageView:
        """The view of a page of evidence: the page itself and the files of its charts show it."""
        if id not in self._evidence:
            item = self.library.evidence[id]
            self._evidence[id] = evidence.evidence_page_view(
                item,
                self.recounts,
                self.names,
                self.back.formats,
                lambda: self.explorer,
            )
        return self._evidence[id]

    @cached_property
    def explorer(self) -> Explorer:
        """All interventions as a table to explore, which two pages may show."""
        return intervention_explorer(self.library, self.names)

    @cached_property
    def moved(self) -> dict[Address, tuple[moved.MovedView, ...]]:
        """What became of what is no more, by the page that an old address leads to."""
        return moved.moved_views(self.names)

    def last_seen(self, page: Address) -> SeenPage | None:
        """A page as it was in the last version that shows what it was about."""
        is_kept = self.earlier is not None
        here = addresses.kept(self.edition.version, page) if is_kept else page
        for one in reversed(self.versions):
            if title := one.titles.get(page.path):
                return SeenPage(title, one.version, here.to(addresses.kept(one.version, page)))
        return None

    @cached_property
    def downloads(self) -> tuple[Download, ...]:
        """The files of the data: their page lists them, and the site holds them."""
        return downloads(self.library, self.recounts, self.edition)

    @cached_property
    def feed(self) -> feeds.Feed | None:
        """What tells programs of changes; a version that is kept never changes."""
        return None if self.earlier is not None else feeds.of_site(self.names)

    def page(
        self,
        template: str,
        address: Address,
        edit: str,
        title: str,
        values: Callable[[], dict[str, Any]] = dict,
    ) -> Page:
        """A page of this site, with its version and date.

        `values` gives what its template shows, and is asked when the page is.
        """

        def make() -> Made:
            return self.renderer.page(
                template,
                address,
                title=title,
                edit=self.edit(edit),
                edition=self.edition.dated,
                checked=self.checked(address),
                long_date=long_date,
                found_as=kind_in_words(address, self.library.review.words),
                own_id=addresses.id_of(address),
                also=also_called(address, self.library),
                called=names_as_one_word(address, self.names),
                moved=[view for view in self.moved.get(address, ()) if view.fragment],
                **values(),
            )

        return Page(address, self.edit(edit), title, make)

    def checked(self, address: Address) -> date | None:
        """When what the page is about was last compared with the source, if it was recorded."""
        return getattr(self._thing(address), "checked", None)

    def _thing(self, address: Address) -> Any:
        """What the page is about, where it is about one thing."""
        kind, id = addresses.kind_of(address), addresses.id_of(address)
        return self.library.of(named(kind)).get(id) if kind else None

    def edit(self, file: str) -> str:
        """The file to edit; none of a version that is kept, since the edit would not show there."""
        return file if self.earlier is None else ""


def newest(library: Library) -> Release | None:
    """The newest release, if there is one."""
    return max(library.changes, key=lambda release: release.date, default=None)


def context(
    library: Library,
    recounts: Recounts,
    edition: Edition,
    earlier: tuple[str, ...] | None = None,
    versions: tuple[VersionChanges, ...] = (),
) -> Context:
    """What the pages of a library are made from, with its claims as `check` counted them."""
    names = Names(library)
    return Context(library, recounts, names, Renderer(names), edition, earlier, versions)
