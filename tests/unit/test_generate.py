"""What is made from the model is written where it is out of date, and nothing else is touched."""

import yaml

from macros import doubts, skeleton
from macros.__main__ import main
from macros.generate import generate, generated
from macros.schemas import FOLDER, SETTINGS

DAY = "2026-11-21"


def test_the_second_time_nothing_changes(repo, capsys):
    assert main(["generate", "--root", str(repo.root)]) == 0
    assert f"Wrote {SETTINGS}\n" in capsys.readouterr().out
    assert main(["generate", "--root", str(repo.root)]) == 0
    assert capsys.readouterr().out == "Everything that is generated is up to date.\n"


def test_only_what_is_out_of_date_is_written_and_what_is_left_over_goes(repo):
    dataset = repo.load()
    generate(repo.root, dataset, DAY)
    (repo.root / "data/README.md").write_text("old", encoding="utf-8")
    (repo.root / FOLDER / "gone.json").write_text("{}", encoding="utf-8")
    assert generate(repo.root, dataset, DAY) == [f"{FOLDER}/gone.json", "data/README.md"]
    assert not (repo.root / FOLDER / "gone.json").exists()
    assert (repo.root / "data/README.md").read_text(encoding="utf-8") == generated(dataset)["data/README.md"]


def test_new_ids_are_noted_those_of_parts_too_and_old_ones_stay(repo):
    ids = repo.root / skeleton.IDS
    ids.parent.mkdir(parents=True)
    ids.write_text("# Kept.\nproposals:\n  - a-former-id\n  - proposal-1\n", encoding="utf-8")
    dataset = repo.load()
    generate(repo.root, dataset, DAY)
    text = ids.read_text(encoding="utf-8")
    noted = yaml.safe_load(text)
    assert text.startswith("# Kept.\n")
    assert noted["proposals"] == ["a-former-id", "proposal-1", "proposal-1-1", "proposal-1-2"]
    assert {(name, id_) for name, found in noted.items() for id_ in found} >= {*dataset.entries, *dataset.parts}


def test_a_mended_doubt_leaves_the_list(repo):
    known = repo.root / doubts.KNOWN
    known.parent.mkdir(parents=True, exist_ok=True)
    text = doubts.known_text({"recalled-basis": ["glossary/arne", "themes/mended"], "long-summary": ["themes/mended"]})
    known.write_text(text, encoding="utf-8")
    generate(repo.root, repo.load(), DAY)
    assert known.read_text(encoding="utf-8") == doubts.known_text({"recalled-basis": ["glossary/arne"]})
