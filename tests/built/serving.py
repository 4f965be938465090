"""A web server for a built site, on this machine only."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, with the site’s own page for addresses that do not exist."""

    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""

    def send_error(self, code: int, *_: object) -> None:
        """Answer as web hosts do."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class WithHeaders(Handler):
    """Sends what `_headers` says, as the hosts do that read it."""

    def end_headers(self) -> None:
        """Add every header of the file to the answer."""
        text = (Path(self.directory) / "_headers").read_text(encoding="utf-8")
        for name, value in re.findall(r"^  ([\w-]+): (.+)$", text, re.M):
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def serve(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a folder; gives the address of its first page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
