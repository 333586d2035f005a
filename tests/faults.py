"""Breaks the real data in many small ways, the same for the same seed: what editors and strangers might do to it."""

import copy
import random
import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from lxml import html

MARK = "zz-injected"
HARMFUL = (
    f"<script>window.x = '{MARK}'</script>",
    f"<img src=x class={MARK} onerror=alert(1)>",
    f'" onmouseover="alert(1)" class="{MARK}',
    f"</p></main><h1 class={MARK}>x</h1>",
    f"[{MARK}](javascript:alert(1))",
    f"{{{{ '{MARK}'.upper() }}}}{{% raw %}}",
    f"<!--slot-0--> {MARK} &lt;b&gt; &amp;&#0;",
    f"# {MARK}\n\n```\n| a | b |\n***",
    f'=HYPERLINK("https://example.org/","{MARK}")',
    f"{MARK};=1+1, {MARK}; @SUM(1)\n+1;-1\r\t=1",
    f"{MARK}\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:{MARK}\rATTENDEE:{MARK}\u2028ATTENDEE:{MARK}",
    f"{MARK}]]></text:p></summary></entry><x:y xmlns:x='urn:{MARK}'/>&amp;&nbsp;",
    "\u202e" + MARK + "\u200b\u0301\U0001f1f3\U0001f1f4",
    (MARK + " ") * 4000,
)
WRONG = (None, True, 7, 3.5, [], {}, "", " ", [[]], ["zz"], {"nb": "bare norsk"}, "2018-13-45", "01.06.2018", "NO")
SAFE = {"https", "http", "mailto"}


def harm(source):
    """What a text of the data has become beside text, in a piece of HTML or in a page."""
    tree = html.fromstring(f"<main>{source}</main>") if "<html" not in source else html.document_fromstring(source)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    found = [element.tag for element in elements if MARK in element.get("class", "")]
    found += [
        element.tag for element in elements if element.tag in {"script", "style"} and (element.text or "").strip()
    ]
    found += [name for element in elements for name in element.attrib if name.startswith("on")]
    found += [
        link for link in tree.xpath("//@href|//@src") if re.match(r"[a-z]+:", link) and link.split(":")[0] not in SAFE
    ]
    return found + [MARK.upper()] * (MARK.upper() in source)


@dataclass(frozen=True)
class Fault:
    """One broken file. ``record`` is the id of the record that was changed, empty when it is the whole file."""

    kind: str
    file: str
    record: str
    content: bytes

    @property
    def names_it(self):
        """Whether a message can still name the record: not when its id became one that leads elsewhere."""
        return self.kind != "lead_out_of_the_folder"

    def __str__(self):
        return f"{self.kind} in {self.file} {self.record}"


def fields(value, way=()):
    """The way to every key of a record."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        if isinstance(value, dict):
            yield (*way, key)
        yield from fields(inner, (*way, key))


def inner(value, way):
    """What stands at the end of a way."""
    for step in way:
        value = value[step]
    return value


def texts(record):
    """The ways to what readers read."""
    return [way for way in fields(record) if way[-1] in ("nb", "en") and isinstance(inner(record, way), str)]


# Each takes a record, a way to one of its fields and a source of chance, and changes the record in place.
def lose_a_key(record, way, _):
    del inner(record, way[:-1])[way[-1]]


def misspell_a_key(record, way, _):
    place = inner(record, way[:-1])
    place[f"{way[-1]}s_"] = place.pop(way[-1])


def put_something_else(record, way, chance):
    inner(record, way[:-1])[way[-1]] = chance.choice(WRONG)


def swap_case_of_the_id(record, _, __):
    record["id"] = record["id"].upper()


def lead_out_of_the_folder(record, _, chance):
    record["id"] = chance.choice(("../../etc/passwd", "a/b", "..", "a b", "a%2fb", "con.", "-a", "é"))


def take_another_id(record, _, __):
    record["id"] = f"{record['id']}-zz"


def empty_a_half(record, _, chance):
    if ways := texts(record):
        way = chance.choice(ways)
        inner(record, way[:-1])[way[-1]] = chance.choice(("", "   ", None))


def swap_the_languages(record, _, chance):
    if ways := texts(record):
        pair = inner(record, chance.choice(ways)[:-1])
        pair["nb"], pair["en"] = pair.get("en"), pair.get("nb")


def point_to_nothing(record, _, chance):
    ways = [way for way in fields(record) if way[-1] in ("theme", "themes", "actors", "groups", "document", "sources")]
    if ways:
        way = chance.choice(ways)
        value = inner(record, way)
        wrong = [{"id": "zz-none"}] if way[-1] == "sources" else ["zz-none"] if isinstance(value, list) else "zz-none"
        inner(record, way[:-1])[way[-1]] = wrong


def be_its_own_parent(record, _, __):
    record["parent"] = record["id"]


def write_something_harmful(record, _, chance):
    if ways := texts(record):
        way = chance.choice(ways)
        inner(record, way[:-1])[way[-1]] = chance.choice(HARMFUL)


IN_RECORDS = (
    lose_a_key,
    misspell_a_key,
    put_something_else,
    swap_case_of_the_id,
    lead_out_of_the_folder,
    take_another_id,
    empty_a_half,
    swap_the_languages,
    point_to_nothing,
    be_its_own_parent,
    write_something_harmful,
)
# Each takes the bytes of a file and gives broken ones.
IN_FILES = {
    "tabs": lambda raw: raw.replace(b"\n  ", b"\n\t", 1),
    "a byte order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "Windows line ends": lambda raw: raw.replace(b"\n", b"\r\n"),
    "an anchor": lambda raw: re.sub(rb": (?=\w)", b": &a ", raw, count=1),
    "a tag": lambda raw: re.sub(rb": (?=\w)", b": !!python/object/apply:os.system ", raw, count=1),
    "aliases that grow": lambda raw: b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n" + raw,
    "bytes that are not UTF-8": lambda raw: raw.replace(b"a", b"\xe5", 1),
    "nothing in it": lambda _: b"",
    "only spaces": lambda _: b"  \n\n",
    "a zero byte": lambda raw: raw + b"\x00",
    "half of it": lambda raw: raw[: len(raw) // 2],
    "a document after it": lambda raw: raw + b"\n---\nid: zz\n",
    "a key twice": lambda raw: raw + b"\n" + raw.splitlines()[0] + b"\n",
    "deep nesting": lambda _: b"[" * 5000,
    "one long line": lambda raw: raw.replace(b"\n", b" "),
}


def faults(root, number, seed):
    """Yields ``number`` faults, every kind as often as the others, in files and records drawn by lot."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    files = sorted(path for path in (Path(root) / "data").rglob("*.yml") if path.name != "interface.yml")
    kinds = [*IN_RECORDS, *IN_FILES]
    parsed = {}
    made = 0
    while made < number:
        kind = kinds[made % len(kinds)]
        path = chance.choice(files)
        name = path.relative_to(root).as_posix()
        raw = path.read_bytes()
        if isinstance(kind, str):
            fault = Fault(kind, name, "", IN_FILES[kind](raw))
        else:
            if name not in parsed:
                parsed[name] = yaml.safe_load(raw)
            content = copy.deepcopy(parsed[name])
            records = content if isinstance(content, list) else [content]
            record = chance.choice(records)
            id_ = record["id"]
            kind(record, chance.choice(list(fields(record))), chance)
            text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000)
            fault = Fault(kind.__name__, name, id_, text.encode())
        if fault.content != raw:
            made += 1
            yield fault
