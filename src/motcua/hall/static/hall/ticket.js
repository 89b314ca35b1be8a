// The ticket in the hand trembles when it is called; the tablet by the door goes back by itself.
const BACK_AFTER = 25_000;
const acts = document.querySelector(".acts"), back = acts.dataset.back;

addEventListener("changed", () => {
  if (document.querySelector(".ticket.calls") && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([300, 150, 300]);
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

if (back) {
  if ("printAtOnce" in acts.dataset) print();
  setTimeout(() => location.replace(back), BACK_AFTER);
}
