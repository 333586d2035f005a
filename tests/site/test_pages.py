"""Every page: its language, its twin, its head, its outline. Promises of each page, whatever it is about."""

import re
from collections import Counter, defaultdict

import pytest

pytestmark = pytest.mark.site

TWIN = {"nb": "en", "en": "nb"}
LEFTOVERS = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|\bundefined\b|\bTraceback\b|\bNaN\b|\bNone\b(?! [a-z])|\bnull\b|<[a-z]+>|\[object "
)
PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


def one(page, xpath):
    found = page.tree.xpath(xpath)
    return found[0] if len(found) == 1 else f"{len(found)} of {xpath}"


def test_both_languages_have_the_same_pages(site):
    assert site.language("nb").keys() == site.language("en").keys()
    assert len(site.language("nb")) > 250


def test_twins_have_the_same_anchors(site):
    nb, en = site.language("nb"), site.language("en")
    broken = [f"{path}: {ids}" for path in nb if (ids := set(nb[path].ids) ^ set(en[path].ids))]
    assert not broken, "\n".join(broken)


def test_every_page_says_which_language_it_is_in(site):
    broken = [page.name for page in site if page.tree.get("lang") != page.language]
    assert not broken, "\n".join(broken)


def test_canonical_names_the_page_itself(site, address):
    broken = [
        f"{page.name}: {found}"
        for page in site
        if (found := one(page, "/html/head/link[@rel='canonical']/@href")) != f"{address}{page.address}"
    ]
    assert not broken, "\n".join(broken)


def test_hreflang_names_the_page_its_twin_and_the_chooser(site, address):
    broken = []
    for page in site:
        links = page.tree.xpath("/html/head/link[@rel='alternate'][@hreflang]")
        named = {link.get("hreflang"): link.get("href") for link in links}
        expected = {code: f"{address}{code}/{page.path}" for code in TWIN} | {"x-default": address}
        if named != expected or len(links) != len(expected):
            broken.append(f"{page.name}: {named}")
    assert not broken, "\n".join(broken)


def test_the_language_switch_leads_to_the_twin(site):
    broken = []
    for page in site:
        [switch] = page.tree.xpath("//header//a[@hreflang]") or [None]
        other = TWIN[page.language]
        if switch is None or page.resolve(switch.get("href")).target != f"{other}/{page.path}":
            broken.append(f"{page.name}: leads elsewhere")
        elif {switch.get("hreflang"), switch.get("lang")} != {other}:
            broken.append(f"{page.name}: is not marked as {other}")
    assert not broken, "\n".join(broken)


def test_every_page_has_a_description_of_its_own_that_is_neither_short_nor_long(site):
    broken, seen = [], defaultdict(list)
    for page in site:
        description = one(page, "/html/head/meta[@name='description']/@content")
        if not 30 <= len(description) <= 160:
            broken.append(f"{page.name}: {len(description)} characters: {description}")
        seen[page.language, description].append(page.name)
    broken += [f"the same: {names}" for names in seen.values() if len(names) > 1]
    assert not broken, "\n".join(broken)


def test_every_page_has_a_title_of_its_own(site):
    broken, seen = [], defaultdict(list)
    for page in site:
        title = " ".join(one(page, "/html/head/title/text()").split())
        seen[page.language, title].append(page.name)
        if len(title) < 10:
            broken.append(f"{page.name}: {title!r}")
    broken += [f"the same: {title}: {names}" for (_, title), names in seen.items() if len(names) > 1]
    assert not broken, "\n".join(broken)


def test_every_page_has_one_main_heading_and_it_is_in_the_main_part(site):
    broken = [
        page.name
        for page in site.all.values()
        if len(page.tree.xpath("//h1")) != 1 or len(page.tree.xpath("//main//h1")) != 1
    ]
    assert not broken, "\n".join(broken)


def test_headings_do_not_skip_levels(site):
    broken = []
    for page in site.all.values():
        level = 0
        for heading in page.tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6"):
            now = int(heading.tag[1])
            text = " ".join(heading.text_content().split())
            if now > level + 1:
                broken.append(f"{page.name}: h{level} is followed by h{now} ({text[:60]})")
            if not text:
                broken.append(f"{page.name}: an h{now} is empty")
            level = now
    assert not broken, "\n".join(broken)


def test_ids_are_unique_on_a_page(site):
    broken = [
        f"{page.name}: {id_}" for page in site.all.values() for id_, times in Counter(page.ids).items() if times > 1
    ]
    assert not broken, "\n".join(broken)


def test_nothing_of_the_machinery_shows(site):
    broken = []
    for page in site.all.values():
        told = {" ".join(text.split()) for text in page.tree.xpath("//code//text()")}
        shown = [text for text, _ in page.texts if text not in told]
        shown += page.tree.xpath(
            "//@alt|//@title|//@aria-label|//@content|//@placeholder|//@data-remove|//title/text()"
        )
        broken += [f"{page.name}: {text[:120]}" for text in shown if LEFTOVERS.search(text) or PLACEHOLDER.search(text)]
        broken += [
            f"{page.name}: {href}"
            for href in page.tree.xpath("//@href|//@src")
            if re.search(r"None|undefined|[{}]", href)
        ]
    assert not broken, "\n".join(broken)


def test_every_page_says_that_the_site_is_independent_and_how_to_correct_it(site, root):
    broken = []
    for page in site:
        footer = page.tree.xpath("//footer")[0]
        if "Barneombudet" not in footer.text_content() and "Ombudsman for Children" not in footer.text_content():
            broken.append(f"{page.name}: does not say who does not run it")
        edits = [href for href in footer.xpath(".//@href") if "/edit/" in href]
        files = [root / href.partition("/edit/main/")[2] for href in edits]
        if len(files) != 1 or not files[0].is_file():
            broken.append(f"{page.name}: {edits}")
    assert not broken, "\n".join(broken)


def test_the_page_runs_under_a_strict_content_policy(site):
    """No script, style or handler stands in the HTML itself."""
    inline = "//script[not(@src)]|//style|//@style|//@*[starts-with(name(), 'on')]"
    broken = [page.name for page in site.all.values() if page.tree.xpath(inline)]
    assert not broken, "\n".join(broken)


def test_the_chooser_and_the_missing_page_speak_both_languages(site, dataset):
    for name, keys in {"": ("site-name", "chooser-link"), "404.html": ("missing-title", "missing-text")}.items():
        page = site.all[name]
        said = {lang: " ".join(text for text, its in page.texts if its == lang) for lang in TWIN}
        for key in keys:
            for lang in TWIN:
                assert getattr(dataset.interface[key], lang) in said[lang], f"{name or 'chooser'}: {key} in {lang}"
        assert {f"{lang}/" for lang in TWIN} <= page.targets or name == "404.html"
