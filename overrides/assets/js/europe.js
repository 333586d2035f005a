// Says under the map which country has the focus or the pointer, and what is known of it; the frame is drawn above its neighbours.
const map = document.querySelector("[data-europe]");
const told = map.querySelector("[data-told]");
const svg = map.querySelector(":scope > svg");
const frame = svg.appendChild(document.createElementNS(svg.namespaceURI, "g"));
frame.classList.add("frame");

const facet = () => map.querySelector("[name='map-shows']:checked").value;
const text = (link) => `${link.dataset.name}. ${link.getAttribute(`data-told-${facet()}`)}`;

function tell(link) {
  told.textContent = link ? text(link) : "";
  // A wide dark line and a narrower one on it: it is seen on every pattern, in both schemes.
  const copies = link ? ["edge", "line"].flatMap((name) => [...link.querySelectorAll("path, circle")].map((shape) => {
    const copy = shape.cloneNode();
    copy.setAttribute("class", name);
    return copy;
  })) : [];
  frame.replaceChildren(...copies);
}

/** Names say the answer to what the map shows now. */
function name() {
  for (const link of svg.querySelectorAll("a")) link.setAttribute("aria-label", text(link));
}

const linkOf = (event) => event.target.closest?.("a");
const focused = () => (svg.contains(document.activeElement) ? document.activeElement : null);
svg.addEventListener("focusin", (event) => tell(linkOf(event)));
svg.addEventListener("focusout", () => tell());
svg.addEventListener("pointerover", (event) => tell(linkOf(event) ?? focused()));
svg.addEventListener("pointerleave", () => tell(focused()));
map.addEventListener("change", name);
name();
