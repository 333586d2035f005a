// Finds things in the index of the site: loads the start file once, and of the rest only what the words ask for.
const WORD = /[a-z\u00df-\u024f\u0370-\u1fff\u3040-\ud7ff]+|[0-9]+(?:-[0-9]+)*/g;
const LETTERS = { ø: "o", æ: "ae", đ: "d", ŧ: "t", ŋ: "n", ß: "ss", ł: "l" };
const SHORTEST_STEM = 3;
const SHORTEST_ROOT = 5;
const MANY = 12; // more words than this begin alike: the shortest are enough
const FOREIGN = 0.9; // how sure a word of the other language is
const BEGUN = 0.45; // a word that the reader may not have finished
const CHANGES = 2; // of spelling between the two written forms of a language
const LONG = 8;
const DERIVED = 3; // letters that make another word of one, as in Iceland and Icelandic
const NEIGHBOUR = 0.6; // a long word that is spelt almost so is most often the same, as in the other Norwegian
const ALIKE = [1, 0.75, 0.55]; // by letters that differ
const NAMED = 4; // how much it counts that a thing is called what the reader asks for
const COVERED = 0.3; // a hit has at least this much, by rarity, of the words that the best one has
const LIKE = 0.25; // words that share less are not worth offering
const NEAR = 6;
const FULL = 255;
const ALL = 100;

