"""Every page is valid HTML, says the W3C's own checker."""

import json
import shutil
import subprocess

import pytest

pytestmark = pytest.mark.site

CHECKER = "tests/node_modules/vnu-jar/build/dist/vnu.jar"
OPTIONS = ["--format", "json", "--skip-non-html", "--no-langdetect", "--exit-zero-always"]
# Nothing is let through: a message that must be, goes here with its reason.
LET_THROUGH = (
    "Resource violates Content Security Policy",  # it reads files, where 'self' is nothing; the browser tests judge
)


@pytest.fixture(scope="session")
def check(root):
    """Runs the checker over files or folders. Returns its messages."""
    java = shutil.which("java") or root / ".venv/bin/java"

    def run(*paths):
        command = [java, "-Xss4m", "-jar", root / CHECKER, *OPTIONS, *paths]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return json.loads(done.stderr)["messages"]

    return run


def test_every_page_is_valid_html(check, folder):
    broken = [
        f"{message['url'].rpartition(folder.name)[2]}:{message.get('lastLine')}: {message['message']}"
        for message in check(folder)
        if not any(known in message["message"] for known in LET_THROUGH)
    ]
    assert not broken, "\n".join(broken[:60])


def test_the_checker_would_have_told(check, tmp_path):
    page = tmp_path / "index.html"
    page.write_text(
        "<!doctype html><html lang=en><title>x</title><ul><p>no item</ul><div id=a></div><div id=a></div>",
        encoding="utf-8",
    )
    told = " ".join(message["message"] for message in check(page))
    assert "not allowed as child of" in told
    assert "Duplicate ID" in told


def test_every_page_allows_only_the_scripts_and_styles_of_the_site(site):
    """The policy itself: no inline script or style, no other host."""
    for page in site.all.values():
        policy = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert len(policy) == 1, page.name
        assert "unsafe" not in policy[0], page.name
        assert "default-src 'none'" in policy[0], page.name
