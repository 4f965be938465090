"""References as the styles want them: held against the examples of the styles' own guides."""

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.citing import styling
from generator.citing.record import Record
from generator.citing.styling import STYLES, Reference, References, StyledPiece, Styling
from generator.entities.names import Name

PAGE = Record(
    "t04",
    is_page=True,
    title="Theory 4: Sharing <the> & *harvest* [[x]]?",
    container="A site: what works, version 1.2.0",
    authors=(Name("van Example", "Ann"), Name("Sample", "Bo C.")),
    issued=date(2026, 3, 2),
    version="1.2.0",
    address="https://site.test/theories/t04/",
)
OTHER = replace(PAGE, key="t05", title="Theory 5", address="https://site.test/theories/t05/")
NOBODY = replace(PAGE, key="t06", title="Theory 6", authors=(), issued=None, address="")
BODY = replace(PAGE, key="t07", title="Theory 7", authors=(), organisation="The Trust")
SOURCE = Record(
    "example2020",
    is_page=False,
    title="An article",
    container="A Journal",
    authors=(Name("Example", "Ann"), Name("Sample", "Bo"), Name("Test", "Cy")),
    issued=2020,
    address="https://doi.org/10.1000/x",
    doi="10.1000/x",
)
THESIS = Record(
    "evora2021",
    is_page=False,
    title="Hortas escolares",
    container="Universidade do Minho",
    authors=(Name("Conceição Évora", "Ana"), Name("Direção da Educação", is_organisation=True)),
    issued=2021,
    address="https://repositorio.test/1",
    language="pt",
)


@pytest.fixture(scope="module")
def made() -> dict[str, References]:
    styling, records = Styling(), (PAGE, OTHER, NOBODY, BODY, SOURCE, THESIS)
    styling.begin(records)
    return {style: {one.key: styling.of(one)[style] for one in records} for style in STYLES}


def text(reference: Reference) -> str:
    return "".join(f"<{piece.day}>" if piece.day else piece.text for piece in reference)


@pytest.mark.parametrize(
    ("style", "key", "expected"),
    [
        ("apa", "t04", "van Example, A., & Sample, B. C. (2026, March 2). Theory 4: Sharing <the> "
         "& *harvest* [[x]]? A Site: What Works, Version 1.2.0. https://site.test/theories/t04/"),
        ("apa", "t06", "Theory 6. (n.d.). A Site: What Works, Version 1.2.0."),
        ("apa", "t07", "The Trust. (2026, March 2). Theory 7. A Site: What Works, Version 1.2.0. "
         "https://site.test/theories/t04/"),
        ("apa", "example2020", "Example, A., Sample, B., & Test, C. (2020). An article. A Journal. "
         "https://doi.org/10.1000/x"),
        ("apa", "evora2021", "Conceição Évora, A., & Direção da Educação. (2021). Hortas "
         "escolares. Universidade do Minho. https://repositorio.test/1"),
        ("short", "evora2021", "Conceição Évora and Direção da Educação (2021), Universidade do "
         "Minho, https://repositorio.test/1"),
        ("nlm-citation-sequence", "t05", "van Example A, Sample BC. A site: what works, version "
         "1.2.0 [Internet]. 2026 [cited <ymd>]. Theory 5. Available from: "
         "https://site.test/theories/t05/"),
        ("nlm-citation-sequence", "example2020", "Example A, Sample B, Test C. An article. "
         "A Journal. 2020. doi:10.1000/x"),
        ("harvard-cite-them-right", "t05", "van Example, A. and Sample, B.C. (2026) Theory 5, "
         "A site: what works, version 1.2.0. Available at: https://site.test/theories/t05/ "
         "(Accessed: <dmy>)."),
        ("harvard-cite-them-right", "example2020", "Example, A., Sample, B. and Test, C. (2020) "
         "‘An article’, A Journal. Available at: https://doi.org/10.1000/x."),
        ("short", "t05", "van Example and Sample. Theory 5. A site: what works, version 1.2.0, "
         "2 March 2026, https://site.test/theories/t05/"),
        ("short", "t06", "Theory 6. A site: what works, version 1.2.0"),
        ("short", "example2020", "Example et al. (2020), A Journal, https://doi.org/10.1000/x"),
    ],
)  # fmt: skip
def test_each_style_has_its_form(made: dict[str, References], style: str, key: str, expected: str):
    assert text(made[style][key]) == expected


def test_titles_are_told_apart_and_addresses_are_links(made: dict[str, References]):
    *_, address = made["apa"]["t05"]
    assert address == StyledPiece(OTHER.address, link=OTHER.address)
    assert StyledPiece("Theory 5", is_title=True) in made["apa"]["t05"]


def test_no_letter_tells_pages_of_one_year_apart(made: dict[str, References]):
    """Every page is cited alone: what a style does for a list of references is taken out of it."""
    assert not any("2026a" in text(r) or "2026b" in text(r) for s in made for r in made[s].values())
    for style in STYLES:
        file = Path(__file__).parents[2] / f"generator/citing/styles/{style}.csl"
        style_sheet = file.read_text(encoding="utf-8")
        assert "disambiguate" not in style_sheet
        assert "<sort>" not in style_sheet.partition("<bibliography")[2]


def test_another_pandoc_of_the_machine_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other = tmp_path / "pandoc"
    other.write_text("#!/bin/sh\necho pandoc 99.0\n")
    other.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("PYPANDOC_PANDOC", str(other))
    again = replace(PAGE, title="Theory 4, once more?")
    assert text(Styling().of(again)["apa"]).startswith("van Example, A., & Sample, B. C.")


AS_THEY_STAND = (
    "Theory 4: Sharing the harvest, not the beds (in summer)",
    "#6 Neighbours’ gardens – a plot-sharing scheme; UK",
    "Part 2",
)
TO_BE_READ = (
    "Who shares what?",
    "“Ours” and 'theirs'",
    "A title that ends.",
    "Sharing <i>the</i> harvest",
    "Sharing ; and more",
    "sharing small",
    "Sharing,",
)


@pytest.mark.parametrize("page", [PAGE, NOBODY, BODY], ids=["people", "nobody", "a body"])
def test_a_title_put_in_its_place_stands_as_the_processor_writes_it(
    page: Record, monkeypatch: pytest.MonkeyPatch
):
    pages = [
        replace(page, key=f"p{n}", title=title, address=page.address and f"{page.address}{n}/")
        for n, title in enumerate(AS_THEY_STAND + TO_BE_READ)
    ]
    put_in, read = Styling(), Styling()
    made = [put_in.of(one) for one in pages]
    with monkeypatch.context() as patch:
        patch.setattr(styling, "_of_any_page", lambda record: record)
        read.begin(pages)
        assert made == [read.of(one) for one in pages]


def test_pages_with_plain_titles_are_formatted_once(monkeypatch: pytest.MonkeyPatch):
    sent: list[int] = []
    run = styling._run
    monkeypatch.setattr(
        styling,
        "_run",
        lambda items, style: sent.append(len(json.loads(items))) or run(items, style),
    )
    plain = [replace(OTHER, key=f"p{n}", title=title) for n, title in enumerate(AS_THEY_STAND)]
    others = [replace(OTHER, key=f"q{n}", title=title) for n, title in enumerate(TO_BE_READ)]
    styled = Styling()
    styled.begin([*plain, *others])
    styled.finish()
    assert sent == [1 + len(TO_BE_READ)] * len(STYLES)
