// Light, dark or the system's colours, and that scripts run: what is data-live takes its room, what is data-dead leaves it.
// A plain script in the head: both must be in place before the first paint, so that nothing moves later.
// One that is needed and did not arrive is as one that is switched off.
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
  };

  /** Paper tells the day it was printed, in the line with the address of the page. */
  const sayDay = () => {
    const { dataset } = document.querySelector("main");
    if (!dataset.paperDay) return;
    const day = new Date().toLocaleDateString(root.lang === "nb" ? "nb-NO" : "en-GB", { dateStyle: "long" });
    dataset.onPaper = dataset.onPaper.replace("\n", ` · ${dataset.paperDay.replace("{date}", day)}\n`);
    delete dataset.paperDay;
  };

  const live = (alive) => {
    root.classList.toggle("has-script", alive);
    for (const part of document.querySelectorAll("[data-dead]")) part.hidden = alive;
  };

  live(true);
  addEventListener("error", ({ target }) => { if (target.matches?.("script[data-live]")) live(false); }, true);
  apply(stored());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colourBrowserBar);
  document.addEventListener("DOMContentLoaded", () => {
    live(root.classList.contains("has-script"));
    offerChoice();
  });
  addEventListener("beforeprint", sayDay);
}
