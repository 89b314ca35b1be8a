// The wall clock, the sleepless screen, and a word when the device cannot speak Vietnamese.
const clock = document.querySelector("[data-clock]"), silent = document.querySelector("[data-no-voice]");
// The server's time, whatever the device on the wall believes.
const ahead = Date.parse(clock.dateTime) - Date.now();
const written = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });
const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" });
const began = today.format(Date.now() + ahead);

setInterval(() => {
  const at = Date.now() + ahead;
  clock.textContent = written.format(at);
  // The date under the clock was written by the server: a new day is a new page, sound and all off.
  if (today.format(at) !== began && !document.querySelector("[data-sound][aria-pressed=true]")) location.reload();
}, 1000);

document.querySelector("[data-sound]").addEventListener("click", () => {
  const voices = speechSynthesis.getVoices();
  silent.hidden = !voices.length || voices.some((voice) => voice.lang.startsWith("vi"));
  navigator.wakeLock?.request("screen").catch(() => {});
});
