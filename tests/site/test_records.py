"""What the page of a record promises: what it says, on what it rests, what it is linked to, in both directions."""

import re

import pytest
from shared import LANGUAGE, squeeze

from macros.language import LANGUAGES
from macros.model import COLLECTIONS

pytestmark = pytest.mark.site

PAGED = [name for name, collection in COLLECTIONS.items() if collection.has_pages]
KIND = pytest.mark.parametrize("collection", PAGED)


@pytest.fixture
def words(dataset, language):
    """The interface in one language, as pages write it."""
    return lambda key: squeeze(LANGUAGES[language].pick(dataset.interface[key]))


@pytest.fixture
def said(language):
    """The half of a pair in one language, as pages write it."""
    return lambda pair: squeeze(LANGUAGES[language].pick(pair))


@pytest.fixture
def page_of(site, dataset, language):
    return lambda record: site.page(language, dataset.address(record))


@KIND
@LANGUAGE
def test_a_page_is_headed_by_what_the_record_is_called(collection, dataset, page_of, said):
    broken = []
    for record in dataset.all(collection):
        heading = squeeze(page_of(record).one("//h1").text_content())
        if not heading.endswith(said(record.label)):
            broken.append(f"{record.id}: {heading}")
    assert not broken, "\n".join(broken)


@KIND
@LANGUAGE
def test_a_page_tells_everything_that_readers_are_to_know(collection, dataset, page_of, said):
    """Every text of the record that is meant for readers stands on its page; the first letter may be made large."""
    broken = []
    for record in dataset.all(collection):
        page = page_of(record)
        folded = page.text.casefold()
        for field in (
            "summary",
            "description",
            "note",
            "how_in_practice",
            "legal_basis",
            "membership_note",
            "established_note",
        ):
            text = getattr(record, field, None)
            if hasattr(text, "nb") and said(text).casefold() not in folded:
                broken.append(f"{record.id}: {field}")
        for part in getattr(record, "items", []):
            for field in ("title", "summary", "note", "context", "later_development"):
                text = getattr(part, field)
                if text and said(text) not in page.text:
                    broken.append(f"{record.id}: {part.id}: {field}")
    assert not broken, "\n".join(broken)


@KIND
@LANGUAGE
def test_a_page_names_its_sources_with_the_place_in_them(collection, dataset, page_of):
    broken = []
    for record in dataset.all(collection):
        page = page_of(record)
        found = page.tree.xpath("//section[@class='sources']//li")
        items = {
            link.anchor: squeeze(li.text_content()) for li in found for link in map(page.resolve, li.xpath(".//@href"))
        }
        for reference in getattr(record, "sources", []) if collection != "threads" or record.sources else []:
            text = items.get(reference.id, "")
            source = dataset.get("sources", reference.id)
            if squeeze(source.title) not in text:
                broken.append(f"{record.id}: {reference.id} is not among the sources")
            elif reference.locator and squeeze(reference.locator) not in " ".join(
                squeeze(li.text_content()) for li in found
            ):
                broken.append(f"{record.id}: {reference.id}: {reference.locator}")
            if source.url and source.url not in page.tree.xpath("//cite//@href"):
                broken.append(f"{record.id}: {source.url}")
    assert not broken, "\n".join(broken)


@KIND
@LANGUAGE
def test_a_page_says_in_words_how_sure_it_is(collection, dataset, page_of, words):
    broken = []
    for record in dataset.all(collection):
        basis = getattr(record, "basis", None)
        if basis is None:
            continue
        text = squeeze(" ".join(page_of(record).tree.xpath("//section[@class='sources']/p[@class='basis']//text()")))
        expected = {
            "read": [words("basis-read")],
            "recalled": [words("status-not-confirmed")],
            "seed": [words(f"basis-seed-{seed}") for seed in ("slides", "international", "dialogue")],
        }[basis]
        if not any(word in text for word in expected):
            broken.append(f"{record.id}: {basis}: {text}")
    assert not broken, "\n".join(broken)


@LANGUAGE
def test_what_is_not_confirmed_is_marked_at_the_top_too(dataset, page_of, words):
    recalled = [r for name in PAGED for r in dataset.all(name) if getattr(r, "basis", "") == "recalled"]
    broken = [
        record.id
        for record in recalled
        if words("status-not-confirmed")
        not in squeeze(" ".join(page_of(record).tree.xpath("//*[@class='marks']//text()")))
    ]
    assert not broken, "\n".join(broken)


