// Other ways to see and to take away what a filtered list shows. Loaded when a reader asks for one of them.
const number = new Intl.NumberFormat(document.documentElement.lang);
const WHERE = new Set(["year", "document", "body"]); // facets that say in which review: a comparison chooses those itself

function make(tag, content = [], attributes = {}) {
  const element = document.createElement(tag);
  element.append(...[content].flat());
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const facetNamed = (explorer, id) => explorer.facets.findIndex((facet) => facet.id === id);
const count = (n) => make("span", number.format(n), { class: "count" });

/** A result in one line: its title as a link, its marks, where it stands. */
function line(item, kicker = true) {
  const parts = [item.element.querySelector("a").cloneNode(true)];
  const from = item.element.querySelector(".kicker");
  for (const mark of item.element.querySelectorAll(".marks .status")) parts.push(" ", mark.cloneNode(true));
  if (kicker && from) parts.push(" ", make("span", from.textContent, { class: "note" }));
  return make("li", parts);
}

/** What the list shows, in its order. While two reviews are compared: what is compared. */
export function shown(explorer) {
  const pair = compared(explorer);
  const items = pair && new Set(pair.flatMap((one) => one.items));
  return explorer.order.filter((item) => (items ? items.has(item) : !item.hidden));
}

function grouped(explorer, id) {
  const index = facetNamed(explorer, id);
  const items = shown(explorer);
  const sections = [];
  for (const [value, option] of explorer.facets[index].options) {
    const found = items.filter((item) => item.facets[index].has(value));
    if (!found.length) continue;
    const list = make("ul", found.map((item) => line(item)), { class: "link-list" });
    sections.push(make("section", [make("h2", [`${option.text} `, count(found.length)]), list]));
  }
  return sections;
}

/** The two reviews that are compared, the earlier first, each with what passes every other filter. Null: none are. */
function compared(explorer) {
  const { compare, with: other } = explorer.form.elements;
  if (!compare?.value || compare.value === other.value) return null;
  const index = facetNamed(explorer, "document");
  const passes = (item) => item.failed?.every((failed) => WHERE.has(explorer.facets[failed].id));
  return [compare, other]
    .map(({ value, selectedOptions: [option] }) => ({
      name: option.text,
      items: explorer.items.filter((item) => item.facets[index].has(value) && passes(item)),
    }))
    .sort((a, b) => Number(a.name) - Number(b.name));
}

/** Which themes (or threads, or actors) came back, which are new, which were not found again. */
function comparison(explorer, words, by) {
  const pair = compared(explorer);
  if (!pair) return [make("p", words.same, { "data-sum": "" })];
  const index = facetNamed(explorer, by && !WHERE.has(by) ? by : "theme");
  const what = explorer.facets[index].title;
  const values = { what, first: pair[0].name, second: pair[1].name };
  const kinds = { back: [], new: [], gone: [] };
  for (const [value, option] of explorer.facets[index].options) {
    const [before, after] = pair.map(({ items }) => items.filter((item) => item.facets[index].has(value)));
    if (before.length + after.length === 0) continue;
    kinds[!before.length ? "new" : after.length ? "back" : "gone"].push({ option, before, after });
  }
  const cell = (items, year) =>
    make("td", items.length ? make("ul", items.map((item) => line(item, false))) : words.none, { "data-label": year });
  const bodies = Object.entries(kinds).filter(([, rows]) => rows.length).map(([kind, rows]) =>
    make("tbody", [
      make("tr", make("th", [`${filled(words[kind], values)} `, count(rows.length)], { colspan: 3, scope: "rowgroup" })),
      ...rows.map(({ option, before, after }) =>
        make("tr", [make("th", option.text, { scope: "row" }), cell(before, values.first), cell(after, values.second)])),
    ], { "data-kind": kind }));
  const head = [what, values.first, values.second].map((text) => make("th", text, { scope: "col" }));
  const [before, after] = pair.map(({ items }) => number.format(items.length));
  const sum = { ...values, what: what.toLowerCase(), before, after, back: kinds.back.length, new: kinds.new.length, gone: kinds.gone.length };
  return [
    make("p", filled(words.sum, sum), { "data-sum": "" }),
    make("table", [make("caption", filled(words.caption, values)), make("thead", make("tr", head)), ...bodies],
      { class: "stacks compared" }),
    make("p", words.note, { class: "note" }),
  ];
}

/** Draws what the form asks for in the place of the list. */
export function draw(explorer) {
  const { by, compare } = explorer.form.elements;
  const place = explorer.view;
  const other = Boolean(compare?.value || by.value);
  place.replaceChildren(...(compare?.value ? comparison(explorer, place.dataset, by.value) : by.value ? grouped(explorer, by.value) : []));
  place.hidden = !other;
  explorer.root.querySelector(".hits").hidden = Boolean(compare?.value);
  for (const part of [explorer.list, explorer.more]) part.classList.toggle("is-replaced", other);
}

/** What is drawn, in a sentence for those who hear the page; nothing when the list stands as it is. */
export function told(explorer, shown) {
  const place = explorer.view;
  if (!place || place.hidden) return undefined;
  const sum = place.querySelector("[data-sum]");
  if (sum) return sum.innerText.trim();
  const groups = place.children.length;
  const what = explorer.form.elements.by.selectedOptions[0].text;
  return groups ? filled(place.dataset.grouped, { shown, what, n: number.format(groups) }) : undefined;
}

// A record of CSV: quoted parts may hold line breaks, and doubled quotes are two quoted parts side by side.
const RECORD = /(?:"[^"]*"|[^"\r\n])+/g;
const MAKE = {
  json(text, ids) {
    const rows = new Map(JSON.parse(text).map((row) => [row.id, row]));
    return `${JSON.stringify(ids.map((id) => rows.get(id)), null, 1)}\n`;
  },
  csv(text, ids) {
    const [head, ...records] = text.match(RECORD);
    const rows = new Map(records.map((record) => [record.slice(0, record.indexOf(",")), record]));
    return [head, ...ids.map((id) => rows.get(id)), ""].join("\r\n");
  },
};

/** Excel opens tabs in UTF-16 as columns in every country; commas and UTF-8 only in some. */
function forExcel(text) {
  const tabbed = `\ufeff${text.replace(/("(?:[^"]|"")*")|,/g, (_, quoted) => quoted ?? "\t")}`;
  return Uint16Array.from({ length: tabbed.length }, (_, index) => tabbed.charCodeAt(index));
}

/** Hands over the open data of what is shown as a file, and says so. `address` is that of the whole collection. */
export async function save(explorer, button) {
  const { save: address, columns } = button.dataset;
  const [, name, kind] = /([^/]+)\.(\w+)$/.exec(address);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const text = MAKE[kind](await answer.text(), shown(explorer).map((item) => item.element.id));
  const content = columns === undefined ? text : forExcel(text);
  const link = make("a", [], { href: URL.createObjectURL(new Blob([content])), download: `${name}.${kind}` });
  link.click();
  URL.revokeObjectURL(link.href);
  explorer.say(`${button.ariaLabel}: ${link.download}`);
}
