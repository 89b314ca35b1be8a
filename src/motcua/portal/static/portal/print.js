// The button that prints is only there where a script can press it.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
// On paper nothing can be opened: what is folded is opened for it, and folded again afterwards.
// Where the style can do that by itself (::details-content), it needs no script.
const folded = () => document.querySelectorAll("[data-opens-to-print] details:not([open])");
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...folded()];
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of opened) one.open = false;
});
