// “Have someone call me”: the draft goes to the commune first, then the page asks where and when.
// Nobody is told to call without a line, and that is said.
import { deliver, line } from "./outbox.js";

export async function call(form, button, kept) {
  const said = form.querySelector("[data-calling]");
  // One question at a time: it is the one that is seen.
  const seen = form.classList.contains("stepping") && form.querySelector(".sheet:not(.later) .field:not(.later):not([hidden]) [name]");
  const question = button.value || (seen ? seen.name : "");
  button.value = "";
  said.hidden = true;
  button.setAttribute("aria-busy", "true");
  try {
    await line();
    const where = await deliver(await kept());
    if (!where.includes("/kept/")) return location.assign(where);
    location.assign(`${where.replace("/kept/", "/call/")}?question=${encodeURIComponent(question)}`);
  } catch {
    said.hidden = false;
    said.focus();
  } finally {
    button.removeAttribute("aria-busy");
  }
}
