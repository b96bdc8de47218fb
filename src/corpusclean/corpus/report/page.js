"use strict";
// Filters the rules by words and family, and keeps both in the address, so that a view can be sent to someone.
const words = document.getElementById("words");
const family = document.getElementById("family");
const shown = document.getElementById("shown");
const rules = [...document.querySelectorAll("details.rule")];

function filter() {
  const wanted = words.value.trim().toLowerCase();
  let count = 0;
  for (const rule of rules) {
    const fits = (!family.value || rule.dataset.family === family.value)
      && (!wanted || rule.textContent.toLowerCase().includes(wanted));
    rule.hidden = !fits;
    count += fits;
  }
  shown.value = count === rules.length ? `${count} rules` : `${count} of ${rules.length} rules`;
}

function remember() {
  filter();
  const state = new URLSearchParams();
  if (family.value) state.set("family", family.value);
  if (words.value) state.set("words", words.value);
  history.replaceState(null, "", `#${state.size ? "?" + state : "removed"}`);
}

function recall() {
  if (!location.hash.startsWith("#?")) return;
  const state = new URLSearchParams(location.hash.slice(2));
  family.value = state.get("family") || "";
  words.value = state.get("words") || "";
  filter();
}

words.addEventListener("input", remember);
family.addEventListener("change", remember);
words.form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("hashchange", recall);
recall();

document.getElementById("copy").addEventListener("click", () => {
  const card = document.getElementById("markdown");
  getSelection().selectAllChildren(card);
  if (navigator.clipboard) navigator.clipboard.writeText(card.textContent);
});
