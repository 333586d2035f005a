// The search box at the top of every page: nothing of the search is loaded until somebody uses it.
const form = document.querySelector("[data-search-box]");
const input = form?.elements.q;
const status = form?.querySelector("[role='status']");

function wake() {
  input.removeEventListener("focus", wake);
  input.removeEventListener("input", wake);
  import("./search-panel.js").then(({ attach }) => attach(form), sleep);
}

/** The hits did not come: the next letter tries again. */
function sleep() {
  input.addEventListener("input", wake);
  if (input.value) status.textContent = form.dataset.failed;
}

input?.addEventListener("focus", wake);
input?.addEventListener("input", wake);
