// Keeps what is typed in this tab until the house says that it has it: a reload, the link to another
// language or a line that breaks while sending loses nothing. After an hour, in another tab and for
// another person there is nothing.
const HOUR = 3600000, KEY = "typed:", form = document.querySelector("form[data-typed]");

const kept = () => Object.keys(sessionStorage).filter((key) => key.startsWith(KEY));
const read = (key) => { try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; } };
for (const key of kept()) {
  const one = read(key);
  // A page without a form to fill in is the answer to the one that was sent.
  if (!one || Date.now() - one.at > HOUR || (one.sent && !form)) sessionStorage.removeItem(key);
}
if (form) begin(KEY + form.dataset.typed);

function begin(key) {
  const known = read(key);
  if (known?.who === form.dataset.who && !("judged" in form.dataset)) fill(known.fields);
  else sessionStorage.removeItem(key);
  form.addEventListener("input", () => keep(key, false));
  form.addEventListener("change", () => keep(key, false));
  form.addEventListener("submit", () => keep(key, true));
}

function keep(key, sent) {
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
  // A full or forbidden store takes nothing away from what stands on the page.
  try { sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), who: form.dataset.who, sent, fields })); } catch { return; }
}

function fill(fields) {
  const said = new Map();
  for (const [name, value] of fields) said.set(name, [...(said.get(name) ?? []), value]);
  for (const control of form.elements) {
    if (!control.name || /file|submit|button/.test(control.type) || control.name === "csrfmiddlewaretoken") continue;
    const values = said.get(control.name) ?? [];
    if (/radio|checkbox/.test(control.type)) control.checked = values.includes(control.value);
    else if (values.length) control.value = values[0];
  }
}
