// The search box at the top of every page: nothing of the search is loaded until somebody uses it.
const form = document.querySelector("[data-search-box]");
const input = form?.elements.q;
const status = document.createElement("p");
status.className = "visually-hidden";
status.role = "status";

function wake() {
  input.removeEventListener("focus", wake);
  input.removeEventListener("input", wake);
  form.append(status);
  import("./search-panel.js").then(({ attach }) => attach(form), sleep);
}

/** The hits did not come: the next letter tries again. */
function sleep() {
  input.addEventListener("input", wake);
  if (input.value) status.textContent = form.dataset.failed;
}

input?.addEventListener("focus", wake);
input?.addEventListener("input", wake);
