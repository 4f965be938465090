"""Links of pages by hand, of which only those within the site can be held against it."""

from pathlib import Path

import pytest

from generator.site.inspection import inspect


@pytest.mark.parametrize(
    ("link", "dead"),
    [
        ("https://elsewhere.example/nowhere/", []),
        ("../theories/j01/", []),
        ("../nowhere/", ["There is no page at “nowhere/”."]),
    ],
)
def test_a_link_to_another_site_is_nobody_s_to_judge(garden_copy: Path, link: str, dead: list[str]):
    (garden_copy / "docs").mkdir()
    (garden_copy / "docs/page.md").write_text(f"# A page\n\n[A link]({link})\n", encoding="utf-8")
    assert [d.message for d in inspect(garden_copy).diagnostics if d.code == "dead-link"] == dead
