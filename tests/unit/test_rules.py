import pytest

from macros import rules

REC = "recommendations/crc-2000-9.yml"
PROPOSAL = "proposals/proposal-1.yml"
INSTRUMENTS, SLIDES, GAPS = "vocabulary/instruments.yml", "slides.yml", "gaps.yml"

# Rule: what is spoilt (file, old, new), and what is said (line at, record, field, found, expected, fix).
SPOILT = {
    "every_reference_has_a_target": [
        (
            (REC, "theme: nationality", "theme: nationalty"),
            (
                "theme:",
                "recommendations/crc-2000-9",
                "theme",
                '"nationalty"',
                "the id of a record in themes (data/vocabulary/themes.yml)",
                'perhaps "nationality" was meant',
            ),
        ),
        (
            (REC, "  - id: one-source", "  - id: xyzzy"),
            (
                "id: xyzzy",
                "recommendations/crc-2000-9",
                "sources.0.id",
                '"xyzzy"',
                "the id of a record in sources (data/sources.yml)",
                "correct the id, or add the record it names",
            ),
        ),
        (
            (REC, "  - id: one-source", "  - id: https://example.org/"),
            (
                "id: https",
                "recommendations/crc-2000-9",
                "sources.0.id",
                '"https://example.org/"',
                "the id of a record in sources (data/sources.yml)",
                "write the id of a source, not its address; a new source goes into data/sources.yml first",
            ),
        ),
        (
            (PROPOSAL, "addressees: [ministry]", "addressees:\n      - ministry\n      - nobody"),
            (
                "- nobody",
                "proposals/proposal-1",
                "items.0.addressees.1",
                '"nobody"',
                "the id of a record in actors (data/vocabulary/actors.yml)",
                "correct the id, or add the record it names",
            ),
        ),
        (
            (GAPS, "- proposals/proposal-1-2", "- proposals/proposal-9"),
            (
                "- proposals/proposal-9",
                "gaps/gap-one",
                "records.1",
                '"proposal-9"',
                "the id of a record in proposals (data/proposals/)",
                'perhaps "proposal-1" was meant',
            ),
        ),
        (
            (GAPS, "- proposals/proposal-1-2", "- suggestions/proposal-1"),
            (
                "- suggestions/",
                "gaps/gap-one",
                "records.1",
                '"suggestions/proposal-1"',
                f"collection/id, one of {', '.join(rules.COLLECTIONS)}",
                "correct it",
            ),
        ),
        (
            (GAPS, "- proposals/proposal-1-2", "- proposal-1"),
            (
                "- proposal-1",
                "gaps/gap-one",
                "records.1",
                '"proposal-1"',
                f"collection/id, one of {', '.join(rules.COLLECTIONS)}",
                "correct it",
            ),
        ),
    ],
    "nothing_is_its_own_parent": [
        (
            (SLIDES, "parent: slide-proposals", "parent: challenge-mandate"),
            (
                "parent:",
                "slides/challenge-mandate",
                "parent",
                '"challenge-mandate"',
                "a chain that ends",
                "name the record above it, or leave the field out",
            ),
        ),
        (
            (PROPOSAL, "part_of: proposal-1-1", "part_of: proposal-1-2"),
            (
                "part_of:",
                "proposals/proposal-1",
                "items.1.part_of",
                '"proposal-1-2"',
                "a chain that ends",
                "name the record above it, or leave the field out",
            ),
        ),
    ],
    "every_fact_has_a_source": [
        (
            (REC, "sources:\n  - id: one-source\n    locator: para. 9\n", "sources: []\n"),
            (
                "sources:",
                "recommendations/crc-2000-9",
                "sources",
                "a list of 0",
                "at least one source",
                "add - id: <source>, or set basis to recalled (not confirmed)",
            ),
        ),
        (
            (
                PROPOSAL,
                "part_of: proposal-1-1\n    basis: seed\n    sources:\n      - id: seed-implementation\n",
                "part_of: proposal-1-1\n    basis: seed\n    sources: [] # here\n",
            ),
            (
                "# here",
                "proposals/proposal-1",
                "items.1.sources",
                "a list of 0",
                "at least one source",
                "add - id: <source>, or set basis to recalled (not confirmed)",
            ),
        ),
        (
            ("enoc/network.yml", "year: 1997\n", "year: 1997 # here\n"),
            None,  # nothing is wrong yet: the founding has its source
        ),
    ],
    "later_developments_say_where_from": [
        (
            (PROPOSAL, "    later_sources:\n      - id: one-source\n", ""),
            (
                "- id: proposal-1-1",
                "proposals/proposal-1",
                "items.0.later_sources",
                "null",
                "later_basis and later_sources",
                "add later_sources",
            ),
        ),
        (
            (PROPOSAL, "    later_basis: read\n", ""),
            (
                "- id: proposal-1-1",
                "proposals/proposal-1",
                "items.0.later_basis",
                "null",
                "later_basis and later_sources",
                "add later_basis",
            ),
        ),
        (
            (REC, "urgent: false", "urgent: false\nlater_development: {nb: Noe, en: Something}"),
            (
                "id: crc-2000-9",
                "recommendations/crc-2000-9",
                "later_basis",
                "null",
                "later_basis and later_sources",
                "add later_basis",
            ),
        ),
    ],
    "recommendations_stand_in_a_document_of_their_body": [
        (
            (REC, "body: crc-committee", "body: cat-committee"),
            (
                "body:",
                "recommendations/crc-2000-9",
                "body",
                '"cat-committee"',
                "the committee of crc-2000, crc-committee",
                "correct body or document",
            ),
        ),
    ],
    "articles_and_general_comments_name_each_other": [
        (
            ("convention/general-comments.yml", "articles: [7]", "articles: [7, 8]"),
            (
                "articles:",
                "general-comments/gc-7",
                "articles",
                "a list of 2",
                "the articles that name this General Comment, [7]",
                "correct the list here or in data/convention/articles/",
            ),
        ),
        (
            ("convention/general-comments.yml", "status: in-force", "status: replaced"),
            None,
        ),
    ],
    "clusters_list_the_articles_placed_in_them": [
        (
            ("vocabulary/clusters.yml", "[1, 4, 7, 8, 31]", "[1, 4, 7, 8]"),
            (
                "articles_placed_here:",
                "clusters/civil-rights",
                "articles_placed_here",
                "a list of 4",
                "the articles that name this cluster, [1, 4, 7, 8, 31]",
                "correct the list here or the cluster in data/convention/articles/",
            ),
        ),
    ],
    "every_address_is_used_once": [
        (
            ("enoc/chairs.yml", "- id: chair-first", "- id: conference-1997"),
            (
                "- id: conference-1997",
                "chairs/conference-1997",
                "id",
                '"conference-1997"',
                "an id that nothing else on the same page has",
                "give one of the two another id",
            ),
        ),
    ],
}
CASES = [(rule, spoil, said) for rule, cases in SPOILT.items() for spoil, said in cases]