@KIND
@LANGUAGE
def test_a_page_gives_the_address_to_cite_and_the_file_to_correct(
    *, collection, language, dataset, page_of, words, address, root
):
    broken = []
    for record in dataset.all(collection):
        page = page_of(record)
        facts = {squeeze(dt.text_content()): dt.getnext() for dt in page.tree.xpath("//*[@class='facts']//dt")}
        cited = squeeze(facts[words("cite-as")].text_content())
        if cited != f"{address}{language}/{dataset.address(record)}":
            broken.append(f"{record.id}: {cited}")
        [edit] = facts[words("wrong")].xpath(".//@href")
        file = root / edit.partition("/edit/main/")[2]
        if not file.is_file() or not re.search(
            rf"^(- )?id: {re.escape(record.id)}$", file.read_text(encoding="utf-8"), re.MULTILINE
        ):
            broken.append(f"{record.id}: {edit}")
        if edit not in page.tree.xpath("//footer//@href"):
            broken.append(f"{record.id}: the footer leads elsewhere")
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(
    ("collection", "field", "key"),
    [
        ("recommendations", "paragraph", "not-found-paragraph"),
        ("members", "website", "not-found-website"),
        ("members", "established", "not-found-established"),
        ("members", "appointed_by", "not-found-appointed-by"),
        ("members", "legal_basis", "not-found"),
        ("members", "handles_complaints", "complaints-null"),
        ("documents", "symbol", "not-found"),
        ("documents", "adopted", "not-found"),
        ("documents", "reviewed", "not-found"),
    ],
)
@LANGUAGE
def test_what_was_not_found_is_said_in_words(*, collection, field, key, dataset, page_of, words):
    unknown = [record for record in dataset.all(collection) if getattr(record, field) is None]
    broken = [
        record.id
        for record in unknown
        if words(key).casefold() not in squeeze(page_of(record).one("//*[@class='facts']").text_content()).casefold()
    ]
    assert not broken, "\n".join(broken)
    assert unknown or field in {"symbol", "handles_complaints"}  # found for every record today


@LANGUAGE
def test_an_unknown_kind_of_membership_is_said_in_words(dataset, page_of, words):
    unknown = [member for member in dataset.all("members") if member.membership is None]
    assert unknown
    for member in unknown:
        facts = squeeze(page_of(member).one("//*[@class='facts']").text_content()).casefold()
        assert any(words(f"membership-{key}").casefold() in facts for key in ("null", "unconfirmed")), member.id


@LANGUAGE
def test_a_proposal_of_which_nothing_more_is_known_says_so(dataset, page_of, words):
    for package in dataset.all("proposals"):
        page = page_of(package)
        for item in package.items:
            text = squeeze(page.element(item.id).text_content())
            assert (words("later-no-long") in text) == (item.later_development is None), item.id


@LANGUAGE
def test_an_unknown_host_topic_or_date_of_a_meeting_is_said_in_words(language, dataset, site, words):
    page = site.page(language, "enoc/conferences/")
    for conference in dataset.all("conferences"):
        text = squeeze(page.element(conference.id).text_content())
        assert (words("topic-not-found") in text) == (conference.topic is None), conference.id
        assert (f"{words('host')}: {words('not-found')}" in text) == (conference.host is None), conference.id
    for chair in dataset.all("chairs"):
        text = squeeze(page.element(chair.id).text_content())
        assert (words("start-not-found") in text) == (chair.from_ is None), chair.id
        assert (words("end-not-found") in text) == (chair.to is None), chair.id


# Links

# Where the way back is a link to the list, filtered by what is linked to.
FILTERED = {
    ("recommendations", "body"): "recommendations/?body={id}",
    ("recommendations", "actors"): "recommendations/?actor={id}",
    ("recommendations", "responsible_ministries"): "recommendations/?actor={id}",
    ("proposals", "addressees"): "implementation/proposals/?addressee={id}",
}
# Links that go one way only, with the reason.
ONE_WAY = {
    ("recommendations", "cluster"): "the cluster lists its themes, and they their recommendations",
    ("recommendations", "partners"): "the actor's entry counts who must act, not who helps",
    ("slides", "items"): "the slide says no more than that the proposals follow",
    ("slides", "chain"): "the actor's entry is about recommendations and proposals",
    ("documents", "committee"): "the actor's entry leads to what the body has said",
    ("groups", "cluster"): "a group is placed beside the clusters",
    ("members", "actor"): "the actor's entry is about the work in Norway",
    ("actors", "parent"): "a list of bodies below another would repeat the list",
}


def references(dataset):
    """(collection, field, record or part, what it mentions) of every mention in the data."""
    for (collection, id_), found in dataset.references.items():
        for reference in found:
            part = dataset.parts[collection, reference.part] if reference.part else None
            yield (
                collection,
                reference.field,
                part or dataset.entries[collection, id_].record,
                dataset.get(reference.collection, reference.target),
            )


def inside(page, record, mentioned):
    """Whether one of the two stands inside the other, as a part of it."""
    pairs = (record, mentioned), (mentioned, record)
    return any(page.tree.xpath("//*[@id=$a]//*[@id=$b]", a=one.id, b=other.id) for one, other in pairs)


@LANGUAGE
def test_a_record_links_to_everything_that_it_mentions(language, dataset, site):
    broken = []
    for collection, field, record, mentioned in references(dataset):
        page = site.page(language, dataset.address(record))
        target = dataset.address(mentioned)
        if f"{language}/{target}" not in page.targets and target != page.path and not inside(page, record, mentioned):
            broken.append(f"{collection}.{field}: {dataset.address(record)} does not link to {target}")
    assert not broken, "\n".join(broken)


@LANGUAGE
def test_what_is_mentioned_links_back(language, dataset, site):
    broken = []
    for collection, field, record, mentioned in references(dataset):
        if (collection, field) in ONE_WAY:
            continue
        page = site.page(language, dataset.address(mentioned))
        root = dataset.entry(record).record
        back = {f"{language}/{dataset.address(one)}" for one in (record, root)}
        listed = FILTERED.get((collection, field), "").format(id=mentioned.id)
        if back & page.targets or dataset.address(root).partition("#")[0] == page.path:
            continue
        if listed and f"../../{listed}" in page.tree.xpath("//@href"):
            continue
        broken.append(
            f"{collection}.{field}: {dataset.address(mentioned)} does not link back to {dataset.address(record)}"
        )
    assert not broken, "\n".join(broken)
