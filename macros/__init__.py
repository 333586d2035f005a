"""Registers the macros that pages call. No logic lives here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.environment import Setting, edit_root, new_issue, site_root
from macros.language import LANGUAGES
from macros.load import load_once
from macros.pages import addresses
from macros.render import Renderer
from macros.slots import slot


def define_env(env: Any) -> None:
    """Called once in each build by mkdocs-macros."""
    root = Path(env.conf["config_file_path"]).parent
    dataset = load_once(root)
    language = LANGUAGES[env.conf["theme"]["language"]]
    renderer = Renderer(
        dataset,
        language,
        addresses(root / "docs" / language.code, dataset),
        Setting(
            root=f"{site_root(env.conf['extra']['site_root'])}{language.code}/",
            edit=edit_root(env.conf["repo_url"]),
            counted_on=env.conf["extra"]["counted_on"],
            issues=new_issue(env.conf["repo_url"]),
        ),
    )

    def listing(name: str) -> str:
        """A list of the data, such as ``listing("recommendations")``."""
        return slot(env.page.meta, renderer.listing(name, env.page.url))

    def record(collection: str, id_: str) -> str:
        """The page of one record."""
        return slot(env.page.meta, renderer.record(collection, id_, env.page.url))

    def count(collection: str) -> str:
        """How many records a collection has."""
        return language.number(len(dataset.all(collection)))

    def doors() -> str:
        """The ways into the site, from the page's front matter."""
        return renderer.render("doors.html", env.page.url, doors=env.page.meta["entrances"])

    def counts() -> str:
        """What the site holds, counted, with the date."""
        return renderer.render("counts.html", env.page.url, counted_on=env.conf["extra"]["counted_on"])

    for macro in (listing, record, count, doors, counts):
        env.macro(macro)
