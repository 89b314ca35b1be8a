// The page of a round: taking the list along, finding a door, noting how it was, beginning to help, and
// what is not sent yet. With a line and without one it shows what this phone keeps.
import { able, house } from "../portal/keeping.js";
import { line } from "../portal/outbox.js";
import * as away from "./away.js";
import { begin } from "./out_begin.js";
import { bring, follow, post, SignedOut, where } from "./bring.js";

const page = document.querySelector("[data-round]"), MOST = 40, OUT = "motcua-out", FORMS = "motcua-pages";
const part = (name) => page.querySelector(`[data-view="${name}"]`);
const words = page.querySelector("template[data-words]"), piece = (name) => words.content.querySelector(`[${name}]`).cloneNode(true);
const facts = (node, all) => { for (const one of node.querySelectorAll("[data-fact]")) if (one.dataset.fact in all) one.textContent = all[one.dataset.fact]; };
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" });
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();

function say(name, why = "") {
  for (const one of page.querySelectorAll("[data-said]")) one.hidden = one.dataset.said !== name;
  const said = page.querySelector(`[data-said="${name}"]`);
  if (said) facts(said, { why });
}
const views = (...names) => { for (const one of page.querySelectorAll("[data-view]")) one.hidden = !names.includes(one.dataset.view); };
const failed = (fault) => say(fault instanceof SignedOut ? "signed_out" : "offline");

let me, list, anew = null, met = new Map(), saying = "", filling = "";

// Which view, by what is kept and by the address: a door, a beginning, or the list.
async function draw() {
  if (await away.running()) return views("forms");
  const found = await away.list(me), { notes, people, all } = await away.unsent(me);
  list = found?.homes ? found : null;
  if (found === "over" || (found === "locked" && "shell" in house)) say(found);
  met = new Map((await away.calls(me)).sort((one, other) => one.said - other.said).map((one) => [one.household, one]));
  showUnsent(notes, people, all);
  const gone = await showGone(), more = [...(all ? ["unsent"] : []), ...(gone ? ["gone"] : [])];
  const [view, home, adult] = location.hash.slice(1).split("-"), door = list?.homes.find(({ id }) => id === Number(home));
  // What is being typed is not drawn anew under the fingers when the news is only that something went.
  if (list && filling && filling === location.hash) return;
  if (view !== "begin") anew = null;
  filling = list && (view === "begin" || (view === "home" && door)) ? location.hash : "";
  if (filling) return view === "begin" ? showBegin(door, adult) : showHome(door);
  views(list ? "list" : "take", ...more);
  if (list) showList();
}

function showList() {
  const view = part("list");
  facts(view, { village: list.village.name, until: clock.format(new Date(list.until)), homes: list.homes.length, visited: list.homes.filter(({ id }) => met.has(id)).length });
  const typed = plain(view.querySelector("[name=seek]").value).trim(), rows = view.querySelector("[data-homes]");
  const found = list.homes.filter((one) => !typed || plain([one.number, one.place, ...one.adults].join(" ")).includes(typed));
  rows.replaceChildren(...found.slice(0, MOST).map(row));
  view.querySelector("[data-none]").hidden = found.length > 0;
  view.querySelector("[data-rest]").hidden = found.length <= MOST;
}
function row(home) {
  const one = piece("data-home"), here = met.get(home.id);
  facts(one, { number: home.number, place: home.place, adults: home.adults.join(", ") });
  const badge = here && one.querySelector(`[data-met="${here.met}"]`);
  if (badge) badge.hidden = false;
  one.querySelector("a").setAttribute("href", `#home-${home.id}`);
  return one;
}

function showHome(home) {
  const view = part("home"), form = view.querySelector("form"), here = met.get(home.id);
  views("home");
  facts(view, { number: home.number, place: home.place, before: home.before ? `${wordOf(home.before.met)}, ${clock.format(new Date(home.before.at))}` : "" });
  view.querySelector("[data-before]").hidden = !home.before;
  view.querySelector("[data-waits]").replaceChildren(...home.waits.map((said) => Object.assign(document.createElement("li"), { textContent: said })));
  form.reset();
  if (here) form.querySelector(`[name=met][value="${here.met}"]`).checked = true;
  form.elements.note.value = here?.note ?? "";
  form.querySelector("[data-wrong]").hidden = true;
  const button = part("list").querySelector("[data-begin-with]");
  view.querySelector("[data-adults]").replaceChildren(...[...home.adults, ""].map((name, place) => {
    const one = button.cloneNode(true);
    one.classList.add("plain");
    if (name) one.querySelector("span").textContent = name;
    one.addEventListener("click", () => { location.hash = `begin-${home.id}-${name ? place : ""}`; });
    return one;
  }));
}
const wordOf = (value) => words.content.querySelector(`[data-met="${value}"]`).textContent.trim();

function showBegin(home, adult) {
  views("begin");
  begin(part("begin").querySelector("form"), { typed: anew ?? { name: home?.adults[adult] ?? "" }, villages: list.villages, village: list.village.code, outing: list.outing });
}

