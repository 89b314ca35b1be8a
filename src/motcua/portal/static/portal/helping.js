// While somebody acts for another: the time that is left, and the end of it. What the commune has of
// this person leaves the phone then, the key goes, and no page shows anything of them any more.
import { going, known } from "../parts/hours.js";
import { settled } from "./in_hand.js";
import { able, drop, forget, house, items, nobody, owner, rows, write } from "./keeping.js";

const bar = document.querySelector("[data-help]"), left = bar.querySelector("[data-left]"), form = bar.querySelector("[data-ends]"), main = document.querySelector("main");
const CLOCK = "help:clock", PATIENCE = 9000, OFTEN = 30000;
const who = house.who, drawn = Date.parse(bar.dataset.at);
let until = Date.parse(bar.dataset.until), over = false, leaving = false, asking = null, clock;

// -- what time it is at the commune
// By the page, which the commune drew at `data-at`; a page that is older than what is known already lay
// on the phone. In doubt the commune is asked.
async function told() {
  const came = performance.getEntriesByType("navigation")[0]?.responseStart ?? 0;
  const before = able && (await rows("marks").catch(() => [])).find((one) => one.id === CLOCK && one.who === who);
  const old = before && drawn < before.heard;
  clock = going(old ? before : known(drawn + performance.now() - came));
  if (old) await doubted();
  await noted();
}
const noted = async () => { if (able && !over) await write("marks", { id: CLOCK, who, ...clock() }).catch(() => {}); };

// Whether the help still is: the commune's word; null where there is no line.
const still = () => (asking ??= asked().catch(() => null).finally(() => { asking = null; }));
async function asked() {
  const answer = await fetch(house.line, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) return null;
  const there = await answer.json();
  if (there.who !== who || !there.until) return false;
  until = Date.parse(there.until);
  clock = going(known(Date.parse(there.at)));
  await noted();
  return true;
}

// -- leaving
async function empty() {
  for (const one of document.querySelectorAll("form")) one.reset();
  sessionStorage.clear();
  if (!able) return;
  const me = await owner();
  for (const mark of await rows("marks")) if (mark.who === me.id) await drop("marks", mark.id);
  await drop("keys", me.id);
  nobody();
  for (const name of await caches.keys()) if (name.startsWith("motcua-own:")) await caches.delete(name);
}

// A draft that the commune has not got in full yet, or whose files are here alone, is sent first; without
// a line it stays, sealed.
async function share() {
  if (!able) return;
  const holds = new Set((await rows("files")).map((one) => one.item));
  for (const item of await items()) {
    if (item.state !== "draft" || item.to) continue;
    const { sent } = await import("./outbox.js"), whole = { ...item, wants: "keep", arrivals: { ...item.arrivals } };
    const answer = item.stale || holds.has(item.id) ? await sent(whole).catch(() => null) : { state: "kept" };
    if (answer?.state === "kept") await forget(item.id);
  }
}

// Whether it is over: who is told that something is not kept yet may go back to it, while there is time.
async function leave(late = false) {
  leaving = true;
  main.hidden = true;
  if (!(await settled(bar, late).catch(() => true))) {
    main.hidden = leaving = false;
    return false;
  }
  over = true;
  await share().catch(() => {});
  await empty().catch(() => {});
  return true;
}
async function close() {
  if (over || leaving) return;
  await leave(true);
  location.replace(bar.dataset.over);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (over || leaving) return;
  const how = document.createElement("input");
  how.type = "hidden";
  how.name = "how";
  how.value = event.submitter?.value ?? "stopped";
  const buttons = [...form.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  const gone = await leave();
  if (!gone) {
    for (const button of buttons) button.disabled = false;
    return main.querySelector("form")?.querySelector("input:not([type=hidden]), button")?.focus();
  }
  form.append(how);
  form.submit();
});

// -- the time that is left
async function tick() {
  if (over || leaving) return;
  const rest = Math.max(0, Math.round((until - clock().heard) / 1000));
  left.querySelector("b").textContent = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
  left.hidden = false;
  if (rest || asking) return;
  // It may be this phone's clock alone that was set ahead. Nothing is shown until that is known.
  main.hidden = true;
  if (!(await still())) return close();
  main.hidden = over || leaving;
}
// A page from before, or one that is looked at again, perhaps after a sleep.
async function doubted() {
  if (document.hidden || over || leaving) return;
  const is = await still();
  if (is === false || (is === null && clock().set_back)) await close();
}

// A page that the browser brings back from before shows nothing: it is asked for anew.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  main.hidden = true;
  location.reload();
});
await told();
document.addEventListener("visibilitychange", doubted);
setInterval(tick, 1000);
setInterval(noted, OFTEN);
tick();
