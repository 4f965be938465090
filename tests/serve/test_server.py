"""The web server of `realist serve`, asked as a browser asks it."""

import re
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest
from reviews import GARDEN, edit

from generator.cli.mkdocs import settings
from generator.serve.desk import Desk
from generator.serve.pages import Pages
from generator.serve.search import Search
from generator.serve.server import Server
from generator.site.data.downloads import TYPES

ADDRESS = ("seeds/review.yml", "https://garden-review.example/", "https://gardens.test/review/")
WRONG = ("theories/j01.yml", "change: retained", "change: <b>kept")


@contextmanager
def serving(root: Path, report: Callable[[str], object] = print) -> Iterator[Server]:
    with Desk(root, settings) as desk, closing(Search(root, report)) as search:
        desk.look()
        with Server(("127.0.0.1", 0), desk, search, report) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            yield server
            server.shutdown()


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("served") / "garden"
    shutil.copytree(GARDEN, root, ignore=shutil.ignore_patterns("site"))
    return edit(root, ADDRESS)


@pytest.fixture(scope="module")
def server(review: Path) -> Iterator[Server]:
    with serving(review) as started:
        yield started


def ask(server: Server, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", server.server_port)
    connection.request(method, path)
    answer = connection.getresponse()
    return answer, answer.read().decode("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/model/", "text/html; charset=utf-8"),
        ("/assets/search.js", "text/javascript; charset=utf-8"),
        ("/assets/favicon.svg", "image/svg+xml"),
        ("/data/theories.csv", "text/csv; charset=utf-8"),
        ("/api/v1/index.json", "application/json; charset=utf-8"),
        ("/cite/cite.bib", "application/x-bibtex"),
        ("/cite/cite.ris", "application/x-research-info-systems"),
        ("/data/review.json", "application/json; charset=utf-8"),
        ("/data/review.sqlite", "application/vnd.sqlite3"),
        ("/data/review.xlsx", TYPES["xlsx"]),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/_redirects", "application/octet-stream"),
    ],
)
def test_a_browser_is_told_what_a_file_is(server: Server, path: str, kind: str) -> None:
    answer, _ = ask(server, path, "HEAD")
    assert (answer.status, answer.getheader("Content-Type")) == (200, kind)
    assert answer.getheader("X-Content-Type-Options") == "nosniff"


@pytest.mark.slow
def test_the_site_is_also_below_the_path_of_its_own_address(server: Server) -> None:
    assert ask(server, "/review/model/")[1] == ask(server, "/model/")[1]


def test_a_page_has_one_line_more_than_that_of_a_build(server: Server) -> None:
    page = ask(server, "/model/")[1]
    desk = server.desk
    assert desk.answers is not None
    line = r'<script src="/_realist/live\.js" data-page="\w{16}" defer></script>\n'
    assert re.sub(line, "", page, count=1).encode() == desk.answers("model/index.html")
    assert ask(server, "/_realist/live.js")[0].status == 200


def known_by(page: str) -> str:
    """By what a page tells itself from what it is told to be now."""
    found = re.search(r'data-page="(\w{16})"', page)
    assert found
    return found[1]


def told_of(server: Server, page: str) -> str:
    """The first news on a page."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as connection:
        connection.sendall(f"GET /_realist/events?/{page} HTTP/1.0\r\n\r\n".encode())
        with connection.makefile("r") as lines:
            head, news = ("".join(iter(lines.readline, "\n")) for _ in range(2))
    assert "text/event-stream" in head
    return news.strip()


def bare(server: Server, method: str, path: str) -> bytes:
    """All bytes of an answer: clients look for no body below the head that they asked for."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=5) as connection:
        connection.sendall(f"{method} {path} HTTP/1.0\r\n\r\n".encode())
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_the_head_of_an_answer_is_that_of_the_answer(server: Server) -> None:
    head, answer = (bare(server, method, "/model/") for method in ("HEAD", "GET"))
    without_date = re.compile(rb"^Date: .*\n", re.M)
    assert head.endswith(b"\r\n\r\n")
    assert without_date.sub(b"", answer).startswith(without_date.sub(b"", head))


def test_news_have_a_head_that_ends(server: Server) -> None:
    assert bare(server, "HEAD", "/_realist/events").endswith(b"\r\n\r\n")


