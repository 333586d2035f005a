// Light, dark or the system's colours. A plain script in the head: a stored choice must be in place before the first paint.
"use strict";
{
  const KEY = "scheme";
  const root = document.documentElement;

  /** Reading storage throws where the reader blocks it; the choice then lasts for the page only. */
  const stored = () => {
    try { return localStorage.getItem(KEY) ?? "system"; } catch { return "system"; }
  };

  const store = (scheme) => {
    try { localStorage.setItem(KEY, scheme); } catch { /* not remembered */ }
  };

  const colourBrowserBar = () => {
    document.querySelector("meta[name='theme-color']").content = getComputedStyle(root).backgroundColor;
  };

  const apply = (scheme) => {
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
    colourBrowserBar();
  };

  const offerChoice = () => {
    const control = document.querySelector("[data-scheme-control]");
    const select = control.querySelector("select");
    select.value = root.dataset.scheme ?? "system";
    select.addEventListener("change", () => { store(select.value); apply(select.value); });
    control.hidden = false;
  };

  apply(stored());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colourBrowserBar);
  document.addEventListener("DOMContentLoaded", offerChoice);
}
