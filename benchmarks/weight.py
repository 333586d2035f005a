"""What a first visit loads: the bytes of a page and of everything it asks for, compressed as GitHub Pages sends them.

Run from the repository, after `make site`: .venv/bin/python -m benchmarks.weight
"""

import gzip
from collections import Counter

from playwright.sync_api import Browser

from benchmarks.visit import SITE, browsing, need_site, served

PAGES = {
    "Home": "",
    "A recommendation": "recommendations/crc-2025-views-a/",
    "An office in Europe": "enoc/members/no-barneombudet/",
    "The list of recommendations": "recommendations/",
}
KINDS = {"document": "HTML", "stylesheet": "CSS", "script": "JavaScript", "image": "Images"}
COMPRESSED = ("text/", "javascript", "json", "svg")


def main():
    need_site()
    print(f"| First visit, bytes | {' | '.join(KINDS.values())} | Other | Total | Requests |")
    print(f"|---|{'---:|' * (len(KINDS) + 3)}")
    with served(SITE) as address, browsing() as browser:
        for language in ("nb", "en"):
            for name, path in PAGES.items():
                sizes, requests = weigh(browser, f"{address}{language}/{path}")
                cells = [*(sizes[kind] for kind in KINDS.values()), sizes["Other"], sizes.total(), requests]
                print(f"| {name} ({language}) | {' | '.join(f'{cell:,}' for cell in cells)} |")


def weigh(browser: Browser, address: str) -> tuple[Counter, int]:
    """Bytes by kind, and the number of requests, in a browser that has seen nothing of the site before."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright refuses a built-in method
    page.goto(address, wait_until="networkidle")
    sizes = Counter()
    for answer in answers:
        body = answer.body()
        if any(kind in answer.headers.get("content-type", "") for kind in COMPRESSED):
            body = gzip.compress(body, compresslevel=6, mtime=0)
        sizes[KINDS.get(answer.request.resource_type, "Other")] += len(body)
    context.close()
    return sizes, len(answers)


if __name__ == "__main__":
    main()