function showUnsent(notes, people, all) {
  const view = part("unsent"), rows = [];
  facts(view, { count: all });
  if (notes.length) {
    const one = piece("data-calls");
    facts(one, { count: notes.length });
    reasons(one, [...new Set(notes.flatMap(whyNot))]);
    rows.push(one);
  }
  for (const person of people) {
    const one = piece("data-help"), needs = Boolean(whyNot(person).length);
    facts(one, { name: person.typed.name, when: clock.format(person.began), count: person.items });
    for (const said of one.querySelectorAll("[data-if]")) said.hidden = (said.dataset.if === "needs") !== needs;
    reasons(one, whyNot(person));
    one.querySelector("[data-anew]").addEventListener("click", () => { anew = person.typed; location.hash = "begin"; });
    one.querySelector("[data-anew]").hidden = !list;
    one.querySelector("[data-drop]").addEventListener("click", async ({ currentTarget }) => {
      if (confirm(currentTarget.dataset.drop)) await away.giveUp(person.thread).then(draw);
    });
    rows.push(one);
  }
  view.querySelector("[data-unsent]").replaceChildren(...rows);
}
// Why something is still here: what the commune refused, or that it could not take it in.
function whyNot({ why, failed }) {
  if (failed === undefined || failed === null) return why ?? [];
  return [...(why ?? []), failed ? words.dataset.failed.replace("{status}", failed) : words.dataset.unanswered];
}
function reasons(node, all) {
  node.querySelector("[data-why]").replaceChildren(...all.map((said) => Object.assign(document.createElement("li"), { textContent: said })));
}

async function showGone() {
  const rows = [];
  for (const { typed, gone } of await away.helps(me)) for (const { title, number, code } of gone ?? []) {
    const one = piece("data-code");
    facts(one, { name: typed.name, title, number: number ?? words.dataset.draft, code });
    rows.push(one);
  }
  part("gone").querySelector("[data-gone]").replaceChildren(...rows);
  return rows.length;
}

// -- taking it along, and giving it back
async function takeAlong(event) {
  event.preventDefault();
  const form = event.target, button = form.querySelector("[type=submit]");
  button.disabled = true;
  try {
    const { seal } = await line(Promise.resolve(me)), typed = Object.fromEntries(new FormData(form));
    const answer = await post(where("take"), { village: typed.round, first: typed.first, last: typed.last, id: crypto.randomUUID(), phone: await away.phone() }, seal);
    if (answer.state !== "done") {
      form.querySelector("details").open ||= answer.why.some(({ field }) => field === "first");
      return say("refused", answer.why.map(({ sentence }) => sentence).join(" "));
    }
    await pages(form.querySelector("[data-progress]"));
    await away.keepList(answer, me);
    say("");
    await draw();
  } catch (fault) {
    failed(fault);
  } finally {
    button.disabled = false;
  }
}
// This page, its scripts and the forms: of nobody, and there without a line.
async function pages(told) {
  await navigator.serviceWorker.ready;
  const linked = [...document.querySelectorAll("script[src], link[rel=stylesheet]")].map((one) => one.src ?? one.href);
  await (await caches.open(OUT)).addAll([`${house.out}?shell=1`, ...linked, house.away, house.bring, ...page.dataset.along.split(" ")]);
  const forms = [...page.querySelectorAll("[data-form]")].map((one) => one.pathname), kept = await caches.open(FORMS);
  told.hidden = false;
  for (const [count, form] of forms.entries()) {
    told.querySelector("b").textContent = `${count + 1} / ${forms.length}`;
    const answer = await fetch(`${form}?shell=1`);
    if (!answer.ok) continue;
    // What they seldom say is one for all of them.
    const rare = count ? null : / data-rare="([^"]+)"/.exec(await answer.clone().text())?.[1];
    if (rare) await (await caches.open(OUT)).add(rare);
    await kept.put(form, answer);
  }
}
async function giveBack({ currentTarget }) {
  if (!confirm(currentTarget.dataset.giveBack)) return;
  const { outing } = list;
  await away.dropList();
  await line(Promise.resolve(me)).then(({ seal }) => post(where("back"), { id: outing }, seal)).catch(() => {});
  await sendAll(false);
  await draw();
}

async function note(event) {
  event.preventDefault();
  const form = event.target, typed = Object.fromEntries(new FormData(form));
  form.querySelector("[data-wrong]").hidden = Boolean(typed.met);
  if (!typed.met) return form.querySelector("[name=met]").focus();
  await away.noteCall({ outing: list.outing, household: Number(location.hash.split("-")[1]), met: typed.met, note: typed.note, said: Date.now() }, me);
  saying = "noted";
  location.hash = "";
  sending();
}

// -- sending
async function heard({ ended, fault }) {
  if (ended) say("called");
  if (fault instanceof SignedOut) say("signed_out");
  part("unsent").querySelector("[data-sign-in]").hidden = !(fault instanceof SignedOut);
  facts(part("unsent"), { tried: `${words.dataset.tried}: ${clock.format(Date.now())}` });
  await draw();
}
async function sendAll(all) {
  await bring(me, all).then((done) => done && heard(done), (fault) => heard({ fault }));
}
let following = null;
const sending = () => (following ??= follow(me, heard).finally(() => { following = null; }));

async function start() {
  if (!able) return say("unable");
  const run = await away.running();
  me = await away.helper();
  if (new URLSearchParams(location.search).has("ended")) say("ended");
  await draw();
  if (run) return;
  addEventListener("hashchange", () => {
    say(saying);
    saying = filling = "";
    draw();
  });
  part("take").querySelector("form")?.addEventListener("submit", takeAlong);
  part("list").querySelector("[name=seek]").addEventListener("input", showList);
  part("list").querySelector("[data-begin-with]").addEventListener("click", () => { location.hash = "begin"; });
  part("list").querySelector("[data-give-back]").addEventListener("click", giveBack);
  part("home").querySelector("form").addEventListener("submit", note);
  for (const one of page.querySelectorAll("[data-to-list]")) one.addEventListener("click", () => { location.hash = ""; });
  part("unsent").querySelector("[data-send]").addEventListener("click", async ({ currentTarget }) => {
    currentTarget.disabled = true;
    await sendAll(true);
    currentTarget.disabled = false;
  });
  sending();
}
await start();
page.dataset.ready = "1";
