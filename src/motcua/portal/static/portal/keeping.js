// Keeps on this phone what a person types, sealed with a key of theirs, until the commune has it.
// The key of somebody who is known comes with their page and goes when a page of nobody comes; a
// guest has one that never leaves the phone. docs/decisions/0030 tells why.
const house = document.querySelector("meta[name=keeping]")?.dataset ?? {};
// What this tab alone holds: the last keys typed, what went to the commune past the vault, and that
// somebody wants to leave.
export const TAIL = "typing", SENT = "sent", LEAVING = "leaving";
const GUEST = "guest", STORES = ["keys", "items", "files", "marks"];
const text = new TextEncoder(), read = new TextDecoder();

let opened;
// Of whatever version it is: a later product may have made it, an earlier one may have left a store out.
const vault = () => (opened ??= open().catch((why) => { opened = undefined; throw why; }));
const open = (version) => new Promise((done, failed) => {
  const asked = indexedDB.open("motcua", version);
  asked.onupgradeneeded = () => {
    const { result } = asked;
    for (const name of STORES) if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath: "id" });
  };
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => {
    const { result } = asked, whole = STORES.every((name) => result.objectStoreNames.contains(name));
    // A page that stays open does not stand in the way of one that adds a store, and opens again a vault
    // that the browser shut.
    result.onversionchange = () => { result.close(); opened = undefined; };
    result.onclose = () => { opened = undefined; };
    if (whole) return done(result);
    result.close();
    done(open(result.version + 1));
  };
});

// One step in the vault, of one store or of several at once. What it says is done is on the disk, also when
// the battery dies.
export async function step(store, mode, act) {
  const steps = (await vault()).transaction(store, mode, { durability: "strict" });
  const asked = act(...[store].flat().map((name) => steps.objectStore(name)));
  return new Promise((done, failed) => {
    steps.oncomplete = () => done(asked?.result);
    steps.onerror = ({ target }) => failed(target.error);
    // A step that the browser itself gives up (the page is leaving, the vault is shut) names no error.
    steps.onabort = () => failed(steps.error ?? new DOMException("not kept", "AbortError"));
  });
}
export const rows = (store) => step(store, "readonly", (all) => all.getAll());
export const write = (store, row) => step(store, "readwrite", (all) => all.put(row));
export const drop = (store, id) => step(store, "readwrite", (all) => all.delete(id));

const unpack = (base) => Uint8Array.from(atob(base), (sign) => sign.charCodeAt(0));
export const asKey = (bytes) => crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);

// Who stands here, with their key: {id, key}. A page that came from the phone itself knows nobody.
let somebody;
export const owner = () => (somebody ??= whose());
// Nobody's from now on, in this page too: it brought a key with it that must not come back, and an answer
// that comes late is kept no more.
let left = false;
export function nobody() {
  left = true;
  delete house.who;
  somebody = undefined;
}
async function whose() {
  const keys = await rows("keys"), known = keys.find((one) => one.id !== GUEST);
  if (house.who && known?.id !== house.who) {
    const mine = { id: house.who, key: await asKey(unpack(house.seal)) };
    if (known) await drop("keys", known.id);
    // A full phone has no room for it: it comes with each page of theirs.
    await write("keys", mine).catch(() => {});
    await drop("marks", "away:running");
    return mine;
  }
  if (known && (house.who || "shell" in house)) return known;
  if (known) {
    await drop("keys", known.id);
    // The list of a round goes with its helper, and what lets them back.
    for (const id of ["away:list", "away:running"]) await drop("marks", id);
  }
  return keys.find((one) => one.id === GUEST) ?? newGuest();
}
// Two pages may come to this in the same moment: the key that was put first is the key of both.
async function newGuest() {
  const fresh = { id: GUEST, key: await asKey(crypto.getRandomValues(new Uint8Array(32))) };
  await step("keys", "readwrite", (all) => {
    const asked = all.get(GUEST);
    asked.onsuccess = () => asked.result || all.put(fresh);
  });
  return (await rows("keys")).find((one) => one.id === GUEST);
}
// What was typed here before somebody signed in, if anything was.
export async function guest() {
  return (await rows("keys")).find((one) => one.id === GUEST);
}

