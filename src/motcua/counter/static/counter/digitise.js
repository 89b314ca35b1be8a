// Reading a paper page by keyboard: the picture grows, turns and moves without leaving the field;
// " says what stood there before; Enter saves from every field; Alt and M add a note in the margin;
// what is typed is kept by itself.
document.documentElement.classList.add("scripted");
const form = document.querySelector("form[data-reading], form[data-deciding]");
const box = form.querySelector("[data-scan]"), picture = box?.querySelector("img");
const field = (name) => form.elements[name];
const view = (name) => Number(field(name).value);
const room = () => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight];

function draw() {
  picture.className = `zoom-${view("zoom")}`;
  const address = `${picture.dataset.address}?turn=${view("turn")}`;
  if (picture.getAttribute("src") !== address) picture.src = address;
  place();
}
function place() {
  const [wide, high] = room();
  box.scrollTo(wide * view("x") / 100, high * view("y") / 100);
}
function look(how) {
  if (how === "turn") field("turn").value = (view("turn") + 1) % 4;
  else field("zoom").value = Math.min(5, Math.max(1, view("zoom") + (how === "larger" ? 1 : -1)));
  draw();
  keepSoon();
}
if (box) {
  picture.addEventListener("load", place);
  draw();
  box.addEventListener("scroll", () => {
    const [wide, high] = room();
    if (wide > 0) field("x").value = Math.round(100 * box.scrollLeft / wide);
    if (high > 0) field("y").value = Math.round(100 * box.scrollTop / high);
  });
  for (const button of form.querySelectorAll("[name=view]")) {
    button.addEventListener("click", (event) => { event.preventDefault(); look(button.value); });
  }
}

const MOVES = { ArrowUp: [0, -80], ArrowDown: [0, 80], ArrowLeft: [-80, 0], ArrowRight: [80, 0] };
const LOOKS = { "+": "larger", "=": "larger", "-": "smaller", 0: "turn" };
addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const at = event.target, pages = { PageUp: -0.8, PageDown: 0.8 }[event.key];
  if (box && pages && at !== box) box.scrollBy(0, pages * box.clientHeight);
  else if (box && event.altKey && MOVES[event.key]) box.scrollBy(...MOVES[event.key]);
  else if (box && event.altKey && LOOKS[event.key]) look(LOOKS[event.key]);
  else if (event.key === '"' && at.dataset?.before && (at.tagName === "SELECT" || blank(at))) {
    at.value = at.dataset.before;
    at.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (event.altKey && event.code === "KeyM" && margin) form.requestSubmit(margin);
  else if (event.key === "Enter" && !event.shiftKey && at.matches?.("select, textarea")) form.requestSubmit(form.querySelector("[value=save]"));
  else return;
  event.preventDefault();
});
const margin = form.querySelector("[name=do][value=note]");
const blank = (input) => !input.value || input.selectionEnd - input.selectionStart === input.value.length;
form.addEventListener("focusin", ({ target }) => { if (target.matches("input.input")) target.select(); });
document.activeElement?.matches?.("input.input") && document.activeElement.select();

let soon = 0, changed = false;
const told = document.querySelector("[data-kept]");
function keepSoon() {
  changed = true;
  clearTimeout(soon);
  soon = setTimeout(keep, 1200);
}
async function keep() {
  if (!changed || !form.matches("[data-reading]") || form.dataset.sent) return;
  changed = false;
  const body = new FormData(form);
  body.set("do", "keep");
  const kept = await fetch(form.action, { method: "POST", body, keepalive: true }).catch(() => null);
  if (told) told.textContent = kept?.status === 204 ? `✓ ${told.dataset.said}` : told.dataset.lost;
  changed ||= kept?.status !== 204;
}
if (form.matches("[data-reading]")) {
  form.addEventListener("input", keepSoon);
  addEventListener("pagehide", keep);
  addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
}
for (const other of form.querySelectorAll("[name^='other:']")) {
  other.addEventListener("input", () => {
    const choice = form.querySelector(`[name="${CSS.escape(other.name.replace("other:", "choice:"))}"][value=other]`);
    choice.checked = Boolean(other.value);
  });
}
