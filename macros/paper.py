"""The checklist as an empty form that a ministry can edit: a text document (ODF) for each language."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.dataset import Dataset
from macros.language import LANGUAGES, Language

TEMPLATES = Path(__file__).parent / "templates" / "paper"
PLACE = "norwegian-model/setting-up/checklist.odt"
MIMETYPE = "application/vnd.oasis.opendocument.text"
LOCALES = {"nb": ("nb", "NO"), "en": ("en", "GB")}


def write_forms(dataset: Dataset, site: Path) -> None:
    """Write the form of each language beside the page that it belongs to."""
    for language in LANGUAGES.values():
        write_form(dataset, language, site / language.code / PLACE)


def write_form(dataset: Dataset, language: Language, path: Path) -> None:
    """Write the form in one language. Stored, not compressed, and without a date: the same input, the same bytes."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    values: dict[str, Any] = {
        "ds": dataset,
        "t": language.pick,
        "s": lambda key: language.pick(dataset.interface[key]),
        "locale": LOCALES[language.code],
        "mimetype": MIMETYPE,
    }
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(zipfile.ZipInfo("mimetype"), MIMETYPE)
        for name in ("content.xml", "styles.xml", "META-INF/manifest.xml"):
            text = environment.get_template(Path(name).name).render(values)
            file.writestr(zipfile.ZipInfo(name), text.encode())
