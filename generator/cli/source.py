"""`realist source`: the list of sections that `seeds/review.yml` needs, proposed from the text."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import source_text


@click.command("source")
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def source_command(text: Path) -> None:
    """Propose the sections, paragraphs and sentences of the source in TEXT, as YAML.

    TEXT is plain text in UTF-8, one line for each paragraph and heading. Nothing is written.
    """
    from generator.edit.source_outline import as_yaml, outline

    found = outline(source_text(text))
    sections = [section for section in found if section.paragraphs]
    if not sections:
        raise click.UsageError(f"{text} holds no paragraph.")
    click.echo(as_yaml(found), nl=False)
    paragraphs = sum(len(section.paragraphs) for section in sections)
    click.echo(
        f"{len(sections)} sections with {paragraphs} paragraphs. Put the list under “source” in"
        " seeds/review.yml, and read it\nthrough: headings are guessed from their form. Then"
        " realist verify-source holds it against the text.",
        err=True,
    )
    if empty := [section.title for section in found if not section.paragraphs]:
        click.echo(f"Left out, since no paragraph follows: {'; '.join(empty)}.", err=True)
