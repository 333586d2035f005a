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

const linkOf = ({ target }) => (svg.contains(target) ? target.closest("a") : null);
const focused = () => linkOf({ target: document.activeElement });
// On the figure: a drawing that listens for focus can itself be focused.
map.addEventListener("focusin", (event) => tell(linkOf(event)));
map.addEventListener("focusout", () => tell());
map.addEventListener("pointerover", (event) => tell(linkOf(event) ?? focused()));
map.addEventListener("pointerleave", () => tell(focused()));
map.addEventListener("change", name);
name();
