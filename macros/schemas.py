"""JSON Schemas of all collections, made from the model: editors that know YAML complete and check with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from macros.fields import meaning
from macros.model import COLLECTIONS
from macros.model.base import FILL_IN, NOT_EMPTY, Text

if TYPE_CHECKING:
    from macros.dataset import Dataset

FOLDER = ".vscode/schemas"
DIALECT = "http://json-schema.org/draft-07/schema#"
FILLED_IN = rf"^(?!{FILL_IN}$)[\s\S]*\S"
SETTINGS = ".vscode/settings.json"


class _InBothLanguages(GenerateJsonSchema):
    """Writes the name and the meaning of each field in Norwegian and in English."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A group of keys, with what each of them means."""
        made = super().model_schema(schema)
        for key, field in made.get("properties", {}).items():
            said = meaning(schema["cls"], key)
            field["title"] = " / ".join(dict.fromkeys(one.name for one in said.values()))
            if any(one.help for one in said.values()):
                field["description"] = "\n\n".join(one.help for one in said.values())
        return made

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A text; a mark that was left in a new record is none."""
        made = super().str_schema(schema)
        return made | {"pattern": FILLED_IN} if made.get("pattern") == NOT_EMPTY else made


def schemas(dataset: Dataset) -> dict[str, str]:
    """The text of every schema and of the settings that say which files it is for, by path in the repository."""
    made, files = {}, {}
    for collection in COLLECTIONS.values():
        path = f"{FOLDER}/{collection.name}.json"
        record = collection.model.model_json_schema(schema_generator=_InBothLanguages)
        called = dataset.interface[f"collection-{collection.name}"]
        record["title"] = f"{called.nb} / {called.en}"
        in_a_list = all(entry.path for entry in map(dataset.entry, dataset.all(collection.name)))
        made[path] = _json(_list_of(record) if in_a_list else {"$schema": DIALECT, **record})
        files[f"./{path}"] = [
            f"data/{collection.place}*.yml" if collection.place.endswith("/") else f"data/{collection.place}"
        ]
    pair = Text.model_json_schema(schema_generator=_InBothLanguages)
    made[f"{FOLDER}/interface.json"] = _json({"$schema": DIALECT, "type": "object", "additionalProperties": pair})
    files[f"./{FOLDER}/interface.json"] = ["data/interface.yml"]
    made[SETTINGS] = _json(
        {
            "yaml.schemas": files,
            "yaml.format.enable": False,
            "redhat.telemetry.enabled": False,
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.wordWrap": "on",
            "files.insertFinalNewline": True,
            "files.trimTrailingWhitespace": True,
        }
    )
    return made


def _list_of(record: JsonSchemaValue) -> dict[str, Any]:
    definitions = record.pop("$defs", {})
    return {"$schema": DIALECT, "type": "array", "items": record, "$defs": definitions}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
