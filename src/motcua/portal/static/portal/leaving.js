// "I am done" on a phone that others use: what the commune has goes, what it has not stays sealed. An
// account opens it by signing in again; who has none gets a number to write down.
import { able, drop, forget, house, items, keep, nobody, owner, rows, seal, step, unseal, write } from "./keeping.js";
import { line } from "./outbox.js";

const ROUNDS = 600000, LEFT = "left:";
const bytes = (text) => new TextEncoder().encode(text);
const hex = (all) => [...all].map((one) => one.toString(16).padStart(2, "0")).join("");
const unhex = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));

async function keyOf(number, salt) {
  const base = await crypto.subtle.importKey("raw", bytes(number), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: unhex(salt), iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

// Rows of one owner under the key of another, all that open or none.
async function reseal(store, mine, from, to) {
  const made = [];
  for (const row of mine) {
    const open = await unseal(row, row.id, from.key).catch(() => null);
    // What this key does not open is nothing that it could pass on: it is left alone.
    if (open) made.push({ ...row, ...(store === "items" && { who: to.id }), ...(await seal(open, row.id, to.key)) });
  }
  await step(store, "readwrite", (all) => { for (const row of made) all.put(row); });
}
async function pass(ids, from, to) {
  const files = (await rows("files")).filter((one) => ids.has(one.item));
  await reseal("files", files, from, to);
  await reseal("items", (await rows("items")).filter((one) => ids.has(one.id)), from, to);
}

// What of this person's is still unsent, sealed for them; the number that opens it where they have no account.
async function putAway(me) {
  const mine = await items();
  // Files of a draft are on this phone alone.
  const holds = new Set((await rows("files")).map((one) => one.item));
  const unsent = mine.filter((one) => one.state !== "draft" || one.stale || holds.has(one.id));
  for (const item of mine) if (!unsent.includes(item)) await forget(item.id);
  let number = "";
  if (me.id === "guest" && unsent.length) {
    number = String(crypto.getRandomValues(new BigUint64Array(1))[0] % 1000000000000n).padStart(12, "0");
    const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
    await pass(new Set(unsent.map((one) => one.id)), me, { id: LEFT + salt, key: await keyOf(number, salt) });
  }
  for (const mark of await rows("marks")) if (mark.who === me.id) await drop("marks", mark.id);
  return { left: unsent.length, number };
}

// Puts everything away; {left, number}: how much is still unsent, and what opens it again.
export async function leave() {
  const away = (await rows("marks")).some(({ id }) => id.startsWith("away:")) ? await (await import(house.away)).leaving() : 0;
  // A full phone takes a key that was dropped before not back: then it holds nothing open of theirs.
  const me = await owner().catch(() => null);
  const { left, number } = me ? await putAway(me) : { left: 0, number: "" };
  // Nor can it note that somebody left; then the line alone signs them out.
  const noted = await write("marks", { id: "ended" }).then(() => true, () => false);
  if (me) await drop("keys", me.id);
  nobody();
  for (const name of await caches.keys()) if (name.startsWith("motcua-own:")) await caches.delete(name);
  sessionStorage.clear();
  const signed_out = await out();
  if (!noted && !signed_out) throw new Error("neither noted nor signed out");
  return { left: left + away, number };
}
// Signed out at the commune too; without a line the worker does it before the next page.
async function out() {
  // Asked as a guest for whom no key is made: a full phone has no room for one.
  const there = await line({ id: "guest" }).catch(() => null);
  if (!there) return false;
  const answer = await fetch(house.leave, { method: "POST", redirect: "manual", headers: { "X-CSRFToken": there.seal } }).catch(() => null);
  if (answer?.type !== "opaqueredirect") return false;
  await drop("marks", "ended");
  return true;
}

// What somebody left under this number belongs to whoever stands here now; how much it was.
export async function open(typed) {
  const number = typed.replace(/\D/g, ""), me = await owner();
  for (const who of new Set((await rows("items")).map((one) => one.who).filter((one) => one.startsWith(LEFT)))) {
    const from = { id: who, key: await keyOf(number, who.slice(LEFT.length)) };
    const theirs = (await rows("items")).filter((one) => one.who === who);
    const opens = await Promise.all(theirs.map((row) => unseal(row, row.id, from.key).catch(() => null)));
    if (!opens.some(Boolean)) continue;
    await pass(new Set(theirs.map((one) => one.id)), from, me);
    for (const item of await items()) if (theirs.some((one) => one.id === item.id)) await keep(item);
    return opens.filter(Boolean).length;
  }
  return 0;
}

const done = document.querySelector("[data-done]"), opener = document.querySelector("form[data-open]");
if (done && able) done.addEventListener("click", async () => {
  const full = document.querySelector("[data-full]");
  full.hidden = done.disabled = true;
  const gone = await leave().catch(() => null);
  if (!gone) {
    full.hidden = done.disabled = false;
    return full.focus();
  }
  const { left, number } = gone, said = document.querySelector(`[data-gone="${left ? (number ? "number" : "sealed") : "all"}"]`);
  document.querySelector("[data-before]").hidden = true;
  for (const part of said.querySelectorAll("[data-left]")) part.textContent = left;
  for (const part of said.querySelectorAll("[data-number]")) part.textContent = number.replace(/(\d{3})(?=\d)/g, "$1 ");
  said.hidden = false;
  // The head of this page still named who was here.
  for (const links of document.querySelectorAll(".letterhead .links")) links.remove();
  said.focus();
});
opener?.addEventListener("submit", async (event) => {
  event.preventDefault();
  opener.querySelector("button").disabled = true;
  const { number } = opener.elements, whole = number.value.replace(/\D/g, "").length === 12;
  const found = whole ? await open(number.value) : 0;
  opener.querySelector("button").disabled = false;
  const said = found ? "" : whole ? "unknown" : "short";
  for (const one of opener.querySelectorAll("[data-wrong]")) one.hidden = one.dataset.wrong !== said;
  opener.querySelector(".field").classList.toggle("wrong", !found);
  number.setAttribute("aria-invalid", String(!found));
  found ? opener.reset() : number.focus();
});
