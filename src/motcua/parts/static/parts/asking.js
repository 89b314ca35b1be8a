// What is asked, and when. First: what is asked depends on what was answered, in the same small language as procedures/conditions.py.
// {"field", "op": "is" | "in" | "not", "values"} joined by {"all": […]} or {"any": […]}.
export function holds(condition, answers) {
  if (condition.all) return condition.all.every((test) => holds(test, answers));
  if (condition.any) return condition.any.some((test) => holds(test, answers));
  return condition.values.includes(answers[condition.field] ?? "") === (condition.op !== "not");
}

// In the order of the page, so that a hidden question counts as unanswered for those after it.
export function apply(form) {
  const answers = {};
  for (const part of form.querySelectorAll("[data-when], .field")) {
    const outer = part.parentElement.closest("[data-when]");
    const away = Boolean(outer?.hidden) || (part.dataset.when && !holds(JSON.parse(part.dataset.when), answers));
    if (part.hidden !== Boolean(away)) {
      part.hidden = Boolean(away);
      part.dispatchEvent(new Event("asked", { bubbles: true }));
    }
    if (away || part.matches(".sheet")) continue;
    for (const control of part.querySelectorAll("[name]")) {
      if (control.name === "unknown" || control.type === "file") continue;
      if (!/radio|checkbox/.test(control.type) || control.checked) answers[control.name] = control.value.trim();
    }
  }
}

for (const form of document.querySelectorAll("[data-form]")) {
  form.addEventListener("input", () => apply(form));
  form.addEventListener("change", () => apply(form));
  addEventListener("pageshow", () => apply(form));
  apply(form);
}

// One question at a time on a narrow screen; what is filled in already is looked over together, a
// sheet at a time. Without this script, and on a wide screen, the form is one page; nothing is sent
// before the person sends it, and going back loses nothing.
const NARROW = matchMedia("(max-width: 40rem)");

function begin(form) {
  const acts = document.createElement("div");
  acts.className = "acts";
  const back = made("button", "button plain", form.dataset.back);
  const next = made("button", "button", form.dataset.next);
  back.type = next.type = "button";
  acts.append(next, back);
  const told = made("p", "progress", "");
  const word = made("span", "soft", ""), bar = document.createElement("progress");
  word.id = "step-said";
  bar.setAttribute("aria-labelledby", word.id);
  told.append(word, bar);
  form.prepend(told);
  form.append(acts);

  let here = null;
  const asked = () => [...form.querySelectorAll(".field, [data-step]")].filter(
    (one) => !one.hidden && !one.closest("[data-when][hidden]") && !one.parentElement.closest(".field, [data-step]"),
  );
  // A step is the fields that it shows.
  const steps = () => asked().reduce((all, one) => {
    const before = all.at(-1)?.[0], both = before?.hasAttribute("data-known") && one.hasAttribute("data-known");
    if (both && before.closest(".sheet") === one.closest(".sheet")) all.at(-1).push(one);
    else all.push([one]);
    return all;
  }, []);
  const place = (all, field) => all.findIndex((step) => step.includes(field));
  // What closes the form (papers, declaration, send) shows with the last question.
  const closing = [...form.children].filter((one) => one.matches("[data-last], .acts") && one !== acts);

  function show(step, focus) {
    const all = steps(), at = Math.max(0, place(all, step)), shown = all[at], last = at === all.length - 1;
    here = shown.includes(step) ? step : shown[0];
    for (const one of form.querySelectorAll(".field, [data-step]")) one.classList.toggle("later", !shown.includes(one));
    for (const sheet of form.querySelectorAll(".sheet")) sheet.classList.toggle("later", !sheet.contains(here));
    for (const one of closing) one.classList.toggle("later", !last);
    back.classList.toggle("later", at === 0);
    next.classList.toggle("later", last);
    word.textContent = form.dataset.said.replace("{here}", at + 1).replace("{all}", all.length);
    bar.max = all.length;
    bar.value = at + 1;
    // The key says what it does here: go on, or send.
    for (const line of form.querySelectorAll("input.input")) line.enterKeyHint = last ? "send" : "next";
    if (focus) {
      here.tabIndex = -1;
      // So that a screen reader says the question when the focus lands on it.
      if (here.tagName === "DIV") {
        here.setAttribute("role", "group");
        here.setAttribute("aria-label", here.querySelector("label")?.textContent ?? "");
      }
      here.focus();
      scrollTo(0, Math.max(0, form.getBoundingClientRect().top + scrollY - 16));
    }
  }

  function move(by) {
    const all = steps(), at = place(all, here), to = all[at + by];
    if (!to || (by > 0 && all[at].some(stops))) return;
    history.pushState({ step: at + by }, "");
    show(to[0], true);
  }

  const to = (id) => document.getElementById(id)?.closest(".field, [data-step]");
  next.addEventListener("click", () => move(1));
  back.addEventListener("click", () => history.state?.step ? history.back() : move(-1));
  addEventListener("popstate", (event) => form.classList.contains("stepping") && show(steps()[event.state?.step ?? 0]?.[0], true));
  form.addEventListener("asked", () => form.classList.contains("stepping") && queueMicrotask(() => show(here)));
  // Enter in a field goes on; only the last one sends.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !form.classList.contains("stepping") || !event.target.matches("input")) return;
    if (next.classList.contains("later")) return;
    event.preventDefault();
    move(1);
  });
  // A link of the list of mistakes opens the question that it names.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]'), target = link && to(link.getAttribute("href").slice(1));
    if (!target || !form.contains(target)) return;
    event.preventDefault();
    if (form.classList.contains("stepping")) show(target, false);
    document.getElementById(link.getAttribute("href").slice(1)).focus();
  });

  function narrow() {
    form.classList.toggle("stepping", NARROW.matches);
    if (NARROW.matches) show(here ?? form.querySelector(".field.wrong") ?? steps()[0][0]);
    else {
      for (const one of form.querySelectorAll(".later")) one.classList.remove("later");
      for (const line of form.querySelectorAll("input.input")) line.enterKeyHint = "";
    }
    told.hidden = acts.hidden = !NARROW.matches;
  }
  NARROW.addEventListener("change", narrow);
  narrow();
}

