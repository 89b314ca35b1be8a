// What is on its way to the commune: sent again until the commune has answered, by one page at a
// time, and shown with its state. Nothing is called sent before the answer is here.
import { announce, changed, drop, forget, house, items, keep, owner, rows, seal, unseal, write } from "./keeping.js";

// What a person is asked to look at. A word that is not among these (another state of the product said
// it) is shown as refused: with what was typed, and both ways open.
const LOOKS = ["sign_in", "confirm", "repair", "wait", "refused", "late", "reused"];
const known = (what) => (LOOKS.includes(what) ? what : "refused");
const PROBE = 3000, ALIVE = 9000, LONGEST = 60000, PATIENCE = 120000;
const nap = (ms) => new Promise((go) => setTimeout(go, ms));

// How far each item has come, in hundredths; whichever page sends it tells the others.
const underway = new Map();
changed.addEventListener("message", ({ detail }) => detail?.id && underway.set(detail.id, detail.percent));

// Whether there is a line, who stands at the other end of it, and the seal for the next sending. What is
// typed with a help that has not come home yet waits for it (village/bring.js brings both).
export async function line(of = owner()) {
  const { id, help } = await of;
  if (id.startsWith("away:") && !help) throw new Error("away");
  const answer = await fetch(house.line, { cache: "no-store", headers: by(help), signal: AbortSignal.timeout(ALIVE) });
  if (!answer.ok) throw new Error(`line ${answer.status}`);
  return answer.json();
}

const by = (help) => (help ? { "Motcua-Help": help } : {});

// One sending, its files first; what the commune says, or an exception when nobody knows whether it
// arrived.
export async function sent(item, of = owner()) {
  const there = await line(of), arrived = await carried(item, there, of);
  return Array.isArray(arrived) ? post(item, item.wants, there, of, arrived) : arrived;
}
// What was typed, as a draft; its files stay here until somebody sends it.
export const share = async (item) => post(item, "keep", await line(), owner());

async function carried(item, there, of) {
  if (!(await rows("files")).some((one) => one.item === item.id)) return [];
  const { carry } = await import("./pieces.js");
  const tell = (percent) => announce({ id: item.id, percent });
  const draft = async () => (item.to ? { state: "kept", id: item.dossier } : post(item, "keep", there, of));
  const arrived = await carry(item, { seal: there.seal, draft, tell, of });
  // What is wrong with a file is looked at in the form.
  return arrived.state === "refused" ? { where: opens(item), ...arrived } : arrived;
}

// A sending whose line fell silent hears nothing, also when there is a line again; a question that
// is asked beside it does. Then it is given up, and sent again: later each time, as it may be slow.
async function heard(sending, tries = 1) {
  const given = new AbortController(), up = () => given.abort();
  const beside = setInterval(() => line().then(up, () => {}), 5000 * tries), longest = setTimeout(up, PATIENCE);
  try {
    return await sending(given.signal);
  } finally {
    clearInterval(beside);
    clearTimeout(longest);
  }
}

async function post(item, wants, there, of, arrived) {
  const { id, help } = await of, who = help ? there.who : id, body = new FormData();
  if (who !== "guest" && there.who !== who) return { state: "sign_in", where: there.sign_in };
  for (const [name, value] of item.fields ?? []) body.append(name, value);
  body.append("id", item.id);
  if (item.to) body.append("key", item.key);
  if (who !== "guest") body.append("was_known", who);
  body.append(wants, "1");
  if (item.turn) body.append("turn", `${item.copy}:${item.turn}`);
  if (arrived) for (const number of item.remove ?? []) body.append("remove", number);
  for (const [paper, number] of arrived ?? []) body.append(paper.replace("paper:", "arrived:"), number);
  const { status, told } = await heard(async (signal) => {
    const headers = { "X-CSRFToken": there.seal, Accept: "application/json", ...by(help) };
    const answer = await fetch(item.to ?? house.send.replace("CODE", item.form), { method: "POST", body, headers, redirect: "error", signal });
    const ours = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { status: answer.status, told: ours && await answer.json() };
  }, item.tries);
  if (status >= 500) throw new Error(`send ${status}`);
  return told || { state: "refused", why: [{ status }] };
}

