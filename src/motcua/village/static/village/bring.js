// Brings home what a round left on the phone: each help first, then what was typed with it, then the
// notes of visits. Everything has a number that was made here, so that sent twice it is there once; what
// the commune does not take stays, with the reason, and stands in the way of nothing else.
import { drop, forget, house, items, keep, rows } from "../portal/keeping.js";
import { line, sent } from "../portal/outbox.js";
import * as away from "./away.js";

const PAUSE = 4000, LONGEST = 60000, PATIENCE = 60000;
const nap = (ms) => new Promise((go) => setTimeout(go, ms));
const moment = (ms) => new Date(ms).toISOString();

export class SignedOut extends Error {}

// What the commune says to one thing; an exception when nobody knows whether it arrived.
export async function post(address, fields, seal) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== null) body.append(name, value);
  const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": seal }, redirect: "error", signal: AbortSignal.timeout(PATIENCE) });
  if (answer.status < 500 && answer.headers.get("Content-Type")?.startsWith("application/json")) return answer.json();
  throw new (answer.status === 403 ? SignedOut : Error)(`answer ${answer.status}`);
}

export const where = (what) => `${house.out}/${what}`;
const reasons = ({ why, state }) => {
  const said = (why ?? []).map(({ label, sentence, status }) => [label, sentence ?? status].filter(Boolean).join(": "));
  return said.length ? said : [state];
};

// Once through everything: {left, ended} or an exception when there is no line. One page at a time.
export const bring = (me, all = false) => navigator.locks.request("motcua-away", { ifAvailable: true }, async (mine) => (mine ? through(me, all) : null));

async function through(me, all) {
  const { seal } = await line(Promise.resolve(me)), going = { me, all, seal };
  for (const one of await away.helps(me)) {
    if (one.taken || one.replaced || (one.why && !all)) continue;
    if ((await away.running())?.help === one.help) continue;
    await alone(going, one.outing, () => given(one, going), (failed) => away.changeHelp(one.id, { failed }, me));
  }
  await typed(going);
  for (const one of (await away.calls(me)).filter(({ done, why }) => !done && (all || !why))) {
    await alone(going, one.outing, () => called(one, going), (failed) => away.changeCall(one.id, { failed }, me));
  }
  return spoken(going);
}

// One thing by itself: where it fails, and the commune hears us all the same, it is marked with the answer's
// status (0: none came) and tried again the next time. Thrown is what concerns all: no line, nobody signed in.
async function alone({ me, seal }, outing, act, mark) {
  try {
    await act();
  } catch (fault) {
    await line(Promise.resolve(me));
    if (fault instanceof SignedOut) await speak(outing, me, seal).catch((other) => { if (other instanceof SignedOut) throw other; });
    await mark(Number(/\d{3}$/.exec(fault.message)?.[0] ?? 0));
  }
}

async function given(one, { me, seal }) {
  const { id: row, typed: about, help: id, outing, began, ended = one.until, how = "over" } = one;
  const answer = await post(where("help"), { ...about, id, outing, follows: await followed(one, me), began: moment(began), ended: moment(ended), how, now: moment(Date.now()) }, seal);
  await away.changeHelp(row, { failed: null, ...(answer.state === "done" ? { taken: true, why: null } : { why: reasons(answer) }) }, me);
}
// The help that this one goes on from, unless that one is still here: it may never come.
const followed = async ({ follows }, me) => ((await away.helps(me)).some((one) => one.help === follows && !one.taken) ? null : follows);

async function called({ id, outing, household, met, note, said }, { me, seal }) {
  const answer = await post(where("call"), { id: id.slice(10), outing, household, met, note, at: moment(said), now: moment(Date.now()) }, seal);
  await (answer.state === "done" ? away.callDone(id) : away.changeCall(id, { failed: null, why: reasons(answer) }, me));
}

// What was typed goes under the last help of its thread that the commune has taken in.
async function typed(going) {
  const { me, all } = going, all_helps = await away.helps(me), run = await away.running();
  for (const thread of new Set(all_helps.map((one) => one.thread))) {
    const these = all_helps.filter((one) => one.thread === thread), one = these.filter(({ taken }) => taken).at(-1);
    if (!one || these.some(({ help }) => help === run?.help)) continue;
    const theirs = Promise.resolve(await away.threadOf(one, one.help)), mine = await items(theirs);
    let failed = null;
    for (const item of mine) if (item.state !== "needs" || all) {
      await alone(going, one.outing, () => go(item, one, theirs, me), (status) => { failed = status; });
    }
    if (!mine.length) continue;
    const needs = (await items(theirs)).filter(({ state }) => state === "needs");
    await away.changeHelp(one.id, { failed, why: needs.length ? needs.flatMap(({ why, what }) => reasons({ why, state: what })) : null }, me);
  }
}

async function go(item, one, theirs, me) {
  const wants = item.state === "draft" ? "keep" : item.wants ?? "hand_in";
  const whole = { ...item, wants, arrivals: { ...item.arrivals } };
  let answer = await sent(whole, theirs);
  if (answer.state === "to_come") answer = await sent({ ...whole, arrivals: {} }, theirs);
  if (answer.state === "received" || answer.state === "kept") {
    const { code, number } = answer, { gone = [] } = (await away.helps(me)).find(({ id }) => id === one.id);
    await away.changeHelp(one.id, { gone: [...gone, { title: item.title, code, number }] }, me);
    return forget(item.id);
  }
  // Files that came through are with the draft, and are not sent again.
  if (answer.has_files) for (const row of await rows("files")) if (row.item === item.id) await drop("files", row.id);
  await keep({ ...whole, wants: item.wants, state: "needs", last: Date.now(), what: answer.state, why: answer.why ?? [], code: answer.code ?? item.code }, theirs);
}

// Says of every round how much of it is still here, and hears whether its list still is.
async function spoken(going) {
  const { me, seal } = going, found = { ended: false, left: 0 }, listed = await away.list(me);
  for (const [outing, count] of await away.outings(me)) {
    found.left += count;
    await alone(going, outing, async () => {
      const answer = await speak(outing, me, seal, count);
      if (answer.state === "done") await away.heardAt(answer.at);
      const over = answer.state !== "done" || answer.ended;
      if (over && listed?.outing === outing) {
        await away.dropList();
        found.ended = true;
      }
      if (over && !count && listed?.outing !== outing) await away.tidy(outing);
    }, () => {});
  }
  return found;
}
const speak = async (outing, me, seal, unsent) => post(where("heard"), { id: outing, unsent: unsent ?? (await away.outings(me)).get(outing) ?? 0 }, seal);

// Until everything is there; `told` hears of each turn.
export async function follow(me, told = () => {}) {
  let wait = PAUSE;
  for (;;) {
    const was = (await away.unsent(me)).all;
    try {
      const done = await bring(me);
      if (done) await told(done);
      wait = done && done.left < was ? PAUSE : Math.min(LONGEST, wait * 2);
      if (done && !done.left) return;
    } catch (fault) {
      await told({ fault });
      wait = PAUSE;
      if (fault instanceof SignedOut) return;
    }
    await Promise.race([nap(wait), new Promise((go) => addEventListener("online", go, { once: true }))]);
  }
}
