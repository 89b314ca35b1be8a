// The waiting room: says each newly called number aloud, once, in the language of the page.
// <p data-speak="Mời số 12 đến quầy 1" data-turn="12-1-3">: a changed data-turn is a new call.
const LANGUAGES = { vi: "vi-VN", en: "en-US", hi: "hi-IN" };
const said = new Set();
let loud = false;

function say(one) {
  if (!loud || !one.dataset.speak || said.has(one.dataset.turn)) return;
  said.add(one.dataset.turn);
  const words = new SpeechSynthesisUtterance(one.dataset.speak);
  const tongue = LANGUAGES[one.lang || document.documentElement.lang];
  words.lang = tongue;
  words.rate = 0.9;
  words.voice = speechSynthesis.getVoices().find((voice) => voice.lang.replace("_", "-") === tongue) ?? null;
  speechSynthesis.speak(words);
}

const all = () => document.querySelectorAll("[data-speak]").forEach(say);

// A browser stays silent until somebody pressed something: one button, pressed once in the morning.
for (const button of document.querySelectorAll("[data-sound]")) {
  button.hidden = !("speechSynthesis" in window);
  button.addEventListener("click", () => {
    loud = !loud;
    button.setAttribute("aria-pressed", String(loud));
    // What was called before the sound came on is not called again.
    for (const one of document.querySelectorAll("[data-speak]")) if (loud) said.add(one.dataset.turn);
  });
}

new MutationObserver(all).observe(document.body, {
  subtree: true, childList: true, attributes: true, attributeFilter: ["data-turn"],
});
