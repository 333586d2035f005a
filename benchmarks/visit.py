"""What benchmarks share: the built site, served compressed as GitHub Pages does, and a browser to visit it with."""

import functools
import gzip
import http.server
import io
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


class Pages(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word: compressed text that may be kept for ten minutes."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else small answers wait 40 ms for a packet that never comes

    def send_head(self):
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file() or (path.is_dir() and not self.path.endswith("/")):
            return super().send_head()
        body = read(file)
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(file)}; charset=utf-8")
        self.send_header("Cache-Control", "max-age=600")
        if file.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A browser that hangs up does not matter."""


@functools.cache
def read(file: Path) -> bytes:
    """The bytes of a file as they are sent. Kept, so that compressing does not count as waiting."""
    body = file.read_bytes()
    return gzip.compress(body, compresslevel=6, mtime=0) if file.suffix in COMPRESSED else body


def need_site():
    """End here when nothing has been built."""
    if not SITE.exists():
        sys.exit("There is no site/ yet: run make site first.")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine. Yields its address, with a slash at the end."""
    server = Server(("127.0.0.1", 0), functools.partial(Pages, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def chromium() -> str | None:
    """The path of this machine's browser; None where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@contextmanager
def browsing() -> Iterator[Browser]:
    """Yields a browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
