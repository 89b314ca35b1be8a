// What a round keeps on the phone: the list, the helps that were given without a line and the notes of
// visits, each sealed with the helper's key; what is typed for a person under a key of that person's own,
// which lies sealed beside the help. docs/decisions/0034 tells why.
import { going, known } from "../parts/hours.js";
import { settled } from "../portal/in_hand.js";
import { asKey, drop, forget, house, nobody, owner, rows, seal, step, unseal, write } from "../portal/keeping.js";

const LIST = "away:list", PHONE = "away:phone", RUNNING = "away:running", HELP = "away:help:", CALL = "away:call:";
const HALF_HOUR = 1800000, OFTEN = 30000, MINUTE = 60000;
const coded = (value) => new TextEncoder().encode(JSON.stringify(value));
const decoded = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

const marks = async (begins) => (await rows("marks")).filter(({ id }) => id.startsWith(begins));
const mark = async (id) => (await rows("marks")).find((one) => one.id === id);
const put = async (id, open, within, { key }) => write("marks", { id, at: Date.now(), ...open, ...(await seal(coded(within), id, key)) });
async function looked({ iv, sealed, ...open }, { key }) {
  const bytes = await unseal({ iv, sealed }, open.id, key).catch(() => null);
  return bytes && { ...open, ...decoded(bytes) };
}
const opened = async (found, me) => (await Promise.all(found.map((row) => looked(row, me)))).filter(Boolean);

// How time went on is written on what has an end; what has gone in the meantime stays gone.
const noted = ({ id, until }, { heard, lag }) => step("marks", "readwrite", (all) => {
  all.get(id).onsuccess = ({ target: { result: row } }) => row?.until === until && all.put({ ...row, heard, lag });
}).catch(() => {});

export const running = () => mark(RUNNING);
// The helper, also while this phone is another person's.
export const helper = async () => (await running())?.own ?? owner();

// The number that this browser made for itself.
export async function phone() {
  const known = await mark(PHONE);
  if (known) return known.phone;
  const made = crypto.randomUUID();
  await write("marks", { id: PHONE, phone: made });
  return made;
}

// -- the list
export const keepList = (list, me) =>
  put(LIST, { who: me.id, outing: list.outing, until: Date.parse(list.until), ...known(Date.parse(list.at)) }, list, me);
export const heardAt = async (at) => {
  const row = await mark(LIST);
  if (row) await write("marks", { ...row, ...known(Date.parse(at)) });
};
export const dropList = () => drop("marks", LIST);
// The list of whom it belongs to; "over" once its time has come, and then it is gone; "locked" where the
// key is not here; nothing without one.
export async function list(me) {
  const row = await mark(LIST);
  if (!row) return null;
  const now = going(row)();
  if (now.heard >= row.until) {
    await dropList();
    return "over";
  }
  if (now.set_back || now.heard - row.heard > MINUTE) await noted(row, now);
  return (row.who === me.id && (await looked(row, me))) || "locked";
}

// -- notes of visits
export const noteCall = (call, me) => put(`${CALL}${crypto.randomUUID()}`, { of: me.id, outing: call.outing }, call, me);
export const calls = async (me) => opened(await marks(CALL), me);
export const callDone = async (id) => write("marks", { ...(await mark(id)), done: true });
// Something to be noted on one: why it was refused, or how it failed.
export async function changeCall(id, changes, me) {
  const row = await mark(id), { of, done, at, id: _same, ...call } = (row && (await looked(row, me))) ?? {};
  if (of) await put(id, { of, outing: call.outing, done }, { ...call, ...changes }, me);
}

// -- helps
export const helps = async (me) => (await opened(await marks(HELP), me)).sort((one, other) => one.began - other.began);
export async function keepHelp({ id, at, of, outing, thread, done, ...rest }, me) {
  await put(id, { of, outing, thread, done }, rest, me);
}
export async function changeHelp(id, changes, me) {
  const row = await mark(id), help = row && (await looked(row, me));
  if (help) await keepHelp({ ...help, ...changes }, me);
}
export const threadOf = async ({ thread, raw }, help) => ({ id: `away:${thread}`, key: await asKey(unpacked(raw)), help });
const unpacked = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const fresh = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
const folded = (name) => name.trim().replace(/\s+/g, " ").toLowerCase();
const same = (one, other) => folded(one.name) === folded(other.name) && one.birth.trim() === other.birth.trim();

// From now on this phone is that person's, for half an hour, also where its clock is set meanwhile. Whom it was before is not
// any more.
export async function beginHelp(typed, outing) {
  await endHelp("next");
  const me = await owner(), before = (await helps(me)).filter((one) => same(one.typed, typed)).at(-1);
  const help = crypto.randomUUID(), thread = before?.thread ?? help, raw = before?.raw ?? fresh();
  const began = Date.now(), until = began + HALF_HOUR;
  // One that the commune did not take is begun anew by this.
  if (before?.why) await keepHelp({ ...before, why: null, replaced: true }, me);
  const follows = (await helps(me)).filter((one) => one.thread === thread && !one.replaced).at(-1)?.help;
  await keepHelp({ id: `${HELP}${help}`, of: me.id, outing, thread, help, raw, typed, began, until, follows }, me);
  const theirs = { id: `away:${thread}`, key: await asKey(unpacked(raw)) };
  await put(RUNNING, { help, until, own: me, ...known(began) }, { name: typed.name }, theirs);
  await write("keys", theirs);
  await drop("keys", me.id);
  nobody();
  sessionStorage.clear();
}

