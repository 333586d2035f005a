"""Where the site and its repository live. The environment wins over mkdocs.base.yml: a fork need change nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

BRANCH = "main"
CONFIGS = {"nb": "mkdocs.yml", "en": "mkdocs.en.yml"}
"""What MkDocs is told of the site of each language, its menu among it."""


@dataclass(frozen=True)
class Setting:
    """What a site is told from outside.

    ``root`` is the address of the language (``https://.../en/``), ``edit`` where the repository's files are edited,
    ``counted_on`` the day (YYYY-MM-DD) on which the data was last checked as a whole, ``issues`` where readers write.
    """

    root: str
    edit: str
    counted_on: str
    issues: str = ""


def site_root(configured: str) -> str:
    """The address of the site, with a slash at the end."""
    return (os.environ.get("SITE_URL") or configured).rstrip("/") + "/"


def is_public(address: str) -> bool:
    """Whether readers elsewhere can open the address: links of a published site must not lead to this machine."""
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and (parts.hostname or "localhost") not in (
        "localhost",
        "127.0.0.1",
        "::1",
    )


def edit_root(configured: str | None) -> str:
    """The address under which a file of the repository is edited, with a slash at the end."""
    return f"{_repository(configured)}/edit/{BRANCH}/"


def new_issue(configured: str | None) -> str:
    """The address under which readers write to the editors."""
    return f"{_repository(configured)}/issues/new"


def _repository(configured: str | None) -> str:
    return (os.environ.get("REPO_URL") or configured or "").rstrip("/")