/** As fold() in macros/search/grammar.py: the two cut alike. */
export function fold(text) {
  return text.toLowerCase().replaceAll("\u00ad", "").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
    .replace(/[øæđŧŋßł]/g, (letter) => LETTERS[letter]).replace(/['’]s(?![\p{L}\p{N}_])/gu, "");
}

export function words(text) {
  return fold(text).match(WORD) ?? [];
}

function cut(word, endings, shortest) {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortest);
  return ending ? word.slice(0, -ending.length) : word;
}

export function stem(word, grammar) {
  if (word.length <= SHORTEST_STEM || /^[0-9]/.test(word) || grammar.kept.some((end) => word.endsWith(end))) return word;
  let found = cut(cut(word, grammar.inflections, SHORTEST_STEM), grammar.derivations, SHORTEST_ROOT);
  for (const letter of grammar.last) found = cut(found, [letter], SHORTEST_STEM);
  return found.length > SHORTEST_STEM && found.at(-1) === found.at(-2) ? found.slice(0, -1) : found;
}

/** How many letters must be added, left out, changed or swapped; more than `most` is just "too many". */
function distance(a, b, most) {
  let [before, last] = [[], [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** The word with one of the places where `from` stands changed to `to`, for each such place. */
function replacements(word, from, to) {
  const found = [];
  for (let at = word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1)) {
    found.push(word.slice(0, at) + to + word.slice(at + from.length));
  }
  return found;
}

/** Which letters a word has, a bit each: most words are told apart by that alone. */
function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function different(a, b) {
  let number = 0;
  for (let bits = a ^ b; bits; bits &= bits - 1) number += 1;
  return number;
}

/** The pairs of letters of a word, with its beginning and end. */
function pairs(word) {
  const whole = ` ${word} `;
  return new Set([...whole].slice(1).map((_, at) => whole.slice(at, at + 2)));
}

/** How much two words have in common: 0 to 1. */
function common(a, b) {
  let both = 0;
  for (const pair of a) if (b.has(pair)) both += 1;
  return 2 * both / (a.size + b.size);
}

/** Makes what is asked for once. What failed is not kept: the network may be back when somebody asks again. */
export function once(make) {
  let made = null;
  return () => (made ??= make().catch((error) => { made = null; throw error; }));
}

export class Index {
  /** `load` fetches one file of the index by name, and gives what it holds. */
  static async open(load) {
    return new Index(await load("start"), load);
  }

  constructor(start, load) {
    Object.assign(this, start);
    const files = new Map();
    this.load = (name) => {
      if (!files.has(name)) files.set(name, once(() => load(name, this.version)));
      return files.get(name)();
    };
    this.firsts = [];
    this.terms = [];
    for (const shard of start.words) {
      this.firsts.push(this.terms.length);
      this.terms.push(...shard.split(" "));
    }
    this.kindNumbers = new Uint8Array(start.units);
    start.kinds.forEach((kind, number) => this.kindNumbers.fill(number, kind.from));
    this.numbers = new Map(this.terms.map((term, number) => [term, number]));
    const [own, other] = start.grammars.map((grammar) => ({ ...grammar, stop: new Set(grammar.stop) }));
    Object.assign(this, { own, other });
  }

  kindOf(unit) {
    return this.kinds[this.kindNumbers[unit]];
  }

  /** The hits for what a reader typed, best first, and how they were understood. */
  async find(query) {
    const slots = this.understand(query);
    const found = slots.filter((slot) => slot.size);
    await Promise.all(found.map((slot) => this.read(slot)));
    if (found.some((slot) => slot.guessed)) {
      const written = await this.load("spelling");
      for (const slot of found) slot.near = [...slot.keys()].map((number) => written[number] || this.terms[number]).slice(0, 3).join(", ");
    }
    return { slots, hits: this.rank(found), missed: slots.filter((slot) => !slot.size).map((slot) => slot.word) };
  }

  /** What each word may stand for: a slot maps the numbers of stems to how sure we are. */
  understand(query) {
    const typed = words(query);
    const meant = typed.filter((word) => !this.own.stop.has(word) && !this.other.stop.has(word));
    const asked = meant.length ? meant : typed;
    const open = /[\p{L}\p{N}]$/u.test(query) ? asked.at(-1) : null;
    return [...new Set(asked)].flatMap((word) => this.slots(word, word === open));
  }

  slots(word, open) {
    const slot = new Map();
    slot.word = word;
    const add = (term, sure) => {
      const number = this.numbers.get(term);
      if (number !== undefined) slot.set(number, Math.max(slot.get(number) ?? 0, sure));
    };
    add(stem(word, this.other), FOREIGN);
    add(stem(word, this.own), 1);
    if (/^[0-9]/.test(word)) return [slot];
    const exact = slot.size > 0;
    for (let end = word.length - 1; end >= Math.max(SHORTEST_ROOT, word.length - DERIVED); end -= 1) add(word.slice(0, end), BEGUN);
    if (exact && word.length >= LONG) {
      for (const [term] of this.alike(word, 1)) add(term, NEIGHBOUR);
      for (const term of this.respelt(word)) add(term, NEIGHBOUR);
    }
    if (word.length > 2 && (open || !exact)) for (const term of this.beginning(word)) add(term, exact ? BEGUN / 2 : BEGUN);
    if (slot.size) return [slot];
    for (const one of this.respelt(word)) add(one, FOREIGN);
    if (slot.size) return [slot];
    const parts = this.split(word);
    if (parts) return parts.flatMap((part) => this.slots(part, false));
    for (const [term, apart] of this.alike(word)) add(term, ALIKE[apart]);
    if (!slot.size) for (const term of this.within(word)) add(term, BEGUN);
    slot.guessed = slot.size > 0;
    return [slot];
  }

  /** Stems that begin so, the shortest first. */
  beginning(start) {
    let [low, high] = [0, this.terms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.terms[middle] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (; this.terms[low]?.startsWith(start); low += 1) found.push(this.terms[low]);
    return found.sort((a, b) => a.length - b.length).slice(0, MANY);
  }

  /** Stems of the word as it is spelt in the other written form of the language, with as few changes as will do. */
  respelt(word) {
    let forms = [word];
    for (let changes = 0; changes < CHANGES; changes += 1) {
      forms = forms.flatMap((form) => this.own.respellings.flatMap(([from, to]) => replacements(form, from, to)));
      const found = forms.map((form) => stem(form, this.own)).filter((term) => this.numbers.has(term));
      if (found.length) return found;
    }
    return [];
  }

  /** Two words that we know and that the reader, or the language, wrote as one. */
  split(word) {
    const least = this.own.joints.length ? SHORTEST_STEM : SHORTEST_ROOT - 1; // where compounds are written apart, a run-together word is a slip
    const known = (part) => part.length >= least && (this.numbers.has(part) || this.numbers.has(stem(part, this.own)));
    const found = [];
    for (let at = SHORTEST_STEM; at <= word.length - SHORTEST_STEM; at += 1) {
      const tail = word.slice(at);
      if (!known(tail)) continue;
      for (const joint of ["", ...this.own.joints]) {
        const head = word.slice(0, at - joint.length);
        if (word.slice(0, at).endsWith(joint) && known(head)) found.push([Math.min(head.length, tail.length) - joint.length / 2, head, tail]);
      }
    }
    return found.sort((a, b) => b[0] - a[0])[0]?.slice(1);
  }

  /** The longest words we know at the beginning and at the end of one that we do not. */
  within(word) {
    const found = [];
    const least = Math.max(SHORTEST_ROOT, word.length / 2);
    for (let length = word.length - 1; length >= least && !found.length; length -= 1) {
      for (const part of [word.slice(0, length), word.slice(-length)]) {
        found.push(...[part, stem(part, this.own)].filter((term) => this.numbers.has(term)));
      }
    }
    return found;
  }

  /** Stems that are spelt almost so, with how many letters differ: those with the fewest. */
  alike(word, most = word.length < 5 ? 0 : word.length < 7 ? 1 : 2) {
    const forms = [...new Set([stem(word, this.own), stem(word, this.other), word])];
    let found = [];
    let best = most;
    this.letters ??= this.terms.map(letters);
    const have = forms.map(letters);
    for (const [number, term] of this.terms.entries()) {
      for (const [which, form] of forms.entries()) {
        if (Math.abs(term.length - form.length) > best || term.length < SHORTEST_STEM) continue;
        if (different(this.letters[number], have[which]) > 2 * best) continue;
        const apart = distance(form, term, best);
        if (apart === 0 || apart > best) continue;
        if (apart < best) found = [];
        best = apart;
        found.push([term, apart]);
      }
    }
    const same = found.filter(([term]) => term[0] === word[0]);
    return (same.length ? same : found).slice(0, MANY);
  }

  /** Fetch the files that hold the words of a slot, and note where each word stands. */
  async read(slot) {
    slot.places = await Promise.all([...slot].map(async ([number, sure]) => {
      const shard = this.firsts.findLastIndex((first) => first <= number);
      const entries = (await this.load(`words-${shard}`))[number - this.firsts[shard]];
      return { entries, sure };
    }));
    const units = slot.places.reduce((sum, { entries, sure }) => sum + (sure > BEGUN ? 1 : 0.5) * entries.length / 3, 0);
    slot.rarity = Math.log(1 + this.units / Math.max(1, units)) * (slot.guessed ? Math.max(...slot.values()) : 1);
  }

  rank(slots) {
    const whole = slots.reduce((sum, slot) => sum + slot.rarity, 0);
    const sums = new Map();
    for (const slot of slots) {
      const best = new Map();
      for (const { entries, sure } of slot.places) {
        for (let at = 0, unit = 0; at < entries.length; at += 3) {
          unit += entries[at];
          const [weight, share] = [sure * entries[at + 1] / FULL, sure * entries[at + 2] / ALL];
          const known = best.get(unit);
          if (!known) best.set(unit, [weight, share]);
          else [known[0], known[1]] = [Math.max(known[0], weight), Math.max(known[1], share)];
        }
      }
      for (const [unit, [weight, share]] of best) {
        const sum = sums.get(unit) ?? { weight: 0, covered: 0, share: 0, named: 0 };
        sum.weight += slot.rarity * weight;
        sum.covered += slot.rarity;
        sum.share += share;
        if (share) sum.named += slot.rarity;
        sums.set(unit, sum);
      }
    }
    const most = Math.max(0, ...[...sums.values()].map((sum) => sum.covered));
    const hits = [];
    for (const [unit, { weight, covered, share, named }] of sums) {
      if (covered < COVERED * most) continue;
      const called = Math.min(1, share) * (named / whole);
      hits.push({ unit, score: weight * (covered / whole) ** 1.5 * (1 + NAMED * called) });
    }
    return hits.sort((a, b) => b.score - a.score || a.unit - b.unit);
  }

  /** How many hits there are of each kind. */
  count(hits) {
    const numbers = new Map();
    for (const { unit } of hits) {
      const kind = this.kindOf(unit);
      numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
    }
    return this.kinds.filter((kind) => numbers.has(kind)).map((kind) => ({ ...kind, hits: numbers.get(kind) }));
  }

  /** Words that share most with those that were not found, as they are written. */
  async near(query) {
    const written = await this.load("spelling");
    const asked = words(query).filter((word) => word.length > 1).map(pairs);
    const likeness = (term) => Math.max(0, ...asked.map((pair) => common(pair, pairs(term))));
    return this.terms.map((term, number) => ({ word: written[number], like: likeness(term) }))
      .filter(({ word, like }) => word && like > LIKE).sort((a, b) => b.like - a.like).slice(0, NEAR).map(({ word }) => word);
  }

  /** What a result shows, for some hits. */
  async describe(hits) {
    return Promise.all(hits.map(async ({ unit, score }) => {
      const chunk = await this.load(`texts-${Math.floor(unit / this.texts)}`);
      const [address, title, kind, lines, lang] = chunk[unit % this.texts];
      return { unit, score, address, title, kind, lines, lang };
    }));
  }
}