// The phone is the helper's again. What was typed stays sealed, under a key that lies sealed itself.
export async function endHelp(how) {
  const run = await running();
  if (!run) return;
  const one = await looked(await mark(`${HELP}${run.help}`), run.own), now = timed(run)().heard;
  await keepHelp({ ...one, ended: Math.min(now, run.until), how: now >= run.until ? "over" : how }, run.own);
  await write("keys", run.own);
  await drop("keys", `away:${one.thread}`);
  await drop("marks", RUNNING);
  nobody();
  sessionStorage.clear();
}

// What somebody gives up, with all that was typed in it.
export async function giveUp(thread) {
  for (const { id, who } of await rows("items")) if (who === `away:${thread}`) await forget(id);
  for (const row of await marks(HELP)) if (row.thread === thread) await drop("marks", row.id);
}

// How many items wait under each thread; whose they are stands in the open, what they say does not.
export async function waiting() {
  const found = new Map();
  for (const { who } of await rows("items")) if (who.startsWith("away:")) found.set(who, (found.get(who) ?? 0) + 1);
  return found;
}
// What the commune has not got: [notes, helps with how many items each, all together].
export async function unsent(me) {
  const items = await waiting(), notes = (await calls(me)).filter((one) => !one.done);
  const latest = new Map((await helps(me)).map((one) => [one.thread, one]));
  const people = [...latest.values()].map((one) => ({ ...one, items: items.get(`away:${one.thread}`) ?? 0 })).filter((one) => one.items || !one.taken);
  return { notes, people, all: notes.length + people.reduce((sum, one) => sum + Math.max(one.items, 1), 0) };
}

// Of every round of which anything is here, also where its list has gone: how much is not sent yet.
export async function outings(me) {
  const found = new Map(), { notes, people } = await unsent(me), listed = await mark(LIST);
  for (const { outing } of [...await marks(HELP), ...await marks(CALL)]) found.set(outing, 0);
  if (listed?.who === me.id) found.set(listed.outing, 0);
  for (const one of notes) found.set(one.outing, found.get(one.outing) + 1);
  for (const one of people) found.set(one.outing, found.get(one.outing) + Math.max(one.items, 1));
  return found;
}
// What is with the commune leaves the phone with its list.
export async function tidy(outing) {
  for (const { id, outing: mine } of [...await marks(HELP), ...await marks(CALL)]) if (mine === outing) await drop("marks", id);
}

// "I am done": whoever is helped no longer is, the list goes; what is not sent stays, sealed. How much.
export async function leaving() {
  await endHelp("stopped");
  const me = await owner(), left = await unsent(me);
  await dropList();
  for (const [outing, count] of await outings(me)) if (!count) await tidy(outing);
  return left.all;
}

// -- every page of the phone, when there is anything of a round on it
export async function begin() {
  const run = await running(), link = document.querySelector("[data-list]");
  if (link) link.hidden = !(await mark(LIST)) && !(await marks(HELP)).length;
  if (run) return bar(run);
  const me = await owner();
  if (house.who && (await unsent(me)).all && !document.querySelector("[data-round]")) await (await import(house.bring)).follow(me);
}

// One that an earlier version began has no time of its own.
const timed = (run) => going({ heard: Date.now(), lag: 0, ...run });

async function bar(run) {
  const drawn = document.querySelector("template[data-helping]")?.content.cloneNode(true).firstElementChild;
  const time = timed(run), first = time();
  // Where the clock was set back meanwhile nobody knows how long no page was open.
  const over = first.heard >= run.until || first.set_back, said = over ? null : await looked(run, await owner());
  if (!drawn || !said) return leave(over ? "over" : "stopped");
  const [name, left] = drawn.querySelectorAll("b"), until = drawn.querySelectorAll("p")[1].firstChild;
  name.textContent = said.name;
  until.textContent = until.textContent.replace("…", new Date(run.until).toLocaleTimeString(document.documentElement.lang, { timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" }));
  drawn.querySelector("[data-left]").hidden = false;
  drawn.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    leave(event.submitter?.value ?? "stopped", drawn);
  });
  document.querySelector("main").before(drawn);
  // The browser offers nothing of its owner, and learns nothing of the person.
  for (const one of document.querySelectorAll("form, input, textarea, select")) one.setAttribute("autocomplete", "off");
  const tick = () => {
    const rest = Math.max(0, Math.round((run.until - time().heard) / 1000));
    left.textContent = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
    if (!rest) leave("over", drawn);
  };
  setInterval(tick, 1000);
  setInterval(() => gone || noted(run, time()), OFTEN);
  tick();
  document.addEventListener("visibilitychange", () => { if (!document.hidden && time().set_back) leave("over", drawn); });
  // A page that the browser brings back from before is asked for anew: nobody's, by then.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    document.querySelector("main").hidden = true;
    location.reload();
  });
}

let gone = false;
async function leave(how, shown = null) {
  if (gone) return;
  gone = true;
  const main = document.querySelector("main");
  main.hidden = true;
  if (!(await settled(shown, how === "over").catch(() => true))) {
    main.hidden = gone = false;
    return;
  }
  for (const form of document.querySelectorAll("form")) form.reset();
  await endHelp(how);
  location.replace(`${house.out}?ended=1`);
}
