"""Three versions of the garden, released one after the other: each stays as it was."""

import html
import json
import re
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import feedparser
import pytest
from builds import GARDEN, run
from nu import complaints
from playwright.sync_api import Browser
from reviews import copy_of, edit, linked
from serving import WithHeaders, serve

from generator.edit.register import as_yaml, registered
from generator.files.archive import digest, pack, unpack
from generator.library.register import FILE
from generator.site.versions import release_record, releases

CHANGES = "- version: {}\n  date: 2022-0{}-01\n  changes:\n    - 'Invented: {}'\n"
GONE = {"methods": "1.0.0", "middle-range-theories/handed-tea": "1.1.0"}
"""The pages that are no more, each with the last version that has it."""
THERE = "https://gardens.test/a/"
"""The address of the site, so that what names it can be followed."""


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run(["git", "-C", root, *who, *arguments], check=True, capture_output=True)


def commit(root: Path, words: str) -> None:
    git(root, "add", ".")
    git(root, "commit", "-qm", words)


def release(root: Path, version: str, month: int, words: str) -> str:
    """Release a version as its editors do; gives what the command says."""
    changes = root / "seeds/changes.yml"
    changes.write_text(CHANGES.format(version, month, words) + changes.read_text())
    (root / FILE).write_text(as_yaml(registered(linked(root))))
    commit(root, words)
    ran = run("realist", "release", version, cwd=root)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    commit(root, f"Version {version}")
    return ran.stdout


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The garden with three versions, and an edit that is in none of them."""
    root = copy_of(GARDEN, tmp_path_factory.mktemp("time") / "garden")
    settings = (GARDEN / "mkdocs.yml").read_text() + "  - toc: {permalink: true}\n"
    (root / "mkdocs.yml").write_text(settings)
    (root / ".gitignore").write_text("site/\n.*.realist/\n")
    edit(root, ("seeds/review.yml", "https://garden-review.example/", THERE))
    (root / "docs").mkdir()
    (root / "docs/methods.md").write_text("# Methods\n\nInvented.\n")
    (root / "docs/notes.md").write_text("# Notes\n\n## How it began\n\nInvented.\n")
    git(root, "init", "-q")
    release(root, "1.0.0", 4, "the first.")

    edit(root, ("theories/j01.yml", "text: She joins.", "text: She asks before she joins."))
    retired = "\nretired:\n  why: Invented.\n  date: 2022-05-01\n  successor: j01\n"
    with (root / "theories/j03.yml").open("a") as file:
        file.write(retired)
    (root / "docs/methods.md").unlink()
    release(root, "1.1.0", 5, "she asks; one theory is withdrawn.")

    edit(
        root,
        ("theories/gx1.yml", "- id: o1", "- id: o2"),
        ("seeds/guidance.yml", "id: limits-and-risks", "id: what-may-go-wrong"),
        ("seeds/guidance.yml", "findings: [gar-01, gar-04]", "findings: [gar-04]"),
        ("seeds/glossary.yml", "- term: Scheme", "- term: Garden scheme"),
        ("docs/notes.md", "How it began", "The beginning"),
    )
    findings = root / "seeds/findings.yml"
    findings.write_text(findings.read_text().replace("topic: gardens", "topic: plots"))
    (root / "theories/middle-range/handed-tea.yml").unlink()
    with (root / "seeds/moved.yml").open("a") as file:
        for was, now in (
            ("theories/gx1#o1", "theories/gx1#o2"),
            (
                "guidance/starting-a-garden#limits-and-risks",
                "guidance/starting-a-garden#what-may-go-wrong",
            ),
            ("middle-range/handed-tea", "middle-range/fence-theory"),
        ):
            file.write(f"- was: {was}\n  why: Renamed.\n  date: 2022-06-01\n  now: {now}\n")
    release(root, "2.0.0", 6, "two names are others.")

    edit(root, ("theories/j01.yml", "text: She asks before", "text: She always asks before"))
    commit(root, "not released")
    return root


@pytest.fixture(scope="module")
def site(review: Path) -> Path:
    ran = run("realist", "build", cwd=review)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return review / "site"


class Read(HTMLParser):
    """The links and the ids of a page, and the words of its banner."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.copied: set[str] = set()
        """What its links to keep lead to: those of headings, and of what they stand beside."""
        self.robots = self.canonical = ""
        self.text = file.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.ids.add(known.get("id") or "")
        if known.get("class") in ("headerlink", "rl-anchor"):
            self.copied.add(known["href"] or "")
        self.links |= {known[name] or "" for name in ("href", "src") if name in known}
        if known.get("name") == "robots":
            self.robots = known["content"] or ""
        if known.get("rel") == "canonical":
            self.canonical = known["href"] or ""


