"""Whether a page costs the same when the data grows: builds the real records once, four and ten times over.

Run from the repository: .venv/bin/python -m benchmarks.growth
"""

import copy
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from benchmarks.visit import ROOT
from macros.dataset import Dataset, Entry
from macros.load import load

FACTORS = (1, 4, 10)
RUNS = 2
MOST = 1.15
# What grows in number. The rest is closed lists, numbered articles, and pages of their own: it stands once.
GROWING = {
    "sources",
    "standards",
    "documents",
    "recommendations",
    "threads",
    "mentions",
    "functions",
    "members",
    "statements",
    "conferences",
    "chairs",
    "other-lists",
    "proposals",
    "slides",
    "gaps",
}
COPIED = ("data", "docs", "macros", "overrides", "mkdocs.yml", "mkdocs.en.yml", "mkdocs.base.yml")
MIB = 2**20 if sys.platform == "darwin" else 2**10


def main():
    dataset = load(ROOT)
    with tempfile.TemporaryDirectory() as scratch:
        roots = {factor: grown(dataset, Path(scratch) / f"{factor}x", factor) for factor in FACTORS}
        # Interleaved, so that a busy minute on this machine does not fall on one size only; the best run counts.
        runs = [{factor: build(root) for factor, root in roots.items()} for _ in range(RUNS)]
        best = {factor: min(run[factor] for run in runs) for factor in FACTORS}
        pages = {factor: sum(1 for _ in (root / "site").rglob("*.html")) for factor, root in roots.items()}
    report(best, pages)


def grown(dataset: Dataset, root: Path, factor: int) -> Path:
    """A copy of the repository in which every record that can grow in number stands ``factor`` times."""
    root.mkdir()
    for name in COPIED:
        source = ROOT / name
        shutil.copytree(source, root / name) if source.is_dir() else shutil.copy(source, root / name)
    growing = [entry for entry in dataset.entries.values() if entry.collection.name in GROWING]
    for number in range(2, factor + 1):
        for entry in growing:
            place = root / "data" / entry.collection.place
            record = twin(dataset, entry, f"-copy-{number}")
            if place.is_dir():
                (place / f"{record['id']}.yml").write_text(dump(record), encoding="utf-8")
            else:
                with place.open("a", encoding="utf-8") as file:
                    file.write(dump([record]))
    return root


def twin(dataset: Dataset, entry: Entry, suffix: str) -> dict:
    """The record under another id. What it points to are twins of the same set, or the closed lists."""
    raw = entry.file.content
    for step in entry.path:
        raw = raw[step]
    raw = copy.deepcopy(raw)
    pointers = {ref.path: ref.collection for ref in dataset.references[entry.collection.name, entry.record.id]}

    def rename(value, path):
        if isinstance(value, dict):
            return {key: rename(item, (*path, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [rename(item, (*path, index)) for index, item in enumerate(value)]
        is_own = path[-1] == "id" and path not in pointers
        points_to_twin = path in pointers and pointers[path] in GROWING
        return value + suffix if is_own or points_to_twin else value

    return rename(raw, ())


def dump(content) -> str:
    return yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)


def build(root: Path) -> tuple[float, float, float]:
    """Processor seconds, seconds on the clock, and MiB of the largest process, for one build of both languages."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "macros", "build"], cwd=root, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{root.name}: the build failed")
    return usage.ru_utime + usage.ru_stime, seconds, usage.ru_maxrss / MIB


def report(best, pages):
    """Judges by processor time: other work on the machine disturbs it less than the clock."""
    print("| Data | Pages | Seconds | Processor seconds | ms per page | ms per page added | Peak of a process (MiB) |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    added, before = {}, None
    for factor in FACTORS:
        cost, seconds, peak = best[factor]
        if before:
            added[factor] = 1000 * (cost - best[before][0]) / (pages[factor] - pages[before])
        cells = (
            f"{factor}x",
            pages[factor],
            f"{seconds:.1f}",
            f"{cost:.1f}",
            f"{1000 * cost / pages[factor]:.1f}",
            f"{added[factor]:.1f}" if before else "-",
            f"{peak:.0f}",
        )
        print(f"| {' | '.join(map(str, cells))} |")
        before = factor
    first, second, last = FACTORS
    each = (best[last][0] / pages[last]) / (best[first][0] / pages[first])
    step = added[last] / added[second]
    print(f"\nA page at {last}x costs {each:.2f} times a page at {first}x (at most {MOST}).")
    print(f"A page added on the way to {last}x costs {step:.2f} times one added on the way to {second}x.")
    print("Flat." if each <= MOST else "NOT flat.")


if __name__ == "__main__":
    main()
