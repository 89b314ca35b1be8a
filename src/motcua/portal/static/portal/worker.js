// Answers for the pages when there is no line: what was seen once of the catalogue, the forms without
// anybody's answers, and of the person who is signed in their own receipts. SHELL stands above.
const SOUNDS = "motcua-sounds", MOST_SOUNDS = 600, FIXED = "motcua-fixed", PAGES = "motcua-pages", OWN = "motcua-own:", PATIENCE = 10000, DAY = 86400000, MONTH = 30 * DAY;
const OPEN = /^\/($|p\/|event\/|elsewhere\/|help$|outbox$|done$)/, MINE = /^\/(mine|receipt\/)/, FORM = /^\/(?:p|apply)\/([^/]+)$/;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(FIXED).then((fixed) => fixed.addAll(SHELL)));
});
addEventListener("activate", (event) => event.waitUntil(renewed()));
addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (/^\/(static|rare)\//.test(url.pathname)) event.respondWith(fixed(request));
  else if (url.pathname.startsWith("/sound/") && request.mode !== "navigate") event.respondWith(sound(request));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
});

addEventListener("message", (event) => event.waitUntil(firstSeen(event.data)));

// A page that is open, perhaps since before this worker was.
async function firstSeen({ path, first }) {
  const form = FORM.exec(path);
  if (form) await keepForm(`/apply/${form[1]}`);
  if (!first || !OPEN.test(path)) return;
  const answer = await fetch(path);
  if (answer.ok && !answer.headers.get("Motcua-Who")) await (await caches.open(PAGES)).put(path, answer);
}

async function renewed() {
  const cache = await caches.open(FIXED);
  // A page that was kept before names its own scripts: they stay until no such page can be there.
  for (const request of await cache.keys()) {
    const old = Date.now() - Date.parse((await cache.match(request)).headers.get("Date")) > MONTH;
    if (old && !SHELL.includes(request.url.slice(location.origin.length))) await cache.delete(request);
  }
  await clients.claim();
}

async function fixed(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(FIXED)).put(request, answer.clone());
  return answer;
}

// What was heard once is heard without a line; the oldest goes when there are too many.
async function sound(request) {
  const sounds = await caches.open(SOUNDS);
  try {
    const answer = await begun(request);
    if (answer.status === 200) {
      await sounds.put(request.url, answer.clone());
      const kept = await sounds.keys();
      for (const old of kept.slice(0, kept.length - MOST_SOUNDS)) await sounds.delete(old);
    }
    return answer;
  } catch {
    return (await sounds.match(request.url)) ?? Response.error();
  }
}

async function page(event, url) {
  // While a person is helped without a line, the pages are this phone's, also where a line comes and goes.
  if (await mark("away:running")) return (await ofNobody(url.pathname)) ?? (await ofNobody("/village/out")) ?? Response.error();
  try {
    await leaveFirst();
    const answer = await begun(event.request);
    if (answer.type !== "opaqueredirect") event.waitUntil(remember(url, answer.clone()));
    return answer;
  } catch {
    return (await caches.match(url.pathname, { ignoreSearch: true })) ?? (await caches.match("/outbox", { ignoreSearch: true })) ?? Response.error();
  }
}

// A line that stays silent is given up; one that is slow is not, once the page has begun to come.
async function begun(request) {
  const patience = new AbortController(), over = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: patience.signal });
  } finally {
    clearTimeout(over);
  }
}

async function ofNobody(path) {
  for (const name of [PAGES, FIXED, "motcua-out"]) {
    const found = await (await caches.open(name)).match(path, { ignoreSearch: true });
    if (found) return found;
  }
}

// Somebody's pages are kept while their pages come, and go with the first page of somebody else.
async function remember(url, answer) {
  const who = answer.headers.get("Motcua-Who") ?? "";
  for (const name of await caches.keys()) if (name.startsWith(OWN) && name !== OWN + who) await caches.delete(name);
  if (!answer.ok) return;
  if (who && MINE.test(url.pathname)) await (await caches.open(OWN + who)).put(url.pathname, await keyless(answer));
  else if (!who && OPEN.test(url.pathname) && !url.search) await (await caches.open(PAGES)).put(url.pathname, answer);
  const form = FORM.exec(url.pathname);
  if (form) await keepForm(`/apply/${form[1]}`);
}

// The key of the vault comes with a page from the commune, and lies in no cache.
async function keyless(answer) {
  const { status, headers } = answer;
  return new Response((await answer.text()).replace(/ data-seal="[^"]*"/, ""), { status, headers });
}

// The form as nobody has filled it in yet, with what it seldom says; fetched anew after a day, and where
// it names scripts of another version.
async function keepForm(path) {
  const pages = await caches.open(PAGES), kept = await pages.match(path);
  if (kept && Date.now() - Date.parse(kept.headers.get("Date")) < DAY && await todays(kept.clone())) return;
  const answer = await fetch(`${path}?shell=1`).catch(() => null);
  if (!answer?.ok) return;
  const rare = / data-rare="([^"]+)"/.exec(await answer.clone().text())?.[1];
  if (rare) await fixed(new Request(rare));
  await pages.put(path, answer);
}

async function todays(page) {
  return [...(await page.text()).matchAll(/ src="(\/static\/[^"]+\.js)"/g)].every(([, script]) => SHELL.includes(script));
}

async function mark(id) {
  const vault = await opened();
  if (!vault) return null;
  try {
    return await did(vault.transaction("marks").objectStore("marks").get(id));
  } finally {
    vault.close();
  }
}

// Who left without a line is signed out before anything else is asked for.
async function leaveFirst() {
  const vault = await opened();
  if (!vault) return;
  try {
    const left = await did(vault.transaction("marks").objectStore("marks").get("ended"));
    if (!left) return;
    const { seal } = await (await fetch("/line", { cache: "no-store" })).json();
    const out = await fetch("/sign-out", { method: "POST", redirect: "manual", headers: { "X-CSRFToken": seal } });
    if (out.type !== "opaqueredirect") throw new Error("still signed in");
    await did(vault.transaction("marks", "readwrite").objectStore("marks").delete("ended"));
  } finally {
    vault.close();
  }
}
const did = (asked) => new Promise((done, failed) => {
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});
// The vault, if a page has made one, with what is asked of it here.
const opened = () => {
  const asked = indexedDB.open("motcua");
  asked.onupgradeneeded = () => asked.transaction.abort();
  return did(asked).then((vault) => {
    if (vault.objectStoreNames.contains("marks")) return vault;
    vault.close();
    return null;
  }).catch(() => null);
};
