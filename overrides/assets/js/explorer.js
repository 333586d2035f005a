// Filters, counts and sorts a list that is already on the page, and keeps the choice in its address.
const ANNOUNCE_AFTER = 400; // ms: a screen reader should hear where typing ended, not every letter
const AT_ONCE = 150; // results that are laid out before a reader asks for all: a longer list answers as fast
const WIDE = matchMedia("(min-width: 64rem)");
const lang = document.documentElement.lang;
const number = new Intl.NumberFormat(lang);
const collator = new Intl.Collator(lang, { numeric: true });

/** Lower case without accents, so that "Genève" is found by "geneve" and "ø" on a foreign keyboard by "o". */
function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ø", "o").replaceAll("æ", "ae");
}

/** Everything that filtering needs to know of one result, read once. */
function readItem(element, facetIds, order) {
  const facets = facetIds.map((id) => new Set(element.getAttribute(`data-facet-${id}`)?.split(" ")));
  return { element, order, facets, title: element.querySelector("a").textContent, text: fold(element.textContent), hidden: false };
}

function readFacet(element) {
  const options = new Map();
  for (const box of element.querySelectorAll("input")) {
    const label = box.closest("label");
    options.set(box.value, { box, label, count: label.querySelector(".count"), text: label.querySelector("span").textContent });
  }
  const title = element.querySelector("summary").firstChild.textContent.trim();
  return { id: element.dataset.facet, title, options, chosen: element.querySelector("summary [data-chosen]") };
}

