// The desk by keyboard: j and k walk the rows, Enter opens, one letter per verb, / searches, ? tells.
// A box that is ticked and a choice take no letters, so the keys go on.
const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]");
const dialog = document.getElementById("keys");
const rows = () => [...document.querySelectorAll("[data-row]")];

function walk(by) {
  const all = rows(), here = all.findIndex((row) => row.classList.contains("here"));
  if (!all.length) return;
  const next = all[Math.max(0, Math.min(all.length - 1, here + by))] ?? all[0];
  all[here]?.classList.remove("here");
  next.classList.add("here");
  (next.querySelector("a") ?? next).focus();
  next.scrollIntoView({ block: "nearest" });
}

// A button is pressed, a box to type in is gone to.
function press(key) {
  const one = [...document.querySelectorAll("[data-key]")].find(
    (it) => it.dataset.key === key && !it.disabled && it.getAttribute("aria-disabled") !== "true" && it.offsetParent,
  );
  one?.focus();
  one?.click();
  return one;
}

function explain() {
  const list = dialog.querySelector(".keys");
  for (const old of list.querySelectorAll("[data-verb]")) old.remove();
  for (const one of document.querySelectorAll("[data-key], [data-also]")) {
    if (one.offsetParent === null) continue;
    const key = document.createElement("kbd"), word = document.createElement("span");
    key.textContent = one.dataset.key ?? one.dataset.also;
    word.textContent = one.labels?.[0]?.firstChild.textContent ?? one.querySelector("span")?.textContent ?? one.textContent;
    key.dataset.verb = word.dataset.verb = "";
    list.append(key, word);
  }
  dialog.showModal();
}

const KEYS = {
  j: () => walk(1),
  k: () => walk(-1),
  "?": explain,
  "/": () => document.getElementById("find")?.focus(),
};

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (dialog?.open) return;
  if (KEYS[event.key] ? (KEYS[event.key](), true) : press(event.key.toLowerCase())) event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys]")) explain();
  const row = event.target.closest("[data-row]");
  if (row && !event.target.closest("a, button, input, label, summary") && !String(getSelection())) row.querySelector("a")?.click();
});

// Where one is stands in sight, also on a telephone, where the line of pages slides.
const nav = document.querySelector(".desk-nav"), here = nav?.querySelector("[aria-current]");
if (here) nav.scrollLeft = here.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
