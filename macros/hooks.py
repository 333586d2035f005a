"""What MkDocs is told beyond mkdocs.yml: addresses from the environment, pages of records, words explained."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from macros.environment import edit_root, site_root
from macros.history import read_once
from macros.language import LANGUAGES
from macros.load import load_once
from macros.moved import former_anchors, keep_anchors
from macros.pages import record_pages
from macros.slots import anchors, fill
from macros.terms import Explainer

UNUSED_THEME_FILES = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")


def root_of(config: MkDocsConfig) -> Path:
    """The repository: the folder of mkdocs.yml."""
    return Path(config.config_file_path).parent


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set where the site and the repository live: SITE_URL and REPO_URL win over mkdocs.base.yml."""
    config.extra["site_root"] = site_root(config.extra["site_root"])
    config.site_url = f"{config.extra['site_root']}{config.theme['language']}/"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every record, and drop the theme's scripts and styles, which our templates do not use."""
    for file in list(files):
        if file.src_uri.startswith(UNUSED_THEME_FILES):
            files.remove(file)
    language = LANGUAGES[config.theme["language"]]
    for page in record_pages(load_once(root_of(config)), language):
        files.append(File.generated(config, page.path, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Point "Correct this page" at the file that an editor must change: the Markdown page, or the record's YAML."""
    language = config.theme["language"]
    source = page.meta.get("source") or f"docs/{language}/{page.file.src_uri}"
    page.edit_url = edit_root(config.repo_url) + source
    _date(page, source, config)
    return markdown


def _date(page: Page, source: str, config: MkDocsConfig) -> None:
    """Say when the file of a record last changed, and on a hand-written page that its twin is newer."""
    history, day = read_once(root_of(config)), LANGUAGES[config.theme["language"]].day
    if "source" not in page.meta:
        page.meta["newer_twin"] = (date := history.newer_twin(source, page.meta.get("in_line"))) and day(date)
    elif date := history.changed.get(source):
        page.meta["changed"] = {"date": date, "day": day(date), "shared": page.meta["shared"]}


@functools.cache
def _former(root: Path) -> dict[str, list[tuple[str, str]]]:
    return former_anchors(load_once(root))


@functools.cache
def _explainer(root: Path, language: str) -> Explainer:
    return Explainer(load_once(root), LANGUAGES[language])


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Put lists and records where their marks stand, with their former anchors, and explain words of the glossary.

    MkDocs learns the anchors of finished HTML.
    """
    filled = keep_anchors(_former(root_of(config)).get(page.url, []), fill(page.meta, html))
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *anchors(filled)}
    return _explainer(root_of(config), config.theme["language"]).explain(filled, page.url)
