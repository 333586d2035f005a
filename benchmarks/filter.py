"""How long a reader waits for a filter: one action on the list of recommendations, with one and ten times the records.

Run from the repository, after `make site`: .venv/bin/python -m benchmarks.filter
"""

import re
import sys

from playwright.sync_api import Browser

from benchmarks.visit import SITE, browsing, need_site, served

PAGE = "en/recommendations/"
FACTORS = (1, 10)
TIMES = 60
MOST = 50  # ms, at ten times the records
RESULT = re.compile(r'<li id="([^"]+)" data-facet-.*?</li>', re.DOTALL)  # no list stands in a result
ACTIONS = {
    "Choose or drop a theme": "",
    "Choose or drop a year": "",
    "Type or delete a word": "",
    "The same while results are grouped": "?by=theme",
    "The same while two reviews are compared": "?compare=crc-2018&with=crc-2025",
}
# Each action there and back, many times: milliseconds of the handler and of the layout that follows it. The empty
# handler is the same event, with the same layout, on an element that nobody listens to.
MEASURE = """async ([action, times]) => {
  const form = document.querySelector("[data-explorer] form");
  const boxes = (facet) => [...form.querySelectorAll(`[data-facet='${facet}'] input`)];
  const facet = action.includes("theme") || action.includes("same") ? "theme" : "year";
  const field = form.elements.q;
  const nobody = document.body.appendChild(document.createElement("input"));
  const took = { action: [], empty: [] };
  const time = (kind, element, change) => {
    const start = performance.now();
    change();
    element.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    took[kind].push(performance.now() - start);
  };
  for (let turn = 0; turn < times; turn += 1) {
    const box = boxes(facet)[turn % 8];
    for (const on of [true, false]) {
      if (action.startsWith("Type")) time("action", field, () => { field.value = on ? "violence" : ""; });
      else time("action", box, () => { box.checked = on; });
      time("empty", nobody, () => { nobody.checked = on; });
      await new Promise((done) => setTimeout(done));
    }
  }
  const median = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
  const late = took.action.sort((a, b) => a - b)[Math.floor(0.95 * took.action.length)];
  const items = document.querySelectorAll(".results > li").length;
  return { median: median(took.action), late, empty: median(took.empty), items };
}"""


def main():
    need_site()
    source = (SITE / PAGE / "index.html").read_text(encoding="utf-8")
    slowest = 0.0
    print("| One action | Records | Median, ms | 95th percentile, ms | Empty handler, ms | Ratio |")
    print("|---|---:|---:|---:|---:|---:|")
    with served(SITE) as address, browsing() as browser:
        for action, query in ACTIONS.items():
            for factor in FACTORS:
                took = measure(browser, f"{address}{PAGE}{query}", grown(source, factor), action)
                ratio = took["median"] / max(took["empty"], 0.1)  # the clock of a browser counts tenths
                cells = f"{took['median']:.1f} | {took['late']:.1f} | {took['empty']:.1f} | {ratio:.0f}"
                print(f"| {action} | {took['items']} | {cells} |", flush=True)
                slowest = max(slowest, took["median"])
    print(f"\nThe slowest action takes {slowest:.1f} ms (at most {MOST}): {'fast' if slowest < MOST else 'NOT fast'}.")


def grown(source: str, factor: int) -> str:
    """The page with every result ``factor`` times, under other ids."""
    results = list(RESULT.finditer(source))
    if not results:
        sys.exit("No result was found on the page.")
    start, end = results[0].start(), results[-1].end()
    copies = [source[start:end]]
    copies += [
        RESULT.sub(lambda match, n=number: match[0].replace(match[1], f"{match[1]}-{n}", 1), copies[0])
        for number in range(2, factor + 1)
    ]
    return source[:start] + "\n".join(copies) + source[end:]


def measure(browser: Browser, address: str, body: str, action: str) -> dict:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.route(address, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    page.goto(address, wait_until="networkidle")
    page.evaluate(MEASURE, [action, 4])  # warm
    took = page.evaluate(MEASURE, [action, TIMES])
    context.close()
    return took


if __name__ == "__main__":
    main()
