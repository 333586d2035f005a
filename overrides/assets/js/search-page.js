// The search page: what stands in its address is what it shows.
import { element, entry, excerpt, fill, openIndex } from "./search-shown.js";

const SHOWN = 20;
const KINDS = 8;
const WAIT = 1000; // ms: what takes longer is said to be on its way
const ANNOUNCE_AFTER = 600; // ms: a screen reader should hear where typing ended, not every letter
const FINE = matchMedia("(pointer: fine)");
const number = new Intl.NumberFormat(document.documentElement.lang);

class SearchPage {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.form = this.part("form");
    this.input = this.form.elements.q;
    this.list = this.part("results");
    this.index = openIndex(this.form);
    this.title = document.title;
    this.form.addEventListener("submit", (event) => this.open(event));
    this.input.addEventListener("input", () => { this.kind = ""; this.changed(); });
    this.part("kinds").addEventListener("change", ({ target }) => { this.kind = target.value; this.changed(); });
    this.part("more").addEventListener("click", () => this.more());
    this.part("again").addEventListener("click", () => this.again());
    addEventListener("online", () => { if (!this.part("failed").hidden) this.retry(); });
    addEventListener("popstate", () => this.restore());
    this.part("enter").hidden = !FINE.matches;
    // Whoever typed before the script came keeps it.
    if (this.input.value && !location.search) this.changed();
    else this.restore();
    this.input.focus({ preventScroll: true });
  }

  part(name) {
    return this.root.querySelector(`[data-search-${name}]`);
  }

  restore() {
    const state = new URLSearchParams(location.search);
    this.input.value = state.get("q") ?? "";
    this.kind = state.get("kind") ?? "";
    this.search();
    this.carryOver();
  }

  /** The address is the state: a search can be sent in a mail. */
  changed() {
    const state = new URLSearchParams();
    if (this.input.value.trim()) state.set("q", this.input.value.trim());
    if (this.kind) state.set("kind", this.kind);
    history.replaceState(history.state, "", state.size ? `?${state}` : location.pathname);
    this.carryOver();
    this.search();
  }

  /** The other language is asked the same. */
  carryOver() {
    document.querySelector(".twin").search = location.search;
  }

  async search() {
    const query = this.input.value.trim();
    const turn = this.turn = (this.turn ?? 0) + 1;
    document.title = query ? `${query} – ${this.title}` : this.title;
    const waiting = setTimeout(() => { if (turn === this.turn) this.wait(); }, WAIT);
    this.done = this.find(query, turn).catch(() => { if (turn === this.turn) this.fail(() => this.search()); });
    await this.done;
    clearTimeout(waiting);
    if (turn === this.turn) this.part("waiting").hidden = true;
  }

  wait() {
    this.part("waiting").hidden = false;
    this.announce(this.part("waiting").textContent);
  }

  async find(query, turn) {
    const index = await this.index();
    if (!query) return this.clear();
    const found = await index.find(query);
    const kinds = index.count(found.hits);
    const chosen = kinds.some((kind) => kind.id === this.kind) ? this.kind : "";
    const hits = chosen ? found.hits.filter(({ unit }) => index.kindOf(unit).id === chosen) : found.hits;
    const first = await this.entries(index, found, hits.slice(0, SHOWN));
    if (turn !== this.turn) return undefined;
    this.part("failed").hidden = true;
    this.state = { index, found, hits };
    this.list.replaceChildren(...first);
    this.showKinds(kinds, chosen, found.hits.length);
    this.showUnderstood(index, found);
    this.part("more").hidden = hits.length <= SHOWN;
    this.part("found").hidden = hits.length === 0;
    this.part("none").hidden = hits.length > 0;
    const count = hits.length === 1 ? this.words.one : fill(this.words.many, { n: number.format(hits.length) });
    this.part("count").textContent = count;
    if (!hits.length) return this.showNone(index, query, turn);
    return this.announce(`${count}. ${this.list.querySelector("a").textContent}`);
  }

  async entries(index, found, hits) {
    const described = await index.describe(hits);
    return described.map((hit) => entry(this.form, hit, excerpt(hit, index, found.slots) ?? []));
  }

  clear() {
    this.state = null;
    this.list.replaceChildren();
    this.part("found").hidden = this.part("none").hidden = this.part("failed").hidden = true;
    this.announce("");
  }

  /** Says that something did not come. What it was is tried again when the reader asks, and when the network is back. */
  fail(retry) {
    if (retry !== this.more) this.clear();
    this.retry = retry;
    this.part("failed").hidden = false;
    this.announce(this.part("failed").querySelector("p").textContent);
  }

  /** The button is gone when it has worked: the focus goes where it was. */
  async again() {
    await this.retry();
    if (this.part("failed").hidden && !this.list.contains(document.activeElement)) this.input.focus();
  }

  showKinds(kinds, chosen, all) {
    const most = [...kinds].sort((a, b) => b.hits - a.hits).slice(0, KINDS);
    const shown = kinds.filter((kind) => most.includes(kind) || kind.id === chosen);
    const field = this.part("kinds");
    const focused = field.contains(document.activeElement);
    const choices = [{ id: "", name: this.words.everything, hits: all }, ...shown].map(({ id, name, hits }) => {
      const box = element("input", { type: "radio", name: "kind", value: id, checked: id === chosen });
      return element("label", { className: "kind" }, box, element("span", {}, `${name} `, element("span", { className: "count" }, number.format(hits))));
    });
    field.replaceChildren(field.querySelector("legend"), ...choices);
    field.hidden = kinds.length < 2;
    if (focused) field.querySelector(":checked").focus();
  }

  /** When a word was not found as it was typed, say what the hits are for. */
  showUnderstood(index, { slots, missed }) {
    const said = [
      ...slots.filter((slot) => slot.guessed).map((slot) => fill(this.words.guessed, { word: slot.word, near: slot.near })),
      ...missed.map((word) => fill(this.words.missed, { word })),
    ];
    this.part("understood").textContent = said.join(" ");
    this.part("understood").hidden = said.length === 0;
  }

  async showNone(index, query, turn) {
    const none = this.part("none");
    none.querySelector(".hits").textContent = fill(this.words.none, { query });
    const near = await index.near(query);
    if (turn !== this.turn) return;
    const links = near.flatMap((word) => [element("a", { href: `?${new URLSearchParams({ q: word })}` }, word), ", "]).slice(0, -1);
    this.part("near").querySelector("span").replaceChildren(...links);
    this.part("near").hidden = near.length === 0;
    this.announce(none.innerText.trim());
  }

  async more() {
    const { index, found, hits } = this.state;
    const shown = this.list.children.length;
    const next = await this.entries(index, found, hits.slice(shown, shown + SHOWN)).catch(() => null);
    if (!next) return this.fail(this.more);
    this.part("failed").hidden = true;
    this.list.append(...next);
    this.part("more").hidden = hits.length <= this.list.children.length;
    return next[0].querySelector("a").focus();
  }

  /** Enter opens the best hit; on a touch screen, where the key mostly closes the keyboard, it only goes there. */
  async open(event) {
    event.preventDefault();
    await this.done;
    if (!this.part("failed").hidden) return this.again();
    const best = this.list.querySelector("a");
    if (!best || this.part("found").hidden) return undefined;
    return FINE.matches ? best.click() : best.focus();
  }

  announce(text) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.root.querySelector("[role='status']").textContent = text; }, ANNOUNCE_AFTER);
  }
}

new SearchPage(document.querySelector("[data-search]"));
