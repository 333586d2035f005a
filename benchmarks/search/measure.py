"""How well and how fast the search finds what readers type: the built site, in a real browser. See README.md beside it.

    .venv/bin/python -m benchmarks.search.measure [--pagefind FOLDER]

FOLDER is a copy of site/ that ``python -m pagefind`` has been run on, for the comparison.
"""

import argparse
import dataclasses
import gzip
import shutil
import statistics
import tempfile
from contextlib import contextmanager
from pathlib import Path

import yaml

from benchmarks.visit import ROOT, SITE, browsing, served
from macros.build import CONFIGS
from macros.language import LANGUAGES
from macros.load import load
from macros.search.index import PLACE, write_index
from macros.search.units import twins, units

HERE = Path(__file__).parent
SHOWN = 20
OWN = """async (query) => {
  const list = document.querySelector("[data-search-results]");
  const field = document.querySelector("#q");
  const none = document.querySelector("[data-search-none]");
  const done = () => !none.hidden || list.children.length;
  list.replaceChildren();
  none.hidden = true;
  const began = performance.now();
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  while (!done() && performance.now() - began < 10000) await new Promise((next) => setTimeout(next, 1));
  const links = [...list.querySelectorAll("li a")].map((link) => link.href);
  return { links, ms: performance.now() - began };
}"""
PAGEFIND = """async (query) => {
  window.pagefind ??= await import("/pagefind/pagefind.js");
  const began = performance.now();
  const { results } = await window.pagefind.search(query);
  const first = await Promise.all(results.slice(0, 20).map((result) => result.data()));
  return { links: first.map(({ url }) => new URL(url, location).href), ms: performance.now() - began };
}"""


def is_right(address, first, by_page):
    """Whether a hit is one of those that should come first; a page stands for everything on it."""
    page = address.partition("#")[0]
    return any(
        address == wanted or (page == wanted.partition("#")[0] and (by_page or "#" not in wanted)) for wanted in first
    )


def ask(browser, server, folder, language, *, queries, script, by_page=False):
    """Ask every query on a warm page. Returns ranks, times and bytes (as sent compressed)."""
    context = browser.new_context()
    page = context.new_page()
    sent = []
    page.on("requestfinished", lambda request: sent.append(request.url))
    page.goto(f"{server}{language}/search/", wait_until="networkidle")
    before = size(folder, server, sent)
    sent.clear()
    page.evaluate(script, "barn" if language == "nb" else "child")
    warm = size(folder, server, sent)
    ranks, times, weights = [], [], []
    for query in queries:
        sent.clear()
        found = page.evaluate(script, query["q"])
        page.wait_for_timeout(20)
        addresses = [link.removeprefix(f"{server}{language}/").removesuffix("index.html") for link in found["links"]]
        right = [at for at, address in enumerate(addresses, 1) if is_right(address, query["first"], by_page)]
        ranks.append((right[0] if right else 0, len(addresses)))
        times.append(found["ms"])
        weights.append(size(folder, server, sent))
    context.close()
    return ranks, times, (before, warm, statistics.mean(weights))


def size(folder, server, urls):
    """The bytes of the files of the search among what was asked for, as a host sends them."""
    total = 0
    for url in urls:
        path = folder / url.removeprefix(server).partition("?")[0]
        if path.is_file() and ("search/index/" in url or "pagefind/" in url):
            total += len(gzip.compress(path.read_bytes(), mtime=0))
    return total


def row(name, part, ranks, times, weights):
    number = len(ranks)
    first, three = (sum(0 < rank <= most for rank, _ in ranks) / number for most in (1, 3))
    mrr = sum(1 / rank for rank, _ in ranks if rank) / number
    zero = sum(not hits for _, hits in ranks) / number
    kib = " | ".join(f"{weight / 1024:.0f}" for weight in weights)
    slow = sorted(times)[int(0.95 * number)]
    print(
        f"| {name} | {part} | {number} | {first:.0%} | {three:.0%} | {mrr:.2f} | {zero:.0%} "
        f"| {kib} | {statistics.median(times):.0f} | {slow:.0f} |"
    )


@contextmanager
def ten_times(site):
    """A copy of the site whose index holds everything ten times, under other addresses."""
    dataset = load(ROOT)
    names = {code: yaml.safe_load((ROOT / config).read_text("utf-8"))["site_name"] for code, config in CONFIGS.items()}
    found = {code: units(dataset, site, language, names[code]) for code, language in LANGUAGES.items()}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site, copy)
        for code, language in LANGUAGES.items():
            others = twins(found)[code]
            many = [
                dataclasses.replace(unit, address=f"copy-{number}/{unit.address}" if number else unit.address)
                for unit in found[code]
                for number in range(10)
            ]
            doubles = {unit.address: others.get(unit.address.split("/", 1)[-1]) for unit in many} | others
            shutil.rmtree(copy / code / PLACE)
            known = {address: unit for address, unit in doubles.items() if unit}
            write_index(dataset, language, many, known, copy / code / PLACE)
        yield copy


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=SITE)
    parser.add_argument("--pagefind", type=Path)
    given = parser.parse_args()
    print(
        "| Search | Queries | Number | hit@1 | hit@3 | MRR | No hits | KiB before | KiB to wake | KiB a query "
        "| ms, median | ms, 95th |"
    )
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    with browsing() as browser:
        for language in LANGUAGES:
            queries = yaml.safe_load((HERE / f"queries.{language}.yml").read_text(encoding="utf-8"))
            with served(given.site) as server:
                for part in ("tune", "measure"):
                    row(
                        f"Own, {language}",
                        part,
                        *ask(browser, server, given.site, language, queries=queries[part], script=OWN),
                    )
            with ten_times(given.site) as copy, served(copy) as server:
                row(
                    f"Own, {language}, ten times",
                    "measure",
                    *ask(browser, server, copy, language, queries=queries["measure"], script=OWN),
                )
            if given.pagefind:
                with served(given.pagefind) as server:
                    result = ask(
                        browser,
                        server,
                        given.pagefind,
                        language,
                        queries=queries["measure"],
                        script=PAGEFIND,
                        by_page=True,
                    )
                    row(f"Pagefind, {language}", "measure", *result)


if __name__ == "__main__":
    main()
