"""The pictures in overrides/README.md: each component as the built site shows it, in light and in dark.

Run from the repository, after `make site`: .venv/bin/python -m benchmarks.pictures [names of pictures: all unless told]
"""

import base64
import sys
from dataclasses import dataclass

from playwright.sync_api import Page

from benchmarks.visit import ROOT, SITE, browsing, need_site, served

PICTURES = ROOT / ".github/images/design"
QUALITY = 0.6
GAP = 12
"""Pixels of the page's own colour around a component."""


@dataclass(frozen=True)
class Shot:
    """Where a component is seen: a page, what to picture on it, and how many of its first children are enough."""

    path: str
    selector: str
    most: int = 99
    width: int = 440
    opened: bool = False


SHOTS = {
    "record-head": Shot("recommendations/crc-2018-monitoring/", ".record-head"),
    "facts": Shot("enoc/members/no-barneombudet/", ".facts dl", most=5),
    "lines": Shot("implementation/sjumilssteget/step-6/", ".lines", most=3, width=640),
    "card": Shot("", ".cards", most=1),
    "counts": Shot("", ".counts"),
    "related": Shot("convention/articles/12/", ".related", most=3),
    "notice": Shot("recommendations/documents/crc-2025/", ".notice"),
    "sources": Shot("enoc/statements/enoc-standards-2001/", ".sources"),
    "source-line": Shot("norwegian-model/themes/violence/", ".source-line", opened=True),
    "laws": Shot("convention/articles/12/", ".laws", most=1),
    "status": Shot("norwegian-model/setting-up/", ".legend", width=640),
    "strip": Shot("recommendations/threads/thread-disability/", ".strip", width=640),
    "timeline": Shot("norwegian-model/history/", ".timeline", most=2, width=640),
    "stairs": Shot("implementation/", ".stairs", most=3),
    "guide-step": Shot("guidance/best-interests/", ".guide-step", most=3),
    "table": Shot("follow-up/upr/", ".stacks tbody", most=2, width=640),
    "chart": Shot("recommendations/documents/crc-2018/", ".chart tbody", most=4),
    "chart-grid": Shot("recommendations/overview/", ".chart-grid tbody", most=3, width=640),
    "sight": Shot("recommendations/themes/disability/", ".sight", most=2),
    "facet": Shot("recommendations/?theme=education", ".facet"),
    "chips": Shot("recommendations/?theme=education&year=2018", ".chips"),
    "results": Shot("recommendations/", ".results", most=1),
    "question": Shot("guidance/templates/best-interests-form/", ".question"),
    "pager": Shot("convention/articles/12/", ".pager"),
    "path": Shot("norwegian-model/", ".path"),
    "trail": Shot("convention/articles/12/", ".trail"),
}
SHOW_FIRST = """([selector, most, opened]) => {
  const part = document.querySelector(selector);
  const around = (one) => one.parentElement.closest("details");
  for (let fold = around(part); fold; fold = around(fold)) fold.open = true;
  [...part.children].slice(most).forEach((one) => one.remove());
  if (opened) part.open = true;
}"""
BESIDE = """async ([pictures, quality]) => {
  const images = await Promise.all(pictures.map(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    return image;
  }));
  const canvas = document.createElement("canvas");
  canvas.width = images.reduce((sum, image) => sum + image.width, 0);
  canvas.height = Math.max(...images.map((image) => image.height));
  let left = 0;
  for (const image of images) { canvas.getContext("2d").drawImage(image, left, 0); left += image.width; }
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


def main():
    need_site()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served(SITE) as address, browsing() as browser:
        page = browser.new_context(reduced_motion="reduce").new_page()
        for name in sys.argv[1:] or SHOTS:
            shot = SHOTS[name]
            schemes = [take(page, f"{address}en/{shot.path}", shot, scheme) for scheme in ("light", "dark")]
            page.goto("about:blank")
            picture = page.evaluate(BESIDE, [schemes, QUALITY])
            (PICTURES / f"{name}.webp").write_bytes(base64.b64decode(picture))


def take(page: Page, address: str, shot: Shot, scheme: str) -> str:
    """One component in one scheme, as PNG in base64."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": shot.width, "height": 1600})
    page.goto(address, wait_until="networkidle")
    page.evaluate(SHOW_FIRST, [shot.selector, shot.most, shot.opened])
    box = page.locator(shot.selector).first.bounding_box() or sys.exit(f"{shot} is not seen.")
    clip = {"x": 0, "y": max(box["y"] - GAP, 0), "width": shot.width, "height": box["height"] + 2 * GAP}
    return base64.b64encode(page.screenshot(clip=clip, full_page=True)).decode()


if __name__ == "__main__":
    main()
