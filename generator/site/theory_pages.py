"""The pages of theories, of the model that they make up, and of middle-range theories."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.entities import MiddleRangeTheory
from generator.entities.words import opening
from generator.library import kinds
from generator.pages import addresses
from generator.pages.page import Page
from generator.pages.views import confidence, model, model_forms, overview
from generator.pages.views.explored_theories import theory_explorer
from generator.pages.views.explorer import cut
from generator.site.context import Context
from generator.site.in_sections import FOR_TABLES, InSections, in_sections


def theories(ctx: Context) -> Iterator[Page]:
    """The list of programme theories, and the page of each."""
    library = ctx.library
    if not library.every_theory:
        return
    yield from in_sections(ctx, _all_theories(ctx))
    for id, item in library.every_theory.items():
        page = (addresses.theory(id), kinds.THEORY.file(id), ctx.names.plain_title(item))
        yield ctx.page("theory.html", *page, partial(_theory, id, ctx))


def _all_theories(ctx: Context) -> InSections:
    groups = (group for group in model.sizes(ctx.library) if group[2])
    return InSections(
        "theories.html",
        addresses.THEORIES,
        "seeds/review.yml",
        opening(ctx.names.words.programme_theory.many),
        len(ctx.library.theories),
        tuple((id, title) for group in groups for id, title, _ in cut(*group)),
        partial(_explored_theories, ctx),
        hide=FOR_TABLES,
    )


def _explored_theories(ctx: Context) -> dict[str, Any]:
    explored = theory_explorer(ctx.library, ctx.names, ctx.model)
    return {
        "view": ctx.model,
        "explored": explored,
        "sections": explored.sections,
        "retired": overview.retired_cards(ctx.library.every_theory.values(), ctx.names),
        "scale": confidence.scale_view(ctx.library, ctx.names),
        "hide": FOR_TABLES,
    }


def _theory(id: str, ctx: Context) -> dict[str, Any]:
    return {
        "view": ctx.theory(id),
        "forms": model_forms.forms_of(ctx.library.every_theory[id], ctx.library),
        # Three columns and a table of contents need the width that the navigation would take.
        "hide": ("navigation",),
    }


def models(ctx: Context) -> Iterator[Page]:
    """Each form of the model."""
    for form in model_forms.model_forms(ctx.library) if ctx.library.theories else ():
        shown = InSections(
            "model.html",
            form.address,
            "seeds/review.yml",
            form.title,
            len(ctx.library.theories) if form.shows_theories else 0,
            model.headings(ctx.library),
            partial(_form, form, ctx),
        )
        yield from in_sections(ctx, shown)


def _form(form: model_forms.ModelForm, ctx: Context) -> dict[str, Any]:
    view = ctx.model.only(form)
    return {
        "view": view,
        "sections": view.groups,
        "form": form,
        "has_picture": ctx.picture is not None,
        "forms": model_forms.form_links(ctx.library, form),
        "description": form.description,
        "hide": ("navigation", "toc") if form.shows_theories else (),
    }


def middle_range(ctx: Context) -> Iterator[Page]:
    """The list of middle-range theories, and the page of each."""
    items = ctx.library.middle_range.values()
    if not items:
        return
    yield ctx.page(
        "middle_range_list.html",
        addresses.MIDDLE_RANGE,
        "seeds/review.yml",
        "Middle-range theories",
        lambda: {
            "description": "Broader theories and other lenses that may bear on the "
            f"{ctx.names.words.programme_theory.many}.",
            **overview.middle_range_cards(ctx.library, ctx.names),
        },
    )
    for item in items:
        address, edit = addresses.middle_range(item.id), kinds.MIDDLE_RANGE_THEORY.file(item.id)
        make = partial(_middle_range_one, item, ctx)
        yield ctx.page("middle_range.html", address, edit, item.title, make)


def _middle_range_one(item: MiddleRangeTheory, ctx: Context) -> dict[str, Any]:
    return {"view": overview.middle_range_view(item, ctx.names)}
