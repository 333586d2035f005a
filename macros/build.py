"""Builds the whole site, or nothing: it goes to a fresh folder that replaces the last one when everything passed."""

from __future__ import annotations

import functools
import os
import re
import shutil
import sys
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from jinja2 import Environment, FileSystemLoader
from mkdocs.__main__ import cli as mkdocs

from macros.dataset import Dataset
from macros.environment import CONFIGS, Setting, is_public, site_root
from macros.exports import write_claims, write_exports
from macros.feeds import write_feeds
from macros.history import read_once
from macros.language import LANGUAGES
from macros.load import load, remember
from macros.moved import write_moved
from macros.paper import write_forms
from macros.render import TEMPLATES, Renderer
from macros.reporting import write_calendars
from macros.search.index import write_search

TRACEBACK = re.compile(r"```\nTraceback.*?\n```\n?|^Traceback[^\n]*\n(?:[ \t].*\n)*", re.DOTALL | re.MULTILINE)
NOT_PER_LANGUAGE = ("404.html", "sitemap.xml", "sitemap.xml.gz")


class BuildError(Exception):
    """MkDocs refused to build; the text is what it said."""


def build(root: Path, site: Path) -> Dataset:
    """Build both languages and the files at the root into ``site``. Returns the data it was built from.

    Raises DataError when the data is wrong and BuildError when MkDocs fails or what is to be published has no public
    address; ``site`` is then left as it was.
    """
    dataset = load(root)
    if os.environ.get("PUBLISH") and not is_public(address := _extra(root)["site_root"]):
        raise BuildError(f"PUBLISH is set, but {address!r} is no public address: set SITE_URL.")
    if missing := read_once(root).missing:
        print(missing, file=sys.stderr)
    fresh = site.with_name(f".{site.name}-{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _build_languages(root, fresh, dataset)
        _write_root(root, fresh, dataset)
        _replace(site, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return dataset


def _extra(root: Path) -> dict[str, str]:
    """What both languages are told beside MkDocs' own settings; ``site_root`` is where the site will be."""
    extra: dict[str, str] = yaml.safe_load((root / "mkdocs.base.yml").read_text(encoding="utf-8"))["extra"]
    return extra | {"site_root": site_root(extra["site_root"])}


def _build_languages(root: Path, fresh: Path, dataset: Dataset) -> None:
    """Run MkDocs once for each language, side by side, each in a copy of this process.

    It has the data and the compiled templates already.
    """
    Renderer(dataset, LANGUAGES["nb"], frozenset(), Setting(root="", edit="", counted_on="")).compile()
    context = get_context("fork")
    said = {language: fresh.with_name(f"{fresh.name}-{language}.log") for language in CONFIGS}
    runs = {
        language: context.Process(
            target=_run_mkdocs, args=(root, root / config, fresh / language, dataset, said[language])
        )
        for language, config in CONFIGS.items()
    }
    try:
        for run in runs.values():
            run.start()
        for run in runs.values():
            run.join()
        failed = [
            f"{CONFIGS[language]}:\n{_for_editors(said[language].read_text(encoding='utf-8'))}"
            for language, run in runs.items()
            if run.exitcode != 0
        ]
    finally:
        for output in said.values():
            output.unlink(missing_ok=True)
    if failed:
        raise BuildError("\n".join(failed))


def _run_mkdocs(root: Path, config: Path, folder: Path, dataset: Dataset, said: Path) -> None:
    """Be MkDocs, and end with its exit code. ``--strict`` turns every warning into a failure."""
    sys.stdout = sys.stderr = said.open("w", encoding="utf-8")
    sys.warnoptions = ["ignore"]
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    remember(root, dataset)
    mkdocs(["build", "--strict", "--clean", "--config-file", str(config), "--site-dir", str(folder)])


def _for_editors(output: str) -> str:
    """What MkDocs said without its tracebacks and its chatter."""
    output = TRACEBACK.sub("", output)
    return "\n".join(line for line in output.splitlines() if line.strip() and not line.startswith("INFO"))


def _write_root(root: Path, fresh: Path, dataset: Dataset) -> None:
    """What belongs to no language: the chooser, the 404 page, the sitemap, the open data."""
    for language in CONFIGS:
        for name in NOT_PER_LANGUAGE:
            (fresh / language / name).unlink(missing_ok=True)
    extra = _extra(root)
    address = extra["site_root"]
    pages = sorted(path.relative_to(fresh / "nb").as_posix() for path in (fresh / "nb").rglob("index.html"))
    values = {
        "root": address,
        "base": urlsplit(address).path,
        "policy": extra["content_security_policy"].strip(),
        "languages": LANGUAGES,
        "pages": [page.removesuffix("index.html") for page in pages],
        "both": lambda key: {code: language.pick(dataset.interface[key]) for code, language in LANGUAGES.items()},
        "mark": (root / "overrides/assets/images/mark.svg").read_text(encoding="utf-8"),
    }
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES / "root"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    for name in ("index.html", "404.html", "sitemap.xml", "robots.txt"):
        (fresh / name).write_text(environment.get_template(name).render(values), encoding="utf-8")
    write_moved(dataset, fresh, functools.partial(environment.get_template("moved.html").render, values))
    write_exports(dataset, fresh / "data")
    write_claims(dataset, fresh / "data")
    write_forms(dataset, fresh)
    write_calendars(dataset, fresh, address, extra["counted_on"])
    write_search(dataset, fresh, {code: _site_name(root / config) for code, config in CONFIGS.items()})
    write_feeds(dataset, fresh, address)


def _site_name(config: Path) -> str:
    """What a site is called, as each of its titles ends."""
    return str(yaml.safe_load(config.read_text(encoding="utf-8"))["site_name"])


def _replace(site: Path, fresh: Path) -> None:
    """Put the new site in the place of the old one; the old one is only removed when the new one stands."""
    old = site.with_name(f".{site.name}-old-{os.getpid()}")
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
