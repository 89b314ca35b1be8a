// A verb that asks for something opens where it stands, and the cursor is in its first field.
// Without this script its heading opens it.
import { pad } from "../parts/pad.js";

document.documentElement.classList.add("scripted");

// Listened for on the page: a search in the register brings its own button along.
document.addEventListener("click", (event) => {
  const opens = event.target.closest("[data-opens]")?.dataset.opens;
  if (!opens) return;
  const verb = document.getElementById(opens);
  verb.open = !verb.open;
  for (const one of document.querySelectorAll(`[data-opens="${opens}"]`)) one.setAttribute("aria-expanded", String(verb.open));
  if (!verb.open) return;
  for (const other of document.querySelectorAll(".verb[open]")) if (other !== verb) other.open = false;
  verb.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  verb.scrollIntoView({ block: "nearest" });
});

function signs(form) {
  const field = form.querySelector("[data-pad]");
  pad(field);
  // One proof is asked for: the box to sign in, or the code.
  const code = form.querySelector("[name='hand_over-code']").closest(".field");
  const proof = () => {
    const drawing = form.querySelector("[name='hand_over-proof']:checked")?.value === "signature";
    field.hidden = !drawing;
    code.hidden = drawing;
  };
  form.addEventListener("change", () => {
    proof();
    if (!field.hidden) field.scrollIntoView({ block: "nearest" });
  });
  proof();
}
document.querySelectorAll("[data-signs]").forEach(signs);
