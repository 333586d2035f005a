"""What our data, macros and templates cost: the real site against plain MkDocs Material with the same pages ready made.

Run from the repository, after `make site`: .venv/bin/python -m benchmarks.plain_material
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml
from lxml import html

from benchmarks.visit import ROOT, SITE, need_site
from macros.build import CONFIGS

RUNS = 5
MOST = 1.3


def main():
    need_site()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        plain = [write_plain(scratch, language, name) for language, name in CONFIGS.items()]
        ours = [[sys.executable, "-m", "macros", "build", "--site", str(scratch / "site")]]
        # Interleaved, so that a busy minute on this machine does not fall on one of the two only.
        runs = [(cost(ours), cost(plain)) for _ in range(RUNS)]
    pages = sum(1 for language in CONFIGS for _ in (SITE / language).rglob("*.html"))
    print("| Build of the same pages | Pages | Seconds | Processor seconds |")
    print("|---|---:|---:|---:|")
    names = "This site, data checked and exported", "Plain MkDocs Material"
    for name, times in zip(names, zip(*runs, strict=True), strict=True):
        clock, processor = (min(values) for values in zip(*times, strict=True))
        print(f"| {name} | {pages} | {clock:.1f} | {processor:.1f} |")
    ratios = sorted(ours[1] / plain[1] for ours, plain in runs)
    print(f"\nMedian ratio of {RUNS} pairs of builds, in processor time: {statistics.median(ratios):.2f}", end=" ")
    print(f"({ratios[0]:.2f} to {ratios[-1]:.2f}; at most {MOST}).")


def write_plain(scratch: Path, language: str, config: str) -> list[str]:
    """Write the pages of a language as ready Markdown with a stock mkdocs.yml. Returns the command that builds them."""
    docs = scratch / language
    for built in (SITE / language).rglob("*.html"):
        path = built.relative_to(SITE / language)
        # Record pages lie in our build as <id>.md, so that their addresses and the navigation stay what they are.
        page = docs / (
            path.parent / "index.md"
            if (ROOT / "docs" / language / path.parent / "index.md").exists()
            else path.parent.with_suffix(".md")
        )
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(markdown(built), encoding="utf-8")
    nav = yaml.safe_load((ROOT / config).read_text(encoding="utf-8"))["nav"]
    stock = {
        "site_name": "Plain",
        "docs_dir": str(docs),
        "site_dir": str(scratch / f"plain-{language}"),
        "theme": {"name": "material", "language": language, "font": False},
        "markdown_extensions": ["attr_list", "tables"],
        "nav": nav,
        "not_in_nav": "*",
    }
    file = scratch / config
    file.write_text(yaml.safe_dump(stock, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(file)]


def markdown(built: Path) -> str:
    """A page's title and its content: a file of HTML is ready Markdown that costs the least to convert."""
    tree = html.parse(str(built)).getroot()
    title = tree.findtext(".//title")
    main = tree.get_element_by_id("content")
    content = "".join(html.tostring(part, encoding="unicode") for part in main)
    lines = "\n".join(line for line in content.splitlines() if line.strip())
    return f"---\n{yaml.safe_dump({'title': title}, allow_unicode=True)}---\n<div>\n{lines}\n</div>\n"


def cost(commands: list[list[str]]) -> tuple[float, float]:
    """Seconds and processor seconds until all commands, run side by side as our build runs its languages, are done."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    running = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for command in commands
    ]
    for process in running:
        _, errors = process.communicate()
        if process.returncode:
            sys.exit(f"{process.args}: {errors.decode()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
