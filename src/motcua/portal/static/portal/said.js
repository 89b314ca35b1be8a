// What was typed, in words: as the form asked it and as it was answered.
import { filesOf } from "./files.js";

const HIDDEN = ["revision", "unknown"];

function labelled(field) {
  const label = field.querySelector("legend, label").cloneNode(true);
  for (const aside of label.querySelectorAll(".need, .unseen")) aside.remove();
  return label.textContent.trim();
}

function answered(field) {
  const said = [];
  for (const one of field.querySelectorAll("[name]:not([name=unknown], [type=file], [type=hidden])")) {
    if (/radio|checkbox/.test(one.type)) one.checked && said.push(one.closest("label").textContent.trim());
    else if (one.options) one.value && said.push(one.selectedOptions[0].textContent.trim());
    else if (one.value.trim()) said.push(one.value.trim());
  }
  return said.join(", ");
}

export const said = (form) => [...form.querySelectorAll(".field")].filter((field) => !field.hidden && !field.closest("[data-when][hidden]"))
  .map((field) => [labelled(field), answered(field)]).filter(([_label, words]) => words);

// What an older script kept has no words for its questions.
const bare = (item) => (item.fields ?? []).filter(([name, value]) => value && !HIDDEN.includes(name)).map(([_name, value]) => ["", value]);

function line(label, words) {
  const row = document.createElement("div");
  for (const [tag, text] of [["dt", label], ["dd", words]]) row.append(Object.assign(document.createElement(tag), { textContent: text }));
  return row;
}

function taken(file) {
  const link = document.createElement("a"), row = line("", "");
  Object.assign(link, { href: URL.createObjectURL(file), download: file.name, textContent: file.name, className: "trail" });
  row.lastChild.append(link);
  return row;
}

export async function tell(box, item) {
  const lines = item.said ?? bare(item), files = await filesOf(item.id);
  box.querySelector("dl").replaceChildren(...lines.map((one) => line(...one)), ...files.map(({ file }) => taken(file)));
  box.hidden = !lines.length && !files.length;
  box.open = item.what === "late";
  const copy = box.querySelector("[data-copy]");
  copy.hidden = !lines.length || !navigator.clipboard;
  copy.onclick = async () => {
    await navigator.clipboard.writeText(lines.map(([label, words]) => (label ? `${label} ${words}` : words)).join("\n"));
    copy.lastElementChild.textContent = copy.dataset.copy;
  };
}
