"""Empty forms that a reader can edit or write on: text documents (ODF), for each language."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.dataset import Dataset
from macros.language import LANGUAGES, Language

TEMPLATES = Path(__file__).parent / "templates" / "paper"
CHECKLIST = "norwegian-model/setting-up/checklist.odt"
MIMETYPE = "application/vnd.oasis.opendocument.text"
LOCALES = {"nb": ("nb", "NO"), "en": ("en", "GB")}
ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
PARTS = {"styles.xml": "styles.xml", "META-INF/manifest.xml": "manifest.xml"}


def write_forms(dataset: Dataset, site: Path) -> None:
    """Write the forms of each language beside the pages that they belong to."""
    for language in LANGUAGES.values():
        folder = site / language.code
        write_form(dataset, language, folder / CHECKLIST, "checklist.xml")
        for worksheet in dataset.all("worksheets"):
            place = folder / dataset.address(worksheet) / f"{worksheet.id}.odt"
            write_form(dataset, language, place, "worksheet.xml", r=worksheet)


def write_form(dataset: Dataset, language: Language, path: Path, template: str, **values: Any) -> None:
    """Write a form in one language. Stored, not compressed, and without a date: the same input, the same bytes."""
    values |= {
        "ds": dataset,
        "t": language.pick,
        "s": lambda key: language.pick(dataset.interface[key]),
        "words": language.words,
        "locale": LOCALES[language.code],
        "mimetype": MIMETYPE,
    }
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(zipfile.ZipInfo("mimetype"), MIMETYPE)
        for name, source in ({"content.xml": template} | PARTS).items():
            file.writestr(zipfile.ZipInfo(name), ENVIRONMENT.get_template(source).render(values).encode())
