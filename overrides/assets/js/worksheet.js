// A worksheet: reads what was filled in, adds lines, and makes an editable document of it, all in the page.
import { grow, keepWithReader } from "./form.js";
import { makeOdt } from "./odt.js";

const form = document.querySelector("[data-worksheet]");
const questions = [...form.querySelectorAll("[data-question]")];
const words = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
const rowsOf = (question) => question.querySelector("[data-rows]");
const first = new Map(questions.filter(rowsOf).map((question) => [question.id, rowsOf(question).children.length]));

function addRow(question) {
  const rows = rowsOf(question);
  const row = rows.lastElementChild.cloneNode(true);
  const number = rows.children.length + 1;
  for (const box of row.querySelectorAll("textarea")) {
    box.value = "";
    box.name = box.name.replace(/\.\d+/, `.${number}`);
    box.setAttribute("aria-label", box.getAttribute("aria-label").replace(/\d+$/, number));
  }
  rows.append(row);
  return row;
}

// What the reader filled in, and back into the form

const controls = () => [...form.querySelectorAll("[name]")];
const isFilled = (control) => (control.type === "radio" ? control.checked : control.value !== "");
const answers = () => Object.fromEntries(controls().filter(isFilled).map(({ name, value }) => [name, value]));

/** As many lines as the answers need, and at least those of the empty form. */
function setRows(question, names) {
  const numbers = names.filter((name) => name.startsWith(`${question.id}.`)).map((name) => Number(name.split(".")[1]));
  const wanted = Math.max(first.get(question.id), ...numbers);
  const rows = rowsOf(question);
  while (rows.children.length > wanted) rows.lastElementChild.remove();
  while (rows.children.length < wanted) addRow(question);
}

function fill(kept) {
  for (const question of questions.filter(rowsOf)) setRows(question, Object.keys(kept));
  for (const control of controls()) {
    if (control.type === "radio") control.checked = kept[control.name] === control.value;
    else control.value = kept[control.name] ?? "";
    changed(control);
  }
}

function changed(control) {
  if (control.localName === "textarea") grow(control, control.closest("td") ? 16 : 60, Number(control.dataset.least ??= control.rows));
}

// The document

/** A question with its answer, as blocks of a text document. The last lines of a table or list are left out when empty. */
function blocks(question) {
  const title = { level: 2, text: words(question.querySelector("[data-title]")) };
  const help = words(question.querySelector("[data-help]"));
  return [title, ...(help ? [{ text: help, style: "Help" }] : []), ...answer[question.dataset.question](question)];
}

const values = (row) => [...row.querySelectorAll("th, textarea")].map((cell) => cell.value ?? words(cell));
const texts = (question) => [...question.querySelectorAll("textarea")].map((box) => box.value);
const answer = {
  text: (question) => [{ text: texts(question)[0] }],
  quote: (question) => [{ text: texts(question)[0], style: "Quotations" }],
  list: (question) => texts(question).filter(Boolean).map((text, index) => ({ text: `${index + 1}. ${text}` })),
  table: (question) => [{ rows: [...question.querySelectorAll("tr")].map(values).filter((row, index) => index < 2 || row.some(Boolean)) }],
  "yes-no-and-text": (question) => {
    const chosen = words(question.querySelector(":checked")?.parentElement);
    return [{ text: [chosen, ...texts(question)].filter(Boolean).join(". ") }];
  },
};

function odt() {
  const lead = words(document.querySelector(".lead"));
  const head = [{ level: 1, text: form.dataset.file }, { text: lead, style: "Help" }, { text: form.dataset.from, style: "Help" }];
  return makeOdt([...head, ...questions.flatMap(blocks)], document.documentElement.lang);
}

keepWithReader(form, {
  key: `norwegian-model-worksheet-${form.dataset.worksheet}`,
  answers,
  fill,
  filled: () => controls().some(isFilled),
  changed,
  name: () => form.dataset.file,
  files: { odt },
  actions: { add: (button) => addRow(button.closest("[data-question]")).querySelector("textarea").focus() },
});
