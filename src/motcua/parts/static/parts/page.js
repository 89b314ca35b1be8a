// A pressed button is pressed once: it says so, and a page that comes back from the browser's
// memory has its buttons again. Also tells when there is no line.
const words = { vi: "Đang gửi…", en: "Sending…", hi: "भेजा जा रहा है…" }[document.documentElement.lang] ?? "…";

addEventListener("submit", (event) => {
  const form = event.target, button = event.submitter;
  // A form that answers in another tab leaves this page, and its buttons, as they are.
  if (event.defaultPrevented || form.method === "dialog" || form.target) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  if (!button || form.method !== "post") { setTimeout(() => delete form.dataset.sent); return; }
  // After the browser has read the form, or the button's own value would be missing from it.
  setTimeout(() => {
    button.dataset.word = button.innerHTML;
    button.textContent = words;
    button.setAttribute("aria-disabled", "true");
    button.setAttribute("aria-busy", "true");
  });
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[data-word]")) {
    button.innerHTML = button.dataset.word;
    button.removeAttribute("data-word");
    button.removeAttribute("aria-disabled");
    button.removeAttribute("aria-busy");
  }
  document.querySelector("[data-focus]")?.focus();
});

const line = () => {
  for (const banner of document.querySelectorAll("[data-offline]")) banner.hidden = navigator.onLine;
};
addEventListener("online", line);
addEventListener("offline", line);
line();

// What was chosen is said beneath its button: name and size of each file.
const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const number = new Intl.NumberFormat(document.documentElement.lang, digits);
const size = (bytes) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${number.format(bytes / 1e6)} MB`;

const tell = (input) => {
  const lines = Array.from(input.files, (file) => {
    const line = document.createElement("span");
    line.textContent = `${file.name}, ${size(file.size)}`;
    return line;
  });
  input.parentElement.querySelector("output").replaceChildren(...lines);
};

addEventListener("change", ({ target }) => {
  if (target.matches(".pick input")) tell(target);
});
// A page that comes back from the browser's memory has its files still.
addEventListener("pageshow", () => {
  for (const input of document.querySelectorAll(".pick input")) tell(input);
});
