"""The table of contents of a build: from a folder of YAML to the pages and files of a site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.check.check import Checked, check
from generator.diagnostics import Diagnostic
from generator.pages.render import Page
from generator.site import by_hand, catalogue
from generator.site.assemble import Site, assemble
from generator.site.doors import dead_doors
from generator.site.navigation import navigation


@dataclass(frozen=True)
class Built:
    """A site, if there are no errors, and everything that was found."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]


def build(root: Path) -> Built:
    """Check a review and, where nothing is wrong with it, render every page of its site."""
    checked = check(root)
    if checked.library is None or checked.has_errors:
        return Built(None, checked.diagnostics)
    site, wrong = assemble(root, checked.library, checked.recounts)
    return Built(None if wrong else site, (*checked.diagnostics, *wrong))


def inspect(root: Path) -> Checked:
    """All that keeps the site of a review from being built, without rendering what YAML makes.

    Where the data are without errors, the pages by hand and the links of the first page are held
    against them, too: what `build` refuses, this tells.
    """
    checked = check(root)
    if checked.library is None or checked.has_errors:
        return checked
    ctx = catalogue.context(checked.library, checked.recounts)
    written = list(by_hand.pages(root, ctx))
    hand = [page for page in written if isinstance(page, Page)]
    wrong = [found for found in written if isinstance(found, Diagnostic)]
    nav = navigation(checked.library, hand)
    wrong += dead_doors(checked.library, nav, catalogue.pages(ctx), hand)
    return replace(checked, diagnostics=tuple(sorted({*checked.diagnostics, *wrong})))
