// What is on its way to the commune: sent again until the commune has answered, by one page at a
// time, and shown with its state. Nothing is called sent before the answer is here.
import { announce, changed, drop, forget, house, items, keep, owner, rows, seal, unseal, write } from "./keeping.js";

// What a person is asked to look at. A word that is not among these (another state of the product said
// it) is shown as refused: with what was typed, and both ways open.
const LOOKS = ["sign_in", "confirm", "repair", "wait", "refused", "late", "reused"];
const known = (what) => (LOOKS.includes(what) ? what : "refused");
const PROBE = 3000, ALIVE = 9000, LONGEST = 60000, PATIENCE = 120000;
// The commune answered, and with a failure of its own.
class Failed extends Error {}
// Until the commune has given this browser a name: two questions may be on their way at once.
const PAGE = crypto.randomUUID?.() ?? "";
const nap = (ms) => new Promise((go) => setTimeout(go, ms));

// How far each item has come, in hundredths; whichever page sends it tells the others.
const underway = new Map();
changed.addEventListener("message", ({ detail }) => detail?.id && underway.set(detail.id, detail.percent));

// Whether there is a line, who stands at the other end of it, and the seal for the next sending. What is
// typed with a help that has not come home yet waits for it (village/bring.js brings both).
export async function line(of = owner()) {
  const { id, help } = await of;
  if (id.startsWith("away:") && !help) throw new Error("away");
  const answer = await fetch(house.line, { cache: "no-store", headers: { ...by(help), "Motcua-Page": PAGE }, signal: AbortSignal.timeout(ALIVE) });
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
  if (status >= 500) throw new Failed(`send ${status}`);
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
  // A full phone cannot note that it is on its way: it goes all the same.
  await keep(item).catch(() => {});
  let answer;
  try {
    answer = await sent(item);
  } catch (why) {
    // Where the line broke it goes again as soon as there is one.
    await became(item, { state: "waiting", wait: why instanceof Failed ? Math.min(LONGEST, 1000 * 2 ** Math.min(tries, 6)) : 0 });
    return house.box;
  }
  if (answer.state === "received") return arrived(item, answer);
  if (answer.state === "to_come") {
    // A file that the commune has let go of: it is sent again, and the rest of it is not.
    for (const [id, one] of Object.entries(item.arrivals)) if (answer.missing?.includes(one.key) ?? true) delete item.arrivals[id];
    await became(item, { state: "waiting", wait: 0 });
    return house.box;
  }
  if (answer.state === "kept" || answer.has_files) {
    for (const row of await rows("files")) if (row.item === item.id) await drop("files", row.id);
    item.arrivals = {};
  }
  if (answer.state === "kept") {
    await became(item, { state: "draft", stale: false, remove: [], code: answer.code, where: answer.where, until: answer.until });
    return answer.where ?? house.box;
  }
  // What waits for a person keeps all that was typed; files that came through are not sent again.
  await became(item, { state: "needs", last: Date.now(), what: known(answer.state), where: answer.where, why: answer.why ?? [], code: answer.code ?? item.code });
  return answer.state === "late" ? house.box : answer.where ?? house.box;
}

// What was typed into it meanwhile, by another page of this browser: null where nothing was.
async function since(item) {
  const now = (await items()).find((one) => one.id === item.id);
  return now?.state === "draft" && now.at !== item.at ? now : null;
}

// What has become of it. A phone that is full still holds it as it was.
async function became(item, { wait, ...how }) {
  const newer = await since(item);
  const next = wait === undefined ? {} : { last: Date.now(), next: Date.now() + wait };
  await keep(newer ? { ...newer, why: how.why, code: how.code ?? newer.code } : { ...item, ...next, ...how }).catch(() => {});
}

