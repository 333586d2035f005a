"""The pages that tests go through, as paths below a language: said once."""

from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs" / "nb"

WRITTEN = sorted(f"{path.parent.relative_to(DOCS).as_posix()}/".removeprefix("./") for path in DOCS.rglob("index.md"))
"""Every hand-written page."""

RECORDS = [
    "norwegian-model/themes/violence/",
    "norwegian-model/functions/access-and-information/",
    "enoc/members/no-barneombudet/",
    "enoc/members/al-peoples-advocate/",
    "enoc/statements/enoc-standards-2001/",
    "convention/articles/12/",
    "convention/articles/36/",
    "implementation/proposals/proposal-2/",
    "implementation/sjumilssteget/step-6/",
    "guidance/sectors/child-welfare/",
    "guidance/examples/skolenedleggelse/",
    "guidance/templates/best-interests-form/",
    "recommendations/crc-2018-monitoring/",
    "recommendations/documents/crc-2018/",
    "recommendations/documents/crc-2025/",
    "recommendations/themes/disability/",
    "recommendations/threads/thread-disability/",
]
"""One record or two of each collection that has pages: those that show the most."""
