// A verb that asks for something opens where it stands, and the cursor is in its first field.
// Without this script its heading opens it.
import { pad } from "../parts/pad.js";

document.documentElement.classList.add("scripted");

for (const button of document.querySelectorAll("[data-opens]")) {
  const verb = document.getElementById(button.dataset.opens);
  button.addEventListener("click", () => {
    verb.open = !verb.open;
    button.setAttribute("aria-expanded", String(verb.open));
    if (!verb.open) return;
    for (const other of document.querySelectorAll(".verb[open]")) if (other !== verb) other.open = false;
    verb.querySelector("input:not([type=hidden]), textarea, select")?.focus();
    verb.scrollIntoView({ block: "nearest" });
  });
}

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
