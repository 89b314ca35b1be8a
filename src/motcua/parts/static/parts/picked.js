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
