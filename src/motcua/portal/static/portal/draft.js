// The form that a person fills in: each field is on the phone within half a second of the last key,
// and with the commune a few seconds later when there is a line. Handing in goes by the outbox.
import { able, changed, guest, hasRoom, house, items, keep, owner, pass, rows, SENT, TAIL } from "./keeping.js";
import { deliver, line, share as shared } from "./outbox.js";
import { rare } from "../parts/asking.js";

const SOON = 400, LATER = 3000, PATIENCE = 20000, form = document.querySelector("form[data-draft]");
const said = form?.querySelector("[data-kept]");

// What stands in the form, in its order; a file is kept apart.
const fields = () => [...new FormData(form)].filter(([name, value]) =>
  typeof value === "string" && !["csrfmiddlewaretoken", "id", "was_known", "remove"].includes(name));

// Whether the form has a place for an answer. An earlier form may have asked or offered something else.
const placed = (name, value) => [...form.elements].some((one) => one.name === name
  && (/radio|checkbox|hidden/.test(one.type) ? one.value === value : !one.options || [...one.options].some((choice) => choice.value === value)));

// What has none stays with the draft, and is shown to be read.
function setAside(kept) {
  let any = false;
  for (const [key, value] of kept) {
    const name = key.replace(/^before:/, ""), aside = name === "unknown" ? name : `before:${name}`;
    if (!value || placed(name, value) || placed(aside, value)) continue;
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: aside, value }));
    any = true;
  }
  if (any) import("./earlier.js").then(({ show }) => show(form), () => {});
}

// What somebody typed before these scripts were there, by its name: it is theirs, whatever was kept.
const typedAs = (one) => one.name && !/file|submit|button|hidden/.test(one.type) && (/radio|checkbox/.test(one.type) ? one.checked !== one.defaultChecked
  : one.options ? one.selectedIndex > 0 && !one.selectedOptions[0].defaultSelected : one.value !== one.defaultValue);
const typedFirst = () => new Set([...form.elements].filter(typedAs).map((one) => one.name));

