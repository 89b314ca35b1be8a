// What was typed in an earlier form and has no place in this one: in words, beside what the commune showed.
const box = document.querySelector("[data-aside]");

export function show(form) {
  for (const { name, value } of box ? form.elements : []) {
    const asked = name.startsWith("before:") && name.slice(7), words = asked && box.querySelector("template").content;
    if (!asked || box.querySelector(`dl [data-earlier="${asked}"]`)) continue;
    const row = words.querySelector(`[data-earlier="${asked}"]`)?.cloneNode(true);
    if (!row) continue;
    row.lastElementChild.textContent = JSON.parse(row.dataset.words ?? "{}")[value] ?? value;
    box.querySelector("dl").append(row);
    box.hidden = false;
  }
}