// What was typed after it was handed in is no part of it: a draft of its own.
async function arrived(item, { number, code, where }) {
  const newer = await since(item);
  if (newer) await keep({ ...newer, id: crypto.randomUUID(), code: undefined, where: undefined });
  await received(item.id, { title: item.title, number, code, where });
  return where ?? house.box;
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
    const waiting = (await items().catch(() => [])).filter((one) => one.state === "waiting" || one.state === "sending");
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
// A clock that was put right meanwhile says nothing.
const due = ({ state, next, last }) => state === "sending" || !next || Date.now() >= next || Date.now() < last || Date.now() - last > LONGEST;

export async function now(id) {
  const item = (await items()).find((one) => one.id === id);
  if (!item) return house.box;
  await keep({ ...item, state: "waiting", next: 0 }).catch(() => {});
  return deliver(item);
}
// A browser that was killed may have forgotten that it asked for the digits: then it asks for them anew.
async function confirms({ id, where }) {
  const asked = await fetch(where).then(({ ok }) => ok, () => true);
  location.assign(asked ? where : await now(id));
}

// What was changed after it was handed in: a request of its own, to be looked at and handed in.
async function anew(item) {
  const id = crypto.randomUUID(), { why, what, where, code, until, there, arrivals, tries, ...typed } = item;
  await keep({ ...typed, id, state: "draft", stale: true });
  for (const file of await rows("files")) if (file.item === item.id) await write("files", { ...file, item: id });
  await forget(item.id);
  sessionStorage.setItem(`mine:${id}`, "1");
  location.assign(opens({ ...typed, id }));
}

// -- the page
// Drawn anew is only what has changed: whoever stands on a button or has opened a part of it stays there.
function show(list) {
  const words = document.querySelector("template[data-words]").content, moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
  const drawn = new Map();
  const lineOf = (item) => {
    const before = drawn.get(item.id), as = JSON.stringify(item);
    if (before?.as === as) return before.line;
    const line = row(item, words, moment), held = before?.line.contains(document.activeElement);
    drawn.set(item.id, { as, line });
    if (held) queueMicrotask(() => line.querySelector("button:not([hidden]), a:not([hidden])")?.focus());
    return line;
  };
  const draw = async () => {
    const lines = [...await items(), ...await receipts()].map(lineOf);
    if (lines.length !== list.children.length || lines.some((one, at) => list.children[at] !== one)) list.replaceChildren(...lines);
    document.querySelector("[data-nothing]").hidden = lines.length > 0;
  };
  const far = ({ id, percent }) => {
    const line = drawn.get(id)?.line.querySelector('[data-fact="percent"]');
    if (line) line.textContent = `${percent} %`;
  };
  if (!list.dataset.drawn) changed.addEventListener("message", ({ detail }) => (detail?.id ? far(detail) : draw()));
  list.dataset.drawn = "1";
  return draw();
}

// The form with this item in it; while somebody changes it, it is a draft and is not sent.
const opens = (item) => item.to ?? `${house.fill.replace("CODE", item.form)}?for=none&item=${item.id}`;

const percentOf = ({ id, state }) => (state === "sending" && underway.has(id) ? `${underway.get(id)} %` : "");

function row(item, words, moment) {
  const own = words.querySelector(`[data-state="${item.state}"]`), needs = !own || item.state === "needs", what = needs && known(item.what);
  const one = (own ?? words.querySelector('[data-state="needs"]')).cloneNode(true);
  const facts = { title: item.title, number: item.number, code: item.code ?? "", tries: item.tries ?? 0, percent: percentOf(item), when: moment.format(item.last ?? item.at), next: item.next > Date.now() ? moment.format(item.next) : "", until: item.until ? moment.format(new Date(item.until)) : "" };
  for (const part of one.querySelectorAll("[data-fact]")) part.textContent = facts[part.dataset.fact] ?? "";
  for (const part of one.querySelectorAll("[data-if]")) part.hidden = !part.dataset.if.split(" ").some((name) => name === what || (name === "next" ? facts.next : item[name]));
  for (const link of one.querySelectorAll("[data-go]")) link.href = needs || item.state === "received" ? item.where ?? opens(item) : opens(item);
  if (what === "confirm") one.querySelector('[data-if="confirm"][data-go]').addEventListener("click", (event) => {
    event.preventDefault();
    confirms(item);
  });
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
