// Shows what goes with the way in which the person agreed, and with who stands beside them. Without
// this script all of it is there, and the box to sign in is not.
import { pad } from "../parts/pad.js";

const form = document.querySelector("[data-begin]"), box = form.querySelector("[data-pad]");
pad(box);
function show() {
  const kind = form.querySelector("[name=consent]:checked")?.value;
  for (const part of form.querySelectorAll("[data-kind]")) part.hidden = part.dataset.kind !== kind;
  for (const part of form.querySelectorAll("[data-if]")) part.hidden = !form.elements[part.dataset.if].checked;
  box.hidden = kind !== "drawn";
}
form.addEventListener("change", show);
show();
// What was typed for one person is not there when the page is come back to.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
