// The search box at the top of every page: nothing of the search is loaded until somebody uses it.
const form = document.querySelector("[data-search-box]");
const input = form?.elements.q;

function wake() {
  input.removeEventListener("focus", wake);
  input.removeEventListener("input", wake);
  import("./search-panel.js").then(({ attach }) => attach(form));
}

input?.addEventListener("focus", wake);
input?.addEventListener("input", wake);
