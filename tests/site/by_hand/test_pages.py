from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path

import pytest
from markdown import Markdown
from reviews import GARDEN, ROOT, context_of, edit, linked

from generator.diagnostics import Diagnostic
from generator.pages.address import Address
from generator.pages.page import Page
from generator.site.by_hand import files as module
from generator.site.by_hand import pages as by_hand
from generator.site.by_hand.files import Written, audited, unpublished, written
from generator.site.by_hand.words import words

CONTEXT = context_of(linked(GARDEN))


def made(tmp_path: Path, text: str | bytes, name: str = "page.md") -> Page | Diagnostic:
    file = tmp_path / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    [page] = pages(tmp_path)
    return page


def pages(root: Path) -> list[Page | Diagnostic]:
    found = written(root, CONTEXT.library)
    return [by_hand.page(it, CONTEXT) if isinstance(it, Written) else it for it in found]


def page(tmp_path: Path, text: str, name: str = "page.md") -> Page:
    found = made(tmp_path, text, name)
    assert isinstance(found, Page)
    return found


def wrong(tmp_path: Path, text: str | bytes) -> Diagnostic:
    found = made(tmp_path, text)
    assert isinstance(found, Diagnostic)
    return found


def test_a_page_has_the_title_and_description_that_it_gives(tmp_path: Path):
    text = "---\ndescription: What it says.\n---\n# A title\n\nText.\n"
    found = page(tmp_path, text, "some/page.md")
    assert (found.title, found.description) == ("A title", "What it says.")
    assert (found.address.path, found.edit) == ("some/page/", "docs/some/page.md")
    assert "---" not in found.body


def test_a_page_without_description_has_that_of_the_review(tmp_path: Path):
    assert page(tmp_path, "# A\n").description == CONTEXT.library.review.description


def test_every_page_bears_the_notice(tmp_path: Path):
    assert CONTEXT.library.review.help.notice in page(tmp_path, "# A\n\nText.\n").body


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ counts.interventions }} schemes", "3 schemes"),
        ("{{ counts.theories }} and {{ counts.removed }}", "5 and 1"),
        ("{{ counts.claims }} {{ counts.findings }}", "14 8"),
        ("{{ counts.recomputed }} {{ counts.compared }} {{ counts.problems }}", "10 3 2"),
        ("{{ edition }}", "version 0.2.0 of 2 March 2022"),
        ("{{ link(ref('s02')) }}", '<a href="../interventions/s02/">'),
        ("{{ link(ref('j02')) }}", "<del"),
        ("{{ parts.findings(finding('gar-03')) }}", "Quarrels over water were a risk"),
        ("{{ parts.findings(findings('strengths')) }}", 'id="str-02"'),
        (
            "{{ parts.file('README.md') }}",
            '<a href="https://gardens.test/repository/blob/main/README.md"><code>README.md</code></a>',
        ),
    ],
)
def test_a_page_can_quote_the_data(tmp_path: Path, text: str, shown: str):
    assert shown in page(tmp_path, f"# A\n\n{text}\n").body


def test_every_word_that_a_page_can_use_has_a_meaning_and_no_other():
    given = by_hand.values(Address("page/"), CONTEXT)
    assert set(given) == set(words(CONTEXT.library))


def test_a_list_can_have_a_name_and_a_length(tmp_path: Path):
    text = "{% set few = [ref('s02'), ref('j01')] %}{{ few | length }}: {{ parts.links(few) }}"
    assert '2: <a href="../interventions/s02/">' in page(tmp_path, f"# A\n\n{text}\n").body


