// The page that is not there: the words of the address that failed are put into the search.
const inputs = document.querySelectorAll("input[name='q']");
const { base } = document.querySelector("script[data-base]").dataset;
const path = decoded(location.pathname).slice(base.length).replace(/^(nb|en)\//, "").replace(/(index)?\.html$/, "");
for (const input of inputs) input.value = path.split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");

/** The address as it reads; one that is not well formed as it is. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