@pytest.mark.parametrize(("rule", "spoil", "said"), CASES, ids=[f"{rule}-{n}" for n, (rule, _, _) in enumerate(CASES)])
def test_a_broken_rule_is_told_once_in_these_words(repo, rule, spoil, said):
    file = spoil[0]
    repo.change(*spoil)
    if said is None:
        assert repo.problems() == []
        return
    problem = repo.only_problem()
    told = (problem.record, problem.field, problem.found, problem.expected, problem.fix)
    assert told == said[1:]
    assert (problem.file, problem.line) == (f"data/{file}", repo.line(file, said[0]))
    assert rule in {rule.__name__ for rule in rules.RULES}


def test_every_rule_has_a_bad_example():
    assert set(SPOILT) == {rule.__name__ for rule in rules.RULES}


def test_every_rule_says_what_it_promises():
    for rule in rules.RULES:
        assert (rule.__doc__ or "").strip().endswith("."), rule.__name__


def test_a_rule_is_only_broken_by_what_breaks_it(ds):
    for rule in rules.RULES:
        assert list(rule(ds)) == []


def test_a_ring_of_two_is_told_for_both(repo):
    repo.change(INSTRUMENTS, "id: crc-opac", "id: ring-a")
    repo.change(INSTRUMENTS, "id: crc-opsc", "id: ring-b")
    text = repo.read(INSTRUMENTS)
    first, second = (text.index("parent: crc", start) for start in (0, text.rindex("parent: crc")))
    repo.write(
        INSTRUMENTS, f"{text[:first]}parent: ring-a{text[first + 11 : second]}parent: ring-b{text[second + 11 :]}"
    )
    assert {problem.record for problem in repo.problems()} == {"instruments/ring-a", "instruments/ring-b"}


def test_who_only_hangs_below_a_ring_is_not_blamed_for_it(repo):
    repo.append(
        SLIDES,
        "- {id: below, group: closing, text: {nb: A, en: B}, parent: ring, basis: recalled, sources: []}\n"
        "- {id: ring, group: closing, text: {nb: A, en: B}, parent: ring, basis: recalled, sources: []}\n",
    )
    assert repo.only_problem().record == "slides/ring"


def test_what_is_not_confirmed_may_lack_a_source(repo):
    repo.change(
        REC, "basis: read\nsources:\n  - id: one-source\n    locator: para. 9\n", "basis: recalled\nsources: []\n"
    )
    assert repo.problems() == []


def test_facts_deep_in_a_record_need_a_source_too(repo):
    text = repo.read("enoc/network.yml")
    start = text.index("  basis: read", text.index("founded:"))
    end = text.index("aims:")
    repo.write("enoc/network.yml", f"{text[:start]}  basis: seed\n  sources: []\n{text[end:]}")
    assert repo.only_problem().field == "founded.sources"


def test_a_recommendation_without_a_known_document_is_told_once(repo):
    repo.change(REC, "document: crc-2000", "document: crc-1900")
    assert repo.only_problem().field == "document"


def test_a_source_of_a_later_development_must_exist(repo):
    repo.change(PROPOSAL, "    later_sources:\n      - id: one-source", "    later_sources:\n      - id: gone")
    assert repo.only_problem().field == "items.0.later_sources.0.id"


def test_parts_and_records_on_one_page_do_not_share_an_address(repo):
    """The parts of the network and the other lists stand on the page of the network."""
    repo.change("enoc/other-lists.yml", "- id: list-one", "- id: aim-one")
    assert repo.only_problem().found == '"aim-one"'
