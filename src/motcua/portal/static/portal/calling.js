// “Have someone call me”: the draft goes to the commune first, then the page asks where and when.
// Nobody is told to call without a line, and that is said.
import { deliver, line } from "./outbox.js";

export async function call(form, button, said, kept) {
  // One question at a time: it is the one that is seen.
  const seen = form.classList.contains("stepping") && form.querySelector(".sheet:not(.later) .field:not(.later):not([hidden]) [name]");
  const question = button.value || (seen ? seen.name : "");
  button.value = "";
  if (said) said.hidden = true;
  button.setAttribute("aria-busy", "true");
  try {
    await line();
    const where = await deliver(await kept());
    if (!where.includes("/kept/")) return location.assign(where);
    location.assign(`${where.replace("/kept/", "/call/")}?question=${encodeURIComponent(question)}`);
  } catch {
    if (said) tell(said, form);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

// Beside the buttons, with the number that is called where there is no line.
function tell(said, form) {
  const { phone } = form.dataset, where = said.querySelector("[data-phone]");
  where.hidden = !phone;
  where.querySelector("b").textContent = phone ?? "";
  form.querySelector(".always").after(said);
  said.hidden = false;
  said.focus();
}