@pytest.mark.parametrize(
    "path",
    ["/no/such/page/", "/../seeds/review.yml", "/%2e%2e/seeds/review.yml", "//etc/passwd", "/%00"],
)
def test_where_nothing_is_stands_the_page_of_the_site_that_says_so(
    server: Server, path: str
) -> None:
    answer, page = ask(server, path)
    assert answer.status == 404
    assert "There is no page at this address" in page


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/theories/j01", "j01/"),
        ("/theories/j01?q=a%20b", "j01/?q=a%20b"),
        ("/review/theories/j01", "j01/"),
        ("/review", "review/"),
    ],
)
def test_an_address_without_its_last_stroke_leads_to_the_page(
    server: Server, path: str, page: str
) -> None:
    answer, _ = ask(server, path)
    assert (answer.status, answer.getheader("Location")) == (302, page)


def test_a_page_waits_for_no_other_one(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def making(_: Pages, path: str) -> bytes:
        made.append(path)
        return b"<body></body>"

    monkeypatch.setattr(Pages, "page", making)
    monkeypatch.setattr(Pages, "template", making)
    server.desk.look()
    ask(server, "/model/")
    server.desk.look()
    assert made == ["model/index.html"]


def test_while_something_is_wrong_the_last_good_site_is_served_with_what_it_is(
    server: Server, review: Path
) -> None:
    good = ask(server, "/theories/j01/")[1]
    right = (review / WRONG[0]).read_text(encoding="utf-8")
    edit(review, WRONG)
    server.desk.look()
    assert ask(server, "/theories/j01/")[1] == good
    told = ask(server, "/_realist/errors")[1]
    assert "theories/j01.yml:21:13" in told
    assert "“&lt;b&gt;kept” is none of the words" in told
    assert "<b>" not in told
    assert "Remedy: " in told
    (review / WRONG[0]).write_text(right, encoding="utf-8")
    assert not server.desk.look().is_wrong


def test_a_page_is_told_by_what_it_is_known_now(server: Server, review: Path) -> None:
    before = ask(server, "/theories/j01/")[1]
    assert told_of(server, "theories/j01/") == f"event: right\ndata: {known_by(before)}"
    right = (review / WRONG[0]).read_text(encoding="utf-8")
    edit(review, (WRONG[0], "newcomers are welcome'", "all who come are welcome'"))
    server.desk.look()
    now = known_by(ask(server, "/theories/j01/")[1])
    assert now != known_by(before)
    assert told_of(server, "theories/j01/") == f"event: right\ndata: {now}"
    edit(review, WRONG)
    server.desk.look()
    assert told_of(server, "theories/j01/") == f"event: wrong\ndata: {now}"
    (review / WRONG[0]).write_text(right, encoding="utf-8")
    assert not server.desk.look().is_wrong


def test_a_page_that_cannot_be_made_says_why_until_it_can(
    review: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    with serving(review, told.append) as server:
        with monkeypatch.context() as broken:
            broken.setattr(Pages, "page", lambda *_: object() / 2)  # type: ignore[operator]
            answer, page = ask(server, "/model/")
            assert answer.status == 500
            assert "TypeError: unsupported operand" in page
            assert "in generator/serve/answers.py, line " in page
            known = known_by(page)
            assert told_of(server, "model/") == f"event: right\ndata: {known}"
        assert [one.partition(":")[0] for one in told] == ["/model/ could not be made. TypeError"]
        answer, page = ask(server, "/model/")
        assert answer.status == 200
        assert known_by(page) != known


@pytest.mark.slow
def test_a_review_that_is_wrong_from_the_start_is_told_of_at_every_address(tmp_path: Path) -> None:
    root = tmp_path / "garden"
    shutil.copytree(GARDEN, root, ignore=shutil.ignore_patterns("site"))
    edit(root, WRONG)
    with serving(root) as server:
        for path in ("/", "/data/review.json"):
            answer, page = ask(server, path)
            assert answer.status == 503
            assert "<h1" in page
            assert "theories/j01.yml:21:13" in page
        assert told_of(server, "") == f"event: wrong\ndata: {known_by(ask(server, '/')[1])}"
        edit(root, (WRONG[0], WRONG[2], WRONG[1]))
        server.desk.look()
        assert ask(server, "/")[0].status == 200
