"""No section of an act stands on a page unless the data holds it: what is read, dated and given a source there."""

import re

import pytest
import yaml
from shared import squeeze

from macros.model.base import Text, walk
from macros.model.law import LawRef

pytestmark = pytest.mark.site

NUMBER = r"\d+(?:-\d+)?(?: [a-z](?!\w))?"
NAMED = re.compile(rf"([\w-]*(?:loven|lova))s?(?: \(\d{{4}}\))?,? §+ ?({NUMBER})", re.IGNORECASE)
"""An act by the last word of its name, and a section: «pasient- og brukerrettighetsloven § 3-1»."""
CITED = re.compile(rf"([\w-]+)? ?(?:§+|[Ss]ections?) ?({NUMBER}(?:(?:, | og | and )(?:§ )?{NUMBER})*)")
OWN_ACT = "loven"
"""Hand-written text that does not name an act speaks of the Ombudsman Act."""
WRITTEN = ("docs/**/*.md", "macros/templates/**/*.html", "macros/templates/**/*.xml", "data/interface.yml")


def named(text):
    return {(act.lower(), number) for act, number in NAMED.findall(squeeze(text))}


@pytest.fixture(scope="module")
def held(dataset):
    """Every act and section in the data: cited as a rule, or named in a text."""
    found = set()
    for entry in dataset.entries.values():
        for _, part in walk(entry.record):
            if isinstance(part, LawRef):
                act = dataset.get("instruments", part.law).name.nb.partition(" (")[0].split()[-1].lower()
                found |= {(act, number) for number in re.findall(NUMBER, part.section)}
            strings = [part.nb] if isinstance(part, Text) else [getattr(part, name) for name in type(part).model_fields]
            found |= {pair for string in strings if isinstance(string, str) for pair in named(string)}
    return found


@pytest.fixture(scope="module")
def own_sections(root):
    """The sections of the Ombudsman Act."""
    act = yaml.safe_load((root / "data/ombudsman/act.yml").read_text(encoding="utf-8"))
    return {section["section"].removeprefix("§ ") for section in act["sections"]}


def test_every_section_of_a_named_act_on_a_page_is_in_the_data(site, held):
    strange = {(pair, page.name) for page in site.language("nb").values() for pair in named(page.text) - held}
    assert not strange, strange
    assert len(held) > 250


def test_every_section_in_hand_written_text_is_one_that_the_data_holds(root, held, own_sections):
    strange, seen = [], 0
    for place in WRITTEN:
        for path in root.glob(place):
            for act, numbers in CITED.findall(path.read_text(encoding="utf-8")):
                for number in re.findall(NUMBER, numbers):
                    seen += 1
                    other = act.lower().endswith(("loven", "lova")) and act.lower() != OWN_ACT
                    if (act.lower(), number) not in held if other else number not in own_sections:
                        strange.append(f"{path.relative_to(root)}: {act} § {number}")
    assert not strange, "\n".join(strange)
    assert seen