function fill(kept, spared) {
  const given = new Map();
  for (const [name, value] of kept) given.set(name, [...(given.get(name) ?? []), value]);
  setAside(kept);
  for (const control of form.elements) {
    if (!control.name || /file|submit|button|hidden/.test(control.type) || control.name === "remove" || spared.has(control.name)) continue;
    const values = given.get(control.name) ?? given.get(`before:${control.name}`) ?? [];
    if (/radio|checkbox/.test(control.type)) control.checked = values.includes(control.value);
    else if (values.length && placed(control.name, values[0])) control.value = values[0];
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

let item, who, typed = 0, later, soon, busy = Promise.resolve(), taking = busy, copy, turn = 0;
const inHand = new Set();

// `state` is one of the words that the page brings: here, there, unkept, out.
function tell(state, facts = {}) {
  const words = said.dataset[state].replace(/\{(\w+)\}/g, (_all, name) => facts[name] ?? ""), line = said.querySelector("span");
  said.dataset.state = state;
  said.hidden = false;
  // Read out once, not with each key; at once where something is wrong.
  said.setAttribute("role", /unkept|out/.test(state) ? "alert" : "status");
  if (line.textContent !== words) line.textContent = words;
  for (const link of said.querySelectorAll("a")) link.hidden = state !== "out";
}

// One writing after the other, the newest last.
const write = () => (busy = busy.then(async () => {
  const now = typed;
  try {
    // Counted, so that a keeping that comes late does not take the place of this one.
    await keep(item = { ...item, copy: (copy ??= crypto.randomUUID()), turn: ++turn, at: Date.now(), fields: fields(), stale: true });
    said.dataset.kept = now;
    if (now === typed) sessionStorage.removeItem(TAIL);
    tell("here");
  } catch {
    tell("unkept");
  }
}));

function touched(event) {
  if (event.target.type === "file") return event.type === "change" && event.target.files.length && choose(event.target);
  typed += 1;
  sessionStorage.removeItem(SENT);
  // What the vault has not got yet when this page is left in the same moment.
  try {
    sessionStorage.setItem(TAIL, JSON.stringify({ ...item, who, at: Date.now(), fields: fields(), stale: true }));
  } catch { /* A phone that is full has no room for it here either. */ }
  clearTimeout(soon);
  clearTimeout(later);
  soon = setTimeout(write, SOON);
  later = setTimeout(share, LATER);
}

// A file is kept at once, beside the draft that it belongs to; what is typed does not wait for it.
function choose(input) {
  const hand = { input, files: [...input.files] };
  inHand.add(hand);
  taking = Promise.all([taking, write()]).then(() => import("./chosen.js"))
    .then(({ takeIn }) => takeIn(input, item.id, rare(), hand.files)).then(() => inHand.delete(hand), () => {});
}

async function showFiles() {
  const has = (await rows("files")).some((one) => one.item === item.id);
  if (!has && !form.querySelector("[data-of]")) return;
  await rare();
  await (await import("./chosen.js")).show(form, item.id);
}

// With the commune too, as a draft; a line that is not there costs nothing.
async function share() {
  await busy;
  const before = typed;
  const answer = await shared(item).catch(() => null);
  if (!answer || before !== typed || form.dataset.sent) return;
  if (answer.state === "sign_in") return tell("out");
  if (answer.state !== "kept") return;
  // A writing that fails here must not stand before the next: the commune has this one.
  await (busy = busy.then(() => keep(item = { ...item, stale: false, code: answer.code, there: answer.at, until: answer.until })).catch(() => {}));
  tell("there", { code: answer.code });
}

function begin() {
  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  form.addEventListener("submit", handIn);
  // Beside a question: it is said at which one the person stopped.
  form.addEventListener("click", (event) => {
    const asked = event.target.closest("a[data-call]"), button = form.elements.call;
    if (!asked) return;
    event.preventDefault();
    button.value = asked.dataset.call;
    form.requestSubmit(button);
  });
}

async function handIn(event) {
  if (event.submitter?.name === "call") {
    event.preventDefault();
    const [{ call }, said] = await Promise.all([import("./calling.js"), behind("[data-calling]")]);
    return call(form, event.submitter, said, async () => {
      await write();
      await keepChosen();
      await keep(item = { ...item, state: "waiting", wants: "keep", at: Date.now() });
      return item;
    });
  }
  const wants = event.submitter?.name === "keep" ? "keep" : "hand_in";
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "1";
  clearTimeout(soon);
  clearTimeout(later);
  // What would be typed now is in no sending.
  still(true);
  await write();
  await Promise.race([taking, new Promise((go) => setTimeout(go, PATIENCE))]);
  try {
    await keepChosen();
    const words = await import("./said.js").then(({ said }) => said(form), () => undefined);
    await keep(item = { ...item, state: "waiting", wants, said: words, remove: new FormData(form).getAll("remove"), at: Date.now() });
  } catch {
    return asEver(event.submitter);
  }
  sending(event.submitter);
  location.assign(await deliver(item).catch(() => house.box));
}
const still = (on) => { for (const sheet of form.querySelectorAll(".sheet")) sheet.inert = on; };

// What the phone cannot hold goes the way it always went, and what it does hold with it; without a
// line it stays in the form. The seal is the newest one: a form from the phone itself has none.
async function asEver(button) {
  delete form.dataset.sent;
  still(false);
  const there = await line().catch(() => null);
  if (!there) return tell("unkept");
  const { csrfmiddlewaretoken: seal = document.createElement("input") } = form.elements;
  form.prepend(Object.assign(seal, { type: "hidden", name: "csrfmiddlewaretoken", value: there.seal }));
  if (form.querySelector("[data-of]")) await (await import("./files.js")).intoInputs(form, item.id);
  form.removeEventListener("submit", handIn);
  // The vault could not be told that this is on its way: the receipt learns it here.
  sessionStorage.setItem(SENT, item.id);
  form.requestSubmit(button);
}

// Files that could not be kept when they were chosen: now, or not at all.
async function keepChosen() {
  const hands = [...[...form.querySelectorAll("input[type=file]")].map((input) => ({ input, files: [...input.files] })), ...inHand];
  const files = new Map(hands.flatMap(({ input, files }) => files.map((file) => [file, input.name])));
  if (!files.size) return;
  const { keepFile } = await import("./files.js");
  for (const [file, paper] of files) await keepFile(item.id, paper, file);
}

// The pressed button says how far it has come.
function sending(button) {
  const say = (percent = "…") => { button.textContent = `${said.dataset.sending} ${percent}${percent === "…" ? "" : " %"}`; };
  button.setAttribute("aria-busy", "true");
  say();
  changed.addEventListener("message", ({ detail }) => detail?.id === item.id && say(detail.percent));
}

// A draft of this form that is on the phone and newer than what the page shows.
async function restore() {
  who = (await owner()).id;
  // The phone's own copy of the form is drawn again and again: each request has a number of its own.
  if ("shell" in house) form.elements.id.value = crypto.randomUUID();
  const all = await items(), spared = typedFirst(), form_code = form.dataset.draft, tail = tailed();
  if (tail) {
    all.unshift({ ...all.find((one) => one.id === tail.id), ...tail });
    sessionStorage.setItem(`mine:${tail.id}`, "1");
  }
  const asked = new URLSearchParams(location.search).get("item");
  const same = all.find((one) => one.id === form.elements.id.value);
  const chosen = all.find((one) => one.id === asked);
  const other = all.find((one) => one.form === form_code && /draft|needs/.test(one.state));
  item = { id: form.elements.id.value, form: form_code, title: form.dataset.title, lang: document.documentElement.lang, state: "draft" };
  const found = chosen ?? same ?? ("fresh" in form.dataset ? undefined : other);
  if (tail && tail.id !== (found ?? item).id) keep(tail).catch(() => {});
  // Whoever has no account may be another person by now.
  const theirs = found && (found === same || who !== "guest" || sessionStorage.getItem(`mine:${found.id}`));
  if (theirs) {
    item = { ...found, state: "draft", stale: found.stale || found === chosen };
    refusedFiles(found.why ?? []);
    if (found !== same || chosen || (same.stale && !("judged" in form.dataset))) take(item, spared);
    else showFiles().catch(() => {});
  } else if (found) ask(found).catch(() => {});
  else if (who !== "guest" && !("fresh" in form.dataset)) before(form_code).catch(() => {});
  if (spared.size) touched({ target: form });
}

// What was typed before somebody signed in goes with them, if they say that it is theirs.
async function before(code) {
  const me = await owner(), nobody = await guest(), left = nobody && (await items(nobody)).find((one) => one.form === code && one.state !== "sending");
  if (left) await ask(left, () => pass(new Set([left.id]), nobody, me));
}

// Whether it is theirs; meanwhile they may type, and it is kept.
async function ask(other, first = () => {}) {
  const ask = await behind("[data-found]");
  if (!ask) return;
  ask.hidden = false;
  ask.querySelector("time").textContent = new Date(other.at).toLocaleString(document.documentElement.lang);
  ask.querySelector("[data-mine]").onclick = async () => {
    ask.hidden = true;
    await first();
    sessionStorage.setItem(`mine:${other.id}`, "1");
    refusedFiles(other.why ?? []);
    take(other);
  };
  ask.querySelector("[data-not-mine]").onclick = () => { ask.hidden = true; };
}

// Why a file was not taken is known from the sending alone: a file that is not there leaves no trace.
async function refusedFiles(why) {
  const files = why.filter(({ field }) => field?.startsWith("paper:"));
  if (files.length) (await import("./refused.js")).refused(form, await behind("template[data-wrong]"), files);
}

function tailed() {
  const tail = JSON.parse(sessionStorage.getItem(TAIL) ?? "null");
  sessionStorage.removeItem(TAIL);
  return tail?.who === who && tail.form === form.dataset.draft ? tail : null;
}

function take(kept, spared = new Set()) {
  item = { ...kept, state: "draft" };
  form.elements.id.value = kept.id;
  showFiles().catch(() => {});
  fill(kept.fields ?? [], spared);
  tell(kept.stale ? "here" : "there", { code: kept.code });
  if (kept.stale) write().then(share);
}

// Said before the first field: there is no vault here, or little room in it.
async function warn(why) {
  const said = await behind(`[data-room=${why}]`);
  if (said) said.hidden = false;
}

// A part that comes after the page; those that speak of the whole form stand before it.
async function behind(name) {
  await rare();
  const part = document.querySelector(name);
  if (part?.tagName === "DIV") form.before(part);
  return part;
}

if (form && able && await restore().then(() => true, () => false)) {
  sessionStorage.setItem(`mine:${item.id}`, "1");
  begin();
  form.dataset.ready = "1";
  if (!(await hasRoom())) await warn("little");
  else if (!(await navigator.storage?.persisted?.())) {
    // Before the first letter, and when the finger is up again: what it presses does not move away under it.
    for (const kind of ["click", "keyup"]) form.addEventListener(kind, () => warn("passing").catch(() => {}), { once: true });
  }
} else if (form) {
  // A page without TLS, a private window, storage forbidden: in this tab, at least.
  await import("../parts/typed.js");
  tell("unkept");
  await warn("none");
}
