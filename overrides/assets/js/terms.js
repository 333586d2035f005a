// Words of the glossary explain themselves where they stand: under the mouse, in focus, at the first touch. They stay links.
const EDGE = 12; // pixels between an explanation and the edge of the window
let shown = null;
let waiting;

function hide() {
  clearTimeout(waiting);
  if (shown) shown.hidden = true;
  shown = null;
}

/** Below the word, or above it where there is no room; never beyond the edges of the window. */
function place(link, tip) {
  const [word] = link.getClientRects();
  const { width, height } = tip.getBoundingClientRect();
  const below = word.bottom + height + EDGE < innerHeight || word.top < height + EDGE;
  tip.style.left = `${scrollX + Math.max(EDGE, Math.min(word.left, document.documentElement.clientWidth - width - EDGE))}px`;
  tip.style.top = `${scrollY + (below ? word.bottom : word.top - height)}px`;
}

function show(link, tip) {
  clearTimeout(waiting);
  if (shown === tip) return;
  hide();
  tip.hidden = false;
  shown = tip;
  place(link, tip);
}

const later = () => { waiting = setTimeout(hide, 250); }; // time to move onto the explanation

for (const [index, link] of document.querySelectorAll(".term").entries()) {
  const tip = document.createElement("span");
  let touched = false;
  Object.assign(tip, { id: `explained-${index + 1}`, className: "tip", role: "tooltip", textContent: link.dataset.explained, hidden: true });
  link.setAttribute("aria-describedby", tip.id);
  link.closest("main").append(tip);
  for (const element of [link, tip]) {
    element.addEventListener("pointerenter", ({ pointerType }) => { if (pointerType === "mouse") show(link, tip); });
    element.addEventListener("pointerleave", ({ pointerType }) => { if (pointerType === "mouse") later(); });
  }
  link.addEventListener("focus", () => show(link, tip));
  link.addEventListener("blur", later);
  link.addEventListener("pointerdown", ({ pointerType }) => { touched = pointerType !== "mouse" && tip.hidden; });
  link.addEventListener("click", (event) => {
    if (touched) event.preventDefault(); // the second touch follows the link
    touched = false;
    show(link, tip);
  });
}

addEventListener("keydown", ({ key }) => { if (key === "Escape") hide(); });
addEventListener("pointerdown", ({ target }) => { if (!target.closest?.(".term, .tip")) hide(); });
addEventListener("resize", hide);