// Rows of one owner, their files with them, under the key of another: all of them or none.
export async function pass(ids, from, to) {
  const made = { files: [], items: [] };
  for (const [store, of] of [["files", "item"], ["items", "id"]]) for (const row of await rows(store)) {
    const open = ids.has(row[of]) && (await unseal(row, row.id, from.key).catch(() => null));
    // What this key does not open is nothing that it could pass on: it is left alone.
    if (open) made[store].push({ ...row, ...(store === "items" && { who: to.id }), ...(await seal(open, row.id, to.key)) });
  }
  await step(["files", "items"], "readwrite", (files, all) => {
    for (const row of made.files) files.put(row);
    for (const row of made.items) all.put(row);
  });
}

export async function seal(bytes, id, key) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text.encode(id) }, key, bytes) };
}
export const unseal = ({ iv, sealed }, id, key) =>
  crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: text.encode(id) }, key, sealed);

// An item is a draft or something on its way. What is written on it is sealed; in the open stand its
// number, whose it is and when it was touched. `of` is whoever stands here, or a promise of somebody else.
export async function keep(item, of = owner()) {
  if (left) throw new DOMException("left", "AbortError");
  const { id: who, key } = await of, { id, at, ...rest } = item;
  await write("items", { id, at, who, ...(await seal(text.encode(JSON.stringify(rest)), id, key)) });
  // Now that there is something to lose, the browser is asked not to throw it away when room gets short.
  stays ??= navigator.storage?.persist?.().catch(() => false);
  announce();
}
let stays;

// Whether there is room for what a person is going to type and photograph. A browser is believed that says
// there is little; Chromium says the same to everybody, so as much as two photographs is tried.
const LITTLE = 20e6, NEARLY = 0.9, TRIED = 800000, AT_ONCE = 65536;
export async function hasRoom() {
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  if (quota - usage < LITTLE || usage > NEARLY * quota) return false;
  const noise = new Uint8Array(TRIED);
  for (let at = 0; at < TRIED; at += AT_ONCE) crypto.getRandomValues(noise.subarray(at, at + AT_ONCE));
  const there = await write("marks", { id: "room", noise }).then(() => true, () => false);
  await drop("marks", "room").catch(() => {});
  return there;
}
export async function items(of = owner()) {
  const { id: who, key } = await of, mine = [];
  for (const row of await rows("items")) {
    if (row.who !== who) continue;
    const rest = await unseal(row, row.id, key).catch(() => null);
    if (rest) mine.push({ id: row.id, at: row.at, ...JSON.parse(read.decode(rest)) });
  }
  return mine.sort((one, other) => other.at - one.at);
}
export async function forget(id) {
  for (const file of await rows("files")) if (file.item === id) await drop("files", file.id);
  await drop("items", id);
  announce();
}
// Says to this page and to the others of this browser that something is kept or gone, or (`data`) how
// far an item on its way has come.
export const changed = new EventTarget();
const others = new BroadcastChannel("motcua");
const heard = ({ data }) => changed.dispatchEvent(new CustomEvent("message", { detail: data }));
others.addEventListener("message", (said) => (said.data?.left ? leftElsewhere() : heard(said)));
export function announce(data) {
  heard({ data });
  others.postMessage(data);
}

// "I am done" was pressed in another page of this browser: this one shows nobody's words any more, and
// keeps nothing more under a key that is gone.
function leftElsewhere() {
  nobody();
  sessionStorage.clear();
  bare();
  document.body.replaceChildren();
  location.replace("/");
}
export const tellLeft = () => others.postMessage({ left: true });

// Whether this browser keeps anything at all; without it pages work as they do without scripts.
export const able = Boolean(globalThis.crypto?.subtle && globalThis.indexedDB && house.worker);
export { house };