// What can be read of a kind: never less than the server takes, which has the last word on all of it.
export const READABLE = {
  name: /^[^\p{Nd}<>@{}[\]|\\/_=+*]*$/u,
  number: /^\p{Nd}+$/u,
  date: /^(\p{Nd}{1,2}[/. -]\p{Nd}{1,2}[/. -]\p{Nd}{4}|\p{Nd}{8}|\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2})$/u,
  partial_date: /^((\p{Nd}{1,2}[/. -]){0,2}\p{Nd}{4}|\p{Nd}{6}|\p{Nd}{8}|\p{Nd}{4}(-\p{Nd}{2}){1,2})$/u,
  identity_number: /^([\s.-]*\p{Nd}){12}[\s.-]*$/u,
  phone: /^([\s.()+-]*\p{Nd}){10,12}[\s.()-]*$/u,
  email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
};

// Whether a question that must be answered is not, or not readably; it is said beside the question.
function stops(field) {
  const words = document.querySelector("template[data-blank]"), unreadable = document.querySelector("template[data-unreadable]")?.dataset ?? {};
  const controls = [...field.querySelectorAll("[name]:not([name=unknown])")], kind = field.dataset.must;
  if (!words || !kind || field.querySelector("[name=unknown]")?.checked) return said(field, controls[0]);
  const answer = controls.find((one) => !/radio|checkbox/.test(one.type) || one.checked)?.value.trim() ?? "";
  const { blank } = words.dataset;
  if (!answer) return said(field, controls[0], words, kind === "declaration" ? unreadable[kind] ?? blank : blank);
  const reads = !READABLE[kind] || READABLE[kind].test(answer);
  return said(field, controls[0], words, reads ? "" : unreadable[kind.replace("partial_", "")]);
}

function said(field, control, words, what) {
  const id = `${control?.name}-error`, before = document.getElementById(id);
  // What the server said stands until the server has looked again.
  if (!what && !before?.hasAttribute("role")) return false;
  before?.remove();
  const described = new Set((control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  described[what ? "add" : "delete"](id);
  field.classList.toggle("wrong", Boolean(what));
  control.setAttribute("aria-invalid", Boolean(what));
  control.setAttribute("aria-describedby", [...described].join(" "));
  if (!what) return false;
  const sentence = words.content.firstElementChild.cloneNode(true);
  sentence.id = id;
  sentence.lastElementChild.append(what);
  field.querySelector(".choices, .input, .choice").before(sentence);
  control.focus();
  return true;
}

function made(tag, classes, text) {
  const one = document.createElement(tag);
  one.className = classes;
  one.textContent = text;
  return one;
}

document.querySelectorAll("[data-steps]").forEach(begin);

// Each is about its own question, which it follows; without this script all calls lead to one button.
for (const one of document.querySelectorAll("a.call, a[data-listen]")) {
  const field = one.closest(".field"), asked = field.querySelector("label, legend").firstChild.textContent.trim();
  if (one.matches(".call")) one.dataset.call = field.querySelector("[name]:not([name=unknown])").name;
  one.append(made("span", "unseen", `: ${asked}`));
}

// What a form seldom says (a mistake, a full phone, a photograph that was chosen) comes when somebody
// begins to fill it in, and stands behind the form then; the browser keeps it for all forms of a language.
const rarely = document.querySelector("form[data-rare]");
let brought;
// Without a line it may not come: nothing waits for it for good, and the next who needs it asks again.
export const rare = () => (brought ??= bring().catch(() => { brought = undefined; }));

async function bring() {
  if (!rarely) return;
  const answer = await fetch(rarely.dataset.rare, { signal: AbortSignal.timeout(9000) });
  if (!answer.ok) throw new Error(`rare ${answer.status}`);
  rarely.insertAdjacentHTML("afterend", await answer.text());
}
rarely?.addEventListener("focusin", rare);
rarely?.addEventListener("pointerdown", rare);

// What plays a question comes when it is first asked for: most people read.
const HEAR = "a[data-listen], a[data-tongue], [data-keep-sounds]";
for (const one of document.querySelectorAll("a[data-listen], a[data-tongue]")) one.setAttribute("role", "button");
document.querySelector("[data-hearing]")?.addEventListener("toggle", async ({ target }) => {
  await rare();
  const keep = document.querySelector("[data-sounds]");
  if (!keep) return;
  target.append(keep);
  keep.hidden = false;
});
document.addEventListener("click", async (event) => {
  const pressed = event.target.closest(HEAR);
  if (!pressed) return;
  event.preventDefault();
  await rare();
  (await import("./listen.js")).pressed(pressed);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches("a[role=button]")) return;
  event.preventDefault();
  event.target.click();
});
