// Asks for the part of a page that changes, and says so when nobody answers any more.
// <main data-fresh="/screen/02746/now" data-every="2.5">; data-lost tells since when, in its words.
const SLOWEST = 30_000, PATIENCE = 8_000;
const now = () => new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });

for (const part of document.querySelectorAll("[data-fresh]")) {
  const every = 1000 * Number(part.dataset.every), sign = document.querySelector("[data-lost]");
  let wait = every, heard = now(), before = null, timer = 0;

  const lose = () => {
    wait = Math.min(SLOWEST, wait * 2);
    if (!sign.hidden) return;
    sign.textContent = sign.dataset.lost.replace("{time}", heard);
    sign.hidden = false;
  };

  const show = (words) => {
    wait = every;
    heard = now();
    sign.hidden = true;
    if (words === before) return;
    const first = before === null;
    before = words;
    const known = new Set([...part.querySelectorAll("[data-turn]")].map((one) => one.dataset.turn));
    // What the server itself has drawn is put in anew only when it says something else.
    if (first && part.textContent.replace(/\s+/g, "") === text(words)) return;
    part.innerHTML = words;
    const fresh = [...part.querySelectorAll(".call[data-turn]")].filter((one) => !known.has(one.dataset.turn));
    for (const one of fresh) one.classList.add("fresh");
    part.dispatchEvent(new CustomEvent("changed", { bubbles: true }));
  };

  const ask = async () => {
    clearTimeout(timer);
    try {
      const answer = await fetch(part.dataset.fresh, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
      if (!answer.ok) throw new Error(answer.status);
      show(await answer.text());
    } catch {
      lose();
    }
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  };

  // A telephone in a pocket asks nothing, and asks at once when it is looked at again.
  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : ask()));
  addEventListener("online", ask);
  timer = setTimeout(ask, every);
}

function text(words) {
  const page = new DOMParser().parseFromString(words, "text/html");
  return page.body.textContent.replace(/\s+/g, "");
}
