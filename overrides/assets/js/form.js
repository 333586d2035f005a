// A form that stays with its reader: nothing is sent, a draft is kept only while that is asked for, one click erases all.

/** As many lines as a text needs, for browsers that do not see to it themselves. columns: characters on a line. */
export function grow(textarea, columns, least = 2) {
  textarea.rows = Math.max(least, Math.ceil(textarea.value.length / columns), textarea.value.split("\n").length);
}

/**
 * Works the buttons, the box to tick for a draft, and the warning to who leaves without a file.
 * answers(): what was filled in, as plain data; fill(answers): puts it back, and {} empties the form; filled(): whether
 * anything was; changed(element): after each input; name(): of a file; files: {extension: () => Blob}; actions: more buttons.
 */
export function keepWithReader(form, { key, answers, fill, filled, changed, name, files, actions = {} }) {
  const keep = form.querySelector("#keep");
  const undo = form.querySelector("[data-do=undo]");
  let saved = true;
  let erased = null;

  const say = (what, file) => {
    for (const place of form.querySelectorAll("[data-said]")) place.textContent = (place.dataset[what] ?? "").replace("{file}", file);
  };

  function store() {
    if (!keep.checked) return;
    try { localStorage.setItem(key, JSON.stringify(answers())); } catch { keep.checked = false; say("refused"); }
  }

  function drop() {
    keep.checked = false;
    try { localStorage.removeItem(key); } catch { /* nothing could be stored either */ }
  }

  function recall() {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      if (kept) { keep.checked = true; fill(kept); }
    } catch { drop(); }
  }

  function save(extension, blob) {
    saved = true;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${name().replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase()}.${extension}`;
    link.click();
    say("saved", link.download);
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  function forget() {
    erased = null;
    undo.hidden = true;
  }

  const doing = {
    print: () => print(),
    erase: () => {
      erased = answers();
      drop();
      fill({});
      say("erased");
      undo.hidden = false;
    },
    undo: () => {
      fill(erased);
      say();
      form.querySelector("[data-do=erase]").focus();
      forget();
    },
    ...Object.fromEntries(Object.entries(files).map(([extension, make]) => [extension, () => save(extension, make())])),
    ...actions,
  };

  form.addEventListener("input", ({ target }) => {
    if (target === keep) {
      say(keep.checked ? "kept" : "dropped");
      if (!keep.checked) drop();
    } else if (erased) {
      say();
    }
    saved = false;
    forget();
    changed(target);
    store();
  });
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    doing[button?.dataset.do]?.(button);
  });
  // Whoever follows a link to a source should not lose an hour's work without a word.
  addEventListener("beforeunload", (event) => { if (!saved && !keep.checked && filled()) event.preventDefault(); });
  // What was erased must not come back to the next person at the machine.
  addEventListener("pagehide", () => { if (erased) forget(); });

  recall();
}
