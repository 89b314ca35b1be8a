// What is asked depends on what was answered: the same small language as procedures/conditions.py.
// {"field", "op": "is" | "in" | "not", "values"} joined by {"all": […]} or {"any": […]}.

export function holds(condition, answers) {
  if (condition.all) return condition.all.every((test) => holds(test, answers));
  if (condition.any) return condition.any.some((test) => holds(test, answers));
  return condition.values.includes(answers[condition.field] ?? "") === (condition.op !== "not");
}

// In the order of the page, so that a hidden question counts as unanswered for those after it.
export function apply(form) {
  const answers = {};
  for (const part of form.querySelectorAll("[data-when], .field")) {
    const outer = part.parentElement.closest("[data-when]");
    const away = Boolean(outer?.hidden) || (part.dataset.when && !holds(JSON.parse(part.dataset.when), answers));
    if (part.hidden !== Boolean(away)) {
      part.hidden = Boolean(away);
      part.dispatchEvent(new Event("asked", { bubbles: true }));
    }
    if (away || part.matches(".sheet")) continue;
    for (const control of part.querySelectorAll("[name]")) {
      if (control.name === "unknown" || control.type === "file") continue;
      if (!/radio|checkbox/.test(control.type) || control.checked) answers[control.name] = control.value.trim();
    }
  }
}

for (const form of document.querySelectorAll("[data-form]")) {
  form.addEventListener("input", () => apply(form));
  form.addEventListener("change", () => apply(form));
  addEventListener("pageshow", () => apply(form));
  apply(form);
}