// Sends an item now; the address where the person goes on. One page at a time is at one item: whoever
// comes after it looks first what has become of it.
export const deliver = (item, ifAvailable = false) =>
  navigator.locks.request(`motcua:${item.id}`, { ifAvailable }, async (mine) => {
    if (!mine) return house.box;
    const found = (await items()).find((one) => one.id === item.id);
    if (found && /waiting|sending/.test(found.state)) return attempt(found);
    return (found ?? (await receipts()).find((one) => one.id === item.id))?.where ?? house.box;
  });

async function attempt(begun) {
  const tries = (begun.tries ?? 0) + 1, item = { ...begun, state: "sending", tries, last: Date.now(), arrivals: { ...begun.arrivals } };
  await keep(item);
  const again = (wait) => keep({ ...item, state: "waiting", last: Date.now(), next: Date.now() + wait });
  let answer;
  try {
    answer = await sent(item);
  } catch {
    await again(Math.min(LONGEST, 1000 * 2 ** Math.min(tries, 6)));
    return house.box;
  }
  if (answer.state === "received") {
    await received(item.id, { title: item.title, number: answer.number, code: answer.code, where: answer.where });
    return answer.where ?? house.box;
  }
  if (answer.state === "to_come") {
    // A file that the commune has let go of: it is sent again, and the rest of it is not.
    for (const [id, one] of Object.entries(item.arrivals)) if (answer.missing?.includes(one.key) ?? true) delete item.arrivals[id];
    await again(0);
    return house.box;
  }
  if (answer.state === "kept" || answer.has_files) {
    for (const row of await rows("files")) if (row.item === item.id) await drop("files", row.id);
    item.arrivals = {};
  }
  if (answer.state === "kept") {
    await keep({ ...item, state: "draft", stale: false, remove: [], code: answer.code, where: answer.where, until: answer.until });
    return answer.where ?? house.box;
  }
  // What waits for a person keeps all that was typed; files that came through are not sent again.
  await keep({ ...item, state: "needs", last: Date.now(), what: known(answer.state), where: answer.where, why: answer.why ?? [], code: answer.code ?? item.code });
  return answer.state === "late" ? house.box : answer.where ?? house.box;
}

// The commune has it: what was typed leaves the phone, its number stays.
export async function received(item, said) {
  const { id: who, key } = await owner(), id = `done:${item}`;
  const note = { id, at: Date.now(), who, ...(await seal(new TextEncoder().encode(JSON.stringify(said)), id, key)) };
  // On a full phone the item makes room for its number; without room it goes all the same.
  const noted = await write("marks", note).then(() => true, () => false);
  await forget(item);
  if (!noted) await write("marks", note).catch(() => {});
}
export async function receipts() {
  const { id: who, key } = await owner(), found = [];
  for (const row of await rows("marks")) {
    if (row.who !== who || !row.id.startsWith("done:")) continue;
    const bytes = await unseal(row, row.id, key).catch(() => null);
    if (bytes) found.push({ id: row.id.slice(5), at: row.at, state: "received", ...JSON.parse(new TextDecoder().decode(bytes)) });
  }
  return found.sort((one, other) => other.at - one.at).slice(0, 20);
}

// The loop. One page of this browser holds it; it looks every few seconds whether something is due,
// so that a line that comes back is used at once, and does not trust the browser's word for it.
let running = false, wake = () => {};
export function begin() {
  const list = document.querySelector("[data-items]");
  if (list) show(list);
  if (running) return;
  running = true;
  addEventListener("online", () => wake());
  document.addEventListener("visibilitychange", () => wake());
  navigator.locks.request("motcua-outbox", work);
}

