"""A server of the built site, a browser for each worker, and pages that tell what went wrong behind the scenes."""

import functools
import http.server
import os
import shutil
import sys
import threading
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
GIVEN_UP = "net::ERR_ABORTED"  # the reader went on before everything had come
NAMES = ("chromium", "chromium-browser", "google-chrome")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a host of static pages does: with its 404 page, and without a word."""

    protocol_version = "HTTP/1.1"

    def send_error(self, code, message=None, explain=None):
        if code != http.HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        with open(os.path.join(self.directory, "404.html"), "rb") as file:  # noqa: PTH118, PTH123 - as the base class
            body = file.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing: tests tell what failed."""


class Server(http.server.ThreadingHTTPServer):
    """Does not mind a browser that hangs up."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def server(folder):
    """The address of the built site on this machine, with a slash at the end."""
    served = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}/"
    served.shutdown()
    thread.join()
    served.server_close()


@pytest.fixture(scope="session")
def browser():
    """One Chromium for each worker: $CHROMIUM, the machine's own, or Playwright's."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def visit(browser, server):
    """Opens a context whose pages must stay silent: no error, no other host, no cookie. Yields a new page."""

    @contextmanager
    def open_page(path="", *, width=1280, height=800, expect=(), **options):
        options = {"reduced_motion": "reduce"} | options
        context = browser.new_context(viewport={"width": width, "height": height}, base_url=server, **options)
        context.set_default_timeout(10_000)
        wrong = []
        page = context.new_page()
        page.on("console", lambda message: message.type in {"error", "warning"} and wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: request.url.startswith(server) or wrong.append(f"asked {request.url}"))
        page.on("requestfailed", lambda request: request.failure == GIVEN_UP or wrong.append(f"failed {request.url}"))
        try:
            if path is not None:
                page.goto(path)
            yield page
            wrong += [f"cookie {cookie['name']}" for cookie in context.cookies()]
        finally:
            context.close()
        assert [text for text in wrong if not any(known in text for known in expect)] == []

    return open_page


@pytest.fixture
def desk(visit):
    """A page as on a desk, in English unless the test goes elsewhere."""
    with visit(None) as page:
        yield page


@pytest.fixture
def phone(visit):
    """A page as on a phone."""
    with visit(None, width=360, height=740, has_touch=True, is_mobile=True) as page:
        yield page
