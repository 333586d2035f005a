"""Where links lead. Links in HTML from templates are checked by nobody but these tests."""

import re
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.site

RESOURCES = (
    "//script/@src|//img/@src|//img/@srcset|//source/@src|//iframe/@src|//object/@data"
    "|//link[not(@rel='canonical' or @rel='alternate')]/@href"
)
LINKS = "//a/@href|//area/@href|//form/@action|//use/@href"


def exists(site, link):
    return link.target in site.all or (bool(link.target) and (site.folder / link.target).is_file())


def inside(address, page, href):
    """The link, with the absolute links that the 404 page needs made relative to the site."""
    base = urlsplit(address).path
    if page.name == "404.html" and href.startswith(base):
        href = "/" + href.removeprefix(base)
    return page.resolve(href)


def test_every_internal_link_leads_to_a_page_or_a_file(site, address):
    broken, followed = [], 0
    for page in site.all.values():
        for href in page.tree.xpath(f"{LINKS}|{RESOURCES}"):
            link = inside(address, page, href)
            if link.target is not None:
                followed += 1
                if not exists(site, link):
                    broken.append(f"{page.name}: {href}")
    assert not broken, "\n".join(broken)
    assert followed > 15_000


def test_every_anchor_that_is_linked_to_exists(site, address):
    ids = {page.address: {*page.ids} for page in site.all.values()}
    broken = []
    for page in site.all.values():
        for href in page.tree.xpath(LINKS):
            link = inside(address, page, href)
            if link.anchor and link.target in ids and link.anchor not in ids[link.target]:
                broken.append(f"{page.name}: {href}")
    assert not broken, "\n".join(broken)


def test_a_link_to_a_filtered_list_names_a_filter_and_a_value_that_the_list_has(site):
    broken, followed = [], 0
    for page in site:
        for link in page.links:
            for name, value in link.query if link.target is not None else ():
                followed += 1
                boxes = site.all[link.target].tree.xpath(
                    "//form//input[@name=$name and @value=$value]|//form//select[@name=$name]/option[@value=$value]",
                    name=name,
                    value=value,
                )
                if len(boxes) != 1:
                    broken.append(f"{page.name}: {link.href}")
    assert not broken, "\n".join(broken)
    assert followed > 150


def test_pages_link_to_each_other_by_relative_addresses_only(site):
    """So that the site works at any address. Only the 404 page, which is shown anywhere, must know where it lives."""
    broken = [
        f"{page.name}: {href}"
        for page in site.all.values()
        for href in page.tree.xpath(f"{LINKS}|{RESOURCES}")
        if href.startswith("/") and page.name != "404.html"
    ]
    assert not broken, "\n".join(broken)


def test_no_internal_link_goes_through_the_address_of_the_published_site(site, address):
    broken = [f"{page.name}: {link.href}" for page in site for link in page.links if link.href.startswith(address)]
    assert not broken, "\n".join(broken)


def test_links_to_other_sites_are_safe(site):
    broken = []
    for page in site.all.values():
        for link in page.links:
            scheme = urlsplit(link.href).scheme
            if link.target is None and scheme not in {"https", "http", "mailto"}:
                broken.append(f"{page.name}: {link.href}")
            if not link.href:
                broken.append(f"{page.name}: an empty link")
    assert not broken, "\n".join(broken)


FETCHES = {("search-shown.js", "fetch(")}  # the index, which lies beside the search page; the browser tests watch it


def test_nothing_is_loaded_from_another_host(site):
    broken = []
    for page in site.all.values():
        broken += [f"{page.name}: {src}" for src in page.tree.xpath(RESOURCES) if page.resolve(src).target is None]
        broken += [
            f"{page.name}: {rel}" for rel in page.tree.xpath("//link/@rel") if rel in {"preconnect", "dns-prefetch"}
        ]
    for style in site.folder.rglob("*.css"):
        found = re.findall(r"@import|url\(\s*['\"]?(?:https?:)?//[^)]*\)", style.read_text(encoding="utf-8"))
        broken += [f"{style.name}: {item}" for item in found]
    # An address that the page itself gives may be fetched: the pages are looked at above, and by a browser.
    for script in site.folder.rglob("*.js"):
        found = re.findall(
            r"https?://[^\s\"'`]+|\bfetch\((?!address\))|XMLHttpRequest|document\.cookie|sendBeacon",
            script.read_text(encoding="utf-8"),
        )
        broken += [f"{script.name}: {item}" for item in found if (script.name, item) not in FETCHES]
    assert not broken, "\n".join(broken)


def test_every_page_can_be_reached_from_the_chooser(site):
    reached, queue = {""}, [""]
    while queue:
        page = site.all[queue.pop()]
        for link in page.links:
            if link.target in site.all and link.target not in reached:
                reached.add(link.target)
                queue.append(link.target)
    assert not (left := sorted(site.all.keys() - reached - {"404.html"})), "\n".join(left)


def test_every_link_has_words(site):
    broken = [
        f"{page.name}: {link.get('href')}"
        for page in site.all.values()
        for link in page.tree.xpath("//a")
        if not link.text_content().strip()
    ]
    assert not broken, "\n".join(broken)
