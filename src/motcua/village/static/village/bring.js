// Brings home what a round left on the phone: each help first, then what was typed with it, then the
// notes of visits. Everything has a number that was made here, so that sent twice it is there once; what
// the commune does not take stays, with the reason.
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
  if (answer.headers.get("Content-Type")?.startsWith("application/json")) return answer.json();
  if (answer.status === 403) throw new SignedOut();
  throw new Error(`answer ${answer.status}`);
}

export const where = (what) => `${house.out}/${what}`;

// Once through everything: {left, ended} or an exception when there is no line. One page at a time.
export const bring = (me, all = false) => navigator.locks.request("motcua-away", { ifAvailable: true }, async (mine) => (mine ? through(me, all) : null));

async function through(me, all) {
  const { seal } = await line(Promise.resolve(me));
  for (const one of await away.helps(me)) {
    if (one.taken || one.replaced || (one.why && !all)) continue;
    if ((await away.running())?.help === one.help) continue;
    const answer = await post(where("help"), { ...one.typed, id: one.help, outing: one.outing, follows: one.follows, began: moment(one.began), ended: moment(one.ended ?? one.until), how: one.how ?? "over", now: moment(Date.now()) }, seal);
    await away.keepHelp(answer.state === "done" ? { ...one, taken: true, why: null } : { ...one, why: answer.why.map(({ sentence }) => sentence) }, me);
  }
  await typed(me, all);
  for (const one of (await away.calls(me)).filter(({ done, why }) => !done && (all || !why))) {
    const { id, outing, household, met, note, said } = one;
    const answer = await post(where("call"), { id: id.slice(10), outing, household, met, note, at: moment(said), now: moment(Date.now()) }, seal);
    await (answer.state === "done" ? away.callDone(id) : away.callRefused(one, answer.why.map(({ sentence }) => sentence), me));
  }
  return spoken(me, seal);
}

// What was typed goes under the last help of its thread that the commune has taken in.
async function typed(me, all) {
  const all_helps = await away.helps(me), run = await away.running();
  for (const thread of new Set(all_helps.map((one) => one.thread))) {
    const these = all_helps.filter((one) => one.thread === thread), one = these.filter(({ taken }) => taken).at(-1);
    if (!one || these.some(({ help }) => help === run?.help)) continue;
    const theirs = Promise.resolve(await away.threadOf(one, one.help));
    for (const item of await items(theirs)) if (item.state !== "needs" || all) await go(item, one, theirs, me);
  }
}

async function go(item, one, theirs, me) {
  const wants = item.state === "draft" ? "keep" : item.wants ?? "hand_in";
  const whole = { ...item, wants, arrivals: { ...item.arrivals } };
  let answer = await sent(whole, theirs);
  if (answer.state === "to_come") answer = await sent({ ...whole, arrivals: {} }, theirs);
  const now = (await away.helps(me)).find(({ help }) => help === one.help);
  if (answer.state === "received" || answer.state === "kept") {
    const { code, number } = answer, gone = [...(now.gone ?? []), { title: item.title, code, number }];
    await away.keepHelp({ ...now, gone, why: null }, me);
    return forget(item.id);
  }
  // Files that came through are with the draft, and are not sent again.
  if (answer.has_files) for (const row of await rows("files")) if (row.item === item.id) await drop("files", row.id);
  const said = (answer.why ?? []).map(({ label, sentence, status }) => [label, sentence ?? status].filter(Boolean).join(": "));
  await keep({ ...whole, wants: item.wants, state: "needs", last: Date.now(), what: answer.state, why: answer.why ?? [], code: answer.code ?? item.code }, theirs);
  await away.keepHelp({ ...now, why: said.length ? said : [answer.state] }, me);
}

// Says of every round how much of it is still here, and hears whether its list still is.
async function spoken(me, seal) {
  let ended = false, left = 0;
  const listed = await away.list(me);
  for (const [outing, count] of await away.outings(me)) {
    left += count;
    const answer = await post(where("heard"), { id: outing, unsent: count }, seal);
    if (answer.state === "done") await away.heardAt(answer.at);
    const over = answer.state !== "done" || answer.ended;
    if (over && listed?.outing === outing) {
      await away.dropList();
      ended = true;
    }
    if (over && !count && listed?.outing !== outing) await away.tidy(outing);
  }
  return { left, ended };
}

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