class Explorer {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("form");
    this.query = this.form.elements.q;
    this.sort = this.form.elements.sort;
    this.filters = root.querySelector(".filters");
    this.list = root.querySelector(".results");
    this.chips = root.querySelector(".chips");
    this.view = root.querySelector("[data-view]");
    this.more = root.querySelector("[data-more]");
    this.failed = root.querySelector("[data-lost]");
    this.ways = ["by", "compare", "with"].map((name) => this.form.elements[name]).filter(Boolean);
    this.facets = [...root.querySelectorAll("[data-facet]")].map(readFacet);
    const ids = this.facets.map((facet) => facet.id);
    this.items = [...this.list.children].map((element, order) => readItem(element, ids, order));
    this.order = this.items;
    this.sortedBy = this.sort?.value;
    this.listen();
    // Whoever chose before the script came keeps it.
    if (this.isTouched() && !location.search) this.changed();
    else this.restore();
  }

  listen() {
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.root.querySelector("[data-reset] button").addEventListener("click", () => this.reset());
    this.chips.addEventListener("click", (event) => this.removeChip(event.target.closest("button")));
    this.more.addEventListener("click", () => this.layAll());
    addEventListener("beforeprint", () => this.layAll());
    addEventListener("popstate", () => this.restore());
    for (const button of this.root.querySelectorAll("[data-save]")) {
      button.addEventListener("click", () => this.attempt(async () => (await import("./views.js")).save(this, button)));
    }
    const copy = this.root.querySelector("[data-copy]");
    copy.addEventListener("click", async () => {
      const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
      copy.textContent = copied ? copy.dataset.copy : copy.dataset.not;
      this.say(copy.textContent);
    });
    addEventListener("online", () => { if (!this.failed.hidden) this.changed(); });
    this.root.querySelector("[data-mail]").addEventListener("click", () => {
      location.href = `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(location.href)}`;
    });
    const unfold = () => { for (const part of this.root.querySelectorAll(".filters, .arrange")) part.open = WIDE.matches; };
    WIDE.addEventListener("change", unfold);
    unfold();
  }

  isTouched() {
    const boxes = [...this.options()].some((option) => option.box.checked);
    return boxes || this.query.value !== "" || [this.sort, ...this.ways].some((select) => select?.selectedIndex > 0);
  }

  changed() {
    this.render();
    this.saveAddress();
    this.announce();
  }

  reset() {
    this.query.value = "";
    for (const option of this.options()) option.box.checked = false;
    this.changed();
    this.query.focus();
  }

  *options() {
    for (const facet of this.facets) yield* facet.options.values();
  }

  /** The address is the state: a filtered list can be sent in a mail. */
  restore() {
    const state = new URLSearchParams(location.search);
    this.query.value = state.get("q") ?? "";
    for (const facet of this.facets) {
      const values = new Set(state.getAll(facet.id));
      for (const [value, { box }] of facet.options) {
        box.checked = values.has(value);
        if (box.checked) this.unfold(box);
      }
    }
    for (const select of [this.sort, ...this.ways].filter(Boolean)) {
      const known = [...select.options].some((option) => option.value === state.get(select.name));
      select.value = known ? state.get(select.name) : select.options[0].value;
      if (known && select.selectedIndex && select.closest(".arrange")) select.closest(".arrange").open = true;
    }
    this.render();
    this.carryOver();
  }

  /** A choice that came with the address must be seen, even in a facet that is folded. */
  unfold(box) {
    for (let part = box.closest("details"); part !== this.filters; part = part.parentElement.closest("details")) part.open = true;
  }

  saveAddress() {
    const state = new URLSearchParams();
    if (this.query.value.trim()) state.set("q", this.query.value.trim());
    for (const facet of this.facets) {
      for (const [value, { box }] of facet.options) if (box.checked) state.append(facet.id, value);
    }
    if (this.sort?.selectedIndex > 0) state.set("sort", this.sort.value);
    for (const { name, value } of this.ways) if (value && (name !== "with" || state.has("compare"))) state.set(name, value);
    history.replaceState(history.state, "", (state.size ? `?${state}` : location.pathname) + location.hash);
    this.carryOver();
  }

  /** The other language shows the same choice: ids are the same in both. */
  carryOver() {
    const twin = document.querySelector(".twin");
    if (twin) twin.search = location.search;
  }

  render() {
    this.failed.hidden = true;
    const chosen = this.facets.map((facet) => [...facet.options].filter(([, option]) => option.box.checked));
    this.filter(chosen.map((options) => options.map(([value]) => value)));
    this.arrange();
    this.lay(AT_ONCE);
    this.showChosen(chosen.map((options) => options.map(([, option]) => option)));
    this.drawn = this.show();
  }

  /** Groups and comparisons are drawn by a module of their own, from the first time that one is asked for. */
  async show() {
    if (!this.views && !this.ways.some(({ name, value }) => value && name !== "with")) return;
    await this.attempt(async () => {
      this.views ??= await import("./views.js");
      this.views.draw(this);
    });
  }

  /** Does what needs the network, and says it when that is gone. */
  async attempt(act) {
    this.failed.hidden = true;
    try {
      await act();
    } catch {
      this.failed.hidden = false;
      this.say(this.failed.textContent);
    }
  }

  /** One pass. An item counts for a value when it passes every facet but the value's own: "what would I get if I chose this too". */
  filter(chosen) {
    const words = fold(this.query.value).split(/\s+/).filter(Boolean);
    const counts = this.facets.map(() => new Map());
    const count = (index, item) => {
      for (const value of item.facets[index]) counts[index].set(value, (counts[index].get(value) ?? 0) + 1);
    };
    const all = this.facets.map((_, index) => index);
    let shown = 0;
    for (const item of this.items) {
      const found = words.every((word) => item.text.includes(word));
      const failed = all.filter((index) => chosen[index].length && !chosen[index].some((value) => item.facets[index].has(value)));
      const passes = found && failed.length === 0;
      item.failed = found ? failed : null;
      if (passes) shown += 1;
      if (found && failed.length < 2) for (const index of failed.length ? failed : all) count(index, item);
      item.hidden = !passes;
    }
    this.showCounts(counts);
    this.showHits(shown);
  }

  showCounts(counts) {
    this.facets.forEach((facet, index) => {
      for (const [value, option] of facet.options) {
        const hits = counts[index].get(value) ?? 0;
        if (option.hits === hits) continue;
        option.hits = hits;
        option.count.textContent = number.format(hits);
        option.label.classList.toggle("is-empty", hits === 0);
      }
    });
  }

  showHits(shown) {
    const hits = this.root.querySelector(".hits");
    hits.querySelector("[data-shown]").textContent = number.format(shown);
    hits.querySelector("[data-of]").hidden = shown === this.items.length;
    this.root.querySelector(".no-hits").hidden = shown > 0;
    this.list.hidden = shown === 0;
  }

  arrange() {
    if (!this.sort || this.sort.value === this.sortedBy) return;
    const { value, selectedIndex, selectedOptions: [option] } = this.sort;
    const way = "descending" in option.dataset ? -1 : 1;
    const keys = this.items.map((item) => item.element.getAttribute(`data-sort-${value}`) ?? item.title);
    const compare = (a, b) => way * collator.compare(keys[a.order], keys[b.order]) || a.order - b.order;
    const sorted = [...this.items].sort(selectedIndex ? compare : (a, b) => a.order - b.order);
    this.list.append(...sorted.map((item) => item.element));
    this.order = sorted;
    this.sortedBy = value;
  }

  /** Shows what passes the filters, the first ones in order. */
  lay(most) {
    let left = most;
    for (const { element, hidden } of this.order) {
      const show = !hidden && left-- > 0;
      if (element.hidden === show) element.hidden = !show;
    }
    this.more.hidden = left >= 0;
  }

  layAll() {
    const before = document.activeElement === this.more.firstElementChild ? this.list.querySelectorAll(":scope > :not([hidden])").length : 0;
    this.lay(Infinity);
    if (before) this.list.querySelectorAll(":scope > :not([hidden])")[before].querySelector("a").focus();
  }

  showChosen(chosen) {
    const all = chosen.flat();
    const some = (n) => (n ? `(${number.format(n)})` : "");
    this.facets.forEach((facet, index) => { facet.chosen.textContent = some(chosen[index].length); });
    if (this.filters) this.filters.querySelector("[data-chosen]").textContent = some(all.length);
    this.chips.replaceChildren(...chosen.flatMap((options, index) => options.map((option) => this.chip(this.facets[index], option))));
    this.chips.hidden = all.length === 0;
    this.root.querySelector("[data-reset]").hidden = all.length === 0 && !this.query.value.trim();
  }

  chip(facet, option) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${facet.title}: ${option.text}`;
    button.setAttribute("aria-label", `${this.chips.dataset.remove}: ${button.textContent}`);
    button.box = option.box;
    const entry = document.createElement("li");
    entry.append(button);
    return entry;
  }

  removeChip(button) {
    if (!button) return;
    const place = [...this.chips.children].indexOf(button.parentElement);
    button.box.checked = false;
    this.changed();
    // The pressed button is gone: stay among the chips, or start over at the top of the form.
    (this.chips.children[place] ?? this.chips.lastElementChild)?.firstElementChild.focus();
    if (!this.chips.children.length) this.query.focus();
  }

  announce() {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      await this.drawn;
      const { hidden } = this.list;
      const shown = this.root.querySelector(hidden ? ".no-hits" : ".hits").innerText.trim();
      if (this.failed.hidden) this.say(this.views?.told(this, shown) ?? shown);
    }, ANNOUNCE_AFTER);
  }


  /** To those who hear the page. */
  say(text) {
    this.root.querySelector("[role='status']").textContent = text;
  }
}

for (const root of document.querySelectorAll("[data-explorer]")) new Explorer(root);
