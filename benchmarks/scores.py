"""What Lighthouse says of a phone on a slow network: this site, and plain MkDocs Material with the same pages.

Run from the repository, after `make site` and `npm ci --prefix benchmarks/lighthouse --ignore-scripts`:
.venv/bin/python -m benchmarks.scores [runs of each page: 5 unless told]

Lighthouse needs Node.js 22.19 or newer; .venv/bin/pip install --requirement requirements-tools.txt brings one.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.plain_material import write_plain
from benchmarks.visit import ROOT, SITE, chromium, need_site, served
from macros.build import CONFIGS

LIGHTHOUSE = ROOT / "benchmarks/lighthouse/node_modules/lighthouse/cli/index.js"
PAGES = {
    "Home": "",
    "The list of recommendations": "recommendations/",
    "A recommendation": "recommendations/crc-2025-views-a/",
    "An article of the Convention": "convention/articles/12/",
    "Guidance": "guidance/best-interests/",
    "The map of offices": "enoc/members/",
}
SCORES = {
    "performance": "Performance",
    "accessibility": "Accessibility",
    "best-practices": "Best practices",
    "seo": "SEO",
}
CHROME_FLAGS = "--headless=new --no-sandbox --disable-gpu"


def main():
    need_site()
    if not LIGHTHOUSE.exists():
        sys.exit("Lighthouse is missing: npm ci --prefix benchmarks/lighthouse --ignore-scripts")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"| Page | {' | '.join(SCORES.values())} | LCP, s | CLS | TBT, ms | Bytes |", flush=True)
    print(f"|---|{'---:|' * (len(SCORES) + 4)}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        measure("This site", SITE, runs)
        measure("Plain Material", build_plain(Path(folder)), runs)


def build_plain(scratch: Path) -> Path:
    """Build plain Material with our pages. Returns the folder that holds both languages."""
    (scratch / "plain").mkdir()
    for language, config in CONFIGS.items():
        subprocess.run(write_plain(scratch, language, config), cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        (scratch / f"plain-{language}").rename(scratch / "plain" / language)
    return scratch / "plain"


def measure(name: str, site: Path, runs: int):
    """Print a line for each page: the median of each figure over the runs."""
    with served(site) as address:
        for language in CONFIGS:
            for kind, path in PAGES.items():
                reports = [audit(f"{address}{language}/{path}") for _ in range(runs)]
                figures = [statistics.median(values) for values in zip(*map(read, reports), strict=True)]
                *scores, lcp, shift, blocked, size = figures
                cells = [f"{score:.0f}" for score in scores]
                cells += [f"{lcp / 1000:.1f}", f"{shift:.3f}", f"{blocked:.0f}", f"{size:,.0f}"]
                print(f"| {name}: {kind} ({language}) | {' | '.join(cells)} |", flush=True)
                tell(reports[-1])


def audit(address: str) -> dict:
    """One visit by Lighthouse, with its own settings for a phone: its report."""
    node = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    command = [node, LIGHTHOUSE, address, "--output=json", "--quiet", f"--chrome-flags={CHROME_FLAGS}"]
    environment = os.environ | ({"CHROME_PATH": path} if (path := chromium()) else {})
    done = subprocess.run(command, env=environment, check=True, capture_output=True)
    return json.loads(done.stdout)


def read(report: dict) -> list[float]:
    """The scores (of 100), LCP and TBT in ms, CLS, and the bytes that came over the network."""
    names = ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time", "total-byte-weight")
    scores = [100 * report["categories"][name]["score"] for name in SCORES]
    return [*scores, *(report["audits"][name]["numericValue"] for name in names)]


def tell(report: dict):
    """Say on the side which audits cost points in a run."""
    for category in SCORES:
        for entry in report["categories"][category]["auditRefs"]:
            found = report["audits"][entry["id"]]
            if entry["weight"] and found["score"] is not None and found["score"] < 1:
                print(f"  {category}: {entry['id']} {found.get('displayValue', '')}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