async function work() {
  let answered = false;
  const ask = () => line().then(() => { answered = true; wake(); }, () => {});
  const pause = () => Promise.race([nap(document.hidden ? LONGEST : PROBE), new Promise((go) => (wake = go))]);
  for (;;) {
    const waiting = (await items()).filter((one) => one.state === "waiting" || one.state === "sending");
    if (waiting.length) {
      // A question that hears nothing does not keep the next from being asked: the line may be back.
      ask();
      await pause();
      if (!answered) continue;
      answered = false;
      for (const item of waiting) if (due(item)) await deliver(item, true).catch(() => {});
    }
    await pause();
  }
}
// What is being sent by a page that has gone is due at once, or else a lock holds it. The line answers:
// only a commune that answered with a failure of its own is given time.
const due = (item) => item.state === "sending" || !item.next || Date.now() >= item.next || Date.now() - item.last > LONGEST || item.next - item.last <= 4000;

export async function now(id) {
  const item = (await items()).find((one) => one.id === id);
  if (!item) return;
  await keep({ ...item, state: "waiting", next: 0 });
  await deliver(item);
}

// What was changed after it was handed in: a request of its own, to be looked at and handed in.
async function anew(item) {
  const id = crypto.randomUUID(), { why, what, where, code, until, there, arrivals, tries, ...typed } = item;
  for (const file of await rows("files")) if (file.item === item.id) await write("files", { ...file, item: id });
  await keep({ ...typed, id, state: "draft", stale: true });
  await forget(item.id);
  location.assign(opens({ ...typed, id }));
}

// -- the page
function show(list) {
  const words = document.querySelector("template[data-words]").content, moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
  const draw = async () => {
    const all = [...await items(), ...await receipts()];
    list.replaceChildren(...all.map((one) => row(one, words, moment)));
    document.querySelector("[data-nothing]").hidden = all.length > 0;
  };
  if (!list.dataset.drawn) changed.addEventListener("message", draw);
  list.dataset.drawn = "1";
  return draw();
}

// The form with this item in it; while somebody changes it, it is a draft and is not sent.
const opens = (item) => item.to ?? `${house.fill.replace("CODE", item.form)}?for=none&item=${item.id}`;

const percentOf = ({ id, state }) => (state === "sending" && underway.has(id) ? `${underway.get(id)} %` : "");

function row(item, words, moment) {
  const own = words.querySelector(`[data-state="${item.state}"]`), needs = !own || item.state === "needs", what = needs && known(item.what);
  const one = (own ?? words.querySelector('[data-state="needs"]')).cloneNode(true);
  const facts = { title: item.title, number: item.number, code: item.code ?? "", tries: item.tries ?? 0, percent: percentOf(item), when: moment.format(item.last ?? item.at), next: moment.format(item.next ?? Date.now()), until: item.until ? moment.format(new Date(item.until)) : "" };
  for (const part of one.querySelectorAll("[data-fact]")) part.textContent = facts[part.dataset.fact] ?? "";
  for (const part of one.querySelectorAll("[data-if]")) part.hidden = !part.dataset.if.split(" ").some((name) => name === what || item[name]);
  for (const link of one.querySelectorAll("[data-go]")) link.href = needs || item.state === "received" ? item.where ?? opens(item) : opens(item);
  const why = one.querySelector("[data-why]");
  for (const { label, sentence, status } of why ? item.why ?? [] : []) {
    const line = document.createElement("li"), said = sentence ?? why.dataset[`status${status}`] ?? `${why.dataset.status} ${status}.`;
    line.textContent = label ? `${label}: ${said}` : said;
    why.append(line);
  }
  // What no form may show any more is read, copied and deleted here.
  if (/late|refused/.test(what)) import("./said.js").then(({ tell }) => tell(one.querySelector("[data-said]"), item)).catch(() => {});
  one.querySelector("[data-now]")?.addEventListener("click", (event) => {
    event.target.closest("button").disabled = true;
    now(item.id);
  });
  one.querySelector("[data-anew]")?.addEventListener("click", () => anew(item));
  one.querySelector("[data-drop]")?.addEventListener("click", (event) => {
    if (confirm(event.target.closest("button").dataset.drop)) item.state === "received" ? drop("marks", `done:${item.id}`).then(announce) : forget(item.id);
  });
  return one;
}
