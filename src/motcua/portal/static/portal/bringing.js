// What is brought to a dossier that is under way: kept on the phone as it is typed and photographed, sent
// by the outbox, and open again here when something of it was refused.
import { able, changed, house, items, keep, rows } from "./keeping.js";
import { deliver } from "./outbox.js";
import { intoInputs, keepFile } from "./files.js";
import { show, takeIn } from "./chosen.js";
import { refused } from "./refused.js";

const SOON = 400, form = document.querySelector("form[data-brings]"), said = form?.querySelector("[data-kept]");
const fields = () => [...new FormData(form)].filter(([name, value]) =>
  typeof value === "string" && !["csrfmiddlewaretoken", "key", "remove"].includes(name));
let item, soon, other = false, busy = Promise.resolve(), taking = busy;

function tell(state) {
  said.hidden = false;
  said.dataset.state = state;
  said.querySelector("span").textContent = said.dataset[state];
}

// One writing after the other. What was on its way already is another sending once it is changed.
const write = (more = {}) => (busy = busy.catch(() => {}).then(async () => {
  const key = item.tries && other ? { key: crypto.randomUUID(), tries: 0 } : {};
  await keep(item = { ...item, state: "draft", ...key, at: Date.now(), fields: fields(), stale: true, ...more });
  tell("here");
}));
const writing = (more) => write(more).catch(() => tell("unkept"));

function touched({ target, type }) {
  other = true;
  if (target.type === "file") return type === "change" && target.files.length && choose(target);
  clearTimeout(soon);
  soon = setTimeout(writing, SOON);
}

// One after the other, and what is chosen meanwhile is not taken for what was chosen first.
const choose = (input, files = [...input.files]) => (taking = Promise.all([taking, writing()]).then(() => takeIn(input, item.id, undefined, files)).catch(() => {}));

const inWords = () => import("./said.js").then(({ said }) => said(form), () => undefined);

async function send(event) {
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "1";
  clearTimeout(soon);
  // What would be typed now is in no sending.
  still(true);
  await taking;
  try {
    for (const input of form.querySelectorAll("input[type=file]")) for (const file of input.files) await keepFile(item.id, input.name, file);
    await write({ state: "waiting", wants: "bring", why: [], said: await inWords(), remove: new FormData(form).getAll("remove") });
  } catch {
    // What the phone cannot hold goes the way it always went.
    still(false);
    await intoInputs(form, item.id).catch(() => {});
    form.removeEventListener("submit", send);
    return form.requestSubmit(event.submitter);
  }
  sending(event.submitter);
  location.assign(await deliver(item).catch(() => house.box));
}
const still = (on) => { for (const one of form.querySelectorAll(".field")) one.inert = on; };

function sending(button) {
  const say = (percent) => { button.textContent = `${said.dataset.sending} ${percent ?? "…"}${percent === undefined ? "" : " %"}`; };
  button.setAttribute("aria-busy", "true");
  say();
  changed.addEventListener("message", ({ detail }) => detail?.id === item.id && say(detail.percent));
}

function fill(kept) {
  const given = new Map(kept);
  for (const control of form.elements) {
    if (!control.name || /file|submit|button|hidden/.test(control.type) || control.name === "remove") continue;
    if (/radio|checkbox/.test(control.type)) control.checked = given.get(control.name) === control.value;
    else if (given.has(control.name)) control.value = given.get(control.name);
  }
}

async function restore() {
  const { brings: dossier, title, path: to } = form.dataset, all = await items();
  // A paper that came too late for what was asked may be added all the same.
  const late = all.find((one) => one.dossier === dossier && one.what === "refused"), same = all.find((one) => one.to === to);
  const found = same ?? (late && { ...late, to, title });
  item = found ?? { id: form.elements.key.value, key: form.elements.key.value, to, dossier, title, lang: document.documentElement.lang, state: "draft" };
  if (!found) return;
  fill(found.fields ?? []);
  refused(form, document.querySelector("template[data-wrong]"), found.why ?? []);
  if ((await rows("files")).some((one) => one.item === item.id)) await show(form, item.id);
  // While somebody changes it, it is not sent.
  await write();
}

if (form && able && await restore().then(() => true, () => false)) {
  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  form.addEventListener("submit", send);
  form.dataset.ready = "1";
}
