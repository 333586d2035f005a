"""What is legal but suspicious is told, in the shape of an error, and stops nothing."""

import pytest

from macros import doubts
from macros.__main__ import main

REC, PROPOSAL, SOURCES = "recommendations/crc-2000-9.yml", "proposals/proposal-1.yml", "sources.yml"
DAY = "2026-11-21"
LONG = " ".join(["ord"] * 61)
ASSESSMENT = """    assessment:
      value: step-taken
      as_of: '2024-11-20'
      reason: {nb: Noe er gjort., en: Something was done.}
      sources:
        - id: one-source
"""

# Kind: what is spoilt (file, old, new), and what is said (line at, record, field, found).
SPOILT = {
    "date-to-come": (
        ("enoc/statements/*.yml", "date: ", "date: '2026-12' #"),
        ("date:", "adopted_at.date", '"2026-12"'),
    ),
    "long-summary": (
        (REC, "Norge bør gjøre mer (crc-2000-9).", LONG),
        ("summary:", "summary.nb", '"61 words"'),
    ),
    "numbers-differ": (
        (REC, "Norway should do more (crc-2000-9).", "Norway should do more (crc-2000-10)."),
        ("summary:", "summary.en", '"10"'),
    ),
    "link-without-https": (
        (REC, "urgent: false", "urgent: false\nnim_url: http://example.org/"),
        ("nim_url:", "nim_url", '"http://example.org/"'),
    ),
    "recalled-basis": (
        (REC, "basis: read", "basis: recalled"),
        ("basis:", "basis", '"recalled"'),
    ),
    "old-judgement": (
        (PROPOSAL, "    later_development: null\n", f"    later_development: null\n{ASSESSMENT}"),
        ("as_of:", "items.1.assessment.as_of", '"2024-11-20"'),
    ),
}


@pytest.fixture
def found(repo):
    """What is doubted beside what was doubted in the unspoilt miniature."""
    before = set(doubts.doubts(repo.load(), DAY))
    return lambda day=DAY: [doubt for doubt in doubts.doubts(repo.load(), day) if doubt not in before]


def test_every_doubt_has_an_example():
    assert list(SPOILT) == [doubting.__name__.replace("_", "-") for doubting in doubts.DOUBTS]
    assert all(doubting.__doc__.strip().endswith(".") for doubting in doubts.DOUBTS)


@pytest.mark.parametrize("kind", SPOILT)
def test_a_doubt_names_the_file_the_line_the_record_and_the_field(repo, found, kind):
    (pattern, old, new), (at, field, shown) = SPOILT[kind]
    file = next(path.relative_to(repo.root / "data").as_posix() for path in (repo.root / "data").glob(pattern))
    repo.change(file, old, new)
    doubt = next(doubt for doubt in found() if doubt.kind == kind and doubt.problem.field == field)
    assert doubt.problem.file == f"data/{file}"
    assert doubt.problem.line == repo.line(file, at)
    assert doubt.problem.record.endswith(f"/{file.rpartition('/')[2].removesuffix('.yml')}")
    assert doubt.problem.found == shown
    assert doubt.problem.expected
    assert doubt.problem.fix


def test_the_miniature_gives_no_other_doubt_than_what_is_recalled(ds):
    assert {doubt.kind for doubt in doubts.doubts(ds, DAY)} == {"recalled-basis"}


@pytest.mark.parametrize(("day", "doubted"), [("2026-11-20", False), ("2026-11-21", True)])
def test_the_day_decides_whether_a_judgement_is_old(repo, found, day, doubted):
    (file, old, new), _ = SPOILT["old-judgement"]
    repo.change(file, old, new)
    assert bool([doubt for doubt in found(day) if doubt.kind == "old-judgement"]) is doubted


@pytest.mark.parametrize(("day", "doubted"), [("2026-11-30", True), ("2026-12-01", False)])
def test_the_day_decides_whether_a_date_has_come(repo, found, day, doubted):
    file = next((repo.root / "data/enoc/statements").glob("*.yml")).relative_to(repo.root / "data").as_posix()
    repo.change(file, "date: ", "date: '2026-12' #")
    assert bool([doubt for doubt in found(day) if doubt.kind == "date-to-come"]) is doubted


def test_a_year_to_come_is_doubted_too(repo, found):
    file = "documents/crc-2000.yml"
    repo.change(file, "\nyear: 2000", "\nyear: 2027")
    assert [doubt.problem.found for doubt in found() if doubt.kind == "date-to-come"] == ["2027"]


def test_what_was_known_is_counted_and_what_is_new_is_shown(repo, monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    known = {"recalled-basis": sorted({doubt.problem.record for doubt in doubts.doubts(repo.load(), DAY)})}
    repo.change(REC, "basis: read", "basis: recalled")
    first, rest = (doubts.report(doubts.doubts(repo.load(), DAY), k) for k in ({}, known))
    assert first.count("field:") > 1
    assert rest.count("field:") == 1
    assert f"data/{REC}:" in rest
    assert "1 new" in rest
    everything = doubts.report(doubts.doubts(repo.load(), DAY), known, everything=True)
    assert everything.count("field:") == first.count("field:")
    assert "::warning" not in first


def test_on_github_a_new_doubt_is_a_warning_at_its_line(repo, monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    repo.change(REC, "basis: read", "basis: recalled")
    assert main(["check", "--root", str(repo.root), "--day", DAY]) == 0
    out = capsys.readouterr().out
    assert f"::warning file=data/{REC},line={repo.line(REC, 'basis:')}::recommendations/crc-2000-9, basis: " in out
    assert "::error" not in out
    assert out.splitlines()[-1].startswith("The data is right")


def test_what_was_mended_leaves_the_list_and_nothing_else_does():
    known = {"recalled-basis": ["a/1", "a/2"], "long-summary": ["a/1"]}
    problem = doubts.Problem("data/a.yml", 1, "a/2", "basis", "recalled", "x", "y")
    new = doubts.Problem("data/a.yml", 9, "a/3", "basis", "recalled", "x", "y")
    left = doubts.still_known(known, [doubts.Doubt(problem, "recalled-basis"), doubts.Doubt(new, "recalled-basis")])
    assert left == {"recalled-basis": ["a/2"]}