// What a browser brings back into the fields by itself, or a whole page that it kept alive, may be of whoever
// had this phone before. What is kept here is filled in by whoever it belongs to.
const bare = () => { for (const form of document.forms) form.reset(); };
if (able && performance.getEntriesByType("navigation")[0]?.type === "back_forward") {
  const { activeElement } = document, { value } = activeElement, said = [];
  // A browser fills in again after this only what may be filled in.
  for (const one of document.querySelectorAll("form, [autocomplete]")) {
    said.push([one, one.getAttribute("autocomplete") ?? "on"]);
    one.setAttribute("autocomplete", "off");
  }
  bare();
  if (value && activeElement.form) activeElement.value = value;
  addEventListener("load", () => setTimeout(() => said.forEach(([one, as]) => one.setAttribute("autocomplete", as))));
}
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted || !able) return;
  // What stands in the fields now would come back with the reload.
  bare();
  location.reload();
});

// The first pages came before the worker was there: it is told which, and again when the line is back.
async function seen() {
  const first = !navigator.serviceWorker.controller, { active } = await navigator.serviceWorker.ready;
  const tell = () => active.postMessage({ path: location.pathname, first });
  tell();
  // A line that is said to be back may need a moment more.
  addEventListener("online", () => [0, 3000, 10000].forEach((wait) => setTimeout(tell, wait)));
}

// Somebody left without a line, and no worker was there to sign them out: this page does it first.
async function leftBefore() {
  if (!(await rows("marks")).some((one) => one.id === "ended")) return false;
  if (house.who) {
    const { seal } = await (await fetch(house.line, { cache: "no-store" })).json();
    await fetch(house.leave, { method: "POST", redirect: "manual", headers: { "X-CSRFToken": seal } });
  }
  if (!("shell" in house)) await drop("marks", "ended");
  return Boolean(house.who);
}

// This is the receipt of something that this phone may still hold, by one of the numbers that it was sent
// under. What was changed since is not what was handed in.
async function arrived({ received, number, code, title }) {
  const held = new Set((await rows("items")).map((one) => one.id)), mine = await items();
  const ids = received.split(" "), past = ids.find((id) => id === sessionStorage.getItem(SENT));
  const changed_since = mine.filter((one) => one.id !== past && (one.state === "draft" || one.what === "reused")).map((one) => one.id);
  for (const id of ids.filter((one) => held.has(one) && !changed_since.includes(one))) {
    await (await import(house.outbox)).received(id, { number, code, title, where: location.pathname });
  }
  if (past) for (const one of [SENT, TAIL]) sessionStorage.removeItem(one);
}

async function begin() {
  if (!able) return;
  for (const form of document.querySelectorAll("form[data-leave]")) form.addEventListener("submit", (event) => {
    event.preventDefault();
    sessionStorage.setItem(LEAVING, "1");
    location.assign(form.dataset.leave);
  });
  if (await leftBefore()) return location.replace("/");
  await owner();
  navigator.serviceWorker?.register(house.worker).then(seen, () => {});
  if ((await rows("marks")).some(({ id }) => id.startsWith("away:"))) (await import(house.away)).begin();
  const told = document.querySelector("[data-waiting]"), here = document.querySelector("[data-received]")?.dataset;
  if (here) await arrived(here);
  const count = async () => {
    const all = await items(), waiting = all.filter((one) => one.state !== "draft").length;
    if (told) {
      told.hidden = !all.length;
      told.querySelector("b").textContent = all.length;
    }
    const mayGo = document.querySelector("[data-room=may_go]");
    if (mayGo) mayGo.hidden = !waiting || Boolean(await navigator.storage?.persisted?.());
    if (waiting || document.querySelector("[data-items]")) (await import(house.outbox)).begin();
  };
  changed.addEventListener("message", count);
  await count();
}
begin().catch(() => document.documentElement.setAttribute("data-unkept", ""));
