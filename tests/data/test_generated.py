"""What is made from the model is up to date, is right for the real data, and says what its fields mean."""

import copy
import json
import re
from fnmatch import fnmatchcase

import jsonschema
import pytest
import yaml
from shared import models

from macros.fields import TABLE, keys, meaning
from macros.generate import generated
from macros.language import LANGUAGES
from macros.model import COLLECTIONS
from macros.model.base import FILL_IN, references
from macros.schemas import FOLDER, SETTINGS
from macros.yaml_source import parse, read

# A recommendation is spoilt so; each is refused.
SPOILT = {
    "the English half is missing": lambda record: record["title"].pop("en"),
    "a half is empty": lambda record: record["summary"].update(nb=" "),
    "a mark is left": lambda record: record["summary"].update(nb=FILL_IN),
    "a field is missing": lambda record: record.pop("urgent"),
    "a key is unknown": lambda record: record.update(titel={"nb": "a", "en": "b"}),
    "a value is not in the list": lambda record: record.update(basis="heard"),
    "a reference is no id": lambda record: record.update(theme="Respect for views"),
    "an article is out of range": lambda record: record.update(articles=[55]),
    "a number is a text": lambda record: record.update(articles=["12"]),
    "a date is written otherwise": lambda record: record.update(
        status={"value": "not-implemented", "reported_by": "BFD", "date": "1.6.2018"}
    ),
    "a link is none": lambda record: record.update(nim_url="www.nhri.no"),
}


@pytest.fixture(scope="session")
def validators(real_root):
    """A validator for each schema, by the name of its collection."""
    found = {}
    for path in sorted((real_root / FOLDER).glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        found[path.stem] = jsonschema.Draft7Validator(schema)
    return found


def test_everything_generated_is_up_to_date(real, real_root):
    made = generated(real)
    old = [path for path, text in made.items() if (real_root / path).read_text(encoding="utf-8") != text]
    assert not old, f"run python -m macros generate: {', '.join(old)}"
    there = {f"{FOLDER}/{path.name}" for path in (real_root / FOLDER).iterdir()}
    assert there == {path for path in made if path.startswith(FOLDER)}


@pytest.mark.parametrize("name", [*COLLECTIONS, "interface"])
def test_the_real_data_fits_its_schema(validators, real_root, name):
    place = real_root / "data" / (COLLECTIONS[name].place if name in COLLECTIONS else "interface.yml")
    for path in sorted(place.glob("*.yml")) if place.is_dir() else [place]:
        wrong = [
            f"{'.'.join(map(str, e.absolute_path))}: {e.message}"
            for e in validators[name].iter_errors(read(path, "").content)
        ]
        assert not wrong, f"{path.name}: {wrong[:3]}"


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_record_does_not_fit(validators, real_root, how):
    record = read(real_root / "data/recommendations/crc-2025-13a.yml", "").content
    spoilt = copy.deepcopy(record)
    SPOILT[how](spoilt)
    assert validators["recommendations"].is_valid(record)
    assert not validators["recommendations"].is_valid(spoilt)


def test_every_file_of_data_has_one_schema_in_the_editor(real_root):
    settings = json.loads((real_root / SETTINGS).read_text(encoding="utf-8"))["yaml.schemas"]
    assert all((real_root / schema).is_file() for schema in settings)
    for path in (real_root / "data").rglob("*.yml"):
        name = path.relative_to(real_root).as_posix()
        fits = [schema for schema, patterns in settings.items() if any(fnmatchcase(name, one) for one in patterns)]
        assert len(fits) == 1, name


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_field_is_explained_in_both_languages(name):
    for model in models(COLLECTIONS[name].model):
        for key, _ in keys(model):
            said = meaning(model, key)
            assert set(said) == set(LANGUAGES)
            assert all(one.name and one.help for one in said.values()), f"{model.__name__}.{key}: add it to fields.yml"


def test_the_table_of_meanings_explains_no_field_that_is_not_there():
    there = set()
    for collection in COLLECTIONS.values():
        for model in models(collection.model):
            there |= {key for key, _ in keys(model)} | {f"{model.__name__}.{key}" for key, _ in keys(model)}
    assert set(yaml.safe_load(TABLE.read_text(encoding="utf-8"))) <= there


def test_editors_are_offered_what_reads_the_schemas(real_root):
    offered = json.loads((real_root / ".vscode/extensions.json").read_text(encoding="utf-8"))["recommendations"]
    container = (real_root / ".devcontainer/devcontainer.json").read_text(encoding="utf-8")
    assert "redhat.vscode-yaml" in offered
    assert all(f'"{extension}"' in container for extension in offered)
    assert re.search(r'"image": "[\w./:-]+@sha256:[0-9a-f]{64}"', container)


def test_the_example_in_the_guide_is_right(validators, real_root, real):
    guide = (real_root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example = parse(re.search(r"```yaml\n(# The file is.*?)```", guide, re.DOTALL)[1].encode(), "CONTRIBUTING.md")
    assert example.problems == []
    assert validators["recommendations"].is_valid(example.content)
    record = COLLECTIONS["recommendations"].model.model_validate(example.content)
    assert not [one for one in references(record) if one.target not in real.known[one.collection]]


def test_every_link_of_the_dictionary_leads_somewhere(real_root):
    text = (real_root / "data/README.md").read_text(encoding="utf-8")
    headings = [
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in re.findall(r"(?m)^#+ .*", text)
    ]
    assert len(headings) == len(set(headings))
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= set(headings)
    assert all((real_root / "data" / place).exists() for place in re.findall(r"\]\(([^#)]+)\)", text))
