// What the search box and the search page share: where the index lies, and how a hit looks.
import { Index, fold, once, stem } from "./search.js";

const WRITTEN = /[\p{L}\p{M}\p{N}\u00ad]+/gu;
const SENTENCE = /(?<=[.!?]["»”]?)\s+(?=["«“(]?\p{Lu})/u;
const WHOLE = /(?:\S+\s+){3,}.*[.!?…:]["»”)]?$/u;
const KEYWORDS = 0.3; // a label or a list of words says less than a sentence
const SEEN = 0.3; // so does what the title says already
const FIRST = 0.7; // what a thing is stands in its first sentence
const UNSURE = 0.3; // words that the reader may be about to type are not marked
const SHORT = 4;
const LONGEST = 240;
const AROUND = 80;

/** Opens the index of the language of a form, whose action is the search page: when it is first asked for. */
export function openIndex(form) {
  const base = new URL("index/", form.action);
  return once(() => Index.open(async (name, version) => {
    const answer = await fetch(new URL(version ? `${name}.json?v=${version}` : `${name}.json`, base));
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return answer.json();
  }));
}

/** Where a hit is, from the search page's address. */
export function addressOf(form, hit) {
  return new URL(`../${hit.address}`, form.action).href;
}

/** The pieces of a text, each with whether it is one of the words that were asked for. */
function pieces(text, index, asked) {
  const found = [];
  let at = 0;
  for (const match of text.matchAll(WRITTEN)) {
    const slots = meant(match[0], index, asked);
    if (!slots.size) continue;
    found.push({ text: text.slice(at, match.index) }, { text: match[0], slots });
    at = match.index + match[0].length;
  }
  found.push({ text: text.slice(at) });
  return found;
}

/** Which of the words asked for a written word is, or holds. */
function meant(written, index, asked) {
  const word = fold(written);
  const own = stem(word, index.own);
  const slots = new Set();
  for (const [term, slot] of asked) {
    if (own === term || word === term || holds(own, term)) slots.add(slot);
  }
  return slots;
}

/** Whether a compound has a word among its parts; short words only at its end, or «best» would be in «bestemme». */
function holds(own, term) {
  return term.length > SHORT ? own.includes(term) : term.length === SHORT && own.endsWith(term);
}

/** The sentence of a hit that says most of what was asked for, in pieces; null when none says any of it. */
export function excerpt(hit, index, slots) {
  const asked = slots.flatMap((slot) => [...slot].filter(([, sure]) => sure > UNSURE).map(([number]) => [index.terms[number], slot]));
  const said = (parts) => new Set(parts.flatMap((part) => [...(part.slots ?? [])]));
  const seen = said(pieces(`${hit.title} ${hit.kind}`, index, asked));
  const first = FIRST * Math.max(0, ...slots.map((slot) => slot.rarity ?? 0));
  let best = null;
  let most = 0;
  for (const [at, sentence] of hit.lines.flatMap((line) => line.split(SENTENCE)).entries()) {
    const parts = pieces(sentence, index, asked);
    const words = [...said(parts)].reduce((sum, slot) => sum + (slot.rarity ?? 0) * (seen.has(slot) ? SEEN : 1), 0);
    const worth = WHOLE.test(sentence) ? words + (at === 0 ? first : 0) : words * KEYWORDS;
    if (worth > most) [best, most] = [parts, worth];
  }
  return best ? shorten(best) : hit.lines[0] ? shorten([{ text: hit.lines[0] }]) : null;
}

/** A long sentence from a little before the first marked word. */
function shorten(parts) {
  const length = parts.reduce((sum, part) => sum + part.text.length, 0);
  if (length <= LONGEST) return parts;
  const kept = [];
  let room = LONGEST;
  const before = parts[0].text;
  if (parts.length > 1 && before.length > AROUND) {
    const start = before.slice(-AROUND).replace(/^\S*\s/u, "");
    parts = [{ text: `… ${start}` }, ...parts.slice(1)];
  }
  for (const part of parts) {
    if (part.text.length <= room || part.slots) kept.push(part);
    else kept.push({ text: `${part.text.slice(0, Math.max(0, room)).replace(/\s\S*$/u, "")} …` });
    room -= part.text.length;
    if (room <= 0) break;
  }
  return kept;
}

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A hit as an entry of a list: one link, the kind of thing, and on the search page the sentence. */
export function entry(form, hit, parts) {
  const title = element("span", hit.lang ? { lang: hit.lang } : {}, hit.title);
  const unseen = element("span", { className: "visually-hidden" }, `, ${hit.kind}`); // one name may stand for several things
  const link = element("a", { href: addressOf(form, hit) }, title, unseen);
  const kind = element("span", { className: "kicker" }, hit.kind);
  if (!parts) return element("li", {}, link, " ", kind);
  const marked = parts.map((part) => (part.slots ? element("mark", {}, part.text) : part.text));
  return element("li", {}, kind, element("h2", {}, link), element("p", {}, ...marked));
}

export function fill(pattern, values) {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), pattern);
}
