"""What must hold for the hand-written pages in docs/ and for the menu: what an editor can get wrong in Markdown.

`python -m macros check` says it with file and line. Whether links lead somewhere is left to MkDocs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from macros.environment import CONFIGS
from macros.model import COLLECTIONS
from macros.pages import addresses
from macros.problems import Problem, perhaps, show
from macros.proof import odd, walk
from macros.render import TEMPLATES
from macros.yaml_source import YamlFile, parse

if TYPE_CHECKING:
    from macros.dataset import Dataset

FRONT = re.compile(r"---\n(.*?\n)---(?:\n|\Z)", re.DOTALL)
HEADING = re.compile(r"(#{1,6})(?: +(.*?))? *(?:\{ #([a-z0-9-]+) \})?")
CALL = re.compile(r"\{\{ (\w+)\(((?:\"[a-z0-9-]+\"(?:, \"[a-z0-9-]+\")?)?)\) \}\}")
TEMPLATE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")
HTML = re.compile(r"</?[a-zA-Z](?![a-z+.-]*:)[^<>]*>?|<!|<\?")
LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|<([a-zA-Z][a-zA-Z0-9+.-]*:[^>]*)>|^\s*\[[^\]]+\]:\s*<?(\S*)")
SAFE = re.compile(r"https?://|mailto:|#|\?|(?!/|www\.)[\w./-]+(?:[#?]|$)")
TURNED = re.compile(r"\([^()]*\)\[[^\]]*(?:\.md|https?:)[^\]]*\]")
LINK_WITH_SPACE = re.compile(r"\]\([^)\s\"]+ +[^)\s\"][^)]*\)")
MERGED = re.compile(r"(?:<{7}|>{7}|={7})(?: .*)?")
LANGUAGE_MARK = re.compile(r"(?<=[*_)])\{ lang=[a-z]{2} \}")
CURLY = re.compile(r"[{}]")
KEYS = {"title", "description", "also_called", "entrances", "in_line"}
MUST = ("title", "description")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
CALLS = 'such as {{ listing("recommendations") }}; those that there are stand in CONTRIBUTING.md'


@dataclass
class Written:
    """A page of text: what is wrong with it, and what its twin must have too, each with its line."""

    name: str
    outline: list[tuple[int, str]] = field(default_factory=list)
    shared: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, line: int, where: str, found: str, expected: str, fix: str) -> None:
        """Note what is wrong on a line."""
        self.problems.append(Problem(self.name, line, "the page", where, found, expected, fix))


def problems(dataset: Dataset, root: Path) -> Iterator[Problem]:
    """Everything that is wrong with the pages and the menus."""
    if not (root / "docs").is_dir():
        return
    pages: dict[str, dict[str, Written]] = {code: {} for code in CONFIGS}
    for code, found in pages.items():
        for path in sorted((root / "docs" / code).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                place = path.relative_to(root / "docs" / code).as_posix()
                page = Written(f"docs/{code}/{place}")
                if path.suffix == ".md":
                    found[place] = page
                if path.is_symlink():
                    continue  # told by load.py
                if path.suffix == ".md":
                    _read(page, path.read_bytes(), dataset)
                else:
                    page.complain(
                        1, "file", path.name, "only pages whose names end with .md", "rename or move the file"
                    )
                yield from page.problems
    for code, found in pages.items():
        yield from _lost_links(root, code, found, dataset)
    yield from _twins(pages["nb"], pages["en"])
    yield from _menus(root, pages)


def _read(page: Written, raw: bytes, dataset: Dataset) -> None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        page.complain(
            raw[: error.start].count(b"\n") + 1,
            "text",
            "bytes that are not UTF-8",
            "a text file in UTF-8",
            "save it so",
        )
        return
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front = FRONT.match(text)
    if not front:
        fix = "begin the file with ---, title, description and ---, each on a line of its own"
        page.complain(1, "front matter", show(text.partition("\n")[0]), "lines between two lines of ---", fix)
    else:
        _front(page, front[1])
    skipped = text[: front.end()].count("\n") if front else 0
    for number, line in enumerate(text.split("\n")[skipped:], skipped + 1):
        _line(page, number, line, dataset)
    levels = [level for level, _ in page.outline]
    if (levels[:1] != [1] or levels.count(1) != 1) and not any(one.field == "headings" for one in page.problems):
        tops = [number for _, number in page.shared.get("h1", [])]
        page.complain(
            tops[1] if len(tops) > 1 else 1,
            "headings",
            f"{len(tops)} headings with one #",
            "one heading with one #, before all others",
            "write # once, at the top, and ## for the others",
        )


def _front(page: Written, front: str) -> None:
    file = parse(f"\n{front}".encode(), page.name)
    for problem in file.problems:
        page.complain(problem.line, "front matter", problem.found, problem.expected, problem.fix)
    if file.problems:
        return
    content = file.content if isinstance(file.content, dict) else {}
    unknown, missing = sorted(map(str, content.keys() - KEYS)), [key for key in MUST if key not in content]
    for key in unknown:
        fix = f"write {missing.pop()}: in its place" if missing else "correct or delete it"
        page.complain(file.line((key,)), key, f'the unknown key "{key}"', ", ".join(sorted(KEYS)), fix)
    for key in MUST:
        if key in missing or not isinstance(content.get(key, ""), str):
            fix = f"write it after {key}: between the two lines of ---"
            page.complain(file.line((key,)), key, show(content.get(key)), "a text", fix)
    for path, text in walk(content):
        if isinstance(text, str) and (found := odd(text)):
            page.complain(file.line(path), ".".join(map(str, path)), *found)
    if "in_line" in content and not DAY.fullmatch(str(content["in_line"])):
        page.complain(
            file.line(("in_line",)), "in_line", show(content["in_line"]), "a day", "write it so: '2026-11-24'"
        )


def _heading(page: Written, number: int, line: str) -> str:
    """Notes a heading, and gives its text without the anchor."""
    heading = HEADING.fullmatch(line)
    if not heading:
        page.complain(
            number, "headings", show(line), "# and a space before a heading", "write a space after the last #"
        )
        return ""
    level, anchor = len(heading[1]), heading[3] or ""
    known = [one for _, one in page.outline]
    page.outline.append((level, anchor))
    page.shared.setdefault("headings", []).append((f"{heading[1]} {anchor}", number))
    if level == 1:
        page.shared.setdefault("h1", []).append((anchor, number))
    if not anchor or not heading[2]:
        fix = "write an English anchor after the heading, with the spaces: # Barn i asylmottak { #children }"
        page.complain(number, "headings", show(line), "a heading with { #an-anchor }", fix)
        return ""
    if anchor in known:
        page.complain(number, "headings", f"the anchor {anchor} twice", "each anchor once", "give this heading another")
    return heading[2]


def _calls(page: Written, number: int, line: str, dataset: Dataset) -> str:
    """Notes the macros called on a line, and gives the line without them."""
    for call in CALL.finditer(line):
        page.shared.setdefault("calls", []).append((call[0], number))
        if wrong := _wrong_call(call[1], re.findall(r"\"([^\"]*)\"", call[2]), dataset):
            page.complain(number, "macros", call[0], *wrong)
    rest = CALL.sub("", line)
    if TEMPLATE.search(rest):
        fix = "write it exactly so, with straight double quotes and a space inside the brackets; or delete it"
        page.complain(number, "macros", show(rest.strip()), f"a call of a macro, {CALLS}", fix)
    elif CURLY.search(LANGUAGE_MARK.sub("", rest)):
        expected = "curly brackets only after headings, round macros, and as in *ombud*{ lang=nb }"
        page.complain(number, "text", show(rest.strip()), expected, "write it in plain words")
    return rest


def _line(page: Written, number: int, line: str, dataset: Dataset) -> None:
    if MERGED.fullmatch(line) and not any("merged" in problem.expected for problem in page.problems):
        fix = "keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
        page.complain(number, "text", show(line), "no mark of two versions that were merged", fix)
    if MERGED.fullmatch(line):
        return
    rest = _calls(page, number, _heading(page, number, line) if line.startswith("#") else line, dataset)
    if found := HTML.search(rest):
        page.complain(number, "text", show(found[0]), "Markdown without HTML", "write it in Markdown, or < in words")
    if found := TURNED.search(rest):
        page.complain(number, "links", show(found[0]), "[the words](the address)", "turn the brackets round")
    if found := LINK_WITH_SPACE.search(rest):
        page.complain(
            number, "links", show(found[0]), "an address without spaces", "write %20 for a space, or rename the file"
        )
        return
    for link in LINK.finditer(rest):
        target = next((one for one in link.groups() if one is not None), "")
        page.shared.setdefault("links", []).append((target, number))
        if not SAFE.match(target):
            fix = "link to a Markdown file of the site, or copy a whole address from the browser"
            page.complain(number, "links", show(target), "a file, or an address with https://", fix)


def _wrong_call(name: str, given: list[str], dataset: Dataset) -> tuple[str, str] | None:
    """What was expected instead of a call, and how to mend it."""
    if name == "listing" and len(given) == 1:
        lists = [path.stem for path in (TEMPLATES / "lists").glob("*.html")]
        expected = "the name of a list: see macros/templates/lists/"
        return None if given[0] in lists else (expected, perhaps(given[0], lists, "correct it"))
    if name == "count" and len(given) == 1:
        expected = "a collection: see data/README.md"
        return None if given[0] in COLLECTIONS else (expected, perhaps(given[0], COLLECTIONS, "correct it"))
    if name == "record" and len(given) == len(("collection", "id")):
        there = (given[0], given[1]) in dataset.entries
        return None if there else ("the collection and the id of a record", "correct them")
    if name in ("doors", "counts") and not given:
        return None
    return f"a macro that there is, {CALLS}", "correct its name and what stands in the brackets"


def _lost_links(root: Path, code: str, pages: dict[str, Written], dataset: Dataset) -> Iterator[Problem]:
    """Links to Markdown files that are not there, neither written nor made from a record."""
    there = addresses(root / "docs" / code, dataset)
    for place, page in pages.items():
        for target, line in page.shared.get("links", []):
            path = target.partition("#")[0].partition("?")[0]
            if path.endswith(".md") and SAFE.match(target):
                full = posixpath.normpath(posixpath.join(posixpath.dirname(place), path))
                if full not in pages and f"{full.removesuffix('.md')}/" not in there:
                    fix = f"correct the path, which begins in docs/{code}/{posixpath.dirname(place)}"
                    yield Problem(page.name, line, "the page", "links", target, "a page that there is", fix)


def _twins(nb: dict[str, Written], en: dict[str, Written]) -> Iterator[Problem]:
    for here, there, folder in ((nb, en, "docs/en/"), (en, nb, "docs/nb/")):
        for place in sorted(here.keys() - there.keys()):
            page, fix = here[place], f"write {folder}{place}, or say in the proposal that you need help with it"
            yield Problem(page.name, 1, "the page", "file", "a page in one language only", "the same page in both", fix)
    for place in sorted(nb.keys() & en.keys()):
        if any(page.problems or not page.outline for page in (nb[place], en[place])):
            continue
        for what in ("headings", "calls", "links"):
            yield from _differ(what, nb[place], en[place])


def _differ(what: str, nb: Written, en: Written) -> Iterator[Problem]:
    """The first thing that only one of two pages has, or has elsewhere; links and calls in any order."""
    said = {"headings": "headings with these anchors", "calls": "macros", "links": "links"}[what]
    for page, twin in ((nb, en), (en, nb)):
        left = [one for one, _ in twin.shared.get(what, [])]
        for index, (one, line) in enumerate(page.shared.get(what, [])):
            if (one not in left) if what != "headings" else (left[index : index + 1] != [one]):
                fix = f"write the same in {twin.name}, or correct or delete it here"
                yield Problem(page.name, line, "the page", what, one, f"the same {said} as in {twin.name}", fix)
                return
            if what != "headings":
                left.remove(one)


def _menus(root: Path, pages: dict[str, dict[str, Written]]) -> Iterator[Problem]:
    files = {code: parse((root / name).read_bytes(), name) for code, name in CONFIGS.items() if (root / name).exists()}
    yield from (problem for file in files.values() for problem in file.problems)
    if len(files) != len(CONFIGS) or any(file.problems for file in files.values()):
        return
    for file in files.values():
        for path, text in walk(file.content):
            if isinstance(text, str) and (found := odd(text)):
                yield Problem(file.name, file.line(path), "the menu", ".".join(map(str, path)), *found)
    menus = {code: list(_entries(file)) for code, file in files.items()}
    lost = [(code, *entry) for code, entries in menus.items() for entry in entries if entry[0] not in pages[code]]
    for code, target, line in lost:
        fix = "correct the path, or write the page"
        yield Problem(CONFIGS[code], line, "the menu", "nav", target, f"a page in docs/{code}/", fix)
    if not lost:
        yield from _menus_differ(menus["nb"], menus["en"])
    yield from _words_differ(files["nb"], files["en"])


def _menus_differ(nb: list[tuple[str, int]], en: list[tuple[str, int]]) -> Iterator[Problem]:
    for one, other in zip_longest(nb, en, fillvalue=("", 1)):
        if one[0] != other[0]:
            code, (target, line) = ("nb", one) if one[0] else ("en", other)
            expected = "the same menu in mkdocs.yml and mkdocs.en.yml"
            fix = "write the same pages in the same order in both"
            yield Problem(CONFIGS[code], line, "the menu", "nav", target, expected, fix)
            return


def _words_differ(nb: YamlFile, en: YamlFile) -> Iterator[Problem]:
    """The words of the frame: the same keys in both files."""
    one, other = ({path for path, _ in walk(file.content) if path[:1] == ("extra",)} for file in (nb, en))
    for file, path in sorted([(nb.name, path) for path in other - one] + [(en.name, path) for path in one - other]):
        key = ".".join(map(str, path))
        yield Problem(
            file, 1, "the menu", key, "nothing", f'the key "{path[-1]}"', "write it, as in the other language"
        )


def _entries(file: YamlFile) -> Iterator[tuple[str, int]]:
    """Every page in a menu with its line."""
    content = file.content if isinstance(file.content, dict) else {}
    for path, value in walk(content.get("nav"), ("nav",)):
        if isinstance(value, str):
            yield value, file.line(path)
