// Puts chosen offices of the table side by side with Norway, and keeps the choice in the address.

const ANNOUNCE_AFTER = 400; // ms: a screen reader should hear where choosing ended, not every option on the way

/** A copy of what a cell holds. */
const copy = (cell) => [...cell.cloneNode(true).childNodes];

function make(tag, content, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

class Comparison {
  constructor(root) {
    this.root = root;
    this.offices = new Map([...root.querySelectorAll("tbody[id]")].map((rows) => [rows.id, rows]));
    this.table = root.querySelector(".comparison");
    this.status = root.querySelector("[role='status']");
    this.form = root.querySelector("form");
    this.choices = [...this.form.querySelectorAll("select")];
    this.drawn = root.dataset.compare; // the page comes with the column of Norway
    this.fillChoices();
    this.form.addEventListener("change", () => this.changed());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => this.restore());
    // Whoever chose before the script came keeps it.
    if (this.chosen().length && !location.search) this.changed();
    else this.restore();
  }

  /** The page brings what can be chosen once; it is the same in every choice. */
  fillChoices() {
    const [first, ...others] = this.choices;
    for (const choice of others) choice.append(...[...first.cloneNode(true).options].slice(1));
  }

  /** Chosen offices that exist, each once, in the order of the choices. */
  chosen() {
    return [...new Set(this.choices.map((choice) => choice.value))].filter((id) => this.offices.has(id));
  }

  changed() {
    this.render();
    const state = new URLSearchParams(this.chosen().map((id) => ["office", id]));
    history.replaceState(history.state, "", state.size ? `?${state}` : location.pathname);
    this.carryOver();
    this.announce();
  }

  announce() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const names = this.shown().map((office) => office.dataset.place).join(", ");
      this.status.textContent = this.chosen().length ? `${this.status.dataset.some}: ${names}` : this.status.dataset.one;
    }, ANNOUNCE_AFTER);
  }

  restore() {
    const known = (id) => this.offices.has(id) && id !== this.root.dataset.compare;
    const ids = [...new Set(new URLSearchParams(location.search).getAll("office"))].filter(known);
    this.choices.forEach((choice, index) => { choice.value = ids[index] ?? ""; });
    this.render();
    this.carryOver();
  }

  /** The other language shows the same choice: ids are the same in both. */
  carryOver() {
    const twin = document.querySelector(".twin");
    if (twin) twin.search = location.search;
  }

  shown() {
    return [this.root.dataset.compare, ...this.chosen()].map((id) => this.offices.get(id));
  }

  /** An office that is chosen in one place cannot be chosen in another. */
  guard() {
    for (const choice of this.choices) {
      const others = this.choices.filter((other) => other !== choice).map((other) => other.value);
      for (const option of choice.options) option.disabled = Boolean(option.value) && others.includes(option.value);
    }
  }

  render() {
    this.guard();
    const offices = this.shown();
    const ids = offices.map((office) => office.id).join();
    if (ids === this.drawn) return;
    this.drawn = ids;
    this.root.classList.toggle("is-chosen", offices.length > 1);
    const head = this.table.tHead.rows[0];
    head.replaceChildren(head.cells[0], ...offices.map((office) => make("th", copy(office.querySelector("th")), { scope: "col" })));
    const cells = offices.map((office) => [...office.querySelectorAll("td")]);
    this.table.tBodies[0].replaceChildren(...cells[0].map((cell, index) => make("tr", [
      make("th", [cell.dataset.label], { scope: "row" }),
      ...offices.map((office, column) => make("td", copy(cells[column][index]), { "data-label": office.dataset.place })),
    ])));
  }
}

for (const root of document.querySelectorAll("[data-compare]")) new Comparison(root);