MISTAKES = [
    ("{{ finding('gar-99') }}", "gar-99"),
    ("{{ findings('weather') }}", "weather"),
    ("{{ ref('t99') }}", "t99"),
    ("{{ finding() }}", "“finding” takes a quoted text"),
    ("{{ finding 'gar-03' }}", "only words"),
    ("{{ finding('gar-03' }}", "only words"),
    ("{{ }}", "only words"),
    ("{{ finding('gar-03')", "never closed"),
    ("{% raw %} x", "never ended"),
    ("{% set %}", "only words"),
    ("{%- raw %}", "only words"),
    ("{{ edition | length | length }}", "only words"),
    ("{{ finding(id='gar-03') }}", "only words"),
    ("{{ finding('gar-03', 'gar-03') }}", "takes a quoted text"),
    ("{{ finding(edition) }}", "takes a quoted text"),
    ("{{ finding }}", "needs brackets"),
    ("{{ counts.claims() }}", "takes no brackets"),
    ("{{ parts.links(ref('s02')) }}", "takes a list of links"),
    ("{{ parts.findings('strengths') }}", "takes findings"),
    ("{{ ref('s02') }}", "a link alone"),
    ("{{ at.MODEL }}", "a page alone"),
    ("{{ edition | length }}", "only words"),
    ("{{ [edition] }}", "only words"),
    ("{% set counts = ref('s02') %}", "“counts” has a meaning already"),
    ("{% set a, b = ref('s02') %}", "only words"),
    ("{{ page.to('javascript:alert') }}", "only words"),
    ("{{ page.to('//evil.example') }}", "only words"),
    ("{{ nothing }}", "nothing"),
    ("{{ counts.gardens }}", "gardens"),
    ("{% for %}", "for"),
    ("{{ 1 / 0 }}", "only words"),
    ("{{ 'x' * 999999999 }}", "only words"),
    ("{{ version.__class__ }}", "version.__class__"),
    ("{{ at.posixpath.os.popen('id') }}", "at.posixpath"),
    ("{{ review.model_dump() }}", "review.model_dump"),
    ("{{ link(ref('j02')).format() }}", "only words"),
    ("{{ version | upper }}", "only words"),
    ("{% include 'notice.html' %}", "only words"),
]


@pytest.mark.parametrize(("mistake", "named"), MISTAKES)
@pytest.mark.parametrize(
    ("before", "line"),
    [("", 1), ("# A\n\n", 3), ("---\ndescription: x\n---\n# A\n\n\n", 7), ("Text.\n\n# A\n", 4)],
)
def test_a_mistake_is_told_of_on_its_line(tmp_path, mistake, named, before, line):
    found = wrong(tmp_path, f"{before}{mistake}\nMore.\n")
    assert (found.code, found.location.path) == ("page-template", "docs/page.md")
    assert found.location.line == line
    if named != "for":
        assert named in found.message


def test_a_page_that_is_no_text_is_unreadable(tmp_path: Path):
    assert wrong(tmp_path, "# A\n\ncafé\n".encode("latin-1")).code == "unreadable"


def test_pages_come_in_the_order_of_their_paths_and_one_mistake_stops_none(tmp_path: Path):
    for name, text in {"b.md": "# B", "a.md": "{{ x }}", "c/d.md": "# D", "e.txt": "no"}.items():
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(text)
    found = pages(tmp_path)
    assert isinstance(found[0], Diagnostic)
    assert [p.title for p in found if isinstance(p, Page)] == ["B", "D"]


def test_without_a_folder_there_are_no_pages(tmp_path: Path):
    assert pages(tmp_path) == []


def test_examples_of_code_keep_their_indentation(tmp_path: Path):
    code = "```yaml\ncontexts:\n  - id: c1\n    text: x\n```\n"
    assert code in page(tmp_path, f"# A title\n\n{code}\nText.\n").body


MARKUP = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert)",
    "[x](&#106;avascript:alert)",
    "[x][y]\n\n[y]: data:text/html,x",
    "![x](https://elsewhere.example/x.png)",
    "![x](//elsewhere.example/x.png)",
    "[x](//elsewhere.example/)",
    "*x*{onclick=alert }",
    "x { #__config }\n{: #__config data-x=y }",
    "## __config",
    "*x*{data-md-component=search }",
    "# Second { onclick=alert }",
    "<div style='display:none'>x</div>",
    "<!-- hidden -->",
    "`` ` `` <b onclick=x>y</b>",
    "<div title=\"{{ link(ref('j01')) }}\">x</div>",
    "<div title='{{ parts.findings(finding(\"gar-03\")) }}'>x</div>",
    "[x](javascript:{{ edition }})",
    "![x](/\\elsewhere.example/x.png)",
    "<img src='/&#92;elsewhere.example/x.png'>",
    "[x](https://here.example\\@elsewhere.example/)",
    "&#x202e;txet",
    "*x*{title='&#8203;' }",
    "See [[j01]].",
]


@pytest.mark.parametrize("markup", MARKUP)
def test_what_could_run_or_call_on_another_place_is_refused(tmp_path: Path, markup: str):
    found = wrong(tmp_path, f"---\ndescription: x\n---\n# A\n\nText.\n\n{markup}\n")
    assert found.code == "page-markup"
    assert found.location.line in (1, 8, 9, 10)


def test_a_reference_is_told_of_with_what_to_write(tmp_path: Path):
    found = wrong(tmp_path, "# A\n\nSee `[[j01]]` and\n[[findings 2.2]].\n")
    assert found.location.line == 4
    assert "“[[findings 2.2]]”" in found.message
    assert "[its words](../theories/x04/)" in found.remedy


