// "I am done" on a phone that others use: what the commune has goes, what it has not stays sealed. An
// account opens it by signing in again; who has none gets a number to write down.
import { able, drop, forget, guest, house, items, keep, LEAVING, nobody, owner, pass, rows, tellLeft, unseal, write } from "./keeping.js";
import { line } from "./outbox.js";

const ROUNDS = 600000, LEFT = "left:", PATIENCE = 9000;
const bytes = (text) => new TextEncoder().encode(text);
const hex = (all) => [...all].map((one) => one.toString(16).padStart(2, "0")).join("");
const unhex = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));

async function keyOf(number, salt) {
  const base = await crypto.subtle.importKey("raw", bytes(number), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: unhex(salt), iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

// What of an owner's is still unsent, sealed for them: how much it is. Who has no account gets a number that
// opens it, and is told before anything is locked with it.
async function putAway(me, tell) {
  const mine = await items(me);
  // Files of a draft are on this phone alone.
  const holds = new Set((await rows("files")).map((one) => one.item));
  const unsent = mine.filter((one) => one.state !== "draft" || one.stale || holds.has(one.id));
  for (const item of mine) if (!unsent.includes(item)) await forget(item.id);
  if (me.id === "guest" && unsent.length) {
    const number = String(crypto.getRandomValues(new BigUint64Array(1))[0] % 1000000000000n).padStart(12, "0");
    const salt = hex(crypto.getRandomValues(new Uint8Array(16))), key = await keyOf(number, salt);
    tell({ number, count: unsent.length });
    await pass(new Set(unsent.map((one) => one.id)), me, { id: LEFT + salt, key });
  }
  for (const mark of await rows("marks")) if (mark.who === me.id) await drop("marks", mark.id);
  return unsent.length;
}

// Puts everything away, also what was typed before somebody signed in: {sealed, guests, undone}, how much is
// still unsent of an account and of nobody known, and whether they may still be signed in. `tell` is given
// what opens the latter, {number, count}, as soon as there is one.
export async function leave(tell) {
  const away = (await rows("marks")).some(({ id }) => id.startsWith("away:")) ? await (await import(house.away)).leaving() : 0;
  // A full phone takes a key that was dropped before not back: then it holds nothing open of theirs.
  const me = await owner().catch(() => null), other = me?.id === "guest" ? null : await guest();
  const own = me ? await putAway(me, tell) : 0, before = other ? await putAway(other, tell) : 0;
  // Nor can it note that somebody left; then the line alone signs them out.
  const noted = await write("marks", { id: "ended" }).then(() => true, () => false);
  for (const one of [me, other]) if (one) await drop("keys", one.id);
  nobody();
  for (const name of await caches.keys()) if (name.startsWith("motcua-own:")) await caches.delete(name);
  sessionStorage.clear();
  // A page that comes now signs them out first, if that could be noted.
  if (noted) tellLeft();
  const out_there = await out();
  if (!noted) tellLeft();
  const known = me && me.id !== "guest";
  return { sealed: away + (known ? own : 0), guests: before + (known ? 0 : own), undone: !out_there && !noted };
}
// Signed out at the commune too; without a line the worker does it before the next page.
async function out() {
  // Asked as a guest for whom no key is made: a full phone has no room for one.
  const there = await line({ id: "guest" }).catch(() => null);
  if (!there) return false;
  const answer = await fetch(house.leave, { method: "POST", redirect: "manual", headers: { "X-CSRFToken": there.seal }, signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
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
    for (const item of await items()) if (theirs.some((one) => one.id === item.id)) {
      await keep(item);
      sessionStorage.setItem(`mine:${item.id}`, "1");
    }
    return opens.filter(Boolean).length;
  }
  return 0;
}

const done = document.querySelector("[data-done]"), opener = document.querySelector("form[data-open]");
// The digits stand there before anything is locked with them.
function number({ number, count }) {
  const said = document.querySelector('[data-gone="number"]');
  said.querySelector("[data-left]").textContent = count;
  said.querySelector("[data-number]").textContent = number.replace(/(\d{3})(?=\d)/g, "$1 ");
  said.hidden = false;
}

async function press() {
  const full = document.querySelector("[data-full]");
  full.hidden = done.disabled = true;
  const gone = await leave(number).catch(() => null);
  if (!gone || gone.undone) {
    full.hidden = done.disabled = false;
    full.focus();
    if (!gone) return;
  }
  const name = gone.guests ? "number" : gone.sealed ? "sealed" : "all";
  document.querySelector("[data-before]").hidden = !gone.undone;
  for (const part of document.querySelectorAll('[data-gone="sealed"] [data-left]')) part.textContent = gone.sealed;
  document.querySelector('[data-gone="sealed"]').hidden = !gone.sealed || gone.undone;
  if (gone.undone) return;
  const said = document.querySelector(`[data-gone="${name}"]`);
  // The head of this page still named who was here.
  for (const links of document.querySelectorAll(".letterhead .links")) links.remove();
  said.hidden = false;
  said.focus();
}
if (done && able) {
  done.addEventListener("click", press);
  // From the button of another page, which cannot say what stays behind.
  if (sessionStorage.getItem(LEAVING)) press();
}
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
