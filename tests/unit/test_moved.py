"""Who renames a record keeps its old id in former_ids: links to the old address still arrive."""

import pytest
from lxml import html

from macros.moved import former_anchors, keep_anchors, write_moved


@pytest.fixture
def renamed(repo):
    """A record with a page, one of a list, and a part of a record, that had other ids before."""
    repo.append("enoc/members/no-barneombudet.yml", "former_ids:\n  - no-ombudsman\n")
    repo.change("sources.yml", "- id: one-source\n", "- id: one-source\n  former_ids: [a-source, the-source]\n")
    part = "  - id: proposal-1-2\n"
    repo.change("proposals/proposal-1.yml", part, f"{part}    former_ids: [a-council]\n")
    return repo.load()


def test_a_page_at_the_old_address_leads_on(renamed, tmp_path):
    write_moved(renamed, tmp_path, "{code}: {address}: {name}".format)
    written = {path.parent.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*.html")}
    name = renamed.get("members", "no-barneombudet").label
    assert written == {
        "en/enoc/members/no-ombudsman": f"en: enoc/members/no-barneombudet/: {name.en}",
        "nb/enoc/members/no-ombudsman": f"nb: enoc/members/no-barneombudet/: {name.nb}",
    }


@pytest.mark.parametrize(
    ("page", "holder", "anchor", "former"),
    [
        ("about/sources/", "<ol><li class='a' id=\"one-source\"><b>A</b></li></ol>", "one-source", "a-source"),
        ("about/sources/", '<table><tr id="one-source"><td>A</td></tr></table>', "one-source", "the-source"),
        ("about/sources/", '<dl><div id="one-source"><dt>A</dt><dd>B</dd></div></dl>', "one-source", "a-source"),
        ("implementation/proposals/proposal-1/", '<section id="proposal-1-2">A</section>', "proposal-1-2", "a-council"),
    ],
)
def test_an_old_anchor_stands_at_the_new_one(renamed, page, holder, anchor, former):
    kept = html.fragment_fromstring(keep_anchors(former_anchors(renamed)[page], holder))
    assert kept.xpath(f"//*[@id='{anchor}']//span[@id='{former}']")


def test_pages_without_renamed_records_stay_as_they_are(renamed):
    assert set(former_anchors(renamed)) == {"about/sources/", "implementation/proposals/proposal-1/"}
