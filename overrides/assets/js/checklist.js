// The checklist for a reader's own country: counts, shows what is missing, makes files.
import { grow, keepWithReader } from "./form.js";
import { makeOdt } from "./odt.js";

const MISSING = ["partly", "not-met"];
const OPEN = ["", "not-known"];

const form = document.querySelector("[data-checklist]");
const one = (selector, root = form) => root.querySelector(selector);
const words = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
const country = one("#country");
const count = one("[data-count]");

const items = [...form.querySelectorAll("[data-requirement]")].map((element) => ({
  element,
  id: element.id,
  group: element.closest("[data-group]"),
  choices: [...element.querySelectorAll("input")],
  note: one("textarea", element),
}));
const status = (item) => item.choices.find((choice) => choice.checked)?.value ?? "";
const shown = {
  all: () => true,
  missing: (item) => MISSING.includes(status(item)),
  open: (item) => OPEN.includes(status(item)),
};

// What the reader answered, and back into the form

function answers() {
  const given = items.filter((item) => status(item) || item.note.value);
  return { country: country.value, items: Object.fromEntries(given.map((item) => [item.id, [status(item), item.note.value]])) };
}

function fill(kept) {
  country.value = kept.country ?? "";
  for (const item of items) {
    const [value = "", note = ""] = kept.items?.[item.id] ?? [];
    for (const choice of item.choices) choice.checked = choice.value === value;
    item.note.value = note;
  }
  show();
}

// Counting and filtering

function tell() {
  const numbers = Object.fromEntries(Object.entries(shown).map(([name, test]) => [name, items.filter(test).length]));
  numbers.answered = items.filter(status).length;
  count.textContent = count.dataset.count.replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
  for (const element of form.querySelectorAll("[data-number]")) element.textContent = numbers[element.dataset.number];
  one("[data-country]").textContent = country.value;
  const chosen = one("[name=show]:checked");
  const filter = chosen.value === "all" ? "" : ` ${words(chosen.closest("fieldset").firstElementChild)}: ${words(chosen.nextElementSibling)}.`;
  one("[data-printed]").textContent = numbers.answered ? count.textContent + filter : "";
  for (const item of items) write(item);
}

/** On paper a note is text that runs over pages: a field would print on what follows. */
function write({ element, note }) {
  const { length } = note.value;
  grow(note, 30);
  one("[data-written]", element).textContent = note.value;
  element.classList.toggle("has-note", length > 0);
  element.classList.toggle("is-long", length > 400);
}

/** Hides what the filter leaves out. An answer alone hides nothing: its question would go from under the reader. */
function show() {
  const test = shown[one("[name=show]:checked").value];
  for (const item of items) item.element.hidden = !test(item);
  const groups = new Set(items.map((item) => item.group));
  for (const group of groups) group.hidden = items.every((item) => item.group !== group || item.element.hidden);
  one("[data-none]").hidden = [...groups].some((group) => !group.hidden);
  tell();
}

// Files

/** Every requirement as [label, text] pairs; the labels are those of the page. */
function rows() {
  return items.map(({ element, group, choices, note }) => {
    const [standard, norway] = [...element.querySelectorAll("dt")].map(words); // the first two of the list
    const places = [...element.querySelectorAll("[data-standards] > li")].map(words).join("; ");
    const status = `${words(one("[data-norway] .status", element).lastChild)}. ${words(one("[data-why]", element))}`;
    const chosen = choices.find((choice) => choice.checked);
    return {
      group: words(one("h3", group)),
      title: words(one("h4", element)),
      asks: words(one("[data-asks]", element)),
      lines: [
        [standard, places],
        [norway, status],
        [words(one("legend", element).firstChild), chosen ? words(chosen.parentElement) : ""],
        [words(one(".remark span", element)), note.value],
      ],
    };
  });
}

/** The day, for machines or in words. */
function today(lang) {
  const now = new Date();
  return lang ? now.toLocaleDateString(lang === "nb" ? "nb-NO" : "en-GB", { dateStyle: "long" })
    : [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Excel opens tabs in UTF-16 as columns in every country. It runs a text that starts with = + - or @. */
function csv() {
  const cell = (text) => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;
  const body = rows().map((row) => [country.value, today(), row.group, row.title, row.asks, ...row.lines.map(([, text]) => text)]);
  const head = [...form.dataset.columns.split("|"), ...rows()[0].lines.map(([label]) => label)];
  const text = `\ufeff${[head, ...body].map((row) => row.map(cell).join("\t")).join("\r\n")}\r\n`;
  return new Blob([Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))], { type: "text/csv;charset=utf-16le" });
}

function odt() {
  const { lang } = document.documentElement;
  const { file, from, land, date, missing } = form.dataset;
  const lacking = items.filter(shown.missing).map(({ element }) => ({ text: words(one("h4", element)) }));
  const blocks = [
    { level: 1, text: file },
    { text: `${land}: ${country.value}` },
    { text: `${date}: ${today(lang)}` },
    { text: count.textContent },
    { text: from },
    ...(lacking.length ? [{ level: 2, text: missing }, ...lacking] : []),
  ];
  let group = "";
  for (const row of rows()) {
    if (row.group !== group) blocks.push({ level: 2, text: group = row.group });
    blocks.push({ level: 3, text: row.title }, { text: row.asks }, ...row.lines.map(([label, text]) => ({ text: `${label}: ${text}` })));
  }
  return makeOdt(blocks, lang);
}

keepWithReader(form, {
  key: "norwegian-model-checklist",
  answers,
  fill,
  filled: () => Object.keys(answers().items).length > 0,
  changed: (element) => (element.name === "show" ? show() : tell()),
  name: () => [form.dataset.file, country.value].filter(Boolean).join(" "),
  files: { odt, csv },
});
show();
