"""Links as a screen reader lists them, torn from their context: each says what it leads to."""

import re
from collections import defaultdict

import pytest
from paths import RECORDS, WRITTEN
from shared import LANGUAGE, squeeze

pytestmark = pytest.mark.site

ABOUT_SOMETHING = [
    "in-bibliography",
    "in-gaps",
    "in-conflicts",
    "filter-by-this",
    "actor-in-dialogue",
    "actor-in-system",
    "actor-coordinates",
    "actor-on-mechanism",
]
"""Words that stand at many things: the name of the link goes on to say at which."""


def name(link):
    return squeeze(link.get("aria-label") or link.text_content())


@LANGUAGE
def test_words_that_stand_at_many_things_are_followed_by_the_thing(language, site, dataset):
    short = {getattr(dataset.interface[key], language) for key in ABOUT_SOMETHING}
    found = [
        (page.name, link) for page in site.language(language).values() for link in page.tree.xpath("//main//a[@href]")
    ]
    broken = [f"{where}: {name(link)}" for where, link in found if name(link) in short]
    assert not broken, "\n".join(broken[:20])
    assert sum(name(link).startswith(tuple(short)) for _, link in found) > 500, "the words are looked for in vain"


@LANGUAGE
def test_no_link_is_a_number_alone(language, site):
    broken = [
        f"{page.name}: {name(link)}"
        for page in site.language(language).values()
        for link in page.tree.xpath("//main//a[@href]")
        if re.fullmatch(r"[\d\s.▲]+", name(link)) and not link.get("href").startswith("#")
    ]
    assert not broken, "\n".join(broken[:20])


@LANGUAGE
def test_the_name_holds_the_words_that_are_seen(language, site):
    """Who speaks to the machine says what stands there."""
    broken = [
        f"{page.name}: {squeeze(link.text_content())} / {link.get('aria-label')}"
        for page in site.language(language).values()
        for link in page.tree.xpath("//main//a[@aria-label][not(ancestor::*[local-name()='svg'])]")
        if not set(re.findall(r"\w+", link.text_content().lower()))
        <= set(re.findall(r"\w+", link.get("aria-label").lower()))
    ]
    assert not broken, "\n".join(broken[:20])


@LANGUAGE
def test_links_within_the_site_with_one_name_lead_to_one_place(language, site):
    """But for a thing and the list it stands in, and sources that share a title."""
    broken = []
    for path in ("enoc/members/", "enoc/compare/", *(path for path in (*WRITTEN, *RECORDS) if "themes" in path)):
        places = defaultdict(set)
        for link in site.language(language)[path].tree.xpath("//main//a[@href][not(starts-with(@href, 'http'))]"):
            places[name(link)].add(link.get("href"))
        broken += [f"{path}: {text} {sorted(to)}" for text, to in places.items() if len(to) > 1]
    assert not broken, "\n".join(broken)