def pages(site: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(site.rglob("index.html")):
        yield file.parent.relative_to(site).as_posix().removeprefix("."), file


def test_every_link_of_every_version_leads_somewhere(site: Path):
    read = {path: Read(file) for path, file in pages(site)}
    dead = []
    for path, page in read.items():
        start = f"/{path}/".replace("//", "/")
        for link in page.links:
            parts = urlsplit(urljoin(start, link.replace(THERE, "/")))
            if parts.scheme or parts.netloc:
                continue
            target = unquote(parts.path).strip("/")
            if target in read:
                known = read[target].ids
                # On a page of what changed, a page that did not change has no place.
                if parts.fragment and parts.fragment not in known and "/since/" not in target:
                    dead.append(f"{path}: {link}")
            elif not (site / target).is_file():
                dead.append(f"{path}: {link}")
    # The page that leads on takes the place within it along.
    assert [link for link in dead if not re.search(r"/versions/[\d.]+/#", link)] == []


def test_the_pages_that_only_versions_have_are_valid(site: Path):
    newest, gone = site / "v/2.0.0", site / "methods"
    assert complaints(newest, gone, site / "versions") == Counter()


def test_each_version_says_what_it_was_and_the_site_of_today_what_it_is(site: Path):
    said = {
        "v/1.0.0/": "She joins.",
        "v/1.1.0/": "She asks before she joins.",
        "v/2.0.0/": "She asks before she joins.",
        "": "She always asks before she joins.",
    }
    for start, words in said.items():
        page = Read(site / start / "theories/j01/index.html")
        assert {other for other in said.values() if other in page.text} == {words}, start
        assert ("noindex" in page.robots) == bool(start)
        assert page.canonical == f"{THERE}{start}theories/j01/"
        cited = page.text[page.text.index('id="cite"') :]
        assert f"{THERE}{start}theories/j01/" in cited
        assert ("changed since version 2.0.0</cite>" in cited) == (start == "")


def test_a_version_names_itself_and_leads_to_today_and_to_what_changed(site: Path):
    page = Read(site / "v/1.0.0/theories/j01/index.html")
    assert "This is version 1.0.0 of 1 April 2022, kept as it was." in page.text
    assert {"../../../../theories/j01/", "../../../../versions/1.0.0/#theories-j01"} <= page.links
    assert "Edit this page" not in page.text
    assert '<link rel="latest-version" href="../../../../theories/j01/">' in page.text
    assert '<link rel="version-history" href="../../../../versions/">' in page.text
    leading = Read(site / "versions/1.0.0/index.html")
    assert "../../v/2.0.0/since/1.0.0/" in leading.links
    told = Read(site / "v/2.0.0/since/1.0.0/index.html")
    assert "theories-j01" in told.ids
    assert "She joins." in told.text
    assert "../../theories/j01/#o1" in told.links
    assert "../../../../versions/2.0.0/" in told.links
    assert "The page says what became of o1." in told.text
    assert "../../since/2.0.0/" in Read(site / "versions/2.0.0/index.html").links


def test_what_changed_since_the_newest_version_is_told_by_the_site_of_today(site: Path):
    told = Read(site / "since/2.0.0/index.html")
    assert "What changed from version 2.0.0 to today" in told.text
    assert "She always asks before she joins." in told.text
    assert "../../theories/j01/#o1" in told.links
    assert "../since/2.0.0/" in Read(site / "versions/index.html").links


def test_the_page_of_what_changed_until_today_is_no_version_and_leads_on_later(site: Path):
    told = Read(site / "since/2.0.0/index.html")
    assert "noindex" in told.robots
    assert "changed since version 2.0.0</cite>" in told.text
    assert f"{THERE}since/2.0.0/" not in sitemap(site)
    for older in ("1.0.0", "1.1.0"):
        leading = Read(site / f"since/{older}/index.html")
        assert f"../../v/2.0.0/since/{older}/" in leading.links


def test_who_comes_from_a_page_that_did_not_change_is_told_so(site: Path, browser: Browser):
    told = Read(site / "v/2.0.0/since/1.0.0/index.html").text
    assert "A page that is not named has no change of its own" in told
    with serve(site, WithHeaders) as address:
        page = browser.new_page(base_url=address)
        said = page.get_by_text("The page that you came from is not named here")
        for fragment, is_said in (("#theories-g02", True), ("#theories-j01", False), ("", False)):
            page.goto("about:blank")
            page.goto(f"/v/2.0.0/since/1.0.0/{fragment}")
            assert said.is_visible() == is_said
        page.close()


def test_what_changed_since_a_version_is_nowhere_called_that_version(site: Path):
    for path in ("", "data/", "model/", "theories/", "theories/j01/", "versions/", "since/2.0.0/"):
        text = (site / path / "index.html").read_text()
        assert "changed since version 2.0.0</cite>" in text, path
        (known,) = re.findall(r'<script type="application/ld\+json">(.+?)</script>', text)
        assert '"version"' not in known, path
        for name in ("cite.ris", "cite.bib", "cite.json"):
            assert "2022" not in (site / path / name).read_text(), path
    assert "version 2.0.0</cite>" in (site / "theories/g02/index.html").read_text()
    package = json.loads((site / "data/datapackage.json").read_text())
    crate = json.loads((site / "data/ro-crate-metadata.json").read_text())["@graph"]
    index = json.loads((site / "api/v1/index.json").read_text())
    (whole,) = (it for it in crate if it["@id"] == "./")
    for told in (package, whole, index):
        assert [told[key] for key in ("version", "date", "datePublished") if told.get(key)] == []
    assert index["changed-since"] == "2.0.0"
    assert f"{THERE}v/2.0.0/data/" in {source.get("path") for source in package["sources"]}
    assert {"@id": f"{THERE}v/2.0.0/data/"} in whole["isBasedOn"]
    with sqlite3.connect(site / "data/review.sqlite") as database:
        about = dict(database.execute("SELECT name, value FROM about"))
    assert about["version"] == "Changed since version 2.0.0 of 1 June 2022."
    assert "changed since version 2.0.0" in about["citation"]
    assert about["kept"].endswith(f"{THERE}v/2.0.0/data/")


def test_the_version_is_called_by_its_number(site: Path):
    kept = site / "v/2.0.0"
    for path in ("", "data/", "model/", "theories/j01/"):
        assert "version 2.0.0</cite>" in (kept / path / "index.html").read_text()
    assert json.loads((kept / "data/datapackage.json").read_text())["version"] == "2.0.0"
    assert json.loads((kept / "api/v1/index.json").read_text())["date"] == "2022-06-01"


def test_what_a_version_hands_out_to_copy_stands_on_the_site_of_today_or_leads_on(site: Path):
    today = {path: Read(file) for path, file in pages(site) if not path.startswith("v/")}
    lost = set()
    for path, file in pages(site):
        version, _, page = path.removeprefix("v/").partition("/")
        if not path.startswith("v/") or page.startswith("since/"):
            continue
        for link in Read(file).copied:
            target, _, fragment = urljoin(f"/{page}/", link).lstrip("/").partition("#")
            there = today[target.rstrip("/")]
            if target.rstrip("/") in GONE:
                assert any(f"/v/{GONE[target.rstrip('/')]}/" in to for to in there.links), target
            else:
                assert fragment in there.ids, (version, page, link)
                if any(to.endswith(f"v/{version}/{target}#{fragment}") for to in there.links):
                    lost.add(f"{target}#{fragment}")
    assert lost == {
        "findings/#topic-gardens", "glossary/#scheme", "notes/#how-it-began",
        # Headings that a template writes as it finds something to say.
        "middle-range-theories/#others", "theories/g01/#follows-from", "theories/g01/#guidance",
    }  # fmt: skip


def test_what_changed_between_any_two_versions_is_told(site: Path):
    both = [("1.0.0", "1.1.0"), ("1.0.0", "2.0.0"), ("1.1.0", "2.0.0")]
    listed = Read(site / "versions/index.html").links
    for old, new in both:
        path = f"v/{new}/since/{old}/"
        assert f"../{path}" in listed
        assert (
            f"What changed from version {old} to version {new}"
            in Read(site / path / "index.html").text
        )
    assert "is retired" in Read(site / "v/1.1.0/since/1.0.0/index.html").text
    assert (
        "what was called o1 is called o2 now" in Read(site / "v/2.0.0/since/1.1.0/index.html").text
    )


def history(page: Read) -> str:
    """What a page says of its own changes."""
    return page.text.partition("rl-history")[2].partition("</details>")[0]


def test_a_page_tells_what_changed_on_it_version_by_version(site: Path):
    today = history(Read(site / "theories/j01/index.html"))
    titles = re.findall(r'rl-cite-what">([^<]+)', today)
    assert titles == ["Since version 2.0.0 of 1 June 2022", "Version 1.1.0 of 1 May 2022"]
    assert today.count("outcome o1: wording changed") == 2
    assert 'href="../../v/1.1.0/since/1.0.0/#theories-j01"' in today
    assert "Told from version 1.0.0 of 1 April 2022 on." in today
    kept = history(Read(site / "v/2.0.0/theories/j01/index.html"))
    assert re.findall(r'rl-cite-what">([^<]+)', kept) == ["Version 1.1.0 of 1 May 2022"]
    assert 'href="../../../1.1.0/since/1.0.0/#theories-j01"' in kept
    assert history(Read(site / "v/1.0.0/theories/j01/index.html")) == ""
    unchanged = Read(site / "theories/g02/index.html")
    assert "No change of its own since version 1.0.0 of 1 April 2022" in unchanged.text


def test_pages_are_dated_by_the_version_in_which_they_last_changed(site: Path):
    dates = dict(re.findall("<loc>([^<]+)</loc>(?:<lastmod>([^<]+)</lastmod>)?", sitemap(site)))
    assert dates[f"{THERE}theories/j03/"] == "2022-05-01"
    assert dates[f"{THERE}theories/gx1/"] == "2022-06-01"
    # Of what changed since, and of lists, the day is in no version.
    assert dates[f"{THERE}theories/j01/"] == dates[f"{THERE}theories/"] == ""
    for path, told in (("theories/gx1/", "2022-06-01"), ("theories/j01/", None)):
        page = Read(site / path / "index.html")
        (known,) = re.findall(r'<script type="application/ld\+json">(.+?)</script>', page.text)
        assert json.loads(known).get("dateModified") == told


def test_feeds_tell_of_each_version_and_lead_to_what_it_changed(site: Path):
    found = sorted(site.rglob("feed.xml"))
    assert len(found) > 10
    assert not [file for file in found if "v" in file.relative_to(site).parts]
    for file in found:
        read = feedparser.parse(file.read_bytes())
        assert not read.bozo, file
        for entry in read.entries:
            target, _, fragment = entry.link.removeprefix(THERE).partition("#")
            page = Read(site / target / "index.html")
            assert fragment in page.ids or not fragment, (file, entry.link)
    read = feedparser.parse((site / "theories/gx1/feed.xml").read_bytes())
    assert [entry.title for entry in read.entries] == ["Version 2.0.0", "Version 1.0.0"]
    assert "what was called o1 is called o2 now" in read.entries[0].content[0].value
    named = Read(site / "theories/gx1/index.html").links
    assert {"feed.xml", "../../changes/feed.xml", "../../changes/feed.json"} <= named


def test_the_page_of_changes_leads_to_each_version_and_what_it_changed(site: Path):
    links = Read(site / "changes/index.html").links
    assert {"../v/2.0.0/", "../v/2.0.0/since/1.1.0/", "../v/1.1.0/since/1.0.0/"} <= links


def sitemap(site: Path) -> str:
    return (site / "sitemap.xml").read_text(encoding="utf-8")


def test_an_old_address_within_a_page_still_says_what_became_of_it(site: Path):
    assert "o1" in Read(site / "v/1.1.0/theories/gx1/index.html").ids
    assert {"o1", "o2"} <= Read(site / "theories/gx1/index.html").ids


def test_a_page_that_is_no_more_leads_to_the_last_version_that_has_it(site: Path):
    path = "middle-range-theories/handed-tea"
    title = "Example theory of the middle range: tea over the fence"
    for start, way in (("", "../../v/"), ("v/2.0.0/", "../../../")):
        page = Read(site / start / path / "index.html")
        assert f"No longer here: {title}" in page.text
        assert f"{way}1.1.0/{path}/" in page.links
    assert "as it was in version 2.0.0" not in Read(site / path / "index.html").text
    told = json.loads((site / f"api/v1/{path}.json").read_text())
    assert told["gone"]["now"] == "middle-range/fence-theory"
    gone = Read(site / "guidance/starting-a-garden/index.html").text
    assert re.search("See instead: <a[^>]+>Example guidance: starting a garden, Limits and", gone)
    assert f"No longer here: {title}" in Read(site / "v/2.0.0/since/1.1.0/index.html").text


def test_a_page_by_hand_that_is_no_more_leads_to_the_version_that_has_it(site: Path):
    assert "../v/1.0.0/methods/" in Read(site / "methods/index.html").links
    assert not (site / "v/1.1.0/methods").exists()


def test_the_search_of_a_version_is_its_own(site: Path):
    for start in ("", "v/1.0.0/", "v/2.0.0/"):
        assert (site / start / "pagefind/pagefind.js").is_file()
    entry = (site / "pagefind/pagefind-entry.json").read_text()
    count = int(re.search(r'"page_count":(\d+)', entry)[1])
    assert count < sum(1 for path, _ in pages(site) if not path.startswith("v/"))


def test_hosts_allow_the_scripts_of_every_version(review: Path, site: Path, tmp_path: Path):
    headers = (site / "_headers").read_text()
    of_versions = set()
    for path, file in pages(site):
        for script in re.findall("'sha256-[^']+'", html.unescape(file.read_text())):
            assert script in headers, path
            of_versions |= {script} if path.startswith("v/") else set()
    # Those of today may be others: then the versions themselves have to name theirs.
    assert (
        releases.unfold(review, linked(review).releases, tmp_path).scripts == of_versions != set()
    )


def test_a_version_is_read_and_searched_under_the_policy_of_the_site(site: Path, browser: Browser):
    with serve(site, WithHeaders) as address:
        page = browser.new_page(base_url=address)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto("/v/1.0.0/theories/j01/")
        page.keyboard.press("/")
        page.locator(".rl-search-dialog [type=search]").fill("welcome")
        page.locator(".rl-found > p:first-child a").first.wait_for()
        found = page.locator(".rl-found a").evaluate_all("all => all.map(a => a.pathname)")
        assert {path.startswith("/v/1.0.0/") for path in found} == {True}
        page.locator(".rl-search-dialog [type=search]").fill("wlecome")
        page.get_by_text("Nearest in spelling: “welcome”.").wait_for()
        page.goto("/versions/1.0.0/#theories-j01")
        page.wait_for_url("**/v/2.0.0/since/1.0.0/#theories-j01")
        page.goto("/v/1.0.0/evidence/plots/explore-by-plot/")
        page.locator(".rl-plot path.point").first.wait_for()
        assert said == []
        page.close()


def test_files_without_indentation_say_the_same_and_are_as_large_as_the_crate_tells(site: Path):
    kept, one = site / "v/2.0.0", "api/v1/theories/g02.json"
    texts = [(folder / one).read_text() for folder in (kept, site)]
    assert json.loads(texts[0])["data"] == json.loads(texts[1])["data"]
    assert [len(text.splitlines()) for text in texts] == [texts[1].count("\n")] * 2
    assert ["\n " in text for text in texts] == [False, True]
    crate = json.loads((kept / "data/ro-crate-metadata.json").read_text())
    sizes = {it["@id"]: int(it["contentSize"]) for it in crate["@graph"] if "contentSize" in it}
    assert sizes == {name: (kept / "data" / name).stat().st_size for name in sizes} != {}


def test_versions_share_what_did_not_change_and_add_little(review: Path, site: Path):
    shared = len(list((site / "v/files").iterdir()))
    assert shared < 24  # three times as many, if each version had its own
    assert not list((site / "v").glob("*/assets"))
    assert not list((site / "v").glob("*/pagefind/*component*"))
    assert all(f.stat().st_size < 3_000_000 for f in (review / "releases").iterdir())


def test_a_second_build_gives_the_same_bytes_and_no_history_is_needed(
    review: Path, site: Path, tmp_path: Path
):
    git(review, "clone", "-q", "--depth", "1", review.as_uri(), str(tmp_path / "copy"))
    again = tmp_path / "site"
    ran = run("realist", "build", "--site-dir", again, cwd=tmp_path / "copy")
    assert ran.returncode == 0, ran.stderr
    one, other = (
        {f.relative_to(folder): f.read_bytes() for f in folder.rglob("*") if f.is_file()}
        for folder in (site, again)
    )
    assert set(one) == set(other)
    assert [path for path in one if one[path] != other[path]] == []


def test_releasing_the_same_commit_again_gives_the_same_archive(review: Path, tmp_path: Path):
    before = (review / release_record.archive("1.1.0")).read_bytes()
    git(review, "clone", "-q", review.as_uri(), str(tmp_path / "copy"))
    log = subprocess.run(
        ["git", "-C", tmp_path / "copy", "log", "--format=%H", "--grep=one theory is withdrawn"],
        check=True, capture_output=True, text=True,
    ).stdout.split()[0]  # fmt: skip
    git(tmp_path / "copy", "checkout", "-q", log)
    ran = run("realist", "release", "1.1.0", cwd=tmp_path / "copy")
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "copy" / release_record.archive("1.1.0")).read_bytes() == before


