// The best hits under the search box, while one types.
import { element, entry, fill, openIndex } from "./search-shown.js";

const SHOWN = 6;
const WAIT = 1000; // ms: what takes longer is said to be on its way
const ANNOUNCE_AFTER = 600; // ms: a screen reader should hear where typing ended, not every letter

class Panel {
  constructor(form) {
    this.form = form;
    this.input = form.elements.q;
    this.list = element("ol", {});
    this.all = element("a", {});
    this.note = element("p", { hidden: true });
    this.status = form.querySelector("[role='status']");
    this.panel = element("div", { className: "search-panel", hidden: true }, this.list, this.note, element("p", {}, this.all));
    form.append(this.panel);
    this.index = openIndex(form);
    this.index().catch(() => {}); // on its way while the reader types; that it failed is said when it is needed
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("focus", () => this.search());
    form.addEventListener("keydown", (event) => this.move(event));
    form.addEventListener("focusout", ({ relatedTarget }) => { if (!form.contains(relatedTarget)) this.panel.hidden = true; });
    this.search();
  }

  async search() {
    const query = this.input.value.trim();
    this.asked = query;
    if (!query) return this.close();
    const waiting = setTimeout(() => { if (this.asked === query) this.tell(query, this.form.dataset.waiting); }, WAIT);
    const index = await this.index().catch(() => null);
    const found = index && await index.find(query).catch(() => null);
    const hits = found && await index.describe(found.hits.slice(0, SHOWN)).catch(() => null);
    clearTimeout(waiting);
    if (this.asked !== query) return undefined;
    return hits ? this.show(query, hits, found.hits.length) : this.tell(query, this.form.dataset.failed);
  }

  /** Without hits there is a word, and the way to the page of results, which tries again and leads to the lists. */
  tell(query, text) {
    this.open(query, [], this.form.dataset.all);
    this.note.textContent = text;
    this.note.hidden = false;
    this.say(text);
  }

  show(query, hits, number) {
    const { all, none } = this.form.dataset;
    this.open(query, hits, number ? all : none);
    this.note.hidden = true;
    this.say(this.count(query, number));
  }

  /** Hits that come late leave a reader who went down into earlier ones where they are. */
  open(query, hits, all) {
    const at = this.stops().indexOf(document.activeElement);
    this.list.replaceChildren(...hits.map((hit) => entry(this.form, hit)));
    this.list.hidden = hits.length === 0;
    this.all.href = `${this.form.action}?${new URLSearchParams({ q: query })}`;
    this.all.textContent = fill(all, { query });
    if (at > 0) {
      this.panel.hidden = false;
      (this.stops()[at] ?? this.input).focus();
    }
    this.panel.hidden = !this.form.contains(document.activeElement);
  }

  count(query, number) {
    const { none, one, many } = this.form.dataset;
    if (number === 0) return fill(none, { query });
    return number === 1 ? one : fill(many, { n: number });
  }

  say(text) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.status.textContent = text; }, ANNOUNCE_AFTER);
  }

  close() {
    this.asked = null;
    this.panel.hidden = true;
    this.say("");
  }

  /** Where arrows stop, from the box down. */
  stops() {
    return [this.input, ...this.panel.querySelectorAll("li a"), this.all];
  }

  /** Arrows go down into the hits and back, Escape closes. */
  move(event) {
    if (event.key === "Escape" && !this.panel.hidden) {
      this.input.focus();
      this.close();
      event.preventDefault();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || this.panel.hidden) return;
    const stops = this.stops();
    const at = stops.indexOf(document.activeElement);
    stops[Math.min(stops.length - 1, Math.max(0, at + step))].focus();
    event.preventDefault();
  }
}

export function attach(form) {
  return new Panel(form);
}
