// Many at once by keyboard: x chooses the row that is walked, shift and x all from the last one to here.
// The whole list ticks the rows that are seen; a row taken out of it leaves the others chosen.
const boxes = () => [...document.querySelectorAll("[data-bulk] [name=pick]")];
const whole = () => document.querySelector("[data-bulk] [data-all]");
let last = -1;

function choose(at, on, range) {
  const all = boxes(), from = range && last >= 0 ? Math.min(last, at) : at;
  const to = range && last >= 0 ? Math.max(last, at) : at;
  for (const box of all.slice(from, to + 1)) box.checked = on;
  if (!on) whole().checked = false;
  last = at;
}

addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "x" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea, dialog") || !whole()) return;
  const row = document.querySelector("[data-row].here") ?? document.activeElement.closest("[data-row]");
  const box = row?.querySelector("[name=pick]");
  if (!box) return;
  choose(boxes().indexOf(box), event.shiftKey || !box.checked, event.shiftKey);
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const box = event.target;
  if (box.matches?.("[data-bulk] [name=pick]")) choose(boxes().indexOf(box), box.checked, event.shiftKey);
});
document.addEventListener("change", ({ target }) => {
  if (target.matches?.("[data-bulk] [data-all]")) for (const box of boxes()) box.checked = target.checked;
});