def test_a_forged_version_is_told_of_by_those_after_it(review: Path, tmp_path: Path):
    git(review, "clone", "-q", review.as_uri(), str(tmp_path / "copy"))
    root, path = tmp_path / "copy", release_record.archive("1.0.0")
    files = dict(unpack((root / path).read_bytes()))
    page = "v/1.0.0/theories/j01/index.html"
    files[page] = files[page].replace(b"She joins.", b"She leaves.")
    before, forged = digest((root / path).read_bytes()), pack(files)
    (root / path).write_bytes(forged)
    edit(root, ("seeds/releases.yml", before, digest(forged)))
    commit(root, "forged")
    git(root, "commit", "--allow-empty", "-qm", "another")
    git(root, "commit", "--allow-empty", "-qm", "and another")
    ran = run("realist", "check", cwd=root)
    assert ran.returncode == 1
    assert "The record of version 1.0.0 is not what it was." in ran.stderr


def test_a_version_in_which_ids_changed_places_is_refused(review: Path, tmp_path: Path):
    git(review, "clone", "-q", review.as_uri(), str(tmp_path / "copy"))
    root = tmp_path / "copy"
    edit(root, ("theories/j01.yml", "- id: c1", "- id: c0"))
    edit(root, ("theories/j01.yml", "- id: c2", "- id: c1"))
    edit(root, ("theories/j01.yml", "- id: c0", "- id: c2"))
    changes = root / "seeds/changes.yml"
    changes.write_text(CHANGES.format("2.1.0", 7, "swapped.") + changes.read_text())
    commit(root, "swapped")
    ran = run("realist", "release", "2.1.0", cwd=root)
    assert ran.returncode == 1
    assert "theories/j01.yml:1:1: error" in ran.stderr
    assert "c1 became c2" in ran.stderr
    assert not (root / release_record.archive("2.1.0")).exists()


