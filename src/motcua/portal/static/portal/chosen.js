// What is chosen for a paper is made smaller, kept on the phone at once, and shown: small, with its
// size, a way to look at it large and a way to take it off again.
import { drop } from "./keeping.js";
import { filesOf, keepFile } from "./files.js";
import { smaller } from "./smaller.js";

const MOST = 15 * 1024 * 1024;
const words = () => document.querySelector("template[data-photo]"), large = () => document.querySelector("dialog[data-photo]");
const digits = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${digits.format(bytes / 1e6)} MB`);

// What the phone cannot hold stays in its input, and goes with the form. Keeping waits for nothing that
// comes over the line: how it is shown (`words_there`) may come later.
// `files` are those chosen at once: more may be chosen for the same paper while these are made smaller.
export async function takeIn(input, item, words_there = Promise.resolve(), files = [...input.files]) {
  const box = input.closest(".field"), told = input.parentElement.querySelector("output"), left = new DataTransfer();
  const kept = [], too_large = [];
  told.textContent = words()?.dataset.busy ?? "…";
  for (const file of files) {
    const small = await smaller(file);
    const id = small.size <= MOST && (await keepFile(item, input.name, small).catch(() => null));
    if (small.size > MOST) too_large.push(file.name);
    else if (id) kept.push({ id, file: small });
    else left.items.add(small);
  }
  for (const since of input.files) if (!files.includes(since)) left.items.add(since);
  input.files = left.files;
  words_there.then(() => {
    const { large: why = "", unkept = "" } = words()?.dataset ?? {};
    said(box, too_large.map((name) => `${name}: ${why}`).join(" "));
    for (const one of kept) place(box, one);
    told.replaceChildren(...[...left.files].map((file) => `${file.name}, ${size(file.size)}. ${unkept}`));
  });
}

// All that is kept of an item, each beside its paper.
export async function show(form, item) {
  for (const old of form.querySelectorAll("[data-of]")) away(old);
  for (const one of await filesOf(item)) {
    const box = form.querySelector(`[name="${one.paper}"]`)?.closest(".field");
    if (box) place(box, one);
  }
}

function place(box, { id, file }) {
  if (!words()) return;
  const shown = words().content.firstElementChild.cloneNode(true), picture = shown.querySelector("img");
  const address = URL.createObjectURL(file), look = shown.querySelector("[data-look]");
  shown.dataset.of = address;
  shown.querySelector("[data-said]").textContent = `${file.name}, ${size(file.size)}`;
  if (file.type.startsWith("image/")) picture.src = address;
  else picture.remove();
  look.hidden = !file.type.startsWith("image/");
  look.addEventListener("click", () => {
    large().querySelector("img").src = address;
    large().querySelector("img").alt = file.name;
    large().showModal();
  });
  shown.querySelector("[data-off]").addEventListener("click", async () => {
    await drop("files", id);
    away(shown);
    box.querySelector(".pick input").focus();
  });
  box.querySelector(".files .pick").before(shown);
}

function away(shown) {
  URL.revokeObjectURL(shown.dataset.of);
  shown.remove();
}

// What is wrong with what was chosen, beside its paper; without a sentence: nothing any more.
export function said(box, sentence = "") {
  box.querySelector(".error[data-chosen]")?.remove();
  box.classList.toggle("wrong", Boolean(sentence || box.querySelector(".error")));
  const words = document.querySelector("template[data-wrong]");
  if (!sentence || !words) return;
  const line = words.content.firstElementChild.cloneNode(true);
  line.dataset.chosen = "";
  line.lastElementChild.append(sentence);
  box.querySelector(".files").before(line);
}
