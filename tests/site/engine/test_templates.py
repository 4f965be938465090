"""The theme is listed as MkDocs lists it, but for what it leaves out then and no page loads."""

from pathlib import Path

from jinja2 import FileSystemLoader
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from reviews import ROOT

from generator.site.engine.templates import put_before


def published(theme_files: Files) -> list[tuple[str, str]]:
    return [(file.src_uri, file.abs_src_path) for file in theme_files]


def test_what_only_the_search_of_the_theme_loads_is_left_out_where_nobody_could_load_it():
    files = {is_plain: Files([]) for is_plain in (False, True)}
    for is_plain, found in files.items():
        config = load_config(str(ROOT / "mkdocs.yml"), plugins=[], docs_dir=str(ROOT / "docs"))
        put_before(config.theme, is_plain=is_plain)
        found.add_files_from_theme(config.theme.get_env(), config)
    gone = {f.src_uri for f in files[False]} - {f.src_uri for f in files[True]}
    assert {path.split("/")[2] for path in gone if not path.endswith(".map")} == {"lunr", "workers"}
    assert not [file for file in files[True] if file.src_uri.endswith(".map")]
    assert any(file.src_uri.startswith("assets/javascripts/bundle.") for file in files[True])


def test_mkdocs_publishes_the_same_files(tmp_path: Path):
    config = load_config(str(ROOT / "mkdocs.yml"), plugins=[], docs_dir=str(ROOT / "docs"))
    own = tmp_path / "own"
    for file in ("assets/a.png", "assets/.hidden/b.png", ".hidden/c.png", "d.svg", ".e"):
        (own / file).parent.mkdir(parents=True, exist_ok=True)
        (own / file).write_text("x")
    config.theme.dirs.insert(0, str(own))
    as_ever, here = Files([]), Files([])
    as_ever.add_files_from_theme(config.theme.get_env(), config)
    put_before(config.theme, is_plain=False)
    env = config.theme.get_env()
    here.add_files_from_theme(env, config)
    assert published(here) == published(as_ever)
    assert ("d.svg", str(own / "d.svg")) in published(here)
    assert len(env.list_templates()) < len(FileSystemLoader(config.theme.dirs).list_templates())
    assert env.get_template(".icons/material/pencil-outline.svg").render().startswith("<svg")
