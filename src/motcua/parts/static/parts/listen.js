// A question of a form, heard: one at a time, in the tongue that was chosen on this phone.
const words = document.querySelector("[data-heard]")?.dataset ?? {};
const player = new Audio();
const links = [...document.querySelectorAll("a[data-listen]")];
let now = null;

const cookie = () => /(?:^|; )tongue=([a-z]+)/.exec(document.cookie)?.[1];
const tongue = () => cookie() ?? document.documentElement.lang;
const named = (code) => document.querySelector(`[data-tongue="${code}"]`)?.textContent ?? code;
const address = (link) => `${link.getAttribute("href")}?in=${tongue()}`;

export function pressed(one) {
  if (one.dataset.tongue) return choose(one.dataset.tongue);
  if ("keepSounds" in one.dataset) return keepAll(one);
  const again = now === one && one.dataset.state;
  stop();
  return again ? undefined : play(one);
}

function state(link, name) {
  const word = link.querySelector("span:not(.unseen)");
  link.dataset.word ??= word.textContent;
  word.textContent = { loading: words.loading, playing: words.stop }[name] ?? link.dataset.word;
  if (name) link.dataset.state = name;
  else delete link.dataset.state;
}

// Beside the button, and said by a screen reader; nothing is said where all is as it was asked for.
function note(link, text) {
  let said = link.parentElement.querySelector("[role=status]");
  if (!said) {
    said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "soft small";
    link.after(said);
  }
  said.textContent = text;
}

function stop() {
  player.pause();
  window.speechSynthesis?.cancel();
  if (now) state(now, "");
  now = null;
}

async function play(link) {
  now = link;
  note(link, "");
  state(link, "loading");
  const answer = await fetch(address(link)).catch(() => null);
  if (now !== link) return;
  if (!answer) return fallBack(link);
  if (!answer.ok) return ended(link, words.none);
  const spoken = answer.headers.get("Motcua-Tongue"), before = player.src;
  player.src = URL.createObjectURL(await answer.blob());
  if (before.startsWith("blob:")) URL.revokeObjectURL(before);
  if (now !== link) return;
  try {
    await player.play();
    state(link, "playing");
    const voice = decodeURIComponent(answer.headers.get("Motcua-Voice") ?? "");
    if (voice.startsWith("person:")) note(link, words.by.replace("{name}", voice.slice(7)));
    if (spoken && spoken !== tongue()) note(link, words.instead.replace("{tongue}", named(tongue())).replace("{spoken}", named(spoken)));
  } catch (fault) {
    // Some browsers let a sound begin only in the very moment of the press.
    if (now === link) ended(link, fault.name === "NotAllowedError" ? words.once : words.none);
  }
}

function ended(link, text) {
  state(link, "");
  note(link, text);
  now = null;
}

// Without a line the phone's own voice reads what stands there, if it has one for the language.
function fallBack(link) {
  const language = document.documentElement.lang;
  const voice = window.speechSynthesis?.getVoices().find((one) => one.localService && one.lang.startsWith(language));
  if (!voice) return ended(link, words.line);
  const field = link.closest(".field"), said = new SpeechSynthesisUtterance(
    [...field.querySelectorAll("label:first-child, legend, .help:not(noscript *)")].map((one) => one.textContent.trim()).join(". "));
  said.voice = voice;
  said.lang = voice.lang;
  said.onend = () => now === link && ended(link, "");
  state(link, "playing");
  speechSynthesis.speak(said);
}

function choose(code) {
  document.cookie = `tongue=${code}; path=/; max-age=31536000; samesite=lax`;
  mark();
}

function mark() {
  for (const one of document.querySelectorAll("[data-tongue]")) {
    if (one.dataset.tongue === tongue()) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
}

// The worker keeps what comes; one after the other, so that the form's own sending goes on beside it.
async function keepAll(button) {
  const said = button.parentElement.querySelector("[role=status]");
  let here = 0;
  button.setAttribute("aria-busy", "true");
  for (const link of links) {
    const answer = await fetch(address(link)).catch(() => null);
    if (answer?.ok) here += 1;
    said.textContent = words.have.replace("{here}", here).replace("{all}", links.length);
  }
  button.removeAttribute("aria-busy");
}

player.addEventListener("ended", () => now && ended(now, now.parentElement.querySelector("[role=status]")?.textContent ?? ""));
// One question at a time: the sound of the last one ends with it.
document.addEventListener("focusin", (event) => {
  if (now && event.target.closest(".field") && event.target.closest(".field") !== now.closest(".field")) stop();
});
mark();
