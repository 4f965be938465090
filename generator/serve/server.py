"""The web server of a desk, for this machine: every answer comes from the newest good state.

No address becomes a path on the disk: what is asked for is looked up among what the site has.
"""

from __future__ import annotations

import hashlib
import select
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Condition
from urllib.parse import quote, unquote, urlsplit

from generator.check.unforeseen import in_words
from generator.serve.answers import MISSING, Answers
from generator.serve.desk import Desk
from generator.serve.kinds_of_files import type_of
from generator.serve.search import Search
from generator.serve.told import errors, failed

OWN = "_realist/"
"""Where the server has its own files; no page of a site has such a name."""
_PATIENCE = 15
"""Seconds after which a page is told that nothing changed, which shows whether it listens."""
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Found:
    """What is sent for an address."""

    type: str
    """Of its content, as browsers are told."""
    status: HTTPStatus
    content: bytes
    leads_on: bool = False
    """Whether only the stroke at the end of the address is missing."""
    failure: str = ""
    """What kept a page from being made, in whose place another one stands."""
    known_by: str = ""
    """What tells it from what was sent before, where that is not its content."""

    @property
    def tag(self) -> str:
        """The same for the same content; of a page that could not be made, for the same state."""
        return hashlib.sha256(self.known_by.encode() or self.content).hexdigest()[:16]


class Server(ThreadingHTTPServer):
    """Serves a desk, below the path of the site's address as well as at the root."""

    daemon_threads = True

    def __init__(
        self, address: tuple[str, int], desk: Desk, search: Search, report: Callable[[str], object]
    ) -> None:
        """Bind to an address of this machine. Raises OSError where it is taken.

        `report` is told of each page that could not be made.
        """
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Handler)
        self.desk, self.search, self.report = desk, search, report
        self.changed = Condition()
        self.open: dict[socket.socket, str] = {}
        """The page that somebody looks at, by the connection on which it listens."""

    def answer(self, path: str) -> Found:
        """What there is at a path; where there is nothing, or it failed, a page that says so."""
        if self.desk.answers is None:
            told = errors(self.desk.state, f"/{OWN}", alone=True)
            return Found(_HTML, HTTPStatus.SERVICE_UNAVAILABLE, told.encode())
        try:
            return self._found(path)
        except Exception as error:  # the browser is told, and the server goes on
            return self._failed(path, in_words(error))

    def _failed(self, path: str, failure: str) -> Found:
        told = failed(path, failure, f"/{OWN}").encode()
        # It may say something else each time, and is loaded again for another state alone.
        known_by = f"state {self.desk.state.number}"
        status = HTTPStatus.INTERNAL_SERVER_ERROR
        return Found(_HTML, status, told, failure=failure, known_by=known_by)

    def _found(self, path: str) -> Found:
        with self.desk.lock:
            answers = self._answers
            file = answers.file(path)
            content = answers(file)
            if content is None and answers(answers.file(f"{path}/")) is not None:
                return Found(_HTML, HTTPStatus.FOUND, b"", leads_on=True)
        content = self.search.answer(file) if content is None else content
        if content is not None:
            return Found(type_of(file), HTTPStatus.OK, content)
        with self.desk.lock:
            return Found(_HTML, HTTPStatus.NOT_FOUND, self._answers(MISSING) or b"")

    @property
    def _answers(self) -> Answers:
        assert self.desk.answers is not None  # asked for only where there is a good state
        return self.desk.answers

    def make_open(self) -> tuple[str, ...]:
        """Make the pages that somebody looks at, before they ask; gives those that could be made.

        What keeps one from being made is told when it asks.
        """
        made = []
        for connection, page in [*self.open.items()]:
            with suppress(OSError, ValueError):  # closed meanwhile
                # A browser has nothing more to say on it, so that what there is to read is its end.
                is_over = select.select([connection], [], [], 0)[0]
                if not is_over and self.answer(page).status is HTTPStatus.OK:
                    made.append(page)
        return tuple(dict.fromkeys(made))

    def wait(self, number: int) -> None:
        """Wait for another state than that with this number, but not for ever."""
        with self.changed:
            self.changed.wait_for(lambda: self.desk.state.number != number, _PATIENCE)

    def tell(self) -> None:
        """Let every page that listens know that there is a new state."""
        with self.changed:
            self.changed.notify_all()


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        """Answer with a page or a file."""
        asked = urlsplit(self.path)
        path = unquote(asked.path).removeprefix("/")
        try:
            if path.startswith(OWN):
                self._own(path.removeprefix(OWN), asked.query)
            else:
                self._page(path, asked.query)
        except ConnectionError:
            pass  # the browser has closed the connection

    do_HEAD = do_GET  # noqa: N815 - `_send` leaves the body out

    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""

    def _page(self, path: str, query: str) -> None:
        found = self.server.answer(path)
        if found.leads_on:
            self.send_response(HTTPStatus.FOUND)
            page = f"{quote(path.rpartition('/')[2])}/"
            self.send_header("Location", f"{page}?{query}" if query else page)
            self.end_headers()
            return
        if found.failure and self.command != "HEAD":
            self.server.report(f"/{path} could not be made. {found.failure}")
        self._send(found)

    def _send(self, found: Found, *, is_whole: bool = True) -> None:
        content = found.content
        if found.type == _HTML and is_whole:
            content = with_script(content, found.tag)
        self.send_response(found.status)
        self.send_header("Content-Type", found.type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _own(self, name: str, query: str) -> None:
        """The server's own files: the script and its style, what is wrong, and the news."""
        if name == "events":
            self._events(unquote(query).removeprefix("/"))
        elif name == "errors":
            told = errors(self.server.desk.state, f"/{OWN}").encode()
            self._send(Found(_HTML, HTTPStatus.OK, told), is_whole=False)
        elif name in ("live.js", "live.css"):
            content = (files("generator.serve") / "assets" / name).read_bytes()
            self._send(Found(type_of(name), HTTPStatus.OK, content))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _events(self, page: str) -> None:
        """Tell a page of every state (https://html.spec.whatwg.org/#server-sent-events)."""
        self.server.open[self.connection] = page
        try:
            self._tell_news(page)
        finally:
            del self.server.open[self.connection]

    def _tell_news(self, page: str) -> None:
        """Whether all is right, and by what the page is known now: who shows another loads it."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        desk, told = self.server.desk, -1
        while self.command != "HEAD":
            state, news = desk.state, ":"
            if state.number != told:
                how = "wrong" if state.is_wrong else "right"
                news = f"event: {how}\ndata: {self.server.answer(page).tag}"
            self.wfile.write(f"{news}\n\n".encode())
            self.wfile.flush()
            told = state.number
            self.server.wait(told)


def with_script(page: bytes, tag: str) -> bytes:
    """A page with the one line that only a served page has, before the end of its body."""
    line = f'<script src="/{OWN}live.js" data-page="{tag}" defer></script>\n'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + line + end + after
