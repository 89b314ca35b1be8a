// While somebody acts for another: the time that is left, and the end of it. What the commune has of
// this person leaves the phone then, the key goes, and no page shows anything of them any more.
import { able, drop, forget, items, nobody, owner, rows } from "./keeping.js";

const bar = document.querySelector("[data-help]"), left = bar.querySelector("[data-left]"), form = bar.querySelector("[data-ends]");
const until = Date.parse(bar.dataset.until), nap = (ms) => new Promise((go) => setTimeout(go, ms));
let over = false;

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
  await nap(500);
  const holds = new Set((await rows("files")).map((one) => one.item));
  for (const item of await items()) {
    if (item.state !== "draft" || item.to) continue;
    const { sent } = await import("./outbox.js"), whole = { ...item, wants: "keep", arrivals: { ...item.arrivals } };
    const answer = item.stale || holds.has(item.id) ? await sent(whole).catch(() => null) : { state: "kept" };
    if (answer?.state === "kept") await forget(item.id);
  }
}

async function leave() {
  over = true;
  document.querySelector("main").hidden = true;
  await share().catch(() => {});
  await empty().catch(() => {});
}

form.addEventListener("submit", async (event) => {
  if (over) return;
  event.preventDefault();
  const how = document.createElement("input");
  how.type = "hidden";
  how.name = "how";
  how.value = event.submitter?.value ?? "stopped";
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  await leave();
  form.append(how);
  form.submit();
});

async function tick() {
  const rest = Math.max(0, Math.round((until - Date.now()) / 1000));
  left.querySelector("b").textContent = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
  left.hidden = false;
  if (rest || over) return;
  await leave();
  location.replace(bar.dataset.over);
}
setInterval(tick, 1000);
tick();
// A page that the browser brings back from before shows nothing that it should not: it is asked for anew.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