def test_a_release_says_what_it_does_without(tmp_path: Path):
    root = copy_of(GARDEN, tmp_path / "garden")
    (root / "mkdocs.yml").write_bytes((GARDEN / "mkdocs.yml").read_bytes())
    text = (root / "seeds/review.yml").read_text()
    text = re.sub(r"^(authors|organisation): .*\n", "", text, flags=re.M)
    (root / "seeds/review.yml").write_text(text)
    assert run("realist", "register", cwd=root).returncode == 0
    ran = run("realist", "release", "0.2.0", cwd=root)
    assert "no address of its own yet" in ran.stdout
    assert "whether all of it is committed" in ran.stdout
    assert "CITATION.cff and .zenodo.json, which need one, were not written" in ran.stdout
    tag = ran.stdout.partition("git tag ")[2].partition("\n\n")[0]
    assert "-m 'Example review: community gardens (invented), version 0.2.0' \\\n" in tag
    assert "-m 'Invented: a theory without a number was added.'" in tag
    assert sorted(f.name for f in root.iterdir() if f.is_file()) == ["mkdocs.yml"]


def test_a_version_is_not_released_twice_and_tampering_stops_every_build(
    review: Path, tmp_path: Path
):
    git(review, "clone", "-q", review.as_uri(), str(tmp_path / "copy"))
    root = tmp_path / "copy"
    ran = run("realist", "release", "2.0.0", cwd=root)
    assert (ran.returncode, "[release-refused]" in ran.stderr) == (1, True)
    archive = root / release_record.archive("1.0.0")
    archive.write_bytes(archive.read_bytes()[:-1] + b"x")
    for command in ("check", "build", "release"):
        arguments = ["2.0.0"] if command == "release" else []
        ran = run("realist", command, *arguments, cwd=root)
        assert ran.returncode == 1
        assert "releases/1.0.0.tar.xz:1:1: error" in ran.stderr
        assert "Traceback" not in ran.stderr
    assert not (root / "site").exists()
