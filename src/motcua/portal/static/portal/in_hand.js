// What a page still has in hand when somebody leaves it: keys typed last that the vault has not got yet,
// photographs that are being made smaller. It is waited for; where that takes long the person is asked.
import { items, keep, owner, TAIL } from "./keeping.js";

const SOON = 500, EVERY = 100, LONG = 10000;
const nap = (ms) => new Promise((go) => setTimeout(go, ms));
const form = () => document.querySelector("form[data-draft]"), said = () => document.querySelector("[data-kept]")?.dataset.state;

const typing = () => form() && sessionStorage.getItem(TAIL) && said() !== "there";
// A file stands in its field until the vault has it.
const holds = () => typing() || [...document.querySelectorAll("form input[type=file]")].some(({ files }) => files.length);
// What nothing here will keep any more is not waited for.
const hopeless = () => said() === "unkept" || !document.querySelector("form[data-ready]");

// What was typed on a page that was left in the same moment.
async function rescue() {
  const tail = JSON.parse(sessionStorage.getItem(TAIL) ?? "null");
  if (!tail || form() || tail.who !== (await owner()).id) return;
  const before = (await items()).find(({ id }) => id === tail.id);
  if (!before || before.state === "draft") await keep({ ...before, ...tail });
  sessionStorage.removeItem(TAIL);
}

// Whether the page may be left: all of it is kept, or the person lets it go. `bar` says so and asks; when
// the time is over (`late`) there is no way back, and after as long again nobody is there to answer.
export async function settled(bar, late = false) {
  const part = (name) => bar?.querySelector(`[data-${name}]`), until = performance.now() + SOON + LONG;
  const told = part("holding");
  if (told) told.hidden = false;
  // A form writes within half a second of the last key.
  await nap(SOON);
  await rescue().catch(() => {});
  while (holds() && !hopeless() && performance.now() < until) await nap(EVERY);
  if (!holds() || !bar) return true;
  told.hidden = true;
  const answer = await asked(part("ask"), late);
  told.hidden = answer === "stay";
  return answer !== "stay";
}

async function asked(box, late) {
  let answer = null;
  box.onclick = ({ target }) => { answer = target.closest("button")?.value ?? answer; };
  box.querySelector("[value=stay]").hidden = late;
  box.hidden = false;
  box.querySelector("button:not([hidden])").focus();
  for (const until = performance.now() + LONG; !answer && holds() && !(late && performance.now() > until);) await nap(EVERY);
  box.hidden = true;
  return answer;
}