def test_markdown_and_examples_of_markup_as_code_are_fine(tmp_path: Path):
    text = "# A\n\n`<script>` and\n\n```html\n<script>x</script>\n```\n\n"
    text += "| a | b |\n|--:|---|\n| 1 | 2 |\n"
    links = "\n[a](https://x.example/?a=b&c=d) ![b](assets/b.png) <https://x.example/> [c](#fn:1)\n"
    assert "<script>" in page(tmp_path, text + links).body


def test_a_title_is_no_markdown_on_a_page_by_hand(tmp_path: Path, garden_copy: Path):
    nasty = "A _b_{onclick=x} `c` [d] | *e"
    old = "title: 'Example theory: seeing that newcomers are welcome'"
    library = linked(edit(garden_copy, ("theories/j01.yml", old, f"title: '{nasty}'")))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/page.md").write_text("# A\n\nSee {{ link(ref('j01')) }}.\n")
    [page] = written(tmp_path, library)
    assert isinstance(page, Written)
    made = by_hand.page(page, context_of(library))
    html = Markdown(extensions=["attr_list"]).convert(made.body)
    assert ">Joining theory 1: " + nasty + "</a>" in unescape(html)
    assert "<em" not in html


ENDLESS = {
    "brackets": "[" * 20_000,
    "words": "{{ parts.findings(findings('strengths')) }} " * 2_000,
    "lists": "1. " * 3_000,
    "lists of words": f"{{{{ finding({'[' * 300}{']' * 300}) }}}}",
    "a long number": f"{{{{ finding({'9' * 5_000}) }}}}",
    "a long word": f"{{{{ a{'.a' * 5_000} }}}}",
}


@pytest.mark.slow
@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_page_that_would_keep_a_program_busy_is_given_up(tmp_path, monkeypatch, text):
    monkeypatch.setattr("generator.site.by_hand.files._SECONDS", 0.3)
    found = wrong(tmp_path, f"# A\n\n{text}\n")
    assert found.location.path == "docs/page.md"
    assert found.code in ("page-markup", "page-template")


def test_beside_other_work_a_page_takes_as_long_as_it_takes(tmp_path: Path):
    with ThreadPoolExecutor() as beside:
        assert beside.submit(page, tmp_path, "# A\n\nText.\n").result().title == "A"


@pytest.mark.slow
def test_a_long_head_of_a_page_is_read_once(tmp_path: Path):
    text = "---\n" + "description: x\n" * 60_000 + "# A\n"
    assert page(tmp_path, text).description == CONTEXT.library.review.description


@pytest.mark.parametrize("text", ["Words.", "# A\n---\nWords.", "---\n# A\n---\nWords."])
def test_a_page_has_a_title_of_its_own_or_is_refused(tmp_path: Path, text: str):
    if text.startswith("# A"):
        assert page(tmp_path, text).title == "A"
    else:
        assert "has no title" in wrong(tmp_path, text).message


RUN_OR_OBEYED = [
    "x.html",
    "x.js",
    "x.svg",
    "x.xml",
    "CNAME",
    "_redirects",
    "_worker.js",
    "x",
    "x.PNG",
]
OF_THE_THEME = ["assets/stylesheets/main.css", "assets/javascripts/bundle.js", "assets/x.woff2"]
FOR_READERS = ["x.png", "assets/x.jpeg", "x.pdf", "look/x.css", "look/x.woff2", "x.md"]


@pytest.mark.parametrize("name", [*RUN_OR_OBEYED, *OF_THE_THEME, *FOR_READERS])
def test_what_a_browser_would_run_or_a_host_obey_is_not_published(tmp_path: Path, name: str):
    file = tmp_path / "docs" / name
    file.parent.mkdir(parents=True)
    file.write_text("x")
    told = [(one.location.path, one.code) for one in unpublished(tmp_path)]
    assert told == ([] if name in FOR_READERS else [(f"docs/{name}", "unknown-file")])


@pytest.mark.slow
def test_all_pages_are_audited_without_the_data(monkeypatch: pytest.MonkeyPatch):
    library, seen = linked(ROOT), audited(ROOT)
    as_ever = list(written(ROOT, library))
    monkeypatch.setattr(module, "audit", None)
    assert list(written(ROOT, library, seen)) == as_ever
    assert len(as_ever) > 5


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n{{ findings('no-such-topic') }}",
        "# A\n\n{{ no.such(word) }}",
        "# A\n\n<script>alert(1)</script>",
        "No title {{ counts.theories }}",
        "# A\n\n" + "1. " * 3_000,
    ],
)
def test_what_was_seen_before_changes_nothing_that_is_told(tmp_path: Path, text: str):
    told = wrong(tmp_path, text)
    assert list(written(tmp_path, CONTEXT.library, audited(tmp_path))) == [told]
