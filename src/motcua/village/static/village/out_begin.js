// Beginning to help one person without a line: what the commune will look at is looked at here first,
// all of it at once.
import { house } from "../portal/keeping.js";
import * as away from "./away.js";

const folded = (name) => name.trim().replace(/\s+/g, " ").toLowerCase();

export function begin(form, { typed: known, villages, village, outing }) {
  form.reset();
  form.querySelector("[data-wipe]").click();
  const mine = known.village ?? village;
  form.elements.village.replaceChildren(...villages.map(({ code, name }) => new Option(name, code, code === mine, code === mine)));
  for (const name of ["name", "birth", "phone"]) form.elements[name].value = known[name] ?? "";
  form.dispatchEvent(new Event("change"));
  tell(form, []);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const typed = Object.fromEntries(new FormData(form)), wrong = mistakes(typed);
    tell(form, wrong);
    if (wrong.length) return;
    await away.beginHelp(typed, outing);
    location.replace(house.out);
  };
}

// The names of the fields in which something is missing or cannot be.
function mistakes(typed) {
  const who = folded(typed.name ?? ""), witness = folded(typed.witness ?? ""), wrong = [];
  const unless = (right, field) => right || wrong.push(field);
  unless(who, "name");
  unless(/^\s*((\d{1,2}[/.\- ]){0,2}\d{4}|\d{6}|\d{8})\s*$/.test(typed.birth ?? ""), "birth");
  unless(typed.village, "village");
  unless(!typed.phone || /^(\+?84|0)\d{9}$/.test(typed.phone.replace(/[\s.\-]/g, "")), "phone");
  unless(typed.consent, "consent");
  if (typed.consent === "spoken") unless(witness && witness !== who, "witness");
  if (typed.consent === "drawn") unless(typed.drawn, "drawn");
  if (typed.foreign) unless(typed.interpreter?.trim() && typed.language?.trim(), "interpreter");
  if (typed.unlettered) unless(["witness_one", "witness_two"].every((one) => typed[one]?.trim() && typed[`${one}_identity`]?.trim()) && folded(typed.witness_one) !== folded(typed.witness_two), "witness_one");
  return wrong;
}

function tell(form, wrong) {
  const box = form.parentElement.querySelector("[data-mistakes]"), list = box.querySelector("ul");
  box.hidden = !wrong.length;
  list.replaceChildren(...wrong.map((field) => {
    const line = document.createElement("li"), link = document.createElement("a");
    link.href = `#${field}`;
    link.textContent = form.dataset[field];
    link.addEventListener("click", (event) => { event.preventDefault(); at(form, field).focus(); });
    line.append(link);
    return line;
  }));
  for (const one of form.elements) one.removeAttribute("aria-invalid");
  for (const field of wrong) at(form, field).setAttribute("aria-invalid", "true");
  if (wrong.length) list.querySelector("a").focus();
}
const at = (form, field) => (field === "drawn" ? form.querySelector("#pad") : form.querySelector(`[name="${field}"]`));
